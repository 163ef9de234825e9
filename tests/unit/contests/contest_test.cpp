#include "guong/contests/contest.h"

#include <catch2/catch.hpp>
#include <functional>
#include <nlohmann/json.hpp>

#include "guong/accounts/account.h"
#include "guong/base/embedded.h"
#include "guong/units/unit.h"
#include "support/databases.h"

namespace guong::contests {
namespace {

using nlohmann::json;

/// A database with units and an organiser of the host unit.
struct World {
  explicit World(std::unique_ptr<store::Store> given) : store(std::move(given)) {
    store->write([&](store::Tx& tx) {
      units::import_units(tx, act(), *embedded("schema/examples/units-binh-dinh-2023.csv"));
      organiser.account = accounts::create_account(
          tx, random, now, {*accounts::parse_identifier("to-chuc@thi.test"), "Trần Tổ Chức", "hash", Lang::vi, std::nullopt});
      organiser.grants = {{api::Role::organiser, std::nullopt, units::unit_by_code(tx, "binh-dinh")->id}};
    });
  }
  api::Act act() { return {organiser, now, random, keys}; }

  ContestId created(const json& document) {
    const auto id = store->write([&](store::Tx& tx) { return create_contest(tx, act(), document); });
    organiser.grants.push_back({api::Role::organiser, id, std::nullopt});
    return id;
  }
  ContestHead head(ContestId id) {
    return store->read([&](store::Reader& reader) { return find_contest(reader, id); });
  }

  std::unique_ptr<store::Store> store;
  SeededRandom random{7};
  api::Keys keys{std::string(32, 'k'), std::string(32, 's'), "thi.test/ledger"};
  Timestamp now = *from_rfc3339("2026-01-10T00:00:00Z");
  api::Actor organiser;
};

json example() {
  return json::parse(*embedded("schema/examples/api-test.json"));
}

std::vector<Fault> faults_of(const std::function<void()>& act) {
  try {
    act();
  } catch (const Error& error) {
    return error.faults();
  }
  return {};
}

TEST_CASE("a contest is a draft until it is opened, and frozen afterwards") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    World world(database.open());
    const auto id = world.created(example());
    CHECK(world.head(id).state == ContestState::draft);
    world.store->write([&](store::Tx& tx) { open_contest(tx, world.act(), id, {1}); });
    CHECK(world.head(id).state == ContestState::open);
    CHECK_THROWS_AS(world.store->write([&](store::Tx& tx) { replace_rule_book(tx, world.act(), id, {2}, example()); }), Error);
  }
}

TEST_CASE("opening names every rule that cannot be obeyed yet") {
  for (auto& database : test::test_databases()) {
    World world(database.open());
    auto document = example();
    document["rounds"][0]["calibration"] = "zscore";
    document["public_vote"] = {{"weight_percent", 30}};
    const auto id = world.created(document);
    const auto faults = faults_of([&] { world.store->write([&](store::Tx& tx) { open_contest(tx, world.act(), id, {1}); }); });
    REQUIRE(faults.size() == 2);
    CHECK(world.head(id).state == ContestState::draft);
  }
}

TEST_CASE("an amendment is a new version with a reason and cannot bend the judging") {
  for (auto& database : test::test_databases()) {
    World world(database.open());
    const auto id = world.created(example());
    world.store->write([&](store::Tx& tx) { open_contest(tx, world.act(), id, {1}); });
    auto later = example();
    later["calendar"]["deadline"] = "2026-03-01T17:00:00+07:00";
    world.store->write([&](store::Tx& tx) { amend_contest(tx, world.act(), id, {2}, later, {"Ít bài", "05-TB/BTC"}); });
    CHECK(world.head(id).version == 2);
    CHECK(world.head(id).deadline == *from_rfc3339("2026-03-01T10:00:00Z"));
    auto bent = later;
    bent["rounds"][0]["judges_per_entry"] = 1;
    const auto faults = faults_of(
        [&] { world.store->write([&](store::Tx& tx) { amend_contest(tx, world.act(), id, {3}, bent, {"x", "y"}); }); });
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].pointer == "/rounds");
    CHECK(world.store->read([&](store::Reader& reader) { return rule_book_history(reader, id).size(); }) == 2);
  }
}

TEST_CASE("an organiser of another unit cannot create a contest for this one") {
  for (auto& database : test::test_databases()) {
    World world(database.open());
    world.organiser.grants.clear();
    CHECK_THROWS_AS(world.created(example()), Error);
  }
}

TEST_CASE("a lost update is refused") {
  for (auto& database : test::test_databases()) {
    World world(database.open());
    const auto id = world.created(example());
    const auto replace = [&](Revision seen) {
      world.store->write([&](store::Tx& tx) { replace_rule_book(tx, world.act(), id, seen, example()); });
    };
    replace({1});
    CHECK_THROWS_AS(replace({1}), Error);
  }
}

}  // namespace
}  // namespace guong::contests
