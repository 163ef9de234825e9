// What a judge calls the board's attention to in a work: a suspected copy, a breach of the rules. The board
// reads it by code, without title or number, and decides when the codes are joined.
#pragma once

#include <string>
#include <vector>

#include "guong/api/use_case_context.h"
#include "guong/judging/desk.h"
#include "guong/store/store.h"

namespace guong::judging {

struct RaisedFlag {
  std::string code;
  AccountId judge;
  std::string judge_name;
  Flag flag;
};

/// Raises a flag on a work assigned to the one who acts, or changes it, while the round is open.
void raise_flag(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, const std::string& code,
                const Flag& flag);
/// Takes it back.
void lower_flag(store::Tx& tx, const api::UseCaseContext& context, ContestId contest,
                const std::string& code);
/// Of active assignments, the oldest first.
std::vector<RaisedFlag> raised_flags(store::Reader& reader, ContestId contest, int round);

}  // namespace guong::judging
