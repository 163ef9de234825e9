// Writing a results file: names, money, ranks, exact and shown scores, hashes and exceptions are computed here, so
// that a file that says otherwise differs from what this writer makes of its marks.
#include "guong/standings/results_file.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "guong/base/crypto.h"
#include "guong/base/nullable_json.h"
#include "standings/ledger_json.h"

namespace guong::standings {
namespace {

using nlohmann::json;

constexpr std::string_view kLongLists[] = {"/ranking/rounds/*/works", "/ranking/rankings/*/places",
                                           "/ledger/records"};

std::string hash_text(std::string_view text) { return to_hex(as_text(sha256(text))); }

json authors_json(const std::vector<PublishedAuthor>& authors) {
  json out = json::array();
  for (const auto& author : authors) out.push_back({{"name", author.name}, {"unit", or_null(author.unit)}});
  return out;
}

json award_json(const rules::RuleBook& rules, const ResultsFile& file, const PublishedAward& award) {
  const auto& ranking = file.ranking;
  const auto* prize = find_prize(rules, award.prize);
  const auto* place =
      award.code ? find_place(ranking, *award.code, prize && prize->scope != "category") : nullptr;
  json out{{"prize", award.prize},
           {"name", prize ? text_json(prize->name) : json(nullptr)},
           {"category", or_null(award.category)},
           {"money", prize ? prize->money : 0},
           {"code", or_null(award.code)},
           {"unit", or_null(award.unit)},
           {"rank", place ? json(place->rank) : json(nullptr)},
           {"score", place ? json(to_text(place->score)) : json(nullptr)},
           {"shown", place ? json(rounded(place->score, rules.rounds.back().places)) : json(nullptr)},
           {"title", or_null(award.title)},
           {"authors", authors_json(award.authors)},
           {"work", or_null(award.work)}};
  if (file.v >= 3) out["unit_code"] = or_null(award.unit_code);
  return out;
}

json text_or_null(const std::string& text) { return text.empty() ? json(nullptr) : json(text); }

json departures_json(const rules::RuleBook& rules, const ResultsFile& file) {
  json out = json::array();
  for (const auto& d : file.departures) {
    const bool joint = is_joint(rules, file.departures, d);
    out.push_back({{"kind", joint ? "joint" : departure_kind_name(d.kind)},
                   {"prize", d.prize},
                   {"category", text_or_null(d.category)},
                   {"code", text_or_null(d.code)},
                   {"unit_code", text_or_null(d.unit)},
                   {"places", d.places},
                   {"reason", d.reason},
                   {"decided_by", {{"office", d.office}, {"name", d.decided_by}}},
                   {"decided_at", to_rfc3339(d.decided_at)}});
  }
  return out;
}

json left_json(const std::vector<LeftWork>& left) {
  json out = json::array();
  for (const auto& work : left)
    out.push_back({{"code", work.code}, {"state", work.state}, {"reason", work.reason}});
  return out;
}

json earlier_json(const std::vector<EarlierResult>& earlier) {
  json out = json::array();
  for (const auto& result : earlier) out.push_back({{"number", result.number}, {"sha256", result.sha256}});
  return out;
}

json exceptions_json(const rules::RuleBook& rules, const ResultsFile& file) {
  std::vector<HeldPrize> held;
  for (const auto& award : file.awards)
    if (award.code) held.push_back({award.prize, *award.code});
  json out = json::array();
  for (const auto& e : award_exceptions(rules, file.ranking, held))
    out.push_back({{"kind", e.kind},
                   {"prize", e.prize},
                   {"category", e.category.empty() ? json(nullptr) : json(e.category)},
                   {"code", e.code}});
  return out;
}

json record_json(const OpenedRecord& record) {
  json open = json::object();
  for (const auto& [name, opening] : record.open)
    open[name] = {{"salt", to_base64(as_text(opening.salt))}, {"value", opening.value}};
  return {{"record", record.record}, {"open", std::move(open)}};
}

/// The ranking with the digest of the rule book that the file carries.
void add_ranking(const rules::RuleBook& rules, const ResultsFile& file, LongJson& out) {
  auto ranking = ranking_json(rules, file.ranking);
  ranking.frame["rule_book"]["sha256"] = out.frame["rule_book"]["sha256"];
  out.frame["ranking"] = std::move(ranking.frame);
  for (auto& [pointer, list] : ranking.lists) out.lists["/ranking" + pointer] = std::move(list);
  out.frame["ranking_sha256"] = canonical_sha256(out, "/ranking");
}

void add_seal(const ResultsFile& file, LongJson& out) {
  out.frame["ledger"] = ledger_json(*file.ledger, file.v);
  if (file.v < 4) return;
  const auto& records = file.ledger->records;
  out.lists["/ledger/records"] = {records.size(),
                                  [&records](std::size_t i) { return record_json(records.at(i)); }};
}

}  // namespace

std::span<const std::string_view> long_lists_of_file() { return kLongLists; }

json awards_json(const rules::RuleBook& rules, const ResultsFile& file) {
  json out = json::array();
  for (const auto& award : file.awards) out.push_back(award_json(rules, file, award));
  return out;
}

LongJson long_results_file(const rules::RuleBook& rules, const ResultsFile& file) {
  LongJson out;
  out.frame = {{"v", file.v},
               {"contest", {{"id", file.contest}, {"slug", file.slug}, {"name", text_json(file.name)}}},
               {"result",
                {{"number", file.number},
                 {"decision_number", file.decision_number},
                 {"computed_at", to_rfc3339(file.computed_at)},
                 {"approved_at", or_null(file.approved_at)},
                 {"published_at", to_rfc3339(file.published_at)},
                 {"supersedes", or_null(file.supersedes)},
                 {"reason", file.reason}}},
               {"rule_book",
                {{"version", file.ranking.rules_version},
                 {"sha256", hash_text(file.rules_document)},
                 {"document", file.rules_document}}},
               {"awards", awards_json(rules, file)}};
  add_ranking(rules, file, out);
  if (file.v >= 2) out.frame["exceptions"] = exceptions_json(rules, file);
  if (file.v >= 3) {
    out.frame["departures"] = departures_json(rules, file);
    out.frame["author_keys"] = file.authors;
    out.frame["left"] = left_json(file.left);
    out.frame["earlier"] = earlier_json(file.earlier);
  }
  if (file.ledger) add_seal(file, out);
  return out;
}

json results_file_json(const rules::RuleBook& rules, const ResultsFile& file) {
  return whole(long_results_file(rules, file));
}

std::string canonical_sha256(const LongJson& value, const std::string& pointer) {
  Hasher hasher;
  write_canonical(
      value, [&](std::string_view piece) { hasher.update(piece); }, pointer);
  return to_hex(as_text(hasher.digest()));
}

Digest results_file_hash(const LongJson& file) {
  Hasher hasher;
  const char* before = "{";
  for (const auto& [name, value] : file.frame.items()) {
    if (name == "ledger") continue;
    hasher.update(before + json(name).dump() + ":");
    write_canonical(
        file, [&](std::string_view piece) { hasher.update(piece); }, pointer_below("", name));
    before = ",";
  }
  hasher.update("}");
  Digest out{};
  std::ranges::copy(hasher.digest(), out.begin());
  return out;
}

Digest results_file_hash(const json& file) { return results_file_hash(LongJson{file, {}}); }

}  // namespace guong::standings
