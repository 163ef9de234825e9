// Amendments of an open contest: versions with reasons, and what they cannot change.
#include <catch2/catch.hpp>

#include "guong/contests/contest.h"
#include "unit/contests/office.h"

using namespace guong;
using namespace guong::contests;
using namespace guong::test;
using nlohmann::json;
using Told = std::vector<std::string>;

namespace {

json extended() { return with(example("api-test"), {{"/calendar/deadline", "2026-03-01T17:00:00+07:00"}}); }

}  // namespace

TEST_CASE("An amendment is a new version with a reason; every version stays readable") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Office o(database);
    const auto contest = o.opened(example("api-test"));
    CHECK(o.amend(contest, extended()) == Revision{3});
    CHECK(o.head(contest).version == 2);
    CHECK(o.head(contest).deadline == *from_rfc3339("2026-03-01T10:00:00Z"));
    o.read([&](store::Reader& r) {
      const auto history = rule_book_history(r, contest);
      REQUIRE(history.size() == 2);
      CHECK(history[1].reason == "Ít tác phẩm gửi về");
      CHECK(history[1].decision_number == "05-TB/BTC");
      CHECK(json::parse(rule_book_document(r, contest, 1)) == example("api-test"));
      CHECK(json::parse(rule_book_document(r, contest, std::nullopt)) == extended());
      CHECK(contest_rules(r, contest, 1)->calendar.deadline == *from_rfc3339("2026-02-05T10:00:00Z"));
      CHECK(contest_rules(r, contest)->calendar.deadline == *from_rfc3339("2026-03-01T10:00:00Z"));
    });
    CHECK(o.count("select count(*) from ledger_record where kind = 'contest.amended'") == 1);
    CHECK(refused([&] { o.amend(contest, extended()); }) == Told{"contests.nothing_changed"});
    CHECK(refused([&] { o.read([&](store::Reader& r) { contest_rules(r, contest, 9); }); }) ==
          Told{"base.not_found"});
  }
}

TEST_CASE("An amendment cannot change what entrants relied on and judging obeys") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Office o(database);
    const auto contest = o.opened(example("api-test"));
    const std::vector<Change> bends = {{"/slug", "khac"},
                                       {"/level", "provincial"},
                                       {"/host_unit", "bd-quy-nhon"},
                                       {"/eligibility/max_entries", 1},
                                       {"/declarations/0/required", false},
                                       {"/categories/0/max_words", 100},
                                       {"/fields/0/id", "other"},
                                       {"/rounds/0/judges_per_entry", 1},
                                       {"/rounds/0/criteria/0/weight", 50},
                                       {"/tie_breaks", json::array()},
                                       {"/prizes/0/count", 2},
                                       {"/awards_per_author", 2},
                                       {"/ties_at_prize_line", "all_pass"},
                                       {"/subject", {{"not_yet_honoured", true}}}};
    for (const auto& bend : bends) {
      const std::string frozen = bend.pointer.substr(0, bend.pointer.find('/', 1));
      CHECK(refused([&] { o.amend(contest, with(extended(), {bend})); }) ==
            Told{frozen + " contests.frozen"});
    }
    CHECK(refused([&] {
            o.amend(contest, with(extended(), {{"/calendar/periods", "monthly"}}));
          }) == Told{"/calendar/periods rules.rule_periods"});
    CHECK(o.head(contest).version == 1);
    const std::vector<Change> allowed = {
        {"/name/en", "Another name"},
        {"/summary/vi", "Tóm tắt"},
        {"/legal_basis", {"Kế hoạch 01"}},
        {"/notices", json::array({{{"kind", "extension"}, {"date", "2026-01-20"}}})}};
    auto document = example("api-test");
    for (const auto& change : allowed) {
      INFO(change.pointer);
      document = with(document, {change});
      CHECK(refused([&] { o.amend(contest, document); }).empty());
    }
    CHECK(o.head(contest).name.en == "Another name");
  }
}

TEST_CASE("A deadline moves while works come in, never into the past, and not once judging has begun") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Office o(database);
    const auto contest = o.opened(example("api-test"));
    const auto deadline = [](const char* at) {
      return with(example("api-test"), {{"/calendar/deadline", at}});
    };
    o.caller.now = *from_rfc3339("2026-01-20T00:00:00Z");
    CHECK(refused([&] { o.amend(contest, deadline("2026-01-19T00:00:00Z")); }) ==
          Told{"/calendar/deadline contests.deadline_in_past"});
    CHECK(refused([&] { o.amend(contest, deadline("2026-01-21T00:00:00Z")); }).empty());
    o.caller.now = *from_rfc3339("2026-01-25T00:00:00Z");  // passed, but nothing is judged yet
    CHECK(refused([&] { o.amend(contest, deadline("2026-02-20T00:00:00Z")); }).empty());
    o.move(contest, ContestState::open, ContestState::judging);
    CHECK(refused([&] { o.amend(contest, deadline("2026-02-27T00:00:00Z")); }) ==
          Told{"/calendar/deadline contests.judging_has_begun"});
    auto later = deadline("2026-02-20T00:00:00Z");
    CHECK(refused([&] {
            o.amend(contest, with(later, {{"/calendar/grace_minutes", 600}}));
          }) == Told{"/calendar/grace_minutes contests.judging_has_begun"});
    CHECK(refused([&] {
            o.amend(contest, with(later, {{"/calendar/results_at", "2026-04-01T08:00:00+07:00"}}));
          }).empty());
    o.move(contest, ContestState::judging, ContestState::settled);
    CHECK(refused([&] { o.amend(contest, example("api-test")); }) == Told{"contests.wrong_state"});
  }
}
