// How far a round has come: counts and what is missing, never a mark.
#pragma once

#include <string>
#include <vector>

#include "guong/base/ids.h"
#include "guong/judging/round.h"
#include "guong/store/store.h"

namespace guong::judging {

struct JudgeProgress {
  AccountId judge;
  std::string name;
  int assigned = 0, drafted = 0, submitted = 0;
};
/// A card that is not handed in.
struct MissingCard {
  std::string code;
  AccountId judge;
  std::string judge_name;
};
struct Understaffed {
  std::string code;
  int judges_missing = 0;
};
struct Progress {
  RoundState state = RoundState::waiting;
  int entries = 0, cards_needed = 0, assigned = 0, drafted = 0, submitted = 0;
  std::vector<JudgeProgress> judges;
  std::vector<MissingCard> missing;
  std::vector<Understaffed> understaffed;
  std::vector<std::string> extra_needed;  // codes whose cards differ so much that one more judge must mark
};
/// Before the round is open everything is empty: codes are shown nowhere until then.
Progress round_progress(store::Reader& reader, ContestId contest, int round);

}  // namespace guong::judging
