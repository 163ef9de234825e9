// Rebuilds a Word file out of the parts on a list; whatever is not on it is not copied.
#include <algorithm>
#include <array>
#include <map>

#include "works/docx.h"
#include "works/pictures.h"

namespace guong::works {
namespace {

enum class Role { markup, settings, picture, as_is, metadata, content_dropped };

/// Which parts are carried over, and how: the first row whose beginning and end fit. Whatever fits
/// none is left behind.
struct RoleRow {
  std::string_view prefix, suffix;
  Role role;
};
constexpr std::array kRoles{
    RoleRow{"word/document", ".xml", Role::markup},
    RoleRow{"word/styles.xml", "", Role::markup},
    RoleRow{"word/numbering.xml", "", Role::markup},
    RoleRow{"word/fontTable.xml", "", Role::markup},
    RoleRow{"word/header", ".xml", Role::markup},
    RoleRow{"word/footer", ".xml", Role::markup},
    RoleRow{"word/footnotes.xml", "", Role::markup},
    RoleRow{"word/endnotes.xml", "", Role::markup},
    RoleRow{"word/charts/", ".xml", Role::markup},
    RoleRow{"word/diagrams/", ".xml", Role::markup},
    RoleRow{"word/drawings/", ".xml", Role::markup},
    RoleRow{"word/theme/", ".xml", Role::markup},
    RoleRow{"word/settings.xml", "", Role::settings},
    RoleRow{"word/media/", "", Role::picture},
    RoleRow{"word/fonts/", ".odttf", Role::as_is},
    RoleRow{"word/embeddings/", "", Role::content_dropped},
    RoleRow{"word/activeX/", "", Role::content_dropped},
    RoleRow{"word/ink/", "", Role::content_dropped},
};

struct TypeRow {
  std::string_view extension, type;
};
constexpr std::array kTypes{
    TypeRow{"rels", "application/vnd.openxmlformats-package.relationships+xml"},
    TypeRow{"xml", "application/xml"},
    TypeRow{"jpeg", "image/jpeg"},
    TypeRow{"png", "image/png"},
    TypeRow{"gif", "image/gif"},
    TypeRow{"webp", "image/webp"},
    TypeRow{"emf", "image/x-emf"},
    TypeRow{"wmf", "image/x-wmf"},
    TypeRow{"bmp", "image/bmp"},
    TypeRow{"odttf", "application/vnd.openxmlformats-officedocument.obfuscatedFont"},
};
constexpr std::string_view kMainType =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
constexpr std::string_view kRelationsSpace = "http://schemas.openxmlformats.org/package/2006/relationships";
constexpr std::string_view kTypesSpace = "http://schemas.openxmlformats.org/package/2006/content-types";
constexpr std::string_view kMainRelation =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";

Role role_of(std::string_view name) {
  // Relations go with the part that they belong to.
  if (name.find("/_rels/") != name.npos) return Role::metadata;
  for (const RoleRow& row : kRoles) {
    if (name.starts_with(row.prefix) && name.ends_with(row.suffix)) return row.role;
  }
  return Role::metadata;
}

pugi::xml_node append(pugi::xml_node parent, const char* name,
                      std::initializer_list<std::pair<const char*, std::string_view>> attributes) {
  auto node = parent.append_child(name);
  for (const auto& [key, value] : attributes) {
    node.append_attribute(key).set_value(std::string(value).c_str());
  }
  return node;
}

/// One Word file on its way to its rendition.
class Rewriter {
 public:
  Rewriter(ZipReader& zip, std::string body) : zip_(zip), body_(std::move(body)) {}

  /// Fills the new parts; false when a part that must be there cannot be read.
  bool run() {
    // Pictures first: what became of each decides which relations of the markup may stay.
    for (const auto& name : zip_.names()) {
      if (role_of(name) == Role::picture) take_picture(name);
      if (role_of(name) == Role::content_dropped) dropped_.push_back(name);
    }
    for (const auto& name : zip_.names()) {
      if (role_of(name) == Role::markup || role_of(name) == Role::settings) take_markup(name);
      if (role_of(name) == Role::as_is) take_as_is(name);
    }
    if (!parts_.contains(body_)) return false;
    for (const auto& name : relations_waiting_) write_relations(name);
    write_root_relations();
    return write_types();
  }
  const std::map<std::string, std::string>& parts() const { return parts_; }
  std::vector<std::string>& dropped() { return dropped_; }

 private:
  void take_picture(const std::string& name) {
    const auto bytes = zip_.read(name);
    auto picture = bytes ? scrub_any_picture(*bytes) : std::nullopt;
    if (!picture) return dropped_.push_back(name);
    const auto renamed =
        "word/media/image" + std::to_string(renamed_.size() + 1) + std::string(picture->extension);
    renamed_[name] = renamed;
    parts_[renamed] = std::move(picture->bytes);
  }

