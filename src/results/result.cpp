// The table of a result's states in use: every step begins and finishes here.
#include "guong/results/result.h"

#include "guong/base/enum_names.h"
#include "results/result_store.h"
#include "results/steps.h"

namespace guong::results {
namespace {

constexpr EnumNames<ResultState, 6> kStateNames{{{{ResultState::computed, "computed"},
                                                  {ResultState::joined, "joined"},
                                                  {ResultState::proposed, "proposed"},
                                                  {ResultState::approved, "approved"},
                                                  {ResultState::published, "published"},
                                                  {ResultState::superseded, "superseded"}}}};

}  // namespace

std::string_view state_name(ResultState state) { return kStateNames.name(state); }
ResultState read_state(std::string_view name) { return kStateNames.read(name); }

std::optional<ResultState> next_state(ResultState from, ResultAction action) {
  return guong::next_state(kResultTransitions, from, action);
}

Result begin_step(store::Reader& reader, ContestId contest, ResultId id, ResultAction action) {
  auto result = find_result(reader, contest, id);
  const auto next = next_state(result.state, action);
  if (!next)
    throw Error(ErrorKind::conflict, "results.wrong_state",
                {{"state", std::string(state_name(result.state))}});
  result.state = *next;
  return result;
}

void finish_step(store::Tx& tx, const Result& result) {
  if (update_result(tx, result) == 0) throw Error(ErrorKind::stale, "base.stale");
}

std::vector<Result> list_results(store::Reader& reader, ContestId contest) {
  return load_results(reader, contest);
}

Result find_result(store::Reader& reader, ContestId contest, ResultId id) {
  auto result = load_result(reader, contest, id);
  if (!result) throw Error::not_found();
  return std::move(*result);
}

std::vector<Award> list_awards(store::Reader& reader, ResultId result) { return load_awards(reader, result); }

}  // namespace guong::results
