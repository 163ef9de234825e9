// Checks a published results file by nothing but itself: the rule book it carries, the marks, the exact
// arithmetic.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "guong/base/bytes.h"
#include "guong/base/crypto.h"
#include "guong/base/error.h"
#include "guong/standings/ranking.h"

namespace guong::standings {
namespace {

using nlohmann::json;
using Lines = std::vector<std::string>;

std::string hash_text(std::string_view text) { return to_hex(as_text(sha256(text))); }

void compare_hashes(const json& file, Lines& out) {
  const auto& rules = file.at("rule_book");
  if (hash_text(rules.at("document").get_ref<const std::string&>()) != rules.at("sha256"))
    out.push_back("/rule_book/sha256: is not the hash of the document");
  const auto& ranking = file.at("ranking");
  if (ranking.at("rule_book").at("sha256") != rules.at("sha256"))
    out.push_back("/ranking/rule_book/sha256: names another rule book");
  if (hash_text(ranking.dump()) != file.at("ranking_sha256"))
    out.push_back("/ranking_sha256: is not the hash of the ranking");
}

/// One line for each value that differs.
void compare(const json& published, const json& computed, const std::string& pointer, Lines& out) {
  if (published == computed) return;
  if (published.is_object() && computed.is_object()) {
    for (const auto& [name, value] : published.items())
      compare(value, computed.value(name, json()), pointer + "/" + name, out);
    for (const auto& [name, value] : computed.items())
      if (!published.contains(name)) out.push_back(pointer + "/" + name + ": is missing");
  } else if (published.is_array() && computed.is_array() && published.size() == computed.size()) {
    for (std::size_t i = 0; i < published.size(); ++i)
      compare(published[i], computed[i], pointer + "/" + std::to_string(i), out);
  } else {
    out.push_back(pointer + ": published " + published.dump() + ", computed " + computed.dump());
  }
}

/// Nobody who went on to a later round may have stood behind somebody who did not.
void compare_advancement(const rules::RuleBook& rules, const Ranking& ranking, Lines& out) {
  for (std::size_t i = 1; i < ranking.rounds.size(); ++i) {
    std::vector<std::string> went_on;
    for (const auto& work : ranking.rounds[i].works) went_on.push_back(work.code);
    const auto& before = ranking.rounds[i - 1].works;
    for (const auto& code : went_on)
      if (std::ranges::find(before, code, &EntryScore::code) == before.end())
        out.push_back("/ranking/rounds/" + std::to_string(i) + ": " + code + " was not in the round before");
    int last = 0, first_left = INT32_MAX;
    for (const auto& place : rank_entries(rules, before, {})) {
      if (std::ranges::count(went_on, place.code) > 0)
        last = std::max(last, place.rank);
      else
        first_left = std::min(first_left, place.rank);
    }
    if (last > first_left)
      out.push_back("/ranking/rounds/" + std::to_string(i) + ": somebody who ranked higher was left behind");
  }
}

void compare_awards(const rules::RuleBook& rules, const Ranking& ranking, const json& awards, Lines& out) {
  std::map<std::pair<std::string, std::string>, int> given;
  for (std::size_t i = 0; i < awards.size(); ++i) {
    const auto& award = awards[i];
    const auto pointer = "/awards/" + std::to_string(i);
    const auto prize =
        std::ranges::find(rules.prizes, award.at("prize").get<std::string>(), &rules::Prize::id);
    if (prize == rules.prizes.end()) {
      out.push_back(pointer + "/prize: the rule book has no such prize");
      continue;
    }
    const auto scope = prize->scope == "category" ? award.at("category").get<std::string>() : "";
    if (++given[{prize->id, scope}] > prize->count && rules.ties_at_prize_line != "all_pass")
      out.push_back(pointer + ": more than " + std::to_string(prize->count) + " of this prize");
    if (award.at("code").is_null()) continue;  // a collective prize
    const auto* place = find_place(ranking, award.at("code").get<std::string>(), prize->scope != "category");
    if (!place) {
      out.push_back(pointer + "/code: is not ranked");
      continue;
    }
    if (to_text(place->score) != award.at("score"))
      out.push_back(pointer + "/score: is another in the ranking");
    if (place->rank != award.at("rank")) out.push_back(pointer + "/rank: is another in the ranking");
    if (prize->min_score && place->score < to_rational(*prize->min_score))
      out.push_back(pointer + ": below the prize's least score");
  }
}

Lines differences(const json& file) {
  Lines out;
  compare_hashes(file, out);
  const auto rules =
      rules::parse_rule_book(json::parse(file.at("rule_book").at("document").get<std::string>()));
  const auto ranking = parse_ranking(rules, file.at("ranking"));
  compare(file.at("ranking"), ranking_json(rules, ranking), "/ranking", out);
  compare_advancement(rules, ranking, out);
  compare_awards(rules, ranking, file.at("awards"), out);
  return out;
}

}  // namespace

std::vector<std::string> recompute_differences(const json& file) {
  try {
    return differences(file);
  } catch (const json::exception& error) {
    return {std::string("the file has another shape: ") + error.what()};
  } catch (const Error& error) {
    return {"the file cannot be computed again: " + error.key()};
  }
}

}  // namespace guong::standings
