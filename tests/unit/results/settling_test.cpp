// From locked rounds to publication: the order of steps, two persons, and when names appear.
#include <catch2/catch.hpp>

#include "guong/entries/identity.h"
#include "guong/store/log.h"
#include "unit/results/settling.h"

using namespace guong;
using nlohmann::json;
using test::error_key;
using test::Settling;

namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

/// Three works with scores worked out by hand: b 83.5; a and c 83.25, where a leads on content (50.25 to 50).
struct Three : Settling {
  explicit Three(const test::TestDatabase& database, bool lock_now = true) : Settling(database) {
    auto an = person("Nguyễn Văn An"), binh = person("Trần Thị Bình"), chi = person("Lê Thị Chi");
    a = entry(an, "Cô giáo xã đảo");
    b = entry(binh, "Người giữ biển");
    c = entry(chi, "Bác sĩ của bản", false);
    if (lock_now)
      judge_all({{a, {{"50", "25", "8"}, {"50.5", "25", "8"}}},
                 {b, {{"60", "30", "10"}, {"40", "20", "7"}}},
                 {c, {{"50", "25", "8"}, {"50", "25.5", "8"}}}});
  }
  std::string a, b, c;
};

}  // namespace

TEST_CASE("A contest runs from locked marks to published winners") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Three contest(database);
    const auto id = contest.compute();
    const auto places = contest.view(id)["ranking"]["rankings"].back()["places"];
    REQUIRE(places.size() == 3);
    CHECK(places[0]["code"] == contest.b);
    CHECK(places[0]["score"] == "167/2");
    CHECK(places[1]["code"] == contest.a);
    CHECK(places[1]["score"] == "333/4");
    CHECK(places[1]["shown"] == "83.25");
    CHECK(places[1]["decided_by"] == "criterion:content");
    CHECK(places[2]["rank"] == 3);
    contest.settle_and_publish(id);
    CHECK(contest.awards(id) == Pairs{{"first", contest.b}, {"second", contest.a}});
    const auto file = contest.published();
    CHECK(test::faults_of(file).empty());
    CHECK(file["awards"][0]["authors"][0]["name"] == "Trần Thị Bình");
    CHECK(file["result"]["decision_number"] == "12/QĐ-BTC");
    CHECK(contest.read([&](store::Reader& r) { return contests::find_contest(r, contest.contest).state; }) ==
          contests::ContestState::published);
    REQUIRE(contest.works().size() == 2);
    for (const char* kind : {"result.computed", "codes.joined", "awards.allotted", "result.proposed",
                             "result.approved", "result.published"})
      CHECK(contest.records(kind) == 1);
    const auto key = ed25519_public_key(contest.keys.signing_seed);
    const auto broken = contest.read(
        [&](store::Reader& reader) { return store::verify_log(reader, contest.keys.origin, as_text(key)); });
    CHECK_FALSE(broken.has_value());
  }
}

TEST_CASE("Nothing is computed while a round is open") {
  auto database = test::TestDatabase::sqlite();
  Three contest(database, false);
  contest.seat_all();
  contest.open_round();
  CHECK(error_key([&] { contest.compute(); }) == "results.rounds_not_locked");
}

TEST_CASE("Names appear only after two different people have joined the codes") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Three contest(database);
    const auto id = contest.compute();
    const auto named = [&] { return contest.view(id).dump().find("Nguyễn Văn An") != std::string::npos; };
    CHECK_FALSE(named());
    CHECK_FALSE(contest.join(contest.secretary, id));
    CHECK_FALSE(named());
    const auto proof = [&] {
      return error_key(
          [&] { contest.read([&](store::Reader& r) { results::joined_codes(r, contest.contest); }); });
    };
    CHECK(proof() == "entries.not_joined");
    CHECK(error_key([&] { contest.join(contest.secretary, id); }) == "results.second_person_needed");
    CHECK(error_key([&] { contest.join(contest.one, id); }) == "base.not_found");  // a judge may not
    CHECK(contest.join(contest.organiser, id));
    CHECK(named());
    CHECK(error_key([&] { contest.join(contest.head, id); }) == "results.wrong_state");
    CHECK(proof().empty());
    contest.store->write([&](store::Tx& tx) {
      tx.exec("update round set state = 'open' where contest_id = $1", {contest.contest});
    });
    CHECK(proof() == "entries.not_joined");
  }
}

TEST_CASE("The ranking knows judges by alias only") {
  auto database = test::TestDatabase::sqlite();
  Three contest(database);
  const auto text = contest.result(contest.compute()).ranking;
  CHECK(text.find("\"J1\"") != std::string::npos);
  CHECK(text.find(std::to_string(contest.one.id.value)) == std::string::npos);
  CHECK(text.find("Giám khảo") == std::string::npos);
}

