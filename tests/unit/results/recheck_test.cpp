// What approval rested on is looked at again: whatever moved since stops the publication with the thing named.
#include <catch2/catch.hpp>

#include "unit/results/settling.h"

using namespace guong;
using nlohmann::json;
using test::error_key;
using test::Three;

namespace {

ResultId approved(Three& contest) {
  const auto id = contest.compute();
  contest.join_by_two(id);
  contest.propose(id);
  contest.approve(contest.head, id);
  return id;
}

void disqualify(Three& contest, const std::string& code) {
  contest.write(contest.head, [&](auto& tx, auto& context) {
    const auto entry = *tx.one(
        "select id, revision from entry where code = $1", {code},
        [](const store::Row& row) { return std::pair(row.template id<EntryId>(0), row.revision(1)); });
    return entries::disqualify_entry(tx, context, contest.contest, entry.first, entry.second, "Sao chép",
                                     "15/QĐ-BTC");
  });
}

void run_sql(Three& contest, const std::string& sql) {
  contest.store->write([&](store::Tx& tx) { tx.exec(sql, {}); });
}

}  // namespace

TEST_CASE("A work disqualified after approval is not published as a winner") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Three contest(database);
    const auto id = approved(contest);
    disqualify(contest, contest.b);
    CHECK(error_key([&] { contest.publish(id); }) == "results.work_left");
    CHECK(error_key([&] { contest.publish(id, contest.now + hours(2)); }) == "results.work_left");
    CHECK(contest.works().empty());
    const auto second = contest.compute("Loại tác phẩm sao chép theo quyết định 15/QĐ-BTC");
    contest.settle_and_publish(second);
    const auto file = contest.published();
    CHECK(test::faults_of(file).empty());
    CHECK(file["left"] ==
          json::array({{{"code", contest.b}, {"state", "disqualified"}, {"reason", "Sao chép"}}}));
  }
}

TEST_CASE("An hour that was set before a winner left publishes nothing, and the ledger says why") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Three contest(database);
    const auto id = approved(contest);
    const auto at = contest.now + hours(2);
    contest.publish(id, at);
    disqualify(contest, contest.b);
    api::Services services{*contest.store, contest.blobs, contest.random, contest.keys, ""};
    store::JobRunner jobs(*contest.store, results::result_jobs(services, [&] { return at; }), 0);
    jobs.run_due(at);
    CHECK(contest.result(id).state == results::ResultState::approved);
    CHECK_FALSE(contest.result(id).publish_at.has_value());
    CHECK(contest.records("result.publication_refused") == 1);
    CHECK(contest.works().empty());
  }
}

TEST_CASE("Marks, prizes, decisions or rules changed behind the program stop every later step") {
  struct Change {
    const char* sql;
    const char* found;
  };
  for (const auto& [sql, found] :
       {Change{"update card set marks = replace(marks, '\"60\"', '\"10\"')", "results.marks_differ"},
        Change{"update assignment set state = 'removed' where id = (select min(id) from assignment)",
               "results.marks_differ"},
        Change{"update award set code = (select min(code) from entry where code not in (select code from "
               "award)) where prize = 'first'",
               "results.awards_differ"},
        Change{"update award set money = money + 1", "results.awards_differ"},
        Change{"delete from award where prize = 'second'", "results.awards_differ"},
        Change{"update rule_book set document = replace(document, '5000000', '9000000')",
               "results.rules_differ"},
        Change{"update round set state = 'open'", "entries.not_joined"}})
    for (auto& database : test::test_databases()) {
      INFO(database.name() << " " << sql);
      Three contest(database);
      const auto id = approved(contest);
      run_sql(contest, sql);
      CHECK(error_key([&] { contest.publish(id); }) == found);
    }
}
