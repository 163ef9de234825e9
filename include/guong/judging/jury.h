// How the judges of a round marked, compared with one another: for organisers only, once marks are locked.
#pragma once

#include <string>
#include <vector>

#include "guong/base/ids.h"
#include "guong/scoring/severity.h"
#include "guong/store/store.h"

namespace guong::judging {

struct JudgeSeverity {
  AccountId judge;
  std::string name;
  scoring::Severity severity;
};
struct Jury {
  Rational most;                      // the highest total that a card of the round can have
  std::vector<JudgeSeverity> judges;  // the strictest first; those who cannot be compared last
};
/// Error{conflict, "judging.marks_not_locked"} until the round is locked: known earlier, it could be
/// used to press a judge.
Jury jury_of(store::Reader& reader, ContestId contest, int round);

}  // namespace guong::judging