TEST_CASE("Whoever proposed may not approve, and each step needs the one before") {
  auto database = test::TestDatabase::sqlite();
  Three contest(database);
  const auto id = contest.compute();
  CHECK(error_key([&] { contest.propose(id); }) == "results.wrong_state");
  contest.join_by_two(id);
  CHECK(error_key([&] { contest.approve(contest.head, id); }) == "results.wrong_state");
  auto both = contest.organiser;
  contest.hold(both, api::Role::head);
  contest.propose(id);
  CHECK(error_key([&] { contest.approve(both, id); }) == "results.same_person");
  CHECK(error_key([&] { contest.approve(contest.organiser, id); }) == "base.not_found");
  CHECK(error_key([&] { contest.publish(id); }) == "results.wrong_state");
  contest.approve(contest.head, id);
  contest.publish(id);
  CHECK(error_key([&] { contest.publish(id); }) == "results.wrong_state");
}

TEST_CASE("A work is published only when it won and its author agreed, and stays as it was") {
  auto database = test::TestDatabase::sqlite();
  Settling contest(database);
  auto an = contest.person("Nguyễn Văn An"), binh = contest.person("Trần Thị Bình");
  const auto shy = contest.entry(an, "Không cho công bố", false);
  const auto open = contest.entry(binh, "Cho công bố", true);
  contest.judge_all(
      {{shy, {{"60", "30", "10"}, {"60", "30", "10"}}}, {open, {{"50", "25", "8"}, {"50", "25", "8"}}}});
  const auto id = contest.compute();
  contest.settle_and_publish(id);
  REQUIRE(contest.works().size() == 1);
  const auto work = contest.works()[0];
  const auto document = json::parse(work.document);
  CHECK(document["title"] == "Cho công bố");
  CHECK(document["body"].size() == 2);
  CHECK(document["authors"][0]["name"] == "Trần Thị Bình");
  CHECK(document["prizes"][0]["id"] == "second");
  CHECK(work.slug.starts_with("cho-cong-bo-"));
  CHECK(work.document.find("0905123456") == std::string::npos);
  CHECK(work.document.find("tacgia@vidu.vn") == std::string::npos);
  const auto file = contest.published();
  CHECK(file["awards"][0]["work"].is_null());
  CHECK(file["awards"][1]["work"] == work.slug);
}

TEST_CASE("The head orders works that the rules leave tied, before anybody knows a name") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Settling contest(database);
    auto an = contest.person("Nguyễn Văn An"), binh = contest.person("Trần Thị Bình");
    const auto x = contest.entry(an, "Bài một"), y = contest.entry(binh, "Bài hai");
    contest.judge_all(
        {{x, {{"50", "25", "8"}, {"50", "25", "8"}}}, {y, {{"50", "25", "8"}, {"50", "25", "8"}}}});
    const auto id = contest.compute();
    CHECK(error_key([&] { contest.join(contest.secretary, id); }) == "results.ties_open");
    const auto decide = [&](const test::Player& who, std::vector<std::string> order) {
      return error_key([&] {
        contest.write(who, [&](auto& tx, auto& context) {
          results::decide_tie(tx, context, contest.contest, id, order);
          return 0;
        });
      });
    };
    CHECK(decide(contest.organiser, {y, x}) == "base.not_found");
    CHECK(decide(contest.head, {y}) == "base.invalid");
    CHECK(decide(contest.head, {y, x}).empty());
    contest.settle_and_publish(id);
    CHECK(contest.awards(id) == Pairs{{"first", y}, {"second", x}});
    CHECK(test::faults_of(contest.published()).empty());
    CHECK(contest.records("result.tie_decided") == 1);
  }
}

TEST_CASE("Equals at a prize line are decided by hand, and the prizes below follow by the rules") {
  auto database = test::TestDatabase::sqlite();
  auto rules = test::example_rules();
  rules["tie_breaks"] = json::array({json::object({{"by", "shared"}})});
  Settling contest(database, rules);
  auto an = contest.person("Nguyễn Văn An"), binh = contest.person("Trần Thị Bình"),
       chi = contest.person("Lê Thị Chi");
  const auto x = contest.entry(an, "Bài một"), y = contest.entry(binh, "Bài hai"),
             z = contest.entry(chi, "Bài ba");
  const std::vector<std::string> good{"50", "25", "8"}, fair{"40", "20", "5"};
  contest.judge_all({{x, {good, good}}, {y, {good, good}}, {z, {fair, fair}}});
  const auto id = contest.compute();
  contest.join_by_two(id);
  CHECK(contest.awards(id).empty());
  CHECK(contest.view(id)["undecided"][0]["codes"].size() == 2);
  CHECK(error_key([&] { contest.propose(id); }) == "results.prizes_undecided");
  CHECK(error_key([&] {
          contest.adjust(id, {{false, "first", "", x, {}}, {false, "first", "", y, {}}});
        }) == "base.invalid");
  CHECK(error_key([&] { contest.adjust(id, {{false, "zero", "", x, {}}}); }) == "base.invalid");
  contest.adjust(id, {{false, "first", "", y, {}}});
  CHECK(contest.awards(id) == Pairs{{"first", y}, {"second", x}});
  CHECK(contest.view(id)["undecided"].empty());
  contest.propose(id);
  contest.approve(contest.head, id);
  contest.publish(id);
  CHECK(test::faults_of(contest.published()).empty());
}