  void take_as_is(const std::string& name) {
    if (auto bytes = zip_.read(name)) parts_[name] = std::move(*bytes);
  }

  void take_markup(const std::string& name) {
    const auto bytes = zip_.read(name);
    const auto document = bytes ? parse_xml(*bytes) : nullptr;
    if (!document) return dropped_.push_back(name);
    if (role_of(name) == Role::settings) {
      clean_settings(*document);
    } else {
      clean_markup(*document, gone_relations(name));
      relations_waiting_.push_back(name);
    }
    parts_[name] = to_text(*document);
  }

  /// Where a relationship of `source` leads in the rendition; nothing when it must go.
  std::optional<std::string> new_target(const std::string& source, pugi::xml_node relation) const {
    const auto target = attribute(relation, "Target");
    if (attribute(relation, "TargetMode") == "External") {
      const bool link = attribute(relation, "Type").ends_with("/hyperlink");
      return link && harmless_link(target) ? std::optional(std::string(target)) : std::nullopt;
    }
    const auto part = resolve_target(source, target);
    if (const auto found = renamed_.find(part); found != renamed_.end()) return '/' + found->second;
    const auto& names = zip_.names();
    if (std::ranges::find(names, part) == names.end()) return std::nullopt;
    const Role role = role_of(part);
    const bool kept = role == Role::markup || role == Role::settings || role == Role::as_is;
    return kept ? std::optional('/' + part) : std::nullopt;
  }

  std::unique_ptr<pugi::xml_document> relations(const std::string& source) {
    const auto bytes = zip_.read(relations_of(source));
    return bytes ? parse_xml(*bytes) : nullptr;
  }

  std::set<std::string> gone_relations(const std::string& source) {
    std::set<std::string> gone;
    const auto all = relations(source);
    if (!all) return gone;
    for (auto relation : all->document_element().children()) {
      if (!new_target(source, relation)) gone.emplace(attribute(relation, "Id"));
    }
    return gone;
  }

  void write_relations(const std::string& source) {
    const auto all = relations(source);
    if (!all) return;
    pugi::xml_document out;
    auto root = append(out, "Relationships", {{"xmlns", kRelationsSpace}});
    for (auto relation : all->document_element().children()) {
      const auto target = new_target(source, relation);
      const bool external = attribute(relation, "TargetMode") == "External";
      if (!target || (!external && !parts_.contains(target->substr(1)))) continue;
      auto node = append(
          root, "Relationship",
          {{"Id", attribute(relation, "Id")}, {"Type", attribute(relation, "Type")}, {"Target", *target}});
      if (external) node.append_attribute("TargetMode").set_value("External");
    }
    parts_[relations_of(source)] = to_text(out);
  }

  bool write_types() {
    const auto bytes = zip_.read("[Content_Types].xml");
    const auto old_types = bytes ? parse_xml(*bytes) : nullptr;
    if (!old_types) return false;
    pugi::xml_document out;
    auto root = append(out, "Types", {{"xmlns", kTypesSpace}});
    for (const TypeRow& row : kTypes) {
      append(root, "Default", {{"Extension", row.extension}, {"ContentType", row.type}});
    }
    append(root, "Override", {{"PartName", '/' + body_}, {"ContentType", kMainType}});
    for (auto node : old_types->document_element().children()) {
      const auto name = attribute(node, "PartName");
      if (!name.starts_with('/') || name.substr(1) == body_ || !parts_.contains(std::string(name.substr(1))))
        continue;
      append(root, "Override", {{"PartName", name}, {"ContentType", attribute(node, "ContentType")}});
    }
    parts_["[Content_Types].xml"] = to_text(out);
    return true;
  }

  void write_root_relations() {
    pugi::xml_document out;
    auto root = append(out, "Relationships", {{"xmlns", kRelationsSpace}});
    append(root, "Relationship", {{"Id", "rId1"}, {"Type", kMainRelation}, {"Target", body_}});
    parts_["_rels/.rels"] = to_text(out);
  }

  ZipReader& zip_;
  std::string body_;
  std::map<std::string, std::string> parts_, renamed_;
  std::vector<std::string> relations_waiting_, dropped_;
};

}  // namespace

ScrubResult scrub_docx(const std::filesystem::path& input, const std::filesystem::path& output) {
  try {
    auto zip = ZipReader::open(input);
    const auto body = zip ? main_part(*zip) : std::nullopt;
    if (!body) return {false, "works.damaged", FileKind::docx, {}};
    Rewriter rewriter(*zip, *body);
    if (!rewriter.run() || !write_zip(output, rewriter.parts()))
      return {false, "works.damaged", FileKind::docx, {}};
    return {true, "", FileKind::docx, std::move(rewriter.dropped())};
  } catch (const TooLargeInside&) {
    return {false, "works.too_large_inside", FileKind::docx, {}};
  }
}

}  // namespace guong::works
