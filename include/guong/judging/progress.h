// How far a round has come: counts and what is missing, never a mark. Counts come from counters that writes
// keep, lists are read page by page from an index: the cost is the same for any number of works.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "guong/base/ids.h"
#include "guong/judging/round.h"
#include "guong/store/store.h"

namespace guong::judging {

struct JudgeProgress {
  AccountId judge;
  std::string name;
  std::int64_t assigned = 0, drafted = 0, submitted = 0;
};
/// A card that is not handed in.
struct MissingCard {
  std::string code;
  AccountId judge;
  std::string judge_name;
};
struct Progress {
  RoundState state = RoundState::waiting;
  std::int64_t entries = 0, cards_needed = 0, assigned = 0, drafted = 0, submitted = 0;
  std::vector<JudgeProgress> judges;
  std::int64_t missing_count = 0, understaffed_count = 0, extra_needed_count = 0;
  std::vector<MissingCard> missing;  // the first kMostListed
};
inline constexpr int kMostListed = 200;
/// Before the round is open everything is empty: codes are shown nowhere until then.
Progress round_progress(store::Reader& reader, ContestId contest, int round);

/// How many of the cards that count were handed in on which day of the contest's zone ("2026-05-20"), in order:
/// what the totals above are the end of. It reads the round's cards.
std::map<std::string, std::int64_t> cards_by_day(store::Reader& reader, ContestId contest, int round);

struct CardCursor {
  std::string code;
  AccountId judge;
  static auto parts(auto& cursor) { return std::tie(cursor.code, cursor.judge); }
};
/// Cards that are not handed in, by code and judge.
std::vector<MissingCard> missing_cards(store::Reader& reader, ContestId contest, int round,
                                       const CardCursor& after, int limit);

struct Understaffed {
  std::string code;
  int judges = 0, judges_missing = 0;
};
struct StaffingCursor {
  int judges = -1;
  std::string code;
  static auto parts(auto& cursor) { return std::tie(cursor.judges, cursor.code); }
};
/// Works with too few judges, those with the fewest first.
std::vector<Understaffed> understaffed_works(store::Reader& reader, ContestId contest, int round,
                                             const StaffingCursor& after, int limit);
/// Codes of works whose cards differ so much that one more judge must mark and none does yet, by code.
std::vector<std::string> extra_needed_works(store::Reader& reader, ContestId contest, int round,
                                            const std::string& after_code, int limit);

/// Notes whether the cards of one work call for an extra judge: after each change of what is handed in.
void update_extra_needed(store::Tx& tx, ContestId contest, int round, const std::string& code);
/// The same for all works of a round, one after the other.
void update_extra_needed(store::Tx& tx, ContestId contest, int round);

}  // namespace guong::judging