TEST_CASE("A prize taken away by hand stays vacant") {
  auto database = test::TestDatabase::sqlite();
  Three contest(database);
  const auto id = contest.compute();
  contest.join_by_two(id);
  contest.adjust(id, {{true, "first", "", contest.b, {}}});
  CHECK(contest.awards(id) == Pairs{{"second", contest.a}});
  CHECK(contest.records("awards.adjusted") == 1);
}

TEST_CASE("An author wins no more prizes than the rules allow") {
  auto database = test::TestDatabase::sqlite();
  Settling contest(database);
  auto an = contest.person("Nguyễn Văn An"), binh = contest.person("Trần Thị Bình");
  const auto x = contest.entry(an, "Bài một"), y = contest.entry(an, "Bài hai"),
             z = contest.entry(binh, "Bài ba");
  contest.judge_all({{x, {{"60", "30", "10"}, {"60", "30", "10"}}},
                     {y, {{"55", "30", "10"}, {"55", "30", "10"}}},
                     {z, {{"40", "20", "5"}, {"40", "20", "5"}}}});
  const auto id = contest.compute();
  contest.join_by_two(id);
  CHECK(contest.awards(id) == Pairs{{"first", x}, {"second", z}});
  CHECK(error_key([&] {
          contest.adjust(id, {{true, "second", "", z, {}}, {false, "second", "", y, {}}});
        }) == "base.invalid");
}

TEST_CASE("A published result is superseded, not edited, and both stay readable") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Three contest(database);
    const auto first = contest.compute();
    contest.settle_and_publish(first);
    contest.now = contest.now + hours(1);
    contest.write(contest.head, [&](auto& tx, auto& context) {
      const auto winner = *tx.one(
          "select id, revision from entry where code = $1", {contest.b},
          [](const store::Row& row) { return std::pair(row.template id<EntryId>(0), row.revision(1)); });
      return entries::disqualify_entry(tx, context, contest.contest, winner.first, winner.second, "Sao chép",
                                       "15/QĐ-BTC");
    });
    CHECK(error_key([&] { contest.compute(); }) == "results.reason_needed");
    const auto second = contest.compute("Loại tác phẩm sao chép theo quyết định 15/QĐ-BTC");
    CHECK(contest.result(first).state == results::ResultState::published);
    contest.settle_and_publish(second);
    CHECK(contest.result(first).state == results::ResultState::superseded);
    CHECK(contest.awards(second) == Pairs{{"first", contest.a}, {"second", contest.c}});
    const auto all =
        contest.read([&](store::Reader& r) { return results::published_results(r, contest.contest); });
    REQUIRE(all.size() == 2);
    CHECK(all[0].id == second);
    CHECK(all[1].superseded);
    CHECK(test::faults_of(json::parse(all[1].document)).empty());
    CHECK(contest.published()["result"]["supersedes"] == 1);
    for (const auto& work : contest.works()) CHECK(json::parse(work.document)["title"] != "Người giữ biển");
  }
}

TEST_CASE("A result set to an hour is published by a job at that hour, once") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Three contest(database);
    const auto id = contest.compute();
    contest.join_by_two(id);
    contest.propose(id);
    contest.approve(contest.head, id);
    const auto at = contest.now + hours(2);
    contest.publish(id, at + hours(1));
    contest.publish(id, at);  // moved: the first job must do nothing
    CHECK(contest.result(id).state == results::ResultState::approved);
    api::Services services{*contest.store, contest.blobs, contest.random, contest.keys, ""};
    store::JobRunner jobs(*contest.store, results::result_jobs(services, [&] { return at + seconds(5); }), 0);
    jobs.run_due(at - seconds(1));
    CHECK(contest.result(id).state == results::ResultState::approved);
    jobs.run_due(at);
    CHECK(contest.result(id).state == results::ResultState::published);
    const auto published = contest.read(
        [&](store::Reader& reader) { return results::published_results(reader, contest.contest); });
    CHECK(published.front().published_at == at + seconds(5));
    jobs.run_due(at + hours(2));
    CHECK(contest.records("result.published") == 1);
  }
}
