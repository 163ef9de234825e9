#include "guong/base/prose.h"

#include <utility>

#include "guong/base/text.h"

namespace guong {
namespace {

constexpr std::pair<std::string_view, BlockKind> kMarks[] = {
    {"# ", BlockKind::heading}, {"> ", BlockKind::quote}, {"• ", BlockKind::item}};

}  // namespace

Block block_of(std::string_view line) {
  for (const auto& [mark, kind] : kMarks) {
    if (line.starts_with(mark)) return {kind, line.substr(mark.size())};
  }
  return {BlockKind::paragraph, line};
}

std::vector<Block> blocks_of(std::string_view text) {
  std::vector<Block> blocks;
  while (!text.empty()) {
    const auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(line.size() < text.size() ? line.size() + 1 : text.size());
    const auto block = block_of(line);
    if (block.text.find_first_not_of(" \t") != std::string_view::npos) blocks.push_back(block);
  }
  return blocks;
}

std::size_t prose_words(std::string_view text) {
  std::size_t words = 0;
  for (const auto& block : blocks_of(text)) words += word_count(block.text);
  return words;
}

}  // namespace guong
