// The settling of a contest, from the computed ranking to publication. A result is never edited once
// published, only superseded by a later one; both stay readable.
//
//   computed ──join──▶ joined ──propose──▶ proposed ──approve──▶ approved ──publish──▶ published
//    │ ▲ decide a tie    │ ▲ adjust awards                          (approve: another person than the proposer)
//    └─┘                 └─┘            any ──supersede──▶ superseded (by a new computation, with a reason)
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guong/api/call.h"
#include "guong/api/use_case_context.h"
#include "guong/base/ids.h"
#include "guong/base/time.h"
#include "guong/base/transitions.h"
#include "guong/results/ledger_check.h"
#include "guong/standings/reading_limits.h"
#include "guong/store/jobs.h"
#include "guong/store/store.h"

namespace guong::results {

enum class ResultState { computed, joined, proposed, approved, published, superseded };
std::string_view state_name(ResultState state);
/// For a row: Error{internal} when it has a state that this program does not know.
ResultState read_state(std::string_view name);

enum class ResultAction { decide_tie, join, adjust, propose, approve, publish, supersede };
inline constexpr Transition<ResultState, ResultAction> kResultTransitions[] = {
    {ResultState::computed, ResultAction::decide_tie, ResultState::computed},
    {ResultState::computed, ResultAction::join, ResultState::joined},
    {ResultState::joined, ResultAction::adjust, ResultState::joined},
    {ResultState::joined, ResultAction::propose, ResultState::proposed},
    {ResultState::proposed, ResultAction::approve, ResultState::approved},
    {ResultState::approved, ResultAction::publish, ResultState::published},
    {ResultState::computed, ResultAction::supersede, ResultState::superseded},
    {ResultState::joined, ResultAction::supersede, ResultState::superseded},
    {ResultState::proposed, ResultAction::supersede, ResultState::superseded},
    {ResultState::approved, ResultAction::supersede, ResultState::superseded},
    {ResultState::published, ResultAction::supersede, ResultState::superseded},
};
std::optional<ResultState> next_state(ResultState from, ResultAction action);

struct Result {
  ResultId id;
  ContestId contest;
  std::int64_t number = 1;
  ResultState state = ResultState::computed;
  std::string ranking;  // JSON text, see ranking.h
  Bytes ranking_sha256;
  std::string decision_number;
  Timestamp computed_at;
  AccountId computed_by;
  std::optional<Timestamp> proposed_at, approved_at, publish_at, published_at;
  std::optional<AccountId> proposed_by, approved_by;
  std::optional<ResultId> supersedes;
  std::string reason;
  Revision revision;
};

struct Award {
  int position = 0;
  std::string prize, category, code;
  std::optional<EntryId> entry;
  std::optional<UnitId> unit;  // of a collective prize
  int rank = 0;
  std::string score;  // exact, "250/3"; empty for a unit
  std::int64_t money = 0;
  std::string note;
};

/// One change by hand: gives a prize to a work (or a unit), or takes it away. Ranked prizes go by the ranking: among
/// equals at an undecided line the board may choose, and a place may stay vacant.
struct AwardChange {
  bool take = false;
  std::string prize, category, code;
  std::optional<UnitId> unit;
};

/// What a step reads, compares with the ledger and computes, done on a snapshot before its transaction:
/// nobody who writes waits for it. The step looks whether it still stands, and else does it again in the
/// transaction.
struct Ahead;
using ReadAhead = std::shared_ptr<Ahead>;
ReadAhead compute_ahead(store::Store& store, const api::UseCaseContext& context, ContestId contest,
                        const TellProgress& tell = {});
/// Nothing where the step cannot be taken: its transaction says why. Error{conflict,
/// "results.ledger_differs"}.
/// Where publishing puts a long file, and what whoever verifies one can read.
struct FileStore {
  store::Blobs* blobs = nullptr;  // none: in the row
  standings::ReadingLimits limits = standings::kResultsFileLimits;
};
ReadAhead read_ahead(store::Store& store, const api::UseCaseContext& context, ContestId contest,
                     ResultId result, ResultAction action, const FileStore& files = {},
                     const TellProgress& tell = {});

/// All rounds must be locked. A contest that has a result already needs a reason for another one.
Result compute_result(store::Tx& tx, const api::UseCaseContext& context, ContestId contest,
                      const std::string& reason, const ReadAhead& ahead = nullptr);
/// The head orders works that the rules leave tied: just those of one open tie. `table`: the category, empty for the
/// whole contest; may be left out where only one table has the tie. No other table changes.
void decide_tie(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, ResultId result,
                const std::vector<std::string>& order, const std::optional<std::string>& table = std::nullopt,
                const ReadAhead& ahead = nullptr);
/// The first of two people consents; the second one joins codes and authors, for good, and the prizes are
/// allotted. True when joined.
bool join_codes(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, ResultId result,
                const ReadAhead& ahead = nullptr);
void adjust_awards(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, ResultId result,
                   const std::vector<AwardChange>& changes, const std::string& reason,
                   const ReadAhead& ahead = nullptr);
/// `vacancy_reason` is needed while prizes stand undecided at a tie: without it the organiser has forgotten
/// them. With it their places stay vacant, and the equals rank for the prizes below.
void propose_result(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, ResultId result,
                    const std::string& decision_number, const std::string& vacancy_reason,
                    const ReadAhead& ahead = nullptr);
void approve_result(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, ResultId result,
                    const ReadAhead& ahead = nullptr);
/// At once, or by a job at an hour to come.
void publish_result(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, ResultId result,
                    std::optional<Timestamp> at, const ReadAhead& ahead = nullptr);

/// Publishes what waited for witnesses of the ledger, once enough have cosigned: asked whenever one has, and every minute.
void publish_witnessed(const api::Services& services, Timestamp now);
/// Handlers for the job runner: of publications, steps and covers.
std::map<std::string, store::JobHandler> result_jobs(api::Services& services,
                                                     std::function<Timestamp()> clock = system_now);

/// Without their rankings, which are long.
std::vector<Result> list_results(store::Reader& reader, ContestId contest);
/// Error{not_found} when the contest has no such result.
Result find_result(store::Reader& reader, ContestId contest, ResultId result);
std::vector<Award> list_awards(store::Reader& reader, ResultId result);

}  // namespace guong::results
