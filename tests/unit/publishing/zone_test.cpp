// Times on public pages are told in the zone of the contest that they belong to.
#include <catch2/catch.hpp>

#include "guong/publishing/page_routes.h"
#include "unit/results/settling.h"

using namespace guong;
using http::Method;

namespace {

constexpr const char* kFar = "America/New_York";

nlohmann::json far_away() {
  auto rules = test::example_rules();
  rules["calendar"]["zone"] = kFar;
  return rules;
}

}  // namespace

TEST_CASE("The home page, the feeds and the results tell times in the contest's zone") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    test::Settling contest(database, far_away(), publishing::page_routes());
    const auto head =
        contest.read([&](store::Reader& reader) { return contests::find_contest(reader, contest.contest); });
    const std::string deadline = to_local_text(head.deadline, kFar), feed = "/feed.atom";
    auto& visitor = contest.stranger;
    contest.now = head.opens + days(1);
    contest.calls({{"the home page", visitor, Method::get, "/", nullptr, 200, {deadline}},
                   {"the feed", visitor, Method::get, feed, nullptr, 200, {deadline}}});
    contest.now = test::Stage::kIntake;
    const auto author = contest.person("Nguyễn Văn An");
    const auto code = contest.entry(author, "Cô giáo xã đảo");
    contest.judge_all({{code, {{"50", "25", "8"}, {"50", "25", "8"}}}});
    contest.settle_and_publish(contest.compute());
    const auto published = contest.read(
        [&](store::Reader& reader) { return results::published_results(reader, contest.contest); });
    const std::string at = to_local_text(published.front().published_at, kFar),
                      results = "/cuoc-thi/" + head.slug + "/ket-qua";
    contest.calls({{"the results", visitor, Method::get, results, nullptr, 200, {at}},
                   {"the feed", visitor, Method::get, feed, nullptr, 200, {at}}});
  }
}
