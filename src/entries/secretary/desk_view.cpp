// Reads the sealed versions: the rows of an entry are its author's working copy.
#include "entries/secretary/desk_view.h"

#include "entries/co_authors.h"
#include "entries/entry_access.h"
#include "entries/entry_json.h"
#include "entries/submitted_work.h"

namespace guong::entries {
namespace {

using nlohmann::json;

Version need_version(store::Reader& reader, EntryId entry, std::int64_t version) {
  auto found = find_version(reader, entry, version);
  if (!found) throw Error::not_found();
  return std::move(*found);
}

/// Contact data and authors, as only the secretary's desk shows them.
void add_identity(json& out, const Identity& identity,
                  const std::vector<std::optional<std::string>>& confirmations,
                  const std::vector<UnitFact>& units) {
  auto& authors = out["authors"] = json::array();
  for (std::size_t i = 0; i < identity.authors.size(); ++i) {
    auto& author = authors.emplace_back(author_json(identity.authors[i], confirmations[i]));
    const bool known = identity.authors[i].unit && i < units.size();
    author["unit_state"] = known ? json(accounts::member_state_name(units[i].said.state)) : json(nullptr);
    author["unit_reason"] = known ? units[i].said.reason : "";
  }
  out["phone"] = identity.phone;
  out["email"] = identity.email;
  out["address"] = identity.address;
  out["declared_interests"] = identity.declared_interests;
}

std::vector<UnitFact> units_of(store::Reader& reader, const api::UseCaseContext& context, EntryId entry,
                               const Identity& identity) {
  const auto frozen = sealed_units(reader, entry);
  return frozen.empty() ? unit_facts(reader, identity) : open_units(context.keys, entry, frozen);
}

}  // namespace

DeskView desk_view(store::Reader& reader, const api::UseCaseContext& context, ContestId contest, EntryId id) {
  api::require(context.actor, api::Role::secretary, contest);
  const auto entry = desk_entry(reader, contest, id);
  DeskView view{id,
                entry.number,
                entry.state,
                entry.revision,
                {},
                {},
                {},
                list_versions(reader, id),
                list_events(reader, id),
                entry.version,
                entry.reason,
                entry.reply_by,
                entry.submitted_at,
                {},
                {}};
  auto last = submitted_document(reader, context.keys, entry);
  view.files = file_views(reader, id, last.files);
  view.confirmations = confirmations(reader, context.keys, id, last.identity);
  view.units = units_of(reader, context, id, last.identity);
  view.content = std::move(last.content);
  view.identity = std::move(last.identity);
  return view;
}

VersionView version_view(store::Reader& reader, const api::UseCaseContext& context, ContestId contest,
                         EntryId id, std::int64_t version) {
  api::require(context.actor, api::Role::secretary, contest);
  const auto entry = desk_entry(reader, contest, id);
  const auto row = need_version(reader, entry.id, version);
  VersionView view{
      version, row.submitted_at, open_document(context.keys, id, version, row.document_sealed), {}, {}};
  view.confirmations = confirmations(reader, context.keys, id, view.document.identity);
  view.units = unit_facts(reader, view.document.identity);
  return view;
}

json to_json(const DeskView& view) {
  auto out = content_json(view.content);
  add_identity(out, view.identity, view.confirmations, view.units);
  out["id"] = view.id.value;
  out["number"] = view.number;
  out["state"] = state_name(view.state);
  out["revision"] = view.revision.value;
  out["version"] = view.version;
  out["files"] = to_json(view.files);
  auto& versions = out["versions"] = json::array();
  for (const auto& version : view.versions)
    versions.push_back({{"version", version.version},
                        {"submitted_at", to_rfc3339(version.submitted_at)},
                        {"text_sha256", to_hex(as_text(version.text_sha256))}});
  out["events"] = events_json(view.events);
  out["reason"] = text_or_null(view.reason);
  out["reply_by"] = or_null(view.reply_by);
  out["submitted_at"] = or_null(view.submitted_at);
  return out;
}

json to_json(const VersionView& view) {
  auto out = content_json(view.document.content);
  add_identity(out, view.document.identity, view.confirmations, view.units);
  auto& files = out["files"] = json::array();
  for (const auto& file : view.document.files) files.push_back(file_json(file));
  out["version"] = view.version;
  out["submitted_at"] = to_rfc3339(view.submitted_at);
  return out;
}

json to_json(const ListedEntry& line) {
  return {{"id", line.id.value},
          {"number", line.number},
          {"state", state_name(line.state)},
          {"revision", line.revision.value},
          {"category", line.category},
          {"field", line.field},
          {"title", line.title},
          {"exemplar_name", line.exemplar_name},
          {"version", line.version},
          {"submitted_at", to_rfc3339(line.submitted_at)},
          {"reply_by", or_null(line.reply_by)}};
}

}  // namespace guong::entries
