// Writing a results file: names, money, ranks, exact and shown scores, hashes and exceptions are computed here, so
// that a file that says otherwise differs from what this writer makes of its marks.
#include "guong/standings/results_file.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "guong/base/crypto.h"
#include "guong/base/nullable_json.h"

namespace guong::standings {
namespace {

using nlohmann::json;

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

void add_records(const LedgerSeal& seal, json& out) {
  out["key"] = seal.key;
  out["records"] = json::array();
  for (const auto& [record, open] : seal.records) {
    json opened = json::object();
    for (const auto& [name, opening] : open)
      opened[name] = {{"salt", to_base64(as_text(opening.salt))}, {"value", opening.value}};
    out["records"].push_back({{"record", record}, {"open", std::move(opened)}});
  }
  out["nodes"] = json::array();
  for (const auto& node : seal.nodes) out["nodes"].push_back(to_base64(as_text(node)));
}

json ledger_json(const LedgerSeal& seal, std::int64_t v) {
  json out = {{"origin", seal.origin}, {"head", seal.head}};
  if (v == 1) return out;
  out["record"] = seal.record;
  out["path"] = json::array();
  for (const auto& node : seal.path) out["path"].push_back(to_base64(as_text(node)));
  if (v >= 4) add_records(seal, out);
  return out;
}

}  // namespace

json results_file_json(const rules::RuleBook& rules, const ResultsFile& file) {
  auto ranked = file.ranking;
  ranked.rules_sha256 = hash_text(file.rules_document);
  json ranking = ranking_json(rules, ranked), awards = json::array();
  for (const auto& award : file.awards) awards.push_back(award_json(rules, file, award));
  json out = {{"v", file.v},
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
                {"sha256", ranked.rules_sha256},
                {"document", file.rules_document}}},
              {"awards", std::move(awards)}};
  out["ranking_sha256"] = hash_text(ranking.dump());
  out["ranking"] = std::move(ranking);
  if (file.v >= 2) out["exceptions"] = exceptions_json(rules, file);
  if (file.v >= 3) {
    out["departures"] = departures_json(rules, file);
    out["author_keys"] = file.authors;
    out["left"] = left_json(file.left);
    out["earlier"] = earlier_json(file.earlier);
  }
  if (file.ledger) out["ledger"] = ledger_json(*file.ledger, file.v);
  return out;
}

Digest results_file_hash(const json& file) {
  Hasher hasher;
  const char* before = "{";
  for (const auto& [name, value] : file.items()) {
    if (name == "ledger") continue;
    hasher.update(before + json(name).dump() + ":");
    hasher.update(value.dump());
    before = ",";
  }
  hasher.update("}");
  Digest out{};
  std::ranges::copy(hasher.digest(), out.begin());
  return out;
}

std::string results_file_text(const json& file, const LedgerSeal& seal, std::int64_t v) {
  std::string out;
  const auto add = [&](const std::string& name, const json& value) {
    out += (out.empty() ? "{" : ",") + json(name).dump() + ":";
    out += value.dump();
  };
  bool sealed = false;
  for (const auto& [name, value] : file.items()) {
    if (!sealed && name > "ledger") add("ledger", ledger_json(seal, v));
    sealed = sealed || name > "ledger";
    add(name, value);
  }
  if (!sealed) add("ledger", ledger_json(seal, v));
  return out + "}";
}

}  // namespace guong::standings
