// Rows of assignments with the state of their cards. SQL only.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "guong/judging/assignment.h"
#include "guong/judging/desk.h"

namespace guong::judging {

/// One assignment as boards need it. `marks` only from load_handed_in.
struct AssignmentRow {
  AssignmentId id;
  int round = 1;
  std::string code;
  AccountId judge;
  std::string judge_name;
  std::string state;  // active | recused | removed
  bool extra = false;
  CardState card = CardState::none;
  Marks marks;
};

struct NewAssignment {
  AssignmentId id;
  ContestId contest;
  int round = 1;
  std::string code;
  EntryId entry;
  AccountId judge;
  bool extra = false;
  Timestamp at;
  AccountId by;
};
void insert_assignment(store::Tx& tx, const NewAssignment& assignment);
/// For very many of a round: recount_round() is to follow in the same transaction.
void insert_uncounted(store::Tx& tx, const NewAssignment& assignment);
/// Takes up a removed one again.
void reactivate(store::Tx& tx, AssignmentId id, bool extra, Timestamp at, AccountId by);
/// `state`: recused or removed. 0 when it is not active.
std::int64_t end_assignment(store::Tx& tx, AssignmentId id, std::string_view state, Timestamp at);

std::optional<AssignmentRow> load_assignment(store::Reader& reader, ContestId contest, AssignmentId id);
std::optional<AssignmentRow> load_assignment(store::Reader& reader, ContestId contest, int round,
                                             const std::string& code, AccountId judge);
/// All of a round, by code and judge, ended ones too.
std::vector<AssignmentRow> load_assignments(store::Reader& reader, ContestId contest, int round);
/// Those of codes in (after_code, last_code].
std::vector<AssignmentRow> page_assignments(store::Reader& reader, ContestId contest, int round,
                                            const std::string& after_code, const std::string& last_code);
/// Active assignments of a round whose cards are submitted, with the marks; by code and judge.
std::vector<AssignmentRow> load_handed_in(store::Reader& reader, ContestId contest, int round);
/// The same one by one, for what need not hold a whole round.
void each_handed_in(store::Reader& reader, ContestId contest, int round,
                    const std::function<void(AssignmentRow)>& f);
/// Of one work.
std::vector<AssignmentRow> load_handed_in(store::Reader& reader, ContestId contest, int round,
                                          const std::string& code);
/// Codes of the judge's active assignments in the round.
std::vector<std::string> assigned_codes(store::Reader& reader, ContestId contest, int round, AccountId judge);
/// Whether the judge has active assignments in the round.
bool has_work(store::Reader& reader, ContestId contest, int round, AccountId judge);

}  // namespace guong::judging
