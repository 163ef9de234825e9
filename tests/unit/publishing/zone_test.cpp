// Times on public pages are told in the zone of the contest that they belong to.
#include <catch2/catch.hpp>

#include "publishing/contest_pages.h"
#include "publishing/feeds.h"
#include "publishing/result_pages.h"
#include "unit/results/settling.h"

using namespace guong;

namespace {

constexpr const char* kFar = "America/New_York";

nlohmann::json far_away() {
  auto rules = test::example_rules();
  rules["calendar"]["zone"] = kFar;
  return rules;
}

}  // namespace

TEST_CASE("The home page, the feeds and the results tell times in the contest's zone") {
  auto database = test::TestDatabase::sqlite();
  test::Settling contest(database, far_away());
  const auto made = [&](const publishing::PageSource& source) {
    return contest.read([&](store::Reader& reader) { return source.make(reader).body; });
  };
  const auto head =
      contest.read([&](store::Reader& reader) { return contests::find_contest(reader, contest.contest); });
  const std::string deadline = to_local_text(head.deadline, kFar);
  const Timestamp open = head.opens + days(1);
  CHECK(made(publishing::home_page(Lang::vi, "https://thi.test", open)).find(deadline) != std::string::npos);
  CHECK(made(publishing::atom_feed("https://thi.test")).find(deadline) != std::string::npos);
  const auto author = contest.person("Nguyễn Văn An");
  const auto code = contest.entry(author, "Cô giáo xã đảo");
  contest.judge_all({{code, {{"50", "25", "8"}, {"50", "25", "8"}}}});
  contest.settle_and_publish(contest.compute());
  const auto published = contest.read(
      [&](store::Reader& reader) { return results::published_results(reader, contest.contest); });
  const std::string at = to_local_text(published.front().published_at, kFar);
  CHECK(made(publishing::results_page(Lang::vi, "https://thi.test", head.slug)).find(at) !=
        std::string::npos);
  CHECK(made(publishing::atom_feed("https://thi.test")).find(at) != std::string::npos);
}
