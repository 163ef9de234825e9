// The ranking is computed once more from the cards, the awards from the ranking, and both are held against what is kept.
#include "results/recheck.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>
#include <utility>

#include "guong/base/crypto.h"
#include "guong/base/error.h"
#include "guong/contests/contest.h"
#include "guong/judging/round.h"
#include "guong/judging/round_scores.h"
#include "results/result_store.h"

namespace guong::results {
namespace {

[[noreturn]] void moved(const char* key, const std::string& code = "") {
  throw Error(ErrorKind::conflict, key, {{"code", code}});
}

/// What one judge gave: code and card of each work, marks in words.
using Given = std::vector<std::pair<std::string, std::string>>;

std::string card_text(const standings::CountedCard& card) {
  std::string out = card.extra ? "extra" : "";
  for (const auto& [criterion, mark] : card.marks) out += " " + criterion + "=" + to_text(mark);
  return out;
}

/// Judges stand as aliases in the ranking and as accounts in the rows: what counts is that somebody gave just this.
std::vector<Given> given_by_judges(const std::vector<standings::EntryScore>& works) {
  std::map<std::string, Given> by_judge;
  for (const auto& work : works)
    for (const auto& card : work.cards) by_judge[card.judge].emplace_back(work.code, card_text(card));
  std::vector<Given> out;
  for (auto& [judge, given] : by_judge) out.push_back(std::move(given));
  std::ranges::sort(out);
  return out;
}

/// A work of which the two know different cards; where only judges have changed places, one of theirs.
std::string differing_code(const std::vector<Given>& kept, const std::vector<Given>& now) {
  std::vector<Given> apart;
  std::ranges::set_symmetric_difference(kept, now, std::back_inserter(apart));
  std::map<std::pair<std::string, std::string>, int> times;
  for (const auto& given : apart)
    for (const auto& card : given) ++times[card];
  for (const auto& [card, count] : times)
    if (count % 2 != 0) return card.first;
  return apart.front().front().first;
}

void compare_rounds(store::Reader& reader, const Result& result, const Prizes& prizes) {
  for (const auto& round : prizes.ranking.rounds) {
    const auto now = judging::round_scores(reader, result.contest, *prizes.rules, round.number);
    auto next = now.begin();
    for (const auto& work : round.works) {
      if (next == now.end() || next->code > work.code) moved("results.work_left", work.code);
      if (next->code < work.code || next->category != work.category)
        moved("results.marks_differ", next->code);
      ++next;
    }
    if (next != now.end()) moved("results.marks_differ", next->code);
    const auto kept_cards = given_by_judges(round.works);
    const auto cards = given_by_judges(now);
    if (kept_cards != cards) moved("results.marks_differ", differing_code(kept_cards, cards));
  }
}

bool same_award(const Award& a, const Award& b) {
  const auto told = [](const Award& x) {
    return std::tie(x.prize, x.category, x.code, x.entry, x.unit, x.rank, x.score, x.money, x.note);
  };
  return told(a) == told(b);
}

}  // namespace

void refuse_if_cards_moved(store::Reader& reader, const Result& result, const Prizes& prizes) {
  if (!judging::all_rounds_locked(reader, result.contest)) moved("results.rounds_not_locked");
  const auto document = contests::rule_book_document(reader, result.contest, prizes.ranking.rules_version);
  if (to_hex(as_text(sha256(document))) != prizes.ranking.rules_sha256) moved("results.rules_differ");
  compare_rounds(reader, result, prizes);
}

void refuse_if_awards_moved(store::Reader& reader, const Result& result, const Prizes& prizes) {
  const bool allowed =
      standings::departure_faults(*prizes.rules, prizes.ranking, prizes.authors, prizes.departures()).empty();
  if (!allowed || !std::ranges::equal(load_awards(reader, result.id), prizes.awards(), same_award))
    moved("results.awards_differ");
}

void refuse_if_ground_moved(store::Reader& reader, const Result& result, const Prizes& prizes) {
  refuse_if_cards_moved(reader, result, prizes);
  refuse_if_awards_moved(reader, result, prizes);
}

}  // namespace guong::results
