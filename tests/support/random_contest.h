// Contests made by chance, small enough that works are often equal: rules, cards, decisions on ties and prizes, awards,
// a log and a signed head. The same seed makes the same contest on every machine.
#pragma once

#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <random>
#include <set>

#include "unit/standings/published.h"

namespace guong::test {

class RandomContest {
 public:
  explicit RandomContest(std::uint32_t seed) : rng_(seed) {
    make_rules();
    try {
      rules = rules::parse_rule_book(document);
    } catch (const Error& error) {
      for (const auto& told : told(error.faults())) why_not += told + "\n";
      return;
    }
    file.contest = 7;
    file.slug = "guong-co-quan";
    file.name = rules.name;
    file.decision_number = "12/QĐ-BTC";
    file.computed_at = *from_rfc3339("2026-06-01T08:00:00Z");
    file.approved_at = *from_rfc3339("2026-06-02T08:00:00Z");
    file.published_at = *from_rfc3339("2026-06-03T08:00:00Z");
    file.rules_document = document.dump();
    make_rounds();
    standings::rank(rules, file.ranking);
  }

  int below(int n) { return static_cast<int>(rng_() % static_cast<std::uint32_t>(n)); }
  bool chance(int percent) { return below(100) < percent; }
  template <class Items>
  auto pick(const Items& items) {
    return *std::next(std::begin(items), below(static_cast<int>(std::size(items))));
  }

  /// The head orders every tie that is open, one after the other.
  void decide_all_ties() {
    while (!file.ranking.open_ties.empty()) decide_one_tie();
  }
  /// Gives the table of the tie that was decided.
  std::string decide_one_tie() {
    const auto tie = pick(file.ranking.open_ties);
    auto order = tie.codes;
    std::shuffle(order.begin(), order.end(), rng_);
    file.ranking.decisions.push_back({tie.category, order});
    standings::rank(rules, file.ranking);
    return tie.category;
  }

  /// Decisions on prizes as a board could make them, and the awards that follow.
  void settle() {
    decide_all_ties();
    for (const auto& prize : rules.prizes) decide_on(prize);
    decide_lines();
    for (const auto& w : standings::winners(rules, file.ranking, file.authors, file.departures))
      file.awards.push_back(award(w));
    test::seal(rules, file);
  }
  /// The same as a file of version 4: works that were taken out, the records of all acts.
  void record() {
    for (int i = below(3); i > 0; --i)
      file.left.push_back({std::string(6, static_cast<char>('P' + i)),
                           chance(70) ? "disqualified" : "withdrawn",
                           chance(50) ? "Sao chép" : "Nộp hai nơi"});
    test::seal_with_records(rules, file);
  }

  nlohmann::json document;
  rules::RuleBook rules;
  standings::ResultsFile file;
  std::string why_not;  // faults of the rules, of which there must be none

 private:
  using json = nlohmann::json;

  void make_rules() {
    document = example("api-test");
    document["rounds"] = json::array();
    const int rounds = 1 + below(2);
    for (int i = 0; i < rounds; ++i) document["rounds"].push_back(round(i, i + 1 == rounds));
    document["tie_breaks"] = json::array();
    for (const json& step : {json{{"by", "criterion"}, {"criterion", "content"}},
                             json{{"by", "highest_card"}}, json{{"by", "smallest_spread"}}})
      if (chance(15)) document["tie_breaks"].push_back(step);
    document["tie_breaks"].push_back({{"by", chance(50) ? "head_decision" : "shared"}});
    document["prizes"] = json::array();
    for (int i = 1 + below(4); i > 0; --i) document["prizes"].push_back(ranked_prize());
    document["prizes"].push_back(other_prize("special"));
    document["prizes"].push_back(other_prize("collective"));
    document["awards_per_author"] = below(3);
    document["special_prizes_count"] = chance(50);
    document["ties_at_prize_line"] = chance(30) ? "all_pass" : "decide";
  }

