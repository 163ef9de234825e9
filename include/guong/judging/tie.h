// What a judge accepts and declares before seeing anything: the terms, and ties to people and units. A tie is personal data of others
// and is kept sealed; its judge sees it again, nobody else does. Once declared it stays: taking one back could open a barred work.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "guong/api/act.h"
#include "guong/base/ids.h"
#include "guong/base/time.h"
#include "guong/store/store.h"

namespace guong::judging {

struct Tie {
  std::string kind;  // relative | close_tie | unit | supervisor | shared_address
  std::string name;  // of a person, may be empty with a unit
  std::optional<UnitId> unit;
  friend auto operator<=>(const Tie&, const Tie&) = default;
};

struct Terms {
  std::optional<Timestamp> accepted_at;
  std::vector<Tie> ties;
};

/// The caller's own.
Terms own_terms(store::Reader& reader, const api::Keys& keys, AccountId judge, ContestId contest);
/// Accepts for good; ties are added to those declared before. Assignments that a tie bars end.
void accept_terms(store::Tx& tx, const api::Act& act, ContestId contest, const std::vector<Tie>& ties);
/// Error{conflict, "judging.terms_first"} before the terms are accepted. Gives how many assignments ended.
int declare_ties(store::Tx& tx, const api::Act& act, ContestId contest, const std::vector<Tie>& ties);

}  // namespace guong::judging
