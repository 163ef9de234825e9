// HTTP of assignments, the draw and waivers. Conflicts are shown as counts by judge and kind, never by work.
#include <nlohmann/json.hpp>

#include "guong/api/answer.h"
#include "judging/judging_views.h"
#include "judging/round_store.h"
#include "judging/routes.h"

namespace guong::judging {
namespace {

using nlohmann::json;

http::Response list(api::ReadCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto round = path_round(call);
  const auto begin = call.cursor<CodeCursor>();
  return call.read([&](store::Reader& reader) {
    const auto page = api::page_after(
        begin, call.limit(),
        [&](const CodeCursor& after, int limit) {
          return page_round_entries(reader, contest, round, after.code, limit);
        },
        [](const RoundEntry& entry) { return CodeCursor{entry.code}; });
    if (page.lines.empty()) return api::list_answer({});
    const auto rows = page_assignments(reader, contest, round, begin.code, page.lines.back().code);
    std::vector<json> items;
    auto row = rows.begin();
    for (const auto& entry : page.lines) {
      std::vector<AssignmentRow> own;
      for (; row != rows.end() && row->code <= entry.code; ++row)
        if (row->code == entry.code) own.push_back(*row);
      items.push_back(staffing_json(entry, own));
    }
    return api::list_answer(std::move(items), page.next);
  });
}

http::Response create(api::WriteCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto round = path_round(call);
  api::FieldReader fields(call.body());
  const auto code = fields.text("code", 40);
  const auto judge = fields.id<AccountId>("judge");
  const bool extra = fields.flag("extra", false);
  fields.done();
  return call.write_answer([&](store::Tx& tx) {
    const auto id = assign(tx, call.context(), contest, round, code, judge, extra);
    return api::created({{"assignment", id.value}, {"code", code}, {"judge", judge.value}, {"extra", extra}},
                        "/api/contests/" + std::to_string(contest.value) + "/rounds/" +
                            std::to_string(round) + "/assignments/" + std::to_string(id.value),
                        {1});
  });
}

http::Response remove(api::WriteCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto round = path_round(call);
  const auto id = call.path_id<AssignmentId>("assignment");
  call.write([&](store::Tx& tx) { remove_assignment(tx, call.context(), contest, round, id); });
  return api::no_content();
}

http::Response draw(api::WriteCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto round = path_round(call);
  api::FieldReader fields(call.body());
  const bool extra = fields.flag("extra", false);
  fields.done();
  return call.write([&](store::Tx& tx) {
    const auto drawn = draw_assignments(tx, call.context(), contest, round, extra);
    return api::json_answer({{"assigned", drawn.assigned}, {"unstaffed", drawn.unstaffed}});
  });
}

http::Response conflicts(api::ReadCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto counts =
      call.read([&](store::Reader& reader) { return conflict_counts(reader, contest, call.now()); });
  return api::json_answer(conflicts_json(counts));
}

http::Response waive(api::WriteCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  api::FieldReader fields(call.body());
  const auto code = fields.text("code", 40);
  const auto judge = fields.id<AccountId>("judge");
  const auto reason = fields.text("reason", 1000);
  fields.done();
  call.write([&](store::Tx& tx) { waive_conflict(tx, call.context(), contest, code, judge, reason); });
  return api::no_content();
}

using api::Role;
constexpr auto kOrganiser = api::only(Role::organiser);
constexpr api::Route kRoutes[] = {
    api::get("/api/contests/{contest}/rounds/{round}/assignments", "listAssignments",
             api::any_of(Role::organiser | Role::secretary), list),
    api::creating_post("/api/contests/{contest}/rounds/{round}/assignments", "assignJudge", kOrganiser,
                       create),
    api::post("/api/contests/{contest}/rounds/{round}/assignments/draw", "drawAssignments", kOrganiser, draw),
    api::del("/api/contests/{contest}/rounds/{round}/assignments/{assignment}", "removeAssignment",
             kOrganiser, remove),
    api::get("/api/contests/{contest}/conflicts", "listConflicts", kOrganiser, conflicts),
    api::post("/api/contests/{contest}/conflicts/waivers", "waiveConflict", api::only(Role::head), waive),
};

}  // namespace

std::span<const api::Route> assignment_routes() { return kRoutes; }

}  // namespace guong::judging