  json round(int number, bool last) {
    const int judges = 2 + below(2);
    json out{{"id", "r" + std::to_string(number)},
             {"name", {{"vi", "Vòng"}}},
             {"judges_per_entry", judges},
             {"places", below(4)},
             {"criteria",
              json::array({{{"id", "content"}, {"name", {{"vi", "Nội dung"}}}, {"max", 3}, {"weight", 7}},
                           {{"id", "form"}, {"name", {{"vi", "Hình thức"}}}, {"max", 2}, {"step", 0.5}}})}};
    out["combine"] = pick(std::vector{"mean", "median", "sum", "trimmed_mean"});
    if (out["combine"] == "trimmed_mean") out["trim"] = {{"each_side", 1}, {"from_cards", 3}};
    if (chance(50))
      out["discrepancy"] = {{"threshold", 3},
                            {"inclusive", chance(50)},
                            {"then", pick(std::vector{"mean_of_all", "mean_of_two_closest", "extra_alone"})}};
    if (last) return out;
    out["advance"] = {{"by", pick(std::vector{"all", "top_n", "top_percent", "min_score"})},
                      {"ties", chance(50) ? "all_pass" : "tie_breaks"}};
    const auto by = out["advance"]["by"].get<std::string>();
    if (by != "all") out["advance"]["value"] = by == "top_n" ? 3 : by == "top_percent" ? 50 : 4;
    return out;
  }

  json ranked_prize() {
    const auto number = document["prizes"].size() + 1;
    json out{{"id", "p" + std::to_string(number)},
             {"name", {{"vi", "Giải " + std::to_string(number)}, {"en", "Prize " + std::to_string(number)}}},
             {"rank", number},
             {"count", 1 + below(3)},
             {"money", 1000000 * below(5)},
             {"scope", chance(50) ? "contest" : "category"},
             {"may_stay_vacant", chance(70)},
             {"joint", chance(70)}};
    if (chance(20)) out["min_score"] = 5;
    if (chance(10)) out["categories"] = json::array({pick(categories())});
    return out;
  }
  json other_prize(const char* kind) {
    return {{"id", kind},   {"name", {{"vi", kind}}}, {"rank", 9},
            {"kind", kind}, {"count", 1 + below(2)},  {"basis", "decision"}};
  }
  static std::vector<std::string> categories() { return {"bai-viet", "video"}; }

  static Decimal halves(int n) { return n % 2 == 0 ? Decimal{n / 2, 0} : Decimal{5 * n, 1}; }
  standings::CountedCard card(int judge, bool extra) {
    return {
        "J" + std::to_string(judge), extra, {{"content", Decimal{below(4), 0}}, {"form", halves(below(5))}}};
  }
  standings::EntryScore work(const rules::Round& round, const std::string& code,
                             const std::string& category) {
    // Half of the works are marked as the one before: else works would seldom be equal.
    if (std::ssize(last_) != round.judges_per_entry || chance(50)) {
      last_.clear();
      for (int i = 1; i <= round.judges_per_entry; ++i) last_.push_back(card(i, false));
    }
    auto cards = last_;
    auto scored = standings::score_entry(round, code, category, cards);
    if (scored.score) return scored;
    cards.push_back({"J9", true, last_.front().marks});
    return standings::score_entry(round, code, category, cards);
  }
  void make_rounds() {
    const std::string letters = "ABCDEFGHJKLMN";
    std::map<std::string, std::string> in;
    for (int i = 3 + below(9); i > 0; --i) {
      const std::string code(6, letters[static_cast<std::size_t>(i)]);
      in[code] = pick(categories());
      for (int k = 1 + below(2); k > 0; --k)
        file.authors[code].push_back(std::string(31, '0') + std::to_string(below(6)));
    }
    for (std::size_t i = 0; i < rules.rounds.size(); ++i) {
      standings::RankedRound round{static_cast<int>(i) + 1, {}};
      for (const auto& [code, category] : in) round.works.push_back(work(rules.rounds[i], code, category));
      file.ranking.rounds.push_back(round);
      const auto on = standings::advanced_codes(rules, static_cast<int>(i) + 1, round.works);
      std::erase_if(in, [&](const auto& one) { return !std::ranges::binary_search(on, one.first); });
    }
  }

