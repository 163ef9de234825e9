// SQL of result_step.
#include "results/step_store.h"

namespace guong::results {

std::int64_t put_step(store::Tx& tx, const AskedStep& step, Timestamp lapsed) {
  return tx.exec(R"(insert into result_step (contest_id, id, action, state, request, request_mac, asked_at)
values ($1, $2, $3, 'waiting', $4, $5, $6)
on conflict (contest_id) do update set id = excluded.id, action = excluded.action, state = excluded.state,
  request = excluded.request, request_mac = excluded.request_mac, asked_at = excluded.asked_at, ended_at = null,
  result_id = null, refusal = null
where result_step.state <> 'waiting' or result_step.asked_at <= $7)",
                 {step.contest, step.id, step.action, step.request, step.request_mac, step.asked_at, lapsed});
}

std::optional<AskedStep> load_step(store::Reader& reader, ContestId contest) {
  return reader.one(
      R"(select id, action, state, request, request_mac, asked_at, ended_at, result_id, coalesce(refusal, '')
from result_step
where contest_id = $1)",
      {contest}, [&](const store::Row& row) {
        return AskedStep{contest,     row.id<StepId>(0), row.text(1),
                         row.text(2), row.text(3),       row.blob(4),
                         row.time(5), row.opt_time(6),   row.opt_id<ResultId>(7),
                         row.text(8)};
      });
}

void end_step(store::Tx& tx, const AskedStep& step) {
  const auto refusal = step.refusal.empty() ? std::nullopt : std::optional(step.refusal);
  tx.exec(R"(update result_step set state = $3, ended_at = $4, result_id = $5, refusal = $6
where contest_id = $1 and id = $2 and state = 'waiting')",
          {step.contest, step.id, step.state, step.ended_at, step.result, refusal});
}

}  // namespace guong::results
