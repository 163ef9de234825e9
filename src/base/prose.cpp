// One list of marks that says what a line is; counting, showing and renaming pictures all go by it.
#include "guong/base/prose.h"

#include <algorithm>
#include <utility>

#include "guong/base/text.h"

namespace guong {
namespace {

constexpr std::pair<std::string_view, BlockKind> kMarks[] = {
    {"# ", BlockKind::heading}, {"> ", BlockKind::quote}, {"• ", BlockKind::item}};
constexpr std::string_view kPicture = "▣ ";

/// "12 A caption"; a paragraph when there is no number.
Block picture_of(std::string_view line) {
  const auto rest = line.substr(kPicture.size());
  const auto digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
  const bool well = digits > 0 && (digits == rest.size() || rest[digits] == ' ');
  if (!well) return {BlockKind::paragraph, line};
  return {BlockKind::picture, rest.substr(std::min(digits + 1, rest.size())), rest.substr(0, digits)};
}

template <class F>
void each_line(std::string_view text, F f) {
  while (!text.empty()) {
    const auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(line.size() < text.size() ? line.size() + 1 : text.size());
    f(line);
  }
}

}  // namespace

Block block_of(std::string_view line) {
  if (line.starts_with(kPicture)) return picture_of(line);
  for (const auto& [mark, kind] : kMarks) {
    if (line.starts_with(mark)) return {kind, line.substr(mark.size())};
  }
  return {BlockKind::paragraph, line};
}

std::vector<Block> blocks_of(std::string_view text) {
  std::vector<Block> blocks;
  each_line(text, [&](std::string_view line) {
    const auto block = block_of(line);
    if (block.kind == BlockKind::picture || !is_blank(block.text)) blocks.push_back(block);
  });
  return blocks;
}

std::size_t prose_words(std::string_view text) {
  std::size_t words = 0;
  for (const auto& block : blocks_of(text))
    if (block.kind != BlockKind::picture) words += word_count(block.text);
  return words;
}

std::string prose_text(std::string_view text) {
  std::string out;
  for (const auto& block : blocks_of(text)) out.append(block.text).append("\n");
  return out;
}

bool has_pictures(std::string_view text) {
  return std::ranges::any_of(blocks_of(text),
                             [](const Block& block) { return block.kind == BlockKind::picture; });
}

std::string with_pictures(std::string_view text, const std::map<std::string, std::string>& names) {
  std::string out;
  each_line(text, [&](std::string_view line) {
    const auto block = block_of(line);
    if (block.kind != BlockKind::picture) {
      out.append(line).append("\n");
    } else if (const auto name = names.find(std::string(block.picture)); name != names.end()) {
      out.append(kPicture).append(name->second).append(" ").append(block.text).append("\n");
    }
  });
  if (!text.ends_with('\n') && out.ends_with('\n')) out.pop_back();
  return out;
}

}  // namespace guong
