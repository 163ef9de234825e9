// The one route table of the program, from the tables of its modules.
#include <nlohmann/json.hpp>

#include "app/app_store.h"
#include "app/assets.h"
#include "app/installation_routes.h"
#include "guong/accounts/account_routes.h"
#include "guong/api/answer.h"
#include "guong/app/service.h"
#include "guong/base/embedded.h"
#include "guong/contests/contest_routes.h"
#include "guong/entries/entry_routes.h"
#include "guong/http/encoding.h"
#include "guong/judging/judging_routes.h"
#include "guong/publishing/page_routes.h"
#include "guong/results/result_routes.h"
#include "guong/units/unit_routes.h"

namespace guong::app {
namespace {

http::Response health(api::ReadCall& call) {
  const bool alive = call.read([](store::Reader& reader) { return is_alive(reader); });
  auto answer = api::json_answer({{"status", alive ? "ok" : "failing"}}, alive ? 200 : 503);
  answer.set("Cache-Control", "no-store");
  return answer;
}

/// schema/openapi/ in one document, as the build of the front end bundles it; compressed when the first asks.
http::Response contract(api::ReadCall& call) {
  static const auto document = embedded("schema/openapi.json");
  if (!document) throw Error(ErrorKind::not_found, "api.no_such_path");
  static const auto prepared = http::prepare(std::string(*document), "application/json", "no-cache");
  return http::prepared_response(call.request(), prepared);
}

constexpr api::Route kOwn[] = {
    api::get("/healthz", "page:health", api::kAnyone, health),
    api::slow_get("/api/openapi.json", "getContract", api::kAnyone, contract),
};

}  // namespace

const std::vector<api::Route>& all_routes() {
  static const std::vector<api::Route> routes = [] {
    std::vector<api::Route> all(std::begin(kOwn), std::end(kOwn));
    const auto add = [&](const auto& part) { all.insert(all.end(), part.begin(), part.end()); };
    add(asset_routes());
    add(installation_routes());
    add(accounts::account_routes());
    add(units::unit_routes());
    add(contests::contest_routes());
    add(entries::entry_routes());
    add(entries::upload_routes());
    add(judging::judging_routes());
    add(results::result_routes());
    add(publishing::page_routes());
    return all;
  }();
  return routes;
}

}  // namespace guong::app
