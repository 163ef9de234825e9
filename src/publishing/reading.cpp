// The text of a published work as HTML.
#include "publishing/reading.h"

#include <algorithm>
#include <set>

#include "guong/base/prose.h"
#include "publishing/page.h"
#include "publishing/work_cards.h"

namespace guong::publishing {
namespace {

using nlohmann::json;

/// Pictures and films in the page, other files as links.
Html figure(const json& file, const std::string& base, const std::string& title, Lang lang) {
  const std::string position = std::to_string(file.at("position").get<int>());
  const std::string address = base + "/" + position;
  const std::string type = text_of(file, "media_type");
  if (type.starts_with("image/")) {
    const auto size = [&](const char* side) {
      return file.value(side, json()).is_number() ? std::to_string(file.at(side).get<std::int64_t>())
                                                  : std::string("auto");
    };
    return enlarged_by(address,
                       element("img", {{"src", address},
                                       {"loading", "lazy"},
                                       {"width", size("width")},
                                       {"height", size("height")},
                                       {"alt", message("publishing.picture_n", lang,
                                                       {{"position", position}, {"title", title}})}}));
  }
  const std::string label =
      message("publishing.file_n", lang, {{"position", position}, {"kind", text_of(file, "kind")}});
  if (type.starts_with("video/") || type.starts_with("audio/")) {
    return element(type.starts_with("video/") ? "video" : "audio",
                   {{"src", address}, {"controls", ""}, {"preload", "none"}, {"aria-label", label}});
  }
  return element("p", {element("a", {{"href", address}}, {label})});
}

/// A picture of the text with its caption; nothing when the work has no such file.
Html placed_picture(const json& document, const Block& block, const std::string& base, Lang lang) {
  for (const auto& file : document.at("files")) {
    if (std::to_string(file.at("position").get<int>()) != block.picture) continue;
    Html out = figure(file, base, text_of(document, "title"), lang);
    if (!block.text.empty()) out.add(element("figcaption", {std::string(block.text)}));
    return element("figure", {out});
  }
  return {};
}

/// Positions of the files that stand in the text already.
std::set<std::string> placed(const json& document) {
  std::set<std::string> out;
  for (const auto& line : document.at("body"))
    out.emplace(block_of(line.get_ref<const std::string&>()).picture);
  return out;
}

}  // namespace

Html enlarged_by(const std::string& address, const Html& picture) {
  return element("a", {{"class", "enlarge"}, {"href", address}}, {picture});
}

// Neighbouring items are one list and neighbouring quotations one quotation.
Html prose(const json& document, const std::string& base, Lang lang) {
  Html out, group;
  auto group_kind = BlockKind::paragraph;
  const auto end_group = [&] {
    if (!group.empty()) out.add(element(group_kind == BlockKind::item ? "ul" : "blockquote", {group}));
    group = {};
  };
  for (const auto& line : document.at("body")) {
    const auto block = block_of(line.get_ref<const std::string&>());
    if (block.kind != group_kind) end_group();
    group_kind = block.kind;
    const std::string words(block.text);
    if (block.kind == BlockKind::paragraph) out.add(element("p", {words}));
    if (block.kind == BlockKind::heading) out.add(element("h2", {words}));
    if (block.kind == BlockKind::quote) group.add(element("p", {words}));
    if (block.kind == BlockKind::item) group.add(element("li", {words}));
    if (block.kind == BlockKind::picture) out.add(placed_picture(document, block, base, lang));
  }
  end_group();
  return element("div", {{"class", "prose"}, {"lang", document.value("language", "vi")}}, {out});
}

Html other_files(const json& document, const std::string& base, const std::string& but, Lang lang) {
  Html files;
  const auto in_text = placed(document);
  const std::string files_of = base + "/";
  const std::string left_out = but.starts_with(files_of) ? but.substr(files_of.size()) : "";
  for (const auto& file : document.at("files")) {
    const std::string position = std::to_string(file.at("position").get<int>());
    if (!in_text.contains(position) && position != left_out)
      files.add(figure(file, base, text_of(document, "title"), lang));
  }
  return files.empty() ? files : element("div", {{"class", "figures"}}, {files});
}

std::string opening(const json& document) {
  constexpr std::size_t kEnough = 200;
  std::string text;
  for (const auto& line : document.at("body")) {
    const auto block = block_of(line.get_ref<const std::string&>());
    if (block.kind == BlockKind::picture) continue;
    text = block.text;
    break;
  }
  if (text.size() <= kEnough) return text;
  text.erase(text.rfind(' ', kEnough));
  text.erase(text.find_last_not_of(",;:") + 1);
  return text + "…";
}

std::string reading_time_text(const json& document, Lang lang) {
  constexpr std::int64_t kWordsAMinute = 200;
  std::int64_t words = 0;
  for (const auto& line : document.at("body")) {
    const auto text = block_of(line.get_ref<const std::string&>()).text;
    if (!text.empty()) words += 1 + std::ranges::count(text, ' ');
  }
  if (words == 0) return "";
  return message("publishing.reading_time", lang,
                 {{"words", number_text(words, lang)},
                  {"minutes", std::to_string((words + kWordsAMinute - 1) / kWordsAMinute)}});
}

}  // namespace guong::publishing
