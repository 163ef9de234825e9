// The judge's desk: assigned, anonymous works and the judge's own card for each. What is not assigned looks
// as if it did not exist.
//
//   (none) ──save──▶ draft ──submit──▶ submitted ──reopen (secretary, with a reason)──▶ draft
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "guong/api/use_case_context.h"
#include "guong/base/decimal.h"
#include "guong/base/ids.h"
#include "guong/base/time.h"
#include "guong/base/transitions.h"
#include "guong/store/store.h"

namespace guong::judging {

enum class CardState { none, draft, submitted };
std::string_view state_name(CardState state);
/// For a row: Error{internal} when it has a state that this program does not know.
CardState read_card_state(std::string_view name);

enum class CardAction { save, submit, reopen };
inline constexpr Transition<CardState, CardAction> kCardTransitions[] = {
    {CardState::none, CardAction::save, CardState::draft},
    {CardState::draft, CardAction::save, CardState::draft},
    {CardState::draft, CardAction::submit, CardState::submitted},
    {CardState::submitted, CardAction::reopen, CardState::draft},
};
std::optional<CardState> next_state(CardState from, CardAction action);

using Marks = std::map<std::string, Decimal>;  // by criterion

/// What a judge writes.
struct CardDraft {
  Marks marks;
  std::string comment_jury, comment_author;
};

/// A judge's own card; revision 0 and state `none` before it is first saved.
struct Card {
  CardState state = CardState::none;
  CardDraft content;
  std::string reopen_reason;
  std::optional<Timestamp> updated_at, submitted_at;
  Revision revision;
};

/// What the judge calls the board's attention to (flag.h).
struct Flag {
  std::string kind, note;
  Timestamp raised_at;
};

/// An assignment as its judge meets it. Error{conflict, "judging.terms_first"} before the terms are accepted;
/// Error{not_found} alike for a work that is not assigned and for one that does not exist.
struct DeskWork {
  AssignmentId assignment;
  int round = 1;
  bool open = false;  // the round still takes cards
  Card card;
  std::optional<Flag> flag;
};
DeskWork own_work(store::Reader& reader, AccountId judge, ContestId contest, std::string_view code);

struct DeskItem {
  int round = 1;
  std::string code, category, title;
  bool open = false;
  CardState card = CardState::none;
  Marks marks;           // the judge's own, to compare with
  bool flagged = false;  // by the judge
};
struct DeskCursor {
  int round = 0;
  std::string code;
  static auto parts(auto& cursor) { return std::tie(cursor.round, cursor.code); }
};
/// Active assignments, by round and code.
std::vector<DeskItem> own_works(store::Reader& reader, AccountId judge, ContestId contest,
                                const DeskCursor& after, int limit);

struct JudgingContest {
  ContestId contest;
  std::string slug, name_vi, name_en, state;
  bool terms_accepted = false;
  std::int64_t assigned = 0, drafted = 0, submitted = 0;
};
std::vector<JudgingContest> judging_contests(store::Reader& reader, AccountId judge, Timestamp now);

/// The same to be changed: refused when the round is locked.
DeskWork work_to_mark(store::Tx& tx, const api::UseCaseContext& context, ContestId contest,
                      const std::string& code);

Revision save_card(store::Tx& tx, const api::UseCaseContext& context, ContestId contest,
                   const std::string& code, const CardDraft& draft, Revision expected);
/// Error{invalid} with a fault for each criterion without a mark.
Revision submit_card(store::Tx& tx, const api::UseCaseContext& context, ContestId contest,
                     const std::string& code, Revision expected);
/// What the ledger says of the judge's own handed-in card, to be checked without the service. Error{conflict,
/// "judging.no_proof_yet"} until a head that covers it is public.
std::string card_proof(store::Reader& reader, const api::UseCaseContext& context, ContestId contest,
                       const std::string& code);
/// "I know who wrote this": the assignment ends at once and its card does not count.
void recuse(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, const std::string& code,
            const std::string& reason);
/// By the secretary, while the round is open.
void reopen_card(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, int round,
                 const std::string& code, AccountId judge, const std::string& reason);

}  // namespace guong::judging
