// Tables of calls and what they must answer: a row says who asks for what, the status, what the answer must
// contain and what it must not. The rows of a table share what their test has made, and run from top to
// bottom.
//
//   check(caller, {
//       {"a stranger is asked to sign in", stranger, Method::get, "/api/grants", nullptr, 401},
//       {"a judge sees no author", judge, Method::get, work, nullptr, 200, {"Cô giáo"}, {"Nguyễn Văn An"}},
//   });
#pragma once

#include <catch2/catch.hpp>

#include "support/caller.h"

namespace guong::test {

struct ApiScenario {
  std::string name;  // shown when the row fails
  Person& who;
  http::Method method;
  std::string path;
  nlohmann::json body = nullptr;  // text goes as it is
  int status = 200;
  std::vector<std::string> contains = {};  // parts of the answer's text; JSON has no spaces in it
  std::vector<std::string> lacks = {};
  Headers headers = {};
};

/// The part of a refusal that says what is wrong where.
inline std::string fault(const std::string& pointer, const std::string& key) {
  return R"("key":")" + key + R"(","pointer":")" + pointer + "\"}";
}
/// The part of a refusal that says why.
inline std::string refusal(const std::string& key) { return R"("key":")" + key + "\""; }

/// Makes each call and holds its answer against the row. Gives the answers, for what a test asks beyond that.
inline std::vector<Answer> check(Caller& caller, const std::vector<ApiScenario>& scenarios) {
  std::vector<Answer> answers;
  for (const auto& row : scenarios) {
    answers.push_back(caller.send(row.who, row.method, row.path, row.body, row.headers));
    const auto& answer = answers.back();
    INFO(row.name << "\n" << row.path << "\n" << answer.text);
    CHECK(answer.status == row.status);
    for (const auto& part : row.contains) CHECK_THAT(answer.text, Catch::Contains(part));
    for (const auto& part : row.lacks) CHECK_THAT(answer.text, !Catch::Contains(part));
  }
  return answers;
}

}  // namespace guong::test
