// What stands in the tables is held against what the ledger's records told of it, on both databases.
#include "guong/results/ledger_check.h"

#include <catch2/catch.hpp>

#include "guong/judging/assignment.h"
#include "unit/results/settling.h"

using namespace guong;
using test::error_key;
using test::Three;

namespace {

void run_sql(Three& contest, const std::string& sql) {
  contest.store->write([&](store::Tx& tx) { tx.exec(sql, {}); });
}

std::vector<std::string> differing(Three& contest) {
  std::vector<std::string> out;
  contest.store->read([&](store::Reader& reader) {
    for (const auto& fault : results::all_differences(reader, contest.keys)) out.push_back(fault.key);
  });
  return out;
}

struct Bent {
  const char* by;
  const char* back;
  const char* told;
};

constexpr Bent kBent[] = {
    {"update card set marks = replace(marks, '25', '24')",
     "update card set marks = replace(marks, '24', '25')", "judging.card_differs"},
    {"update card set comment_author = comment_author || '.'",
     "update card set comment_author = substr(comment_author, 1, length(comment_author) - 1)",
     "judging.card_differs"},
    {"update entry set title = title || '.'", "update entry set title = substr(title, 1, length(title) - 1)",
     "entries.content_differs"},
    {"update entry set submitted_at = submitted_at + 1", "update entry set submitted_at = submitted_at - 1",
     "entries.entry_differs"},
    {"insert into co_author (entry_id, contact_tag, state, asked_at) select id, identity_sealed, "
     "'confirmed', 1 from entry",
     "delete from co_author where asked_at = 1", "entries.co_author_differs"},
    {"update assignment set assigned_by = assigned_by + 1",
     "update assignment set assigned_by = assigned_by - 1", "judging.assignment_differs"},
    {"update round_entry set category = category || 'x'",
     "update round_entry set category = substr(category, 1, length(category) - 1)",
     "judging.round_entry_differs"},
    {"insert into judge_unit_request (contest_id, account_id, unit_id, asked_at) select contest_id, "
     "account_id, null, 1 "
     "from role_grant where role = 'judge'",
     "delete from judge_unit_request", "judging.unit_request_differs"},
    {"update contest set deadline_at = deadline_at - 1", "update contest set deadline_at = deadline_at + 1",
     "contests.contest_differs"},
    {"update role_grant set valid_from = valid_from - 1 where contest_id is not null",
     "update role_grant set valid_from = valid_from + 1 where contest_id is not null",
     "accounts.grant_differs"},
};

}  // namespace

TEST_CASE("Rows that were changed behind the program are found by what records told of them") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Three contest(database);
    REQUIRE(differing(contest).empty());
    for (const auto& [by, back, told] : kBent) {
      INFO(by);
      run_sql(contest, by);
      const auto found = differing(contest);
      CHECK(std::ranges::count(found, std::string(told)) > 0);
      CHECK(error_key([&] { contest.compute(); }) == "results.ledger_differs");
      run_sql(contest, back);
      CHECK(differing(contest).empty());
    }
    contest.settle_and_publish(contest.compute());
    CHECK(differing(contest).empty());
    run_sql(contest, "update award set note = 'khác'");
    CHECK(differing(contest) == std::vector<std::string>{"results.award_rows_differ"});
  }
}

TEST_CASE("A decision tells of what it changed, and not anew of what an author or a judge sent in before") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Three contest(database);
    run_sql(contest, "update entry set body = body || '.'");
    const auto decided = [&](const std::string& code) {
      contest.write(contest.head, [&](auto& tx, auto& context) {
        const auto entry = *tx.one(
            "select id, revision from entry where code = $1", {code},
            [](const store::Row& row) { return std::pair(row.template id<EntryId>(0), row.revision(1)); });
        return entries::disqualify_entry(tx, context, contest.contest, entry.first, entry.second, "Sao chép",
                                         "15/QĐ-BTC");
      });
    };
    const auto before = differing(contest).size();
    decided(contest.b);
    CHECK(differing(contest).size() == before);
  }
}

TEST_CASE("Rows of which no record tells are found, and from an upgrade on the ledger answers for them") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Three contest(database);
    // An opening that is gone: what the records of an earlier release left.
    run_sql(contest, "delete from ledger_opening where name = 'rows'");
    const auto before = differing(contest);
    CHECK(std::ranges::count(before, std::string("store.opening_differs")) > 0);
    CHECK(std::ranges::count(before, std::string("store.row_untold")) > 0);
    contest.write(contest.head, [&](auto& tx, auto& context) {
      results::tell_all_rows(tx, context);
      return 0;
    });
    const auto after = differing(contest);
    CHECK(std::ranges::count(after, std::string("store.row_untold")) == 0);
    run_sql(contest, "update entry set title = 'khác'");
    CHECK(differing(contest).size() > after.size());
  }
}

TEST_CASE("What a draw tells of many assignments at once is held against each of them") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Three contest(database, false);
    contest.seat_all();
    contest.open_round();
    const auto drawn = contest.write(contest.organiser, [&](auto& tx, auto& context) {
      return judging::draw_assignments(tx, context, contest.contest, 1, false);
    });
    REQUIRE(drawn.assigned == 6);
    CHECK(differing(contest).empty());
    run_sql(contest, "update assignment set extra = 1 - extra where id = (select max(id) from assignment)");
    CHECK(differing(contest) == std::vector<std::string>{"judging.assignment_differs"});
    run_sql(contest, "update assignment set extra = 1 - extra where id = (select max(id) from assignment)");
    run_sql(contest, "delete from assignment where id = (select min(id) from assignment)");
    CHECK(differing(contest) == std::vector<std::string>{"judging.assignment_differs"});
  }
}
