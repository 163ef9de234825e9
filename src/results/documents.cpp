// The JSON that publication freezes. It must stand by itself for good, so it holds names and rules in full,
// not ids to look up.
#include "results/documents.h"

#include <nlohmann/json.hpp>

#include "guong/base/bytes.h"

namespace guong::results {
namespace {

using nlohmann::json;

template <class T>
json or_null(const std::optional<T>& value) {
  return value ? json(*value) : json(nullptr);
}
json or_null(const std::optional<Timestamp>& time) { return time ? json(to_rfc3339(*time)) : json(nullptr); }

json unit_name(const Publication& p, const std::optional<UnitId>& unit) {
  if (!unit) return nullptr;
  const auto name = p.units.find(*unit);
  return name == p.units.end() ? json(nullptr) : json(name->second);
}

json prize_json(const Publication& p, const std::string& id) {
  const auto* prize = find_prize(*p.rules, id);
  return {{"id", id}, {"name", prize ? text_json(prize->name) : json(nullptr)}};
}

std::string shown(const Publication& p, const std::string& score) {
  const auto exact = parse_rational(score);
  return exact ? rounded(*exact, p.rules->rounds.back().places) : "";
}

json award_json(const Publication& p, const Award& award) {
  json body = {{"prize", award.prize},
               {"name", prize_json(p, award.prize).at("name")},
               {"category", award.category.empty() ? json(nullptr) : json(award.category)},
               {"money", award.money},
               {"code", award.code.empty() ? json(nullptr) : json(award.code)},
               {"unit", unit_name(p, award.unit)},
               {"rank", award.code.empty() ? json(nullptr) : json(award.rank)},
               {"score", award.code.empty() ? json(nullptr) : json(award.score)},
               {"shown", award.code.empty() ? json(nullptr) : json(shown(p, award.score))},
               {"title", nullptr},
               {"authors", json::array()},
               {"work", nullptr}};
  if (const auto work = p.works.find(award.code); work != p.works.end()) {
    body["title"] = work->second.title;
    body["authors"] = authors_json(p, work->second.identity);
  }
  if (const auto slug = p.slugs.find(award.code); slug != p.slugs.end()) body["work"] = slug->second;
  return body;
}

std::vector<std::string> paragraphs(std::string_view body) {
  std::vector<std::string> out;
  while (!body.empty()) {
    const auto end = body.find('\n');
    const auto line = body.substr(0, end);
    if (line.find_first_not_of(" \t") != std::string_view::npos) out.emplace_back(line);
    body = end == std::string_view::npos ? std::string_view{} : body.substr(end + 1);
  }
  return out;
}

json files_json(const entries::AnonymousWork& work) {
  json files = json::array();
  for (const auto& file : work.files)
    if (file.ready)
      files.push_back({{"position", file.position},
                       {"purpose", file.purpose},
                       {"kind", file.kind},
                       {"media_type", file.media_type},
                       {"size", file.size},
                       {"duration_ms", or_null(file.duration_ms)},
                       {"width", or_null(file.width)},
                       {"height", or_null(file.height)}});
  return files;
}

}  // namespace

json text_json(const rules::LocalText& text) { return {{"vi", text.vi}, {"en", text.en}}; }

std::string public_name(const entries::Author& author) {
  return author.pen_name.empty() ? author.name : author.pen_name;
}

json authors_json(const Publication& p, const entries::Identity& identity) {
  json out = json::array();
  for (const auto& author : identity.authors)
    out.push_back({{"name", public_name(author)}, {"unit", unit_name(p, author.unit)}});
  return out;
}

json results_file(const Publication& p) {
  json awards = json::array();
  for (const auto& award : p.awards) awards.push_back(award_json(p, award));
  return {{"v", 1},
          {"contest",
           {{"id", p.contest.id.value}, {"slug", p.contest.slug}, {"name", text_json(p.contest.name)}}},
          {"result",
           {{"number", p.result.number},
            {"decision_number", p.result.decision_number},
            {"computed_at", to_rfc3339(p.result.computed_at)},
            {"approved_at", or_null(p.result.approved_at)},
            {"published_at", to_rfc3339(p.now)},
            {"supersedes", p.superseded_number ? json(p.superseded_number) : json(nullptr)},
            {"reason", p.result.reason}}},
          {"rule_book", {{"version", p.contest.version}, {"sha256", ""}, {"document", p.rules_document}}},
          {"ranking", json::parse(p.result.ranking)},
          {"ranking_sha256", to_hex(as_text(p.result.ranking_sha256))},
          {"awards", std::move(awards)}};
}

json work_document(const Publication& p, const entries::JoinedEntry& entry,
                   const entries::AnonymousWork& work) {
  const auto* category = rules::find_category(*p.rules, entry.category);
  const auto* field = rules::find_field(*p.rules, entry.field);
  json prizes = json::array();
  for (const auto& award : p.awards)
    if (award.code == entry.code) prizes.push_back(prize_json(p, award.prize));
  return {
      {"v", 1},
      {"slug", p.slugs.at(entry.code)},
      {"code", entry.code},
      {"contest", p.contest.id.value},
      {"title", work.title},
      {"body", paragraphs(work.body)},
      {"language", work.language},
      {"category", {{"id", entry.category}, {"name", category ? text_json(category->name) : json(nullptr)}}},
      {"field", {{"id", entry.field}, {"name", field ? text_json(field->name) : json(nullptr)}}},
      {"exemplar",
       {{"kind", work.exemplar_kind},
        {"name", work.exemplar_name},
        {"unit", work.exemplar_unit},
        {"place", work.exemplar_place}}},
      {"authors", authors_json(p, entry.identity)},
      {"prizes", std::move(prizes)},
      {"files", files_json(work)},
      {"published_at", to_rfc3339(p.now)}};
}

}  // namespace guong::results
