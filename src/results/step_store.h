// Rows of steps that a job takes. SQL only.
#pragma once

#include <optional>
#include <string>

#include "guong/base/bytes.h"
#include "guong/base/ids.h"
#include "guong/base/time.h"
#include "guong/store/store.h"

namespace guong::results {

using StepId = Id<struct StepTag>;

/// A step that was asked for: the last one of its contest.
struct AskedStep {
  ContestId contest;
  StepId id;
  std::string action, state;  // "waiting", "done", "refused"
  std::string request;        // JSON: whose, of which result, with which body
  Bytes request_mac;
  Timestamp asked_at;
  std::optional<Timestamp> ended_at;
  std::optional<ResultId> result;  // when done
  std::string refusal;             // JSON: status, key, params, faults
};

/// 0 while another one waits that was asked for after `lapsed`.
std::int64_t put_step(store::Tx& tx, const AskedStep& step, Timestamp lapsed);
std::optional<AskedStep> load_step(store::Reader& reader, ContestId contest);
/// Nothing happens when it has ended already, or another one was asked for since.
void end_step(store::Tx& tx, const AskedStep& step);

}  // namespace guong::results
