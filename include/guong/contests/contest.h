// A contest: its state, its frozen rule book, and what its organisers do. Use cases check the
// right first and take their transaction.
//
//   draft ──open──▶ open ──(a round opens)──▶ judging ──(results joined)──▶ settled ──publish──▶
//   published
//                     ▲ amend: a new version of the rule book with a reason        └─(superseded
//                     results publish again)
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guong/api/use_case_context.h"
#include "guong/rules/rule_book.h"
#include "guong/store/store.h"

namespace guong::contests {

enum class ContestState { draft, open, judging, settled, published };
std::string_view state_name(ContestState state);
/// For a row: Error{internal} when it has a state that this program does not know.
ContestState read_state(std::string_view name);

struct ContestHead {
  ContestId id;
  std::string slug;
  ContestState state = ContestState::draft;
  rules::LocalText name;
  UnitId host_unit;
  std::string level;
  std::int64_t version = 1;  // of the rule book in force
  Timestamp opens, deadline;
  Timestamp created_at;
  Revision revision;
};

/// Error{not_found} when there is none.
ContestHead find_contest(store::Reader& reader, ContestId contest);
/// Drafts too.
std::vector<ContestId> every_contest(store::Reader& reader);
std::optional<ContestHead> find_contest_by_slug(store::Reader& reader, std::string_view slug);

/// The rule book in force, parsed once per version and shared. Error{not_found} when there is no
/// such contest.
std::shared_ptr<const rules::RuleBook> contest_rules(store::Reader& reader, ContestId contest);
/// The same of one version, in force or not.
std::shared_ptr<const rules::RuleBook> contest_rules(store::Reader& reader, ContestId contest,
                                                     std::int64_t version);

/// Moves the state on; Error{conflict, "contests.wrong_state"} when it is not `from`.
void set_contest_state(store::Tx& tx, ContestId contest, ContestState from, ContestState to);

/// A draft from a rule book. The actor must be an organiser on the host unit, on one above it, or
/// on the installation, and becomes organiser of the contest.
ContestId create_contest(store::Tx& tx, const api::UseCaseContext& context, const nlohmann::json& document);
/// Puts another rule book in the place of a draft's.
Revision replace_rule_book(store::Tx& tx, const api::UseCaseContext& context, ContestId contest,
                           Revision expected, const nlohmann::json& document);
/// Freezes and opens. Refused with every rule that cannot be obeyed yet, each named.
Revision open_contest(store::Tx& tx, const api::UseCaseContext& context, ContestId contest,
                      Revision expected);

struct Amendment {
  std::string reason, decision_number;
};
/// A new version while the contest is open or judging. What entrants relied on and judging obeys
/// (categories, rounds, prizes...) cannot change any more; a deadline cannot move into the past,
/// nor at all once judging has begun.
Revision amend_contest(store::Tx& tx, const api::UseCaseContext& context, ContestId contest,
                       Revision expected, const nlohmann::json& document, const Amendment& amendment);

struct RuleBookVersion {
  std::int64_t version = 0;
  std::string reason, decision_number, sha256_hex;
  Timestamp created_at;
};
std::vector<RuleBookVersion> rule_book_history(store::Reader& reader, ContestId contest);
/// The document's text as it is kept, which the SHA-256 is of; the one in force without a version.
/// Error{not_found}.
std::string rule_book_document(store::Reader& reader, ContestId contest, std::optional<std::int64_t> version);

}  // namespace guong::contests
