// HTTP of what judges ask of the head, and of what the head decides.
#include <nlohmann/json.hpp>

#include "guong/api/answer.h"
#include "guong/judging/judge_change.h"
#include "judging/routes.h"

namespace guong::judging {
namespace {

using nlohmann::json;

json unit_json(const JudgeUnit& unit) {
  return {{"unit", unit.unit ? json{{"id", unit.unit->value}, {"name", unit.name}} : json(nullptr)},
          {"asked", unit.asked}};
}

json change_json(const JudgeChange& change) {
  return {{"kind", judge_change_name(change.kind)},
          {"judge", {{"id", change.judge.value}, {"name", change.judge_name}}},
          {"from_unit", change.from_unit},
          {"to_unit", change.to_unit},
          {"count", change.count},
          {"asked_at", to_rfc3339(change.asked_at)}};
}

http::Response get_unit(api::ReadCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  return api::json_answer(unit_json(
      call.read([&](store::Reader& reader) { return judge_unit(reader, contest, call.actor().account); })));
}

http::Response put_unit(api::WriteCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  api::FieldReader fields(call.body());
  const auto unit = fields.opt_id<UnitId>("unit");
  fields.done();
  return call.write([&](store::Tx& tx) {
    ask_judge_unit(tx, call.context(), contest, unit);
    return api::json_answer(unit_json(judge_unit(tx, contest, call.actor().account)));
  });
}

http::Response get_changes(api::ReadCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  std::vector<json> items;
  call.read([&](store::Reader& reader) {
    for (const auto& change : pending_judge_changes(reader, contest)) items.push_back(change_json(change));
  });
  return api::list_answer(std::move(items));
}

http::Response post_decision(api::WriteCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  api::FieldReader fields(call.body());
  const auto judge = fields.id<AccountId>("judge");
  const auto kind = fields.choice("kind", {"unit", "interests"}) == "unit" ? JudgeChangeKind::unit
                                                                           : JudgeChangeKind::interests;
  const bool confirmed = fields.flag("confirmed", false);
  fields.done();
  call.write(
      [&](store::Tx& tx) { decide_judge_change(tx, call.context(), contest, judge, kind, confirmed); });
  return api::no_content();
}

using api::Role;
constexpr api::Route kRoutes[] = {
    api::get("/api/contests/{contest}/judge/unit", "getJudgeUnit", api::only(Role::judge), get_unit),
    api::put("/api/contests/{contest}/judge/unit", "askJudgeUnit", api::only(Role::judge), put_unit),
    api::get("/api/contests/{contest}/judge-changes", "listJudgeChanges", api::only(Role::head), get_changes),
    api::post("/api/contests/{contest}/judge-changes/decide", "decideJudgeChange", api::only(Role::head),
              post_decision),
};

}  // namespace

std::span<const api::Route> judge_change_routes() { return kRoutes; }

}  // namespace guong::judging
