// JSON of the views, author's and desk's; the sealed documents have their own in document.cpp.
#include <nlohmann/json.hpp>

#include "entries/entry_views.h"
#include "guong/base/prose.h"

namespace guong::entries {
namespace {

using nlohmann::json;

json time_of(const std::optional<Timestamp>& time) { return time ? json(to_rfc3339(*time)) : json(nullptr); }
template <class Tag>
json id_of(const std::optional<Id<Tag>>& id) {
  return id ? json(id->value) : json(nullptr);
}
json number_of(const std::optional<std::int64_t>& number) { return number ? json(*number) : json(nullptr); }
json text_or_null(const std::string& text) { return text.empty() ? json(nullptr) : json(text); }

json declared(const std::set<std::string>& ids) {
  json out = json::object();
  for (const auto& id : ids) out[id] = true;
  return out;
}

json content_json(const Content& content) {
  return {{"category", content.category},
          {"field", content.field},
          {"title", content.title},
          {"body", content.body},
          {"words", prose_words(content.body)},
          {"language", content.language},
          {"exemplar",
           {{"kind", content.exemplar.kind},
            {"name", content.exemplar.name},
            {"unit", id_of(content.exemplar.unit)},
            {"place", content.exemplar.place}}},
          {"declarations", declared(content.declarations)}};
}

json author_json(const Author& author) {
  return {{"name", author.name},
          {"pen_name", author.pen_name},
          {"unit", id_of(author.unit)},
          {"contact", author.contact}};
}

json events_json(const std::vector<Event>& events) {
  json out = json::array();
  for (const auto& event : events)
    out.push_back({{"kind", event.kind}, {"at", to_rfc3339(event.at)}, {"note", event.note}});
  return out;
}

template <class T>
json list_json(const std::vector<T>& all) {
  json out = json::array();
  for (const auto& one : all) out.push_back(to_json(one));
  return out;
}

json file_json(const VersionFile& file) {
  return {{"id", file.id.value},
          {"purpose", file.facts.purpose},
          {"name", file.name},
          {"kind", file.facts.kind},
          {"media_type", file.media_type},
          {"size", file.facts.size},
          {"sha256", file.sha256},
          {"duration_ms", number_of(file.facts.duration_ms)},
          {"width", number_of(file.facts.width)},
          {"height", number_of(file.facts.height)}};
}

/// Contact data and authors, as only the secretary's desk shows them.
void add_identity(json& out, const Identity& identity) {
  auto& authors = out["authors"] = json::array();
  for (const auto& author : identity.authors) authors.push_back(author_json(author));
  out["phone"] = identity.phone;
  out["email"] = identity.email;
  out["address"] = identity.address;
  out["declared_ties"] = identity.declared_ties;
}

}  // namespace

json to_json(const FileView& view) {
  auto out = file_json(view.file);
  out["rendition"] = view.rendition;
  return out;
}

json to_json(const EntrantView& view) {
  auto out = content_json(view.draft.content);
  auto& co_authors = out["co_authors"] = json::array();
  for (const auto& author : view.draft.co_authors) co_authors.push_back(author_json(author));
  out["author"] = view.draft.author ? author_json(*view.draft.author) : json();
  out["pen_name"] = view.draft.pen_name;
  out["phone"] = view.draft.phone;
  out["email"] = view.draft.email;
  out["address"] = view.draft.address;
  out["declared_ties"] = view.draft.declared_ties;
  out["id"] = view.id.value;
  out["contest"] = {{"id", view.contest.value}, {"slug", view.contest_slug}};
  out["number"] = view.number;
  out["state"] = state_name(view.state);
  out["revision"] = view.revision.value;
  out["version"] = view.version;
  out["files"] = list_json(view.files);
  out["events"] = events_json(view.events);
  out["reason"] = text_or_null(view.reason);
  out["reply_by"] = time_of(view.reply_by);
  out["submitted_at"] = time_of(view.submitted_at);
  out["created_at"] = to_rfc3339(view.created_at);
  out["updated_at"] = to_rfc3339(view.updated_at);
  out["deadline"] = to_rfc3339(view.deadline);
  out["can"] = view.can;
  return out;
}

json to_json(const OwnedEntry& line, const Identity& identity, Lang lang) {
  const auto& name =
      lang == Lang::en && !line.contest_name_en.empty() ? line.contest_name_en : line.contest_name_vi;
  return {{"id", line.id.value},
          {"contest", {{"id", line.contest.value}, {"slug", line.contest_slug}, {"name", name}}},
          {"number", line.number},
          {"state", state_name(line.state)},
          {"revision", line.revision.value},
          {"category", line.category},
          {"title", line.title},
          {"author",
           identity.authors.front().account == identity.owner ? json() : json(identity.authors.front().name)},
          {"version", line.version},
          {"reply_by", time_of(line.reply_by)},
          {"created_at", to_rfc3339(line.created_at)},
          {"updated_at", to_rfc3339(line.updated_at)},
          {"submitted_at", time_of(line.submitted_at)}};
}

json to_json(const DeskView& view) {
  auto out = content_json(view.content);
  add_identity(out, view.identity);
  out["id"] = view.id.value;
  out["number"] = view.number;
  out["state"] = state_name(view.state);
  out["revision"] = view.revision.value;
  out["version"] = view.version;
  out["files"] = list_json(view.files);
  auto& versions = out["versions"] = json::array();
  for (const auto& version : view.versions)
    versions.push_back({{"version", version.version},
                        {"submitted_at", to_rfc3339(version.submitted_at)},
                        {"text_sha256", to_hex(as_text(version.text_sha256))}});
  out["events"] = events_json(view.events);
  out["reason"] = text_or_null(view.reason);
  out["reply_by"] = time_of(view.reply_by);
  out["submitted_at"] = time_of(view.submitted_at);
  return out;
}

json to_json(const VersionView& view) {
  auto out = content_json(view.document.content);
  add_identity(out, view.document.identity);
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
          {"reply_by", time_of(line.reply_by)}};
}

}  // namespace guong::entries
