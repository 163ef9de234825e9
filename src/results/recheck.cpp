// The ranking is computed once more from the cards, the awards from the ranking, and both are held against what is kept.
#include "results/recheck.h"

#include <algorithm>
#include <tuple>

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

/// Judges stand as aliases in one and as accounts in the other: each alias must be one account throughout.
class Aliases {
 public:
  bool same(const standings::CountedCard& kept, const standings::CountedCard& now) {
    const auto there = account_.emplace(kept.judge, now.judge).first->second;
    const auto back = alias_.emplace(now.judge, kept.judge).first->second;
    return there == now.judge && back == kept.judge && kept.extra == now.extra && kept.marks == now.marks;
  }

 private:
  std::map<std::string, std::string> account_, alias_;
};

void compare_works(const standings::EntryScore& kept, const standings::EntryScore& now, Aliases& aliases) {
  const bool same = kept.category == now.category && kept.cards.size() == now.cards.size() &&
                    std::ranges::equal(kept.cards, now.cards,
                                       [&](const auto& a, const auto& b) { return aliases.same(a, b); });
  if (!same) moved("results.marks_differ", kept.code);
}

void compare_rounds(store::Reader& reader, const Result& result, const Prizes& prizes) {
  Aliases aliases;
  for (const auto& round : prizes.ranking.rounds) {
    const auto now = judging::round_scores(reader, result.contest, *prizes.rules, round.number);
    auto next = now.begin();
    for (const auto& work : round.works) {
      if (next == now.end() || next->code > work.code) moved("results.work_left", work.code);
      if (next->code < work.code) moved("results.marks_differ", next->code);
      compare_works(work, *next++, aliases);
    }
    if (next != now.end()) moved("results.marks_differ", next->code);
  }
}

bool same_award(const Award& a, const Award& b) {
  const auto told = [](const Award& x) {
    return std::tie(x.prize, x.category, x.code, x.entry, x.unit, x.rank, x.score, x.money, x.note);
  };
  return told(a) == told(b);
}

}  // namespace

void refuse_if_ground_moved(store::Reader& reader, const Result& result, const Prizes& prizes) {
  if (!judging::all_rounds_locked(reader, result.contest)) moved("results.rounds_not_locked");
  const auto document = contests::rule_book_document(reader, result.contest, prizes.ranking.rules_version);
  if (to_hex(as_text(sha256(document))) != prizes.ranking.rules_sha256) moved("results.rules_differ");
  compare_rounds(reader, result, prizes);
  const bool allowed =
      standings::departure_faults(*prizes.rules, prizes.ranking, prizes.authors, prizes.departures()).empty();
  if (!allowed || !std::ranges::equal(load_awards(reader, result.id), prizes.awards(), same_award))
    moved("results.awards_differ");
}

}  // namespace guong::results
