// What a step reads before its transaction counts only as long as it still stands in it.
#include <catch2/catch.hpp>

#include "guong/results/ledger_check.h"
#include "results/ahead.h"
#include "unit/results/settling.h"

using namespace guong;
using test::error_key;
using test::Three;

namespace {

/// Somebody else at the database, past the program.
void change(const test::TestDatabase& database, const std::string& sql) {
  database.open()->write([&](store::Tx& tx) { tx.exec(sql, {}); });
}

results::ReadAhead ahead_of_computing(Three& contest) {
  return results::compute_ahead(*contest.store, contest.context(contest.organiser), contest.contest);
}

results::Result computed(Three& contest, const results::ReadAhead& ahead, const std::string& reason = "") {
  return contest.write(contest.organiser, [&](auto& tx, auto& context) {
    return results::compute_result(tx, context, contest.contest, reason, ahead);
  });
}

constexpr const char* kBend = "update card set marks = replace(marks, '25', '24')";
constexpr const char* kBendBack = "update card set marks = replace(marks, '24', '25')";

}  // namespace

TEST_CASE("A row that somebody changes between the comparison and the step stops the step") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Three contest(database);
    const auto ahead = ahead_of_computing(contest);
    REQUIRE(ahead);
    change(database, kBend);
    CHECK(error_key([&] { computed(contest, ahead); }) == "results.ledger_differs");
    CHECK(error_key([&] { ahead_of_computing(contest); }) == "results.ledger_differs");
    change(database, kBendBack);
    const auto id = computed(contest, ahead).id;

    contest.join_by_two(id);
    contest.propose(id);
    const auto approving = results::read_ahead(*contest.store, contest.context(contest.head), contest.contest,
                                               id, results::ResultAction::approve);
    REQUIRE(approving);
    change(database, "update entry set title = title || '.'");
    CHECK(error_key([&] {
            contest.write(contest.head, [&](auto& tx, auto& context) {
              results::approve_result(tx, context, contest.contest, id, approving);
              return 0;
            });
          }) == "results.ledger_differs");
  }
}

TEST_CASE("What is done in the contest after a step was read ahead counts in the step") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Three contest(database);
    const auto ahead = ahead_of_computing(contest);
    contest.write(contest.head, [&](auto& tx, auto& context) {
      const auto entry = *tx.one(
          "select id, revision from entry where code = $1", {contest.b},
          [](const store::Row& row) { return std::pair(row.template id<EntryId>(0), row.revision(1)); });
      return entries::disqualify_entry(tx, context, contest.contest, entry.first, entry.second, "Sao chép",
                                       "15/QĐ-BTC");
    });
    CHECK(computed(contest, ahead).ranking.find(contest.b) == std::string::npos);
  }
}

TEST_CASE("A step that was read ahead takes what was read, and one that cannot be taken says why") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Three contest(database);
    const auto ahead = ahead_of_computing(contest);
    const auto result = computed(contest, ahead);
    CHECK(result.ranking == ahead->fresh.ranking);  // judges' names are drawn by lot each time
    const auto id = result.id;
    const auto none = results::read_ahead(*contest.store, contest.context(contest.head), contest.contest, id,
                                          results::ResultAction::publish);
    CHECK(!none);
    CHECK(error_key([&] {
            contest.write(contest.head, [&](auto& tx, auto& context) {
              results::publish_result(tx, context, contest.contest, id, std::nullopt, none);
              return 0;
            });
          }) == "results.wrong_state");
  }
}
