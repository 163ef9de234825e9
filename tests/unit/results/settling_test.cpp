// From locked rounds to publication: the order of steps, two persons, and when names appear.
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "guong/entries/identity.h"
#include "guong/store/log.h"
#include "unit/results/settling.h"

using namespace guong;
using http::Method;
using nlohmann::json;
using test::error_key;
using test::Pairs;
using test::refusal;
using test::Settling;
using test::Three;

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
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Three contest(database, false);
    contest.seat_all();
    contest.open_round();
    CHECK(error_key([&] { contest.compute(); }) == "results.rounds_not_locked");
  }
}

TEST_CASE("Names appear only after two different people have joined the codes") {
  const std::vector<std::string> name{"Nguyễn Văn An"};
  const auto twice = refusal("results.second_person_needed"), over = refusal("results.wrong_state");
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Three contest(database);
    const auto id = contest.compute();
    const auto result = contest.at("/results/" + std::to_string(id.value)), join = result + "/join";
    const auto proof = [&] {
      return error_key(
          [&] { contest.read([&](store::Reader& r) { results::joined_codes(r, contest.contest); }); });
    };
    contest.calls({{"nobody joined", contest.secretary, Method::get, result, nullptr, 200, {}, name},
                   {"one joins", contest.secretary, Method::post, join, nullptr, 200, {}, name},
                   {"the same again", contest.secretary, Method::post, join, nullptr, 409, {twice}, name},
                   {"a judge may not", contest.one, Method::post, join, nullptr, 403, {}, name},
                   {"one is not enough", contest.head, Method::get, result, nullptr, 200, {}, name}});
    CHECK(error_key([&] { contest.join(contest.one, id); }) ==
          "base.not_found");  // not in the use case either
    CHECK(proof() == "entries.not_joined");
    contest.calls({{"another joins", contest.organiser, Method::post, join, nullptr, 200, name},
                   {"shown to all", contest.secretary, Method::get, result, nullptr, 200, name},
                   {"no third", contest.head, Method::post, join, nullptr, 409, {over}}});
    CHECK(proof().empty());
    contest.store->write([&](store::Tx& tx) {
      tx.exec("update round set state = 'open' where contest_id = $1", {contest.contest});
    });
    CHECK(proof() == "entries.not_joined");
  }
}

TEST_CASE("The ranking knows judges by alias only") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Three contest(database);
    const auto text = contest.result(contest.compute()).ranking;
    CHECK(text.find("\"J1\"") != std::string::npos);
    CHECK(text.find(std::to_string(contest.one.id.value)) == std::string::npos);
    CHECK(text.find("Giám khảo") == std::string::npos);
  }
}

TEST_CASE("Judges' aliases follow no order that anybody knows") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Three contest(database);
    std::set<std::string> rankings;
    for (int i = 0; i < 12; ++i)
      rankings.insert(contest.result(contest.compute(i ? "tính lại" : "")).ranking);
    CHECK(rankings.size() > 1);  // the same cards, under other aliases
    for (const auto& text : rankings) {
      const auto ranking = json::parse(text);
      for (const auto& round : ranking["rounds"])
        for (const auto& work : round["works"]) {
          std::vector<std::string> judges;
          for (const auto& card : work["cards"]) judges.push_back(card["judge"].get<std::string>());
          CHECK(std::ranges::is_sorted(judges));
        }
    }
  }
}

TEST_CASE("Whoever proposed may not approve, and each step needs the one before") {
  const auto wrong = refusal("results.wrong_state"), same = refusal("results.same_person");
  const json number = {{"decision_number", "12/QĐ-BTC"}}, now = json::object();
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Three contest(database);
    const auto id = contest.compute();
    const auto result = contest.at("/results/" + std::to_string(id.value)), propose = result + "/propose",
               approve = result + "/approve", publish = result + "/publish";
    auto &organiser = contest.organiser, &head = contest.head;
    auto both = organiser;
    contest.hold(both, api::Role::head);
    contest.calls({{"codes are not joined", organiser, Method::post, propose, number, 409, {wrong}}});
    contest.join_by_two(id);
    contest.calls({{"nothing is proposed", head, Method::post, approve, nullptr, 409, {wrong}},
                   {"proposed", organiser, Method::post, propose, number, 200},
                   {"by whoever proposed", both, Method::post, approve, nullptr, 409, {same}},
                   {"no head", organiser, Method::post, approve, nullptr, 403},
                   {"not approved", head, Method::post, publish, now, 409, {wrong}},
                   {"approved", head, Method::post, approve, nullptr, 200},
                   {"published", head, Method::post, publish, now, 200},
                   {"once", head, Method::post, publish, now, 409, {wrong}}});
    CHECK(error_key([&] { contest.approve(organiser, id); }) == "base.not_found");  // nor the use case
  }
}

TEST_CASE("A work is published only when it won and its author agreed, and stays as it was") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
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
    CHECK(test::faults_of(contest.document(first)).empty());
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
