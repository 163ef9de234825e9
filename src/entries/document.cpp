// JSON of the sealed documents. They are kept for years: a member once written must stay readable.
#include "entries/document.h"

#include <nlohmann/json.hpp>

#include "entries/seal.h"
#include "guong/base/crypto.h"
#include "guong/base/nullable_json.h"

namespace guong::entries {
namespace {

using nlohmann::json;

template <class IdType>
std::optional<IdType> id_in(const json& object, const char* name) {
  const auto& value = object.at(name);
  return value.is_null() ? std::nullopt : std::optional(IdType{value.get<std::int64_t>()});
}

std::optional<std::int64_t> number_in(const json& object, const char* name) {
  const auto& value = object.at(name);
  return value.is_null() ? std::nullopt : std::optional(value.get<std::int64_t>());
}

json to_json(const Identity& identity) {
  json authors = json::array();
  for (const auto& author : identity.authors)
    authors.push_back({{"name", author.name},
                       {"pen_name", author.pen_name},
                       {"unit", or_null(author.unit)},
                       {"account", or_null(author.account)},
                       {"contact", author.contact}});
  return {{"owner", identity.owner.value}, {"authors", std::move(authors)},
          {"phone", identity.phone},       {"email", identity.email},
          {"address", identity.address},   {"declared_interests", identity.declared_interests}};
}

Identity identity_from(const json& from) {
  Identity identity;
  identity.owner = {from.at("owner").get<std::int64_t>()};
  for (const auto& author : from.at("authors"))
    identity.authors.push_back({author.at("name"), author.at("pen_name"), id_in<UnitId>(author, "unit"),
                                id_in<AccountId>(author, "account"), author.at("contact")});
  from.at("phone").get_to(identity.phone);
  from.at("email").get_to(identity.email);
  from.at("address").get_to(identity.address);
  // Called "ties" until 0.2.0.
  from.at(from.contains("ties") ? "ties" : "declared_interests").get_to(identity.declared_interests);
  return identity;
}

json to_json(const Content& content) {
  return {{"category", content.category},
          {"field", content.field},
          {"title", content.title},
          {"body", content.body},
          {"language", content.language},
          {"exemplar_kind", content.exemplar.kind},
          {"exemplar_name", content.exemplar.name},
          {"exemplar_unit", or_null(content.exemplar.unit)},
          {"exemplar_place", content.exemplar.place},
          {"declarations", content.declarations}};
}

Content content_from(const json& from) {
  return {from.at("category"),
          from.at("field"),
          from.at("title"),
          from.at("body"),
          from.at("language"),
          {from.at("exemplar_kind"), from.at("exemplar_name"), id_in<UnitId>(from, "exemplar_unit"),
           from.at("exemplar_place")},
          from.at("declarations").get<std::set<std::string>>()};
}

json to_json(const VersionFile& file) {
  return {{"id", file.id.value},
          {"name", file.name},
          {"media_type", file.media_type},
          {"sha256", file.sha256},
          {"purpose", file.facts.purpose},
          {"kind", file.facts.kind},
          {"size", file.facts.size},
          {"duration_ms", or_null(file.facts.duration_ms)},
          {"width", or_null(file.facts.width)},
          {"height", or_null(file.facts.height)}};
}

VersionFile file_from(const json& from) {
  return {{from.at("id").get<std::int64_t>()},
          from.at("name"),
          from.at("media_type"),
          from.at("sha256"),
          {from.at("purpose"), from.at("kind"), from.at("size").get<std::int64_t>(),
           number_in(from, "duration_ms"), number_in(from, "width"), number_in(from, "height")}};
}

}  // namespace

std::string identity_text(const Identity& identity) { return to_json(identity).dump(); }
Identity read_identity(std::string_view text) { return identity_from(json::parse(text)); }

Bytes seal_document(const api::Keys& keys, EntryId entry, std::int64_t version, const Document& document) {
  json files = json::array();
  for (const auto& file : document.files) files.push_back(to_json(file));
  const json whole = {{"content", to_json(document.content)},
                      {"identity", to_json(document.identity)},
                      {"files", std::move(files)}};
  return seal(keys.seal, version_context("document", entry, version), whole.dump());
}

Document open_document(const api::Keys& keys, EntryId entry, std::int64_t version, const Bytes& sealed) {
  const auto whole =
      json::parse(unseal(keys.seal, version_context("document", entry, version), as_text(sealed)));
  Document document{content_from(whole.at("content")), identity_from(whole.at("identity")), {}};
  for (const auto& file : whole.at("files")) document.files.push_back(file_from(file));
  return document;
}

}  // namespace guong::entries
