// The JSON that publication freezes. It must stand by itself for good, so it holds names and rules in full,
// not ids to look up.
#include "results/documents.h"

#include <nlohmann/json.hpp>
#include <set>

#include "guong/base/bytes.h"
#include "guong/base/crypto.h"
#include "guong/base/nullable_json.h"

namespace guong::results {
namespace {

using nlohmann::json;

std::optional<std::string> unit_name(const Publication& p, const std::optional<UnitId>& unit) {
  if (!unit) return std::nullopt;
  const auto name = p.units.find(*unit);
  return name == p.units.end() ? std::nullopt : std::optional(name->second);
}

std::optional<std::string> unit_code(const Publication& p, const std::optional<UnitId>& unit) {
  return unit ? std::optional(p.unit_codes.at(*unit)) : std::nullopt;
}

json prize_json(const Publication& p, const std::string& id) {
  const auto* prize = find_prize(p.rules(), id);
  return {{"id", id}, {"name", prize ? text_json(prize->name) : json(nullptr)}};
}

std::vector<standings::PublishedAuthor> published_authors(const Publication& p,
                                                          const entries::Identity& identity) {
  std::vector<standings::PublishedAuthor> out;
  for (const auto& author : identity.authors) out.push_back({public_name(author), unit_name(p, author.unit)});
  return out;
}

std::optional<std::string> or_nothing(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

standings::PublishedAward published_award(const Publication& p, const Award& award) {
  standings::PublishedAward out{award.prize,
                                or_nothing(award.category),
                                or_nothing(award.code),
                                unit_name(p, award.unit),
                                unit_code(p, award.unit),
                                std::nullopt,
                                {},
                                std::nullopt};
  if (const auto work = p.prizes.works.find(award.code); work != p.prizes.works.end()) {
    out.title = work->second.title;
    out.authors = published_authors(p, work->second.identity);
  }
  if (const auto slug = p.slugs.find(award.code); slug != p.slugs.end()) out.work = slug->second;
  return out;
}

std::vector<standings::Departure> departures(const Publication& p) {
  std::vector<standings::Departure> out;
  for (const auto& [what, unit, by] : p.prizes.decided) {
    out.push_back(what);
    out.back().unit = unit_code(p, unit).value_or("");
    const auto name = p.people.find(by);
    out.back().decided_by = name == p.people.end() ? "" : name->second;
  }
  return out;
}

/// The author's key as a reader may have it: the same for the same author in this file, and in no other.
std::string salted(const Publication& p, const std::string& key) {
  constexpr std::size_t kBytes = 16;
  return to_hex(as_text(hmac_sha256(p.author_salt, key)).substr(0, kBytes));
}

/// Only of works that have a prize or that the limit of prizes per author passed over: whose other works a winner
/// sent in is nobody's business. Of all works where a reader could not come to the same awards otherwise.
standings::AuthorKeys author_keys(const Publication& p) {
  const auto& prizes = p.prizes;
  std::set<std::string> needed;
  std::vector<standings::HeldPrize> held;
  for (const auto& award : p.awards) {
    if (award.code.empty()) continue;
    needed.insert(award.code);
    held.push_back({award.prize, award.code});
  }
  for (const auto& exception : standings::award_exceptions(p.rules(), prizes.ranking, held))
    needed.insert(exception.code);
  standings::AuthorKeys keys;
  for (const auto& code : needed) keys[code] = prizes.authors.at(code);
  const auto told = [&](const standings::AuthorKeys& authors) {
    std::set<std::pair<std::string, std::string>> out;
    for (const auto& w : standings::winners(p.rules(), prizes.ranking, authors, prizes.departures()))
      out.insert({w.prize, w.code});
    return out;
  };
  if (told(keys) != told(prizes.authors)) keys = prizes.authors;
  for (auto& [code, of_work] : keys)
    for (auto& key : of_work) key = salted(p, key);
  return keys;
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

std::string public_name(const entries::Author& author) {
  return author.pen_name.empty() ? author.name : author.pen_name;
}

json authors_json(const Publication& p, const entries::Identity& identity) {
  json out = json::array();
  for (const auto& author : published_authors(p, identity))
    out.push_back({{"name", author.name}, {"unit", or_null(author.unit)}});
  return out;
}

standings::ResultsFile results_file(const Publication& p) {
  standings::ResultsFile file;
  file.contest = p.contest.id.value;
  file.slug = p.contest.slug;
  file.name = p.contest.name;
  file.number = p.result.number;
  file.decision_number = p.result.decision_number;
  file.computed_at = p.result.computed_at;
  file.approved_at = p.result.approved_at;
  file.published_at = p.now;
  if (p.superseded_number) file.supersedes = p.superseded_number;
  file.reason = p.result.reason;
  file.rules_document = p.rules_document;
  for (const auto& award : p.awards) file.awards.push_back(published_award(p, award));
  file.departures = departures(p);
  file.authors = author_keys(p);
  file.left = p.left;
  file.earlier = p.earlier;
  return file;
}

json work_document(const Publication& p, const entries::JoinedEntry& entry,
                   const entries::AnonymousWork& work) {
  const auto* category = rules::find_category(p.rules(), entry.category);
  const auto* field = rules::find_field(p.rules(), entry.field);
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
