// What an author says of their unit is a claim: it lets nobody in where only members may enter, frees nobody,
// and bars no judge for good; what conflicts of interest are found by stands still once the entry is
// accepted.
#include <nlohmann/json.hpp>

#include "entries/secretary/desk_view.h"
#include "guong/accounts/member.h"
#include "guong/entries/judging_view.h"
#include "world.h"

using namespace guong;
using namespace guong::entries;
using namespace guong::entries::test;

namespace {

nlohmann::json for_members(const std::string& which, const std::string& unit) {
  auto document = contest_document();
  document["eligibility"]["scope"] = which == "units" ? "members" : "open";
  document["eligibility"][which] = {unit};
  return document;
}

void confirm(World& world, UnitId unit, const api::Actor& who) {
  auto coordinator = world.make_account("dm@vidu.vn", "Đầu Mối", std::nullopt);
  coordinator.grants.push_back({api::Role::coordinator, std::nullopt, unit});
  world.write([&](store::Tx& tx) {
    accounts::confirm_members(tx, world.context(coordinator, world.early), unit, {who.account});
  });
}
void say(World& world, const api::Actor& who, std::optional<UnitId> unit) {
  world.write([&](store::Tx& tx) {
    tx.exec("update account set unit_id = $2 where id = $1", {who.account, unit});
    tx.exec("update unit_member set state = 'left' where account_id = $1 and unit_id <> $2",
            {who.account, unit.value_or(UnitId{})});
  });
}

Revision accept(World& world, EntryId entry, bool confirms_units) {
  const auto revision = world.revision_of(entry);
  return world.write([&](store::Tx& tx) {
    return accept_entry(tx, world.context(world.secretary, world.early), world.contest,
                        {entry, revision, {}, std::nullopt, false, confirms_units});
  });
}
std::string state_at_desk(World& world, EntryId entry) {
  return world.read([&](store::Reader& reader) {
    const auto view =
        to_json(desk_view(reader, world.context(world.secretary, world.early), world.contest, entry));
    return view["authors"][0]["unit_state"].get<std::string>();
  });
}
using Ids = std::vector<UnitId>;
std::pair<Ids, Ids> conflict_units(World& world, EntryId entry) {
  const auto code = world.code_of(entry);
  return world.read([&](store::Reader& reader) {
    const auto facts = conflict_facts(reader, world.keys, world.contest, code);
    return std::pair(facts->units, facts->claimed_units);
  });
}

}  // namespace

TEST_CASE("Where only members may enter, a claim is not accepted until somebody else confirms it") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database, for_members("units", "huyen"));
    const auto entry = world.submitted(world.author, world.early);
    CHECK(state_at_desk(world, entry) == "claimed");
    CHECK(error_of([&] { accept(world, entry, false); }).key() == "entries.unit_not_confirmed");
    SECTION("the unit's coordinator") {
      confirm(world, world.commune, world.author);
      CHECK(state_at_desk(world, entry) == "confirmed");
      CHECK_NOTHROW(accept(world, entry, false));
    }
    SECTION("the secretary, in the same act") {
      CHECK_NOTHROW(accept(world, entry, true));
      CHECK(state_at_desk(world, entry) == "confirmed");
      // By no row of the account: times would tell who wrote it.
      CHECK(world.read([](store::Reader& r) { return r.number("select count(*) from unit_member"); }) == 0);
    }
  }
}

TEST_CASE("For whom a coordinator hands in is of the unit by the coordinator's word") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database, for_members("units", "huyen"));
    auto coordinator = world.make_account("dm@vidu.vn", "Đầu Mối", std::nullopt);
    coordinator.grants.push_back({api::Role::coordinator, std::nullopt, world.district});
    auto draft = world.good_draft();
    draft.author = Author{"Bùi Nông Dân", "", world.commune, std::nullopt, ""};
    const auto entry = world.create(coordinator, world.early, draft).id;
    world.submit(coordinator, entry, world.early);
    CHECK(state_at_desk(world, entry) == "confirmed");
    CHECK_NOTHROW(accept(world, entry, false));
  }
}

TEST_CASE("Saying another unit gets nobody round being excluded") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database, for_members("excluded_units", "huyen"));
    confirm(world, world.commune, world.author);
    for (const auto unit : {std::optional(world.other), std::optional<UnitId>{}}) {
      say(world, world.author, unit);
      CHECK(faults_of([&] { world.submitted(world.author, world.early); }) == Told{" entries.unit_excluded"});
    }
  }
}

TEST_CASE("Conflicts go by the units of when the entry was accepted: confirmed, left, or only said") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    const auto claimed = world.accepted(world.second, world.early);
    CHECK(conflict_units(world, claimed) == std::pair(Ids{}, Ids{world.other}));
    confirm(world, world.commune, world.author);
    const auto confirmed = world.accepted(world.author, world.early);
    CHECK(conflict_units(world, confirmed) == std::pair(Ids{world.commune, world.commune}, Ids{}));
    say(world, world.author, world.other);
    const auto left = world.accepted(world.author, world.early);
    CHECK(conflict_units(world, left) == std::pair(Ids{world.commune}, Ids{world.other}));
    CHECK(conflict_units(world, confirmed) == std::pair(Ids{world.commune, world.commune}, Ids{}));
    // Accepted before units were confirmed: what the entry says counts as it did.
    world.write([](store::Tx& tx) { tx.exec("update entry set units_sealed = null", {}); });
    CHECK(conflict_units(world, claimed) == std::pair(Ids{world.other}, Ids{}));
  }
}
