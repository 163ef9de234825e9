// Rows of contests and rule books. SQL only.
#pragma once

#include <string>
#include <tuple>
#include <vector>

#include "guong/contests/contest.h"

namespace guong::contests {

struct NewContest {
  ContestId id;
  UnitId host_unit;
  const rules::RuleBook& rules;
  Timestamp now;
  AccountId creator;
};
void insert_contest(store::Tx& tx, const NewContest& contest);
/// Takes names and dates over from the rules. 0 rows: Error{stale}.
Revision update_contest(store::Tx& tx, const ContestHead& head, Revision expected,
                        const rules::RuleBook& rules, ContestState state, std::int64_t version);
/// Of a draft.
void update_level(store::Tx& tx, ContestId contest, const std::string& level);
bool move_state(store::Tx& tx, ContestId contest, std::string_view from, std::string_view to);

struct RuleBookRow {
  ContestId contest;
  std::int64_t version = 1;
  std::string document;
  std::string reason, decision_number;
  Timestamp now;
  AccountId by;
};
void insert_rule_book(store::Tx& tx, const RuleBookRow& row);
void replace_document(store::Tx& tx, ContestId contest, std::int64_t version, const std::string& document);
/// Raw SHA-256 of the document in force, or of a version. Error{not_found}.
std::string rule_book_hash(store::Reader& reader, ContestId contest, std::optional<std::int64_t> version);

/// Lists of contests have the newest first.
struct ContestCursor {
  Timestamp created_at{INT64_MAX};
  ContestId id{INT64_MAX};
  static auto parts(auto& cursor) { return std::tie(cursor.created_at, cursor.id); }
};
/// Contests that are not drafts.
std::vector<ContestHead> list_public(store::Reader& reader, const ContestCursor& after, int limit);
/// Those that the account holds a role on, drafts too.
std::vector<ContestHead> list_of_account(store::Reader& reader, AccountId account, Timestamp now,
                                         const ContestCursor& after, int limit);

}  // namespace guong::contests
