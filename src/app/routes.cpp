// The one route table of the program, from the tables of its modules.
#include <nlohmann/json.hpp>

#include "app/app_store.h"
#include "app/assets.h"
#include "app/installation_routes.h"
#include "guong/accounts/account_routes.h"
#include "guong/api/answer.h"
#include "guong/app/service.h"
#include "guong/contests/contest_routes.h"
#include "guong/entries/entry_routes.h"
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

constexpr api::Route kOwn[] = {api::get("/healthz", "page:health", api::kAnyone, health)};

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
