// The words of a Word file, for counting and for the leak check. Walks without recursion: depth is the file's
// choice.
#include <algorithm>
#include <array>
#include <set>

#include "guong/base/text.h"
#include "works/docx.h"

namespace guong::works {
namespace {

/// Text that is deleted, or there a second time for older programs.
constexpr std::array<std::string_view, 3> kNotShown{"Fallback", "del", "moveFrom"};
constexpr std::array<std::string_view, 3> kBreaks{"p", "br", "cr"};

struct TextWalker {
  std::string text;

  void enter(pugi::xml_node node) {
    const auto name = local_name(node);
    if (name == "t") {
      text += node.text().get();
    } else if (name == "tab") {
      text += '\t';
    } else if (one_of(kBreaks, name) && !text.empty() && text.back() != '\n') {
      text += '\n';
    } else if (name == "noBreakHyphen") {
      text += '-';
    }
  }
};

std::optional<std::string> text_of_part(ZipReader& zip, const std::string& name) {
  const auto bytes = zip.read(name);
  const auto document = bytes ? parse_xml(*bytes) : nullptr;
  if (!document) return std::nullopt;
  return text_of_markup(*document);
}

bool shown_beside_body(std::string_view name) {
  constexpr std::array<std::string_view, 4> kBeside{"word/header", "word/footer", "word/footnotes",
                                                    "word/endnotes"};
  return name.ends_with(".xml") &&
         std::ranges::any_of(kBeside, [&](auto prefix) { return name.starts_with(prefix); });
}

template <class Read>
auto guarded(Read read) -> decltype(read()) {
  try {
    return read();
  } catch (const TooLargeInside&) {
    return std::nullopt;
  }
}

}  // namespace

std::string text_of_markup(const pugi::xml_document& document) {
  TextWalker walker;
  const pugi::xml_node root = document.document_element();
  for (pugi::xml_node node = root; node;) {
    const bool shown = !one_of(kNotShown, local_name(node));
    if (shown) walker.enter(node);
    if (shown && node.first_child()) {
      node = node.first_child();
      continue;
    }
    while (node && node != root && !node.next_sibling()) node = node.parent();
    node = node == root ? pugi::xml_node() : node.next_sibling();
  }
  return std::move(walker.text);
}

std::optional<std::string> text_of_docx(const std::filesystem::path& file) {
  return guarded([&]() -> std::optional<std::string> {
    auto zip = ZipReader::open(file);
    const auto body = zip ? main_part(*zip) : std::nullopt;
    if (!body) return std::nullopt;
    return text_of_part(*zip, *body);
  });
}

std::optional<std::string> visible_text_of_docx(const std::filesystem::path& file) {
  return guarded([&]() -> std::optional<std::string> {
    auto zip = ZipReader::open(file);
    const auto body = zip ? main_part(*zip) : std::nullopt;
    auto text = body ? text_of_part(*zip, *body) : std::nullopt;
    if (!text) return std::nullopt;
    for (const auto& name : zip->names()) {
      if (!shown_beside_body(name)) continue;
      if (const auto more = text_of_part(*zip, name)) *text += '\n' + *more;
    }
    return text;
  });
}

}  // namespace guong::works
