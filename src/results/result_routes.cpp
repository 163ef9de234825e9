// HTTP of settling a contest: one route for each step, each answering with the result as it is afterwards.
#include "guong/results/result_routes.h"

#include <nlohmann/json.hpp>

#include "guong/api/answer.h"
#include "guong/base/crypto.h"
#include "guong/results/published.h"
#include "results/documents.h"
#include "results/inspection_routes.h"
#include "results/result_views.h"

namespace guong::results {
namespace {

using nlohmann::json;
constexpr std::size_t kMaxChanges = 200;

http::Response view_answer(const ResultView& view, int status = 200) {
  auto answer = api::json_answer(unranked_json(view), view.result.revision, status);
  auto& body = std::get<std::string>(answer.body);
  body.insert(body.size() - 1, ",\"ranking\":" + view.result.ranking);  // as it is kept: it may be long
  return answer;
}

http::Response compute(api::WriteCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  api::FieldReader fields(call.body());
  const auto reason = fields.opt_text("reason", 1000).value_or("");
  fields.done();
  const auto ahead = compute_ahead(call.services().store, call.context(), contest);
  return call.write_answer([&](store::Tx& tx) {
    const auto view =
        view_of(tx, call.services().keys, compute_result(tx, call.context(), contest, reason, ahead));
    auto answer = view_answer(view, 201);
    answer.set("Location", "/api/contests/" + std::to_string(contest.value) + "/results/" +
                               std::to_string(view.result.id.value));
    return answer;
  });
}

http::Response list(api::ReadCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto results = call.read([&](store::Reader& reader) { return list_results(reader, contest); });
  std::vector<json> items;
  for (const auto& result : results) items.push_back(result_brief_json(result));
  return api::list_answer(std::move(items));
}

http::Response get_one(api::ReadCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto id = call.path_id<ResultId>("result");
  return call.read([&](store::Reader& reader) {
    return view_answer(load_view(reader, call.services().keys, contest, id));
  });
}

struct Step {
  ContestId contest;
  ResultId id;
  ReadAhead ahead;
};

/// What takes long before the transaction, the step in it, and the result as it is afterwards.
template <class F>
http::Response after_step(api::WriteCall& call, ResultAction action, F take) {
  Step step{call.path_id<ContestId>("contest"), call.path_id<ResultId>("result"), nullptr};
  step.ahead = read_ahead(call.services().store, call.context(), step.contest, step.id, action);
  call.write([&](store::Tx& tx) { take(tx, step); });
  step.ahead.reset();
  return call.read([&](store::Reader& reader) {
    return view_answer(load_view(reader, call.services().keys, step.contest, step.id));
  });
}

http::Response post_tie(api::WriteCall& call) {
  api::FieldReader fields(call.body());
  const auto& list = fields.raw("order", true);
  std::vector<std::string> order;
  for (const auto& code : list.is_array() ? list : json::array())
    order.push_back(code.is_string() ? code.get<std::string>() : "");
  // Left out: whichever table has the tie. Null: the whole contest.
  const bool named = call.body().is_object() && call.body().contains("category");
  const auto category = fields.opt_text("category", 100);
  fields.done();
  const auto table = named ? std::optional(category.value_or("")) : std::nullopt;
  return after_step(call, ResultAction::decide_tie, [&](store::Tx& tx, const Step& step) {
    decide_tie(tx, call.context(), step.contest, step.id, order, table, step.ahead);
  });
}

http::Response post_join(api::WriteCall& call) {
  return after_step(call, ResultAction::join, [&](store::Tx& tx, const Step& step) {
    join_codes(tx, call.context(), step.contest, step.id, step.ahead);
  });
}

AwardChange read_change(const json& value, const std::string& pointer, api::FieldReader& all) {
  api::FieldReader fields(value, pointer);
  AwardChange change;
  change.take = fields.choice("act", {"give", "take"}) == "take";
  change.prize = fields.text("prize", 100);
  change.category = fields.opt_text("category", 100).value_or("");
  change.code = fields.opt_text("code", 40).value_or("");
  change.unit = fields.opt_id<UnitId>("unit");
  if (change.code.empty() == !change.unit.has_value()) fields.add({pointer, "results.code_or_unit", {}});
  for (auto& fault : fields.faults()) all.add(std::move(fault));
  return change;
}

http::Response post_awards(api::WriteCall& call) {
  api::FieldReader fields(call.body());
  const auto& list = fields.raw("changes", true);
  const auto reason = fields.text("reason", 1000);
  std::vector<AwardChange> changes;
  if (list.is_array() && list.size() > kMaxChanges)
    fields.add({"/changes", "base.too_many_items", {{"limit", std::to_string(kMaxChanges)}}});
  else if (list.is_array())
    for (std::size_t i = 0; i < list.size(); ++i)
      changes.push_back(read_change(list[i], "/changes/" + std::to_string(i), fields));
  else if (!list.is_null())
    fields.add({"/changes", "results.not_list", {}});
  fields.done();
  return after_step(call, ResultAction::adjust, [&](store::Tx& tx, const Step& step) {
    adjust_awards(tx, call.context(), step.contest, step.id, changes, reason, step.ahead);
  });
}

http::Response post_propose(api::WriteCall& call) {
  api::FieldReader fields(call.body());
  const auto number = fields.text("decision_number", 100);
  const auto vacancy = fields.opt_text("vacancy_reason", 1000).value_or("");
  fields.done();
  return after_step(call, ResultAction::propose, [&](store::Tx& tx, const Step& step) {
    propose_result(tx, call.context(), step.contest, step.id, number, vacancy, step.ahead);
  });
}

http::Response post_approve(api::WriteCall& call) {
  return after_step(call, ResultAction::approve, [&](store::Tx& tx, const Step& step) {
    approve_result(tx, call.context(), step.contest, step.id, step.ahead);
  });
}

http::Response post_publish(api::WriteCall& call) {
  api::FieldReader fields(call.body());
  const auto at = fields.opt_time("at");
  fields.done();
  return after_step(call, ResultAction::publish, [&](store::Tx& tx, const Step& step) {
    publish_result(tx, call.context(), step.contest, step.id, at, step.ahead);
  });
}

http::Response get_preview(api::ReadCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto id = call.path_id<ResultId>("result");
  return call.read([&](store::Reader& reader) {
    return api::json_answer(publication_preview(reader, call.services().keys, contest, id, call.now()));
  });
}

/// An earlier result: superseded, and as readable as on its day.
std::optional<PublishedResult> published_numbered(store::Reader& reader, ContestId contest,
                                                  std::string_view number) {
  for (auto& result : published_results(reader, contest))
    if (std::to_string(result.number) == number) return std::move(result);
  return std::nullopt;
}

http::Response get_published(api::ReadCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto number = call.request().query_value("number");
  auto published = call.read([&](store::Reader& reader) {
    return number ? published_numbered(reader, contest, *number) : latest_published(reader, contest);
  });
  if (!published) throw Error::not_found();
  http::Response answer;
  answer.set("Content-Type", "application/json");
  answer.set("ETag", "\"" + to_base64url(as_text(sha256(published->document))) + "\"");
  answer.body = std::move(published->document);
  return answer;
}

using api::Role;
constexpr auto kOrganiser = api::only(Role::organiser);
constexpr auto kWatchers = api::any_of(Role::organiser | Role::secretary | Role::head | Role::inspector);
constexpr api::Route kRoutes[] = {
    api::heavy(api::creating_post("/api/contests/{contest}/results", "computeResult", kOrganiser, compute)),
    api::get("/api/contests/{contest}/results", "listResults", kWatchers, list),
    api::get("/api/contests/{contest}/results/published", "getPublishedResult", api::kAnyone, get_published),
    api::slow_get("/api/contests/{contest}/results/{result}", "getResult", kWatchers, get_one),
    api::heavy(api::post("/api/contests/{contest}/results/{result}/tie-decisions", "decideTie",
                         api::only(Role::head), post_tie)),
    api::heavy(api::post("/api/contests/{contest}/results/{result}/join", "joinCodes",
                         api::any_of(Role::organiser | Role::secretary | Role::head), post_join)),
    api::heavy(api::post("/api/contests/{contest}/results/{result}/awards", "adjustAwards", kOrganiser,
                         post_awards)),
    api::heavy(api::post("/api/contests/{contest}/results/{result}/propose", "proposeResult", kOrganiser,
                         post_propose)),
    api::heavy(api::post("/api/contests/{contest}/results/{result}/approve", "approveResult",
                         api::only(Role::head), post_approve)),
    api::slow_get("/api/contests/{contest}/results/{result}/preview", "previewPublication",
                  api::any_of(Role::organiser | Role::secretary | Role::head), get_preview),
    api::heavy(api::post("/api/contests/{contest}/results/{result}/publish", "publishResult",
                         api::any_of(Role::organiser | Role::head), post_publish)),
};

}  // namespace

const std::vector<api::Route>& result_routes() {
  static const std::vector<api::Route> routes = [] {
    std::vector<api::Route> all(std::begin(kRoutes), std::end(kRoutes));
    const auto inspection = inspection_routes();
    all.insert(all.end(), inspection.begin(), inspection.end());
    return all;
  }();
  return routes;
}

}  // namespace guong::results
