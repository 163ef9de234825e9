// Results as JSON for those who settle a contest: by code before joining, with names after.
#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "results/awards.h"
#include "results/result_store.h"
#include "results/witnessing.h"

namespace guong::results {

/// Without the ranking: what a list shows.
nlohmann::json result_brief_json(const Result& result);

struct ResultView {
  Result result;
  Witnessing witnessing;
  std::shared_ptr<const rules::RuleBook> rules;
  std::vector<Consent> consents;
  std::map<AccountId, std::string> people;  // who consented, proposed, approved
  std::vector<Award> awards;
  std::vector<Decided> decided;  // on prizes
  JoinedByCode works;            // empty before joining
  std::map<UnitId, std::string> units;
  scoring::Allotment open;  // undecided and vacant places
};
/// What is shown beside a result that is at hand.
ResultView view_of(store::Reader& reader, const api::Keys& keys, Result result);
ResultView load_view(store::Reader& reader, const api::Keys& keys, ContestId contest, ResultId id);
/// All but the ranking, whose text stands with the result and may be long.
nlohmann::json unranked_json(const ResultView& view);
nlohmann::json result_json(const ResultView& view);

}  // namespace guong::results
