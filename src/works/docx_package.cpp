// How the parts of a Word file find each other (Open Packaging Conventions); reading and scrubbing share it.
#include <algorithm>

#include "works/docx.h"

namespace guong::works {

std::string relations_of(std::string_view part) {
  const auto slash = part.rfind('/');
  const auto folder = slash == part.npos ? std::string_view() : part.substr(0, slash + 1);
  const auto name = slash == part.npos ? part : part.substr(slash + 1);
  return std::string(folder) + "_rels/" + std::string(name) + ".rels";
}

std::string resolve_target(std::string_view source_part, std::string_view target) {
  std::filesystem::path path;
  if (target.starts_with('/')) {
    path = std::filesystem::path(target.substr(1));
  } else {
    path = std::filesystem::path(source_part).parent_path() / std::filesystem::path(target);
  }
  return path.lexically_normal().string();
}

std::optional<std::string> main_part(ZipReader& zip) {
  const auto text = zip.read("_rels/.rels");
  if (!text || !zip.read("[Content_Types].xml")) return std::nullopt;
  const auto relations = parse_xml(*text);
  if (!relations) return std::nullopt;
  for (auto relation : relations->document_element().children()) {
    if (!attribute(relation, "Type").ends_with("/officeDocument")) continue;
    auto name = resolve_target("", attribute(relation, "Target"));
    // Workbooks and slides are made the same way; only a Word file's body stands below word/.
    const auto& names = zip.names();
    if (name.starts_with("word/") && std::ranges::find(names, name) != names.end()) return name;
  }
  return std::nullopt;
}

bool harmless_link(std::string_view target) {
  return target.starts_with("http://") || target.starts_with("https://");
}

}  // namespace guong::works
