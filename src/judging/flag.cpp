// Flags on works: a judge's note to the board that something is wrong with a work, beside the marks.
#include "guong/judging/flag.h"
#include "guong/api/record.h"

#include "judging/flag_store.h"
#include "judging/kept_rows_store.h"

namespace guong::judging {

void raise_flag(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, const std::string& code,
                const Flag& flag) {
  const auto work = work_to_mark(tx, context, contest, code);
  upsert_flag(tx, contest, work, flag);
  api::record(tx, context, "work.flagged", contest,
              {{"round", std::to_string(work.round)}, {"kind", flag.kind}},
              {{"judge", id_text(context.actor.account)},
               {"code", code},
               {"note", flag.note},
               {std::string(store::kRowsTold), flag_rows(tx, context.keys, contest, work.assignment)}});
}

void lower_flag(store::Tx& tx, const api::UseCaseContext& context, ContestId contest,
                const std::string& code) {
  const auto work = work_to_mark(tx, context, contest, code);
  if (delete_flag(tx, work.assignment) == 0) return;
  api::record(tx, context, "work.flag_lowered", contest, {{"round", std::to_string(work.round)}},
              {{"judge", id_text(context.actor.account)},
               {"code", code},
               {std::string(store::kRowsTold), flag_rows(tx, context.keys, contest, work.assignment)}});
}

std::vector<RaisedFlag> raised_flags(store::Reader& reader, ContestId contest, int round) {
  return load_flags(reader, contest, round);
}

}  // namespace guong::judging
