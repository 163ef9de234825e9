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
  return api::json_answer(result_json(view), view.result.revision, status);
}

http::Response compute(api::WriteCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  api::FieldReader fields(call.body());
  const auto reason = fields.opt_text("reason", 1000).value_or("");
  fields.done();
  return call.write_answer([&](store::Tx& tx) {
    const auto view = view_of(tx, call.services().keys, compute_result(tx, call.context(), contest, reason));
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

/// The action in a transaction, and the result as it is afterwards.
template <class F>
http::Response after_act(api::WriteCall& call, F act) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto id = call.path_id<ResultId>("result");
  return call.write([&](store::Tx& tx) {
    act(tx, contest, id);
    return view_answer(load_view(tx, call.services().keys, contest, id));
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
  return after_act(call, [&](store::Tx& tx, ContestId contest, ResultId id) {
    decide_tie(tx, call.context(), contest, id, order, table);
  });
}

http::Response post_join(api::WriteCall& call) {
  return after_act(call, [&](store::Tx& tx, ContestId contest, ResultId id) {
    join_codes(tx, call.context(), contest, id);
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
  return after_act(call, [&](store::Tx& tx, ContestId contest, ResultId id) {
    adjust_awards(tx, call.context(), contest, id, changes, reason);
  });
}

http::Response post_propose(api::WriteCall& call) {
  api::FieldReader fields(call.body());
  const auto number = fields.text("decision_number", 100);
  const auto vacancy = fields.opt_text("vacancy_reason", 1000).value_or("");
  fields.done();
  return after_act(call, [&](store::Tx& tx, ContestId contest, ResultId id) {
    propose_result(tx, call.context(), contest, id, number, vacancy);
  });
}

http::Response post_approve(api::WriteCall& call) {
  return after_act(call, [&](store::Tx& tx, ContestId contest, ResultId id) {
    approve_result(tx, call.context(), contest, id);
  });
}

http::Response post_publish(api::WriteCall& call) {
  api::FieldReader fields(call.body());
  const auto at = fields.opt_time("at");
  fields.done();
  return after_act(call, [&](store::Tx& tx, ContestId contest, ResultId id) {
    publish_result(tx, call.context(), contest, id, at);
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
    api::creating_post("/api/contests/{contest}/results", "computeResult", kOrganiser, compute),
    api::get("/api/contests/{contest}/results", "listResults", kWatchers, list),
    api::get("/api/contests/{contest}/results/published", "getPublishedResult", api::kAnyone, get_published),
    api::slow_get("/api/contests/{contest}/results/{result}", "getResult", kWatchers, get_one),
    api::post("/api/contests/{contest}/results/{result}/tie-decisions", "decideTie", api::only(Role::head),
              post_tie),
    api::post("/api/contests/{contest}/results/{result}/join", "joinCodes",
              api::any_of(Role::organiser | Role::secretary | Role::head), post_join),
    api::post("/api/contests/{contest}/results/{result}/awards", "adjustAwards", kOrganiser, post_awards),
    api::post("/api/contests/{contest}/results/{result}/propose", "proposeResult", kOrganiser, post_propose),
    api::post("/api/contests/{contest}/results/{result}/approve", "approveResult", api::only(Role::head),
              post_approve),
    api::slow_get("/api/contests/{contest}/results/{result}/preview", "previewPublication",
                  api::any_of(Role::organiser | Role::secretary | Role::head), get_preview),
    api::post("/api/contests/{contest}/results/{result}/publish", "publishResult",
              api::any_of(Role::organiser | Role::head), post_publish),
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
