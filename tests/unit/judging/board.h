// Routes over a stage, whose players call them: judging's, where a test names no others.
#pragma once

#include "guong/judging/judging_routes.h"
#include "support/api_scenario.h"
#include "unit/judging/stage.h"

namespace guong::test {

struct Board : Stage {
  explicit Board(const TestDatabase& database, const nlohmann::json& rules = example_rules(),
                 const std::vector<api::Route>& routes = judging::judging_routes())
      : Stage(database, rules), caller({*store, blobs, random, keys, "https://thi.test"}, routes) {}
  /// In the contest.
  std::string at(const std::string& rest) const {
    return "/api/contests/" + std::to_string(contest.value) + rest;
  }
  std::string in_round(const std::string& rest) const { return at("/rounds/1" + rest); }
  /// On a judge's desk.
  std::string work(const std::string& code) const { return at("/judge/works/" + code); }
  static nlohmann::json assignment(const std::string& code, const Player& judge) {
    return {{"code", code}, {"judge", judge.id.value}};
  }
  /// Calls made now.
  std::vector<Answer> calls(const std::vector<ApiScenario>& rows) {
    caller.now = now;
    return check(caller, rows);
  }

  Caller caller;
  Person stranger;
};

}  // namespace guong::test
