#include "guong/results/result.h"

#include "guong/base/error.h"
#include "results/result_store.h"
#include "results/steps.h"

namespace guong::results {
namespace {

constexpr std::string_view kStates[] = {"computed", "joined", "proposed", "approved", "published", "superseded"};

}  // namespace

std::string_view state_name(ResultState state) { return kStates[static_cast<int>(state)]; }

std::optional<ResultState> state_from_name(std::string_view name) {
  for (std::size_t i = 0; i < std::size(kStates); ++i)
    if (kStates[i] == name) return static_cast<ResultState>(i);
  return std::nullopt;
}

std::optional<ResultState> after(ResultState from, ResultDeed deed) {
  for (const auto& row : kResultTransitions)
    if (row.from == from && row.deed == deed) return row.to;
  return std::nullopt;
}

Result begin_step(store::Reader& reader, ContestId contest, ResultId id, ResultDeed deed) {
  auto result = find_result(reader, contest, id);
  const auto next = after(result.state, deed);
  if (!next) throw Error(ErrorKind::conflict, "results.wrong_state", {{"state", std::string(state_name(result.state))}});
  result.state = *next;
  return result;
}

void finish_step(store::Tx& tx, const Result& result) {
  if (update_result(tx, result) == 0) throw Error(ErrorKind::stale, "base.stale");
}

std::vector<Result> list_results(store::Reader& reader, ContestId contest) { return load_results(reader, contest); }

Result find_result(store::Reader& reader, ContestId contest, ResultId id) {
  auto result = load_result(reader, contest, id);
  if (!result) throw Error(ErrorKind::not_found, "base.not_found");
  return std::move(*result);
}

std::vector<Award> list_awards(store::Reader& reader, ResultId result) { return load_awards(reader, result); }

}  // namespace guong::results
