// HTTP of settling a contest: one route for each step, each answering with the result as it is afterwards.
#include "guong/results/result_routes.h"

#include <nlohmann/json.hpp>

#include "guong/api/answer.h"
#include "guong/base/crypto.h"
#include "guong/results/published.h"
#include "results/asked_step.h"
#include "results/documents.h"
#include "results/inspection_routes.h"
#include "results/result_views.h"
#include "results/step_bodies.h"

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

std::string address_of(ContestId contest) {
  return "/api/contests/" + std::to_string(contest.value) + "/results";
}

/// RFC 7240: who does not want to wait for the answer is told where it will be.
bool would_rather_not_wait(const http::Request& request) {
  return request.header("prefer").value_or("").find("respond-async") != std::string_view::npos;
}
http::Response asked_answer(ContestId contest) {
  http::Response answer;
  answer.status = 202;
  return std::move(answer.set("Location", address_of(contest) + "/step"));
}
void wake_jobs(const api::Services& services) {
  if (services.jobs) services.jobs->wake();
}

http::Response compute(api::WriteCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto step = read_step("compute", call.body());
  if (would_rather_not_wait(call.request())) {
    auto answer = call.write_answer([&](store::Tx& tx) {
      ask_for_step(tx, call.context(), contest, {}, "compute", call.body());
      return asked_answer(contest);
    });
    wake_jobs(call.services());
    return answer;
  }
  const auto ahead = read_ahead(call.services(), call.context(), contest, {}, step);
  return call.write_answer([&](store::Tx& tx) {
    const auto id = step.take(tx, call.context(), contest, {}, ahead);
    const auto view = load_view(tx, call.services().keys, contest, id);
    auto answer = view_answer(view, 201);
    answer.set("Location", address_of(contest) + "/" + std::to_string(id.value));
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

/// What takes long before the transaction, the step in it, and the result as it is afterwards. Whoever does not want
/// to wait for that has a job do it.
http::Response take(api::WriteCall& call, std::string_view name) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto id = call.path_id<ResultId>("result");
  const auto step = read_step(name, call.body());
  if (would_rather_not_wait(call.request())) {
    call.write([&](store::Tx& tx) { ask_for_step(tx, call.context(), contest, id, name, call.body()); });
    wake_jobs(call.services());
    return asked_answer(contest);
  }
  auto ahead = read_ahead(call.services(), call.context(), contest, id, step);
  call.write([&](store::Tx& tx) { step.take(tx, call.context(), contest, id, ahead); });
  ahead.reset();
  return call.read([&](store::Reader& reader) {
    return view_answer(load_view(reader, call.services().keys, contest, id));
  });
}

http::Response post_tie(api::WriteCall& call) { return take(call, "decide_tie"); }
http::Response post_join(api::WriteCall& call) { return take(call, "join"); }
http::Response post_awards(api::WriteCall& call) { return take(call, "adjust"); }
http::Response post_propose(api::WriteCall& call) { return take(call, "propose"); }
http::Response post_approve(api::WriteCall& call) { return take(call, "approve"); }
http::Response post_publish(api::WriteCall& call) { return take(call, "publish"); }

http::Response get_step(api::ReadCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  auto step = call.read([&](store::Reader& reader) {
    return asked_step_json(reader, call.services().store.state(), contest, call.now(), call.lang());
  });
  return api::json_answer({{"step", std::move(step)}});
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
  for (const auto& result : published_results(reader, contest))
    if (std::to_string(result.number) == number) return result;
  return std::nullopt;
}

http::Response get_published(api::ReadCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto number = call.request().query_value("number");
  return call.read([&](store::Reader& reader) {
    const auto published =
        number ? published_numbered(reader, contest, *number) : latest_published(reader, contest);
    if (!published) throw Error::not_found();
    // A published file never changes: its result names it.
    return http::file_response(call.request(), results_file_bytes(reader, call.blobs(), published->id),
                               "application/json", "\"" + std::to_string(published->id.value) + "\"");
  });
}

using api::Role;
constexpr auto kOrganiser = api::only(Role::organiser);
constexpr auto kWatchers = api::any_of(Role::organiser | Role::secretary | Role::head | Role::inspector);
constexpr api::Route kRoutes[] = {
    api::heavy(api::creating_post("/api/contests/{contest}/results", "computeResult", kOrganiser, compute)),
    api::get("/api/contests/{contest}/results", "listResults", kWatchers, list),
    api::get("/api/contests/{contest}/results/step", "getResultStep", kWatchers, get_step),
    api::slow_get("/api/contests/{contest}/results/published", "getPublishedResult", api::kAnyone,
                  get_published),
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