  void add(standings::Departure departure) {
    departure.reason = "Hội đồng quyết định";
    departure.office = "organiser";
    departure.decided_by = "Trần Tổ Chức";
    departure.decided_at = *from_rfc3339("2026-06-01T10:00:00Z");
    file.departures.push_back(departure);
    if (!standings::departure_faults(rules, file.ranking, file.authors, file.departures).empty())
      file.departures.pop_back();
  }
  void decide_on(const rules::Prize& prize) {
    using Kind = standings::DepartureKind;
    const auto scope = prize.scope == "category" ? pick(categories()) : "";
    const auto code = pick(file.ranking.rounds[0].works).code;
    if (prize.kind == "ranked" && chance(15)) add({Kind::vacant, prize.id, scope, "", "", 1, "", "", "", {}});
    if (prize.kind == "special" && chance(60)) add({Kind::given, prize.id, "", code, "", 1, "", "", "", {}});
    if (prize.kind == "collective" && chance(60))
      add({Kind::given, prize.id, "", "", "quy-nhon", 1, "", "", "", {}});
  }
  /// Each line with equals is decided: some of them, all of them where that may be, or nobody.
  void decide_lines() {
    using Kind = standings::DepartureKind;
    for (int turns = 0; true;) {
      const auto lines =
          standings::allot_prizes(rules, file.ranking, file.authors, file.departures).undecided;
      if (lines.empty()) return;
      const auto& line = lines.front();
      const auto* prize = find_prize(rules, line.tier);
      const auto before = file.departures.size();
      if (prize->may_stay_vacant && chance(40))
        add({Kind::vacant, line.tier, line.category, "", "", line.places, "", "", "", {}});
      if (file.departures.size() == before && prize->joint && chance(60)) choose(line, line.codes);
      if (file.departures.size() == before) choose(line, {pick(line.codes)});
      // A special prize may stand in the way by the author's limit: then it was not given.
      if (file.departures.size() == before)
        std::erase_if(file.departures,
                      [](const auto& d) { return d.kind == standings::DepartureKind::given; });
      REQUIRE(++turns < 1000);
    }
  }
  void choose(const scoring::Undecided& line, const std::vector<std::string>& codes) {
    const auto before = file.departures;
    for (const auto& code : codes)
      file.departures.push_back({standings::DepartureKind::chosen, line.tier, line.category, code, "", 1,
                                 "Hội đồng bỏ phiếu", "organiser", "Trần Tổ Chức",
                                 *from_rfc3339("2026-06-01T10:00:00Z")});
    if (!standings::departure_faults(rules, file.ranking, file.authors, file.departures).empty())
      file.departures = before;
  }

  standings::PublishedAward award(const standings::Winner& w) {
    const auto optional = [](const std::string& text) {
      return text.empty() ? std::nullopt : std::optional(text);
    };
    standings::PublishedAward out;
    out.prize = w.prize;
    out.code = optional(w.code);
    if (const auto* place = w.code.empty() ? nullptr : standings::find_place(file.ranking, w.code, false))
      out.category = place->category;
    out.unit_code = optional(w.unit);
    if (out.unit_code) out.unit = "Thành phố Quy Nhơn";
    if (out.code) out.title = "Tác phẩm " + w.code;
    for (std::size_t i = 0; out.code && i < file.authors[w.code].size(); ++i)
      out.authors.push_back({"Tác giả " + std::to_string(i), std::nullopt});
    return out;
  }

  std::mt19937 rng_;
  std::vector<standings::CountedCard> last_;
};

}  // namespace guong::test
