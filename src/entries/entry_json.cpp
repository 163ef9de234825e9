// The sealed documents have a JSON of their own (document.cpp), which must stay readable for years; this one
// follows the contract.
#include "entries/entry_json.h"

#include "guong/base/prose.h"

namespace guong::entries {
namespace {

using nlohmann::json;

json declared(const std::set<std::string>& ids) {
  json out = json::object();
  for (const auto& id : ids) out[id] = true;
  return out;
}

}  // namespace

json text_or_null(const std::string& text) { return text.empty() ? json(nullptr) : json(text); }

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
            {"unit", or_null(content.exemplar.unit)},
            {"place", content.exemplar.place}}},
          {"declarations", declared(content.declarations)}};
}

json author_json(const Author& author, const std::optional<std::string>& confirmation) {
  return {{"name", author.name},
          {"pen_name", author.pen_name},
          {"unit", or_null(author.unit)},
          {"contact", author.contact},
          {"confirmation", or_null(confirmation)}};
}

json events_json(const std::vector<Event>& events) {
  json out = json::array();
  for (const auto& event : events)
    out.push_back({{"kind", event.kind}, {"at", to_rfc3339(event.at)}, {"note", event.note}});
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
          {"duration_ms", or_null(file.facts.duration_ms)},
          {"width", or_null(file.facts.width)},
          {"height", or_null(file.facts.height)}};
}

}  // namespace guong::entries
