// Rounds of judging and their life. A code is visible nowhere before its round is open: else the order of
// acceptance would join code and author.
//
//   waiting ──open──▶ open ──lock──▶ locked
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guong/api/use_case_context.h"
#include "guong/base/error.h"
#include "guong/base/ids.h"
#include "guong/base/time.h"
#include "guong/base/transitions.h"
#include "guong/store/store.h"

namespace guong::judging {

enum class RoundState { waiting, open, locked };
std::string_view state_name(RoundState state);
/// For a row: Error{internal} when it has a state that this program does not know.
RoundState read_round_state(std::string_view name);

enum class RoundAction { open, lock };
inline constexpr Transition<RoundState, RoundAction> kRoundTransitions[] = {
    {RoundState::waiting, RoundAction::open, RoundState::open},
    {RoundState::open, RoundAction::lock, RoundState::locked},
};
std::optional<RoundState> next_state(RoundState from, RoundAction action);

struct RoundStatus {
  int number = 1;
  RoundState state = RoundState::waiting;
  std::optional<Timestamp> opened_at, locked_at;
  std::int64_t entries = 0;
};
/// Every round of the rule book, opened or not.
std::vector<RoundStatus> list_rounds(store::Reader& reader, ContestId contest);
RoundState round_state(store::Reader& reader, ContestId contest, int round);
bool all_rounds_locked(store::Reader& reader, ContestId contest);
/// A round is locked and none is open: no mark can change until another round opens.
bool marks_locked(store::Reader& reader, ContestId contest);

/// Fills the round with the accepted entries (the first) or with those that advanced, and moves the contest
/// on to judging. Refused before the deadline and its grace have passed, while entries wait for the
/// secretary, and while a category lacks judges.
void open_round(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, int round);
/// Why a round cannot be opened now; nothing when it can.
std::optional<Error> obstacle_to_opening(store::Reader& reader, const api::UseCaseContext& context,
                                         ContestId contest, int round);
/// Why an open round cannot be locked now, from what is kept; nothing when it can. Locking looks for conflicts of
/// interest besides, which would open every author's name.
std::optional<Error> obstacle_to_locking(store::Reader& reader, ContestId contest, int round);
/// Error{conflict, "judging.cards_missing"} with a fault for each missing card. Conflicts of interest are
/// looked for once more.
void lock_round(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, int round);

struct RoundEntry {
  std::string code;
  EntryId entry;
  std::string category;
};
/// By code; those that are still accepted.
std::vector<RoundEntry> round_entries(store::Reader& reader, ContestId contest, int round);

}  // namespace guong::judging
