// The ranking as JSON and back. Numbers that rank stand as exact text; marks as JSON numbers, as they were
// given.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "guong/base/error.h"
#include "guong/standings/long_json.h"
#include "guong/standings/ranking.h"

namespace guong::standings {
namespace {

using nlohmann::json;

constexpr std::string_view kLongLists[] = {"/rounds/*/works", "/rankings/*/places"};

[[noreturn]] void malformed() {
  throw Error(ErrorKind::invalid, "standings.not_a_results_file", {{"pointer", "/ranking"}});
}

json number_json(const Decimal& number) {
  return number.places == 0 ? json(number.units) : json(to_double(number));
}

Decimal decimal_of(const json& value) {
  const auto number = value.is_number_integer() ? parse_decimal(value.dump())
                      : value.is_number_float() ? decimal_from_double(value.get<double>())
                                                : std::nullopt;
  if (!number) malformed();
  return *number;
}

json card_json(const CountedCard& card, const Rational& total) {
  json marks = json::object();
  for (const auto& [criterion, mark] : card.marks) marks[criterion] = number_json(mark);
  return {
      {"judge", card.judge}, {"extra", card.extra}, {"marks", std::move(marks)}, {"total", to_text(total)}};
}

json work_json(const EntryScore& work, int places) {
  json cards = json::array(), criteria = json::object();
  for (std::size_t i = 0; i < work.cards.size(); ++i)
    cards.push_back(card_json(work.cards[i], work.totals[i]));
  for (const auto& [criterion, mean] : work.criterion_means) criteria[criterion] = to_text(mean);
  return {{"code", work.code},
          {"category", work.category},
          {"score", work.score ? json(to_text(*work.score)) : json(nullptr)},
          {"shown", work.score ? json(rounded(*work.score, places)) : json(nullptr)},
          {"criteria", std::move(criteria)},
          {"cards", std::move(cards)}};
}

json place_json(const rules::RuleBook& rules, const Place& place) {
  const auto& rule = rules.rounds.at(static_cast<std::size_t>(place.round) - 1);
  return {{"code", place.code},
          {"round", place.round},
          {"score", to_text(place.score)},
          {"shown", rounded(place.score, rule.places)},
          {"rank", place.rank},
          {"decided_by", place.decided_by}};
}

json decision_json(const Decision& decision, std::int64_t v) {
  if (v == 1) return decision.order;
  const auto category = decision.category.value_or("");
  return {{"category", category.empty() ? json(nullptr) : json(category)}, {"order", decision.order}};
}

Decision parse_decision(const json& decision, std::int64_t v) {
  if (v == 1) return {std::nullopt, decision.get<std::vector<std::string>>()};
  const auto& category = decision.at("category");
  return {category.is_null() ? "" : category.get<std::string>(),
          decision.at("order").get<std::vector<std::string>>()};
}

EntryScore parse_work(const rules::Round& rule, const json& work) {
  std::vector<CountedCard> cards;
  for (const auto& card : work.at("cards")) {
    CountedCard counted{card.at("judge").get<std::string>(), card.at("extra").get<bool>(), {}};
    for (const auto& [criterion, mark] : card.at("marks").items())
      counted.marks[criterion] = decimal_of(mark);
    if (!scoring::mark_faults(criteria_of(rule), counted.marks, true).empty()) malformed();
    cards.push_back(std::move(counted));
  }
  return score_entry(rule, work.at("code").get<std::string>(), work.at("category").get<std::string>(),
                     std::move(cards));
}

Ranking parse(const rules::RuleBook& rules, const LongJson& all, const std::string& pointer) {
  const auto& document = all.frame.at(json::json_pointer(pointer));
  Ranking ranking;
  ranking.v = document.at("v").get<std::int64_t>();
  if (ranking.v != 1 && ranking.v != 2) malformed();
  ranking.rules_version = document.at("rule_book").at("version").get<std::int64_t>();
  ranking.rules_sha256 = document.at("rule_book").at("sha256").get<std::string>();
  for (const auto& round : document.at("rounds")) {
    RankedRound parsed{round.at("number").get<int>(), {}};
    if (parsed.number != static_cast<int>(ranking.rounds.size()) + 1) malformed();
    const auto& rule = rules.rounds.at(static_cast<std::size_t>(parsed.number) - 1);
    const auto works = list_at(all, pointer + "/rounds/" + std::to_string(ranking.rounds.size()) + "/works");
    for (std::size_t i = 0; i < works.size; ++i) parsed.works.push_back(parse_work(rule, works.at(i)));
    ranking.rounds.push_back(std::move(parsed));
  }
  for (const auto& decision : document.at("decisions"))
    ranking.decisions.push_back(parse_decision(decision, ranking.v));
  rank(rules, ranking);
  return ranking;
}

void add_rounds(const rules::RuleBook& rules, const Ranking& ranking, LongJson& out) {
  auto& rounds = out.frame["rounds"] = json::array();
  for (const auto& round : ranking.rounds) {
    const auto& rule = rules.rounds.at(static_cast<std::size_t>(round.number) - 1);
    out.lists["/rounds/" + std::to_string(rounds.size()) + "/works"] = {
        round.works.size(), [&works = round.works, places = rule.places](std::size_t i) {
          return work_json(works.at(i), places);
        }};
    rounds.push_back({{"number", round.number}, {"id", rule.id}, {"works", json::array()}});
  }
}

void add_tables(const rules::RuleBook& rules, const Ranking& ranking, LongJson& out) {
  auto& tables = out.frame["rankings"] = json::array();
  for (const auto& table : ranking.tables) {
    out.lists["/rankings/" + std::to_string(tables.size()) + "/places"] = {
        table.places.size(),
        [&rules, &places = table.places](std::size_t i) { return place_json(rules, places.at(i)); }};
    tables.push_back({{"category", table.category.empty() ? json(nullptr) : json(table.category)},
                      {"places", json::array()}});
  }
}

}  // namespace

std::span<const std::string_view> long_lists_of_ranking() { return kLongLists; }

LongJson ranking_json(const rules::RuleBook& rules, const Ranking& ranking) {
  json ties = json::array(), decisions = json::array();
  for (const auto& tie : ranking.open_ties)
    ties.push_back({{"category", tie.category.empty() ? json(nullptr) : json(tie.category)},
                    {"rank", tie.rank},
                    {"codes", tie.codes}});
  for (const auto& decision : ranking.decisions) decisions.push_back(decision_json(decision, ranking.v));
  LongJson out;
  out.frame = {{"v", ranking.v},
               {"rule_book", {{"version", ranking.rules_version}, {"sha256", ranking.rules_sha256}}},
               {"decisions", std::move(decisions)},
               {"open_ties", std::move(ties)}};
  add_rounds(rules, ranking, out);
  add_tables(rules, ranking, out);
  return out;
}

Ranking parse_ranking(const rules::RuleBook& rules, const LongJson& document, const std::string& pointer) {
  try {
    return parse(rules, document, pointer);
  } catch (const json::exception&) {
    malformed();
  } catch (const std::out_of_range&) {
    malformed();
  }
}

}  // namespace guong::standings
