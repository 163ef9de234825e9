// The tallies that the counts are read from, held to every change of an entry.
#include "entries/secretary/count_store.h"
#include "world.h"

using namespace guong;
using namespace guong::entries;
using namespace guong::entries::test;

namespace {

EntryId submitted_about(World& world, const api::Actor& author, std::optional<UnitId> unit, Timestamp now) {
  auto draft = world.good_draft();
  draft.content.exemplar.unit = unit;
  const auto made = world.write(
      [&](store::Tx& tx) { return create_entry(tx, world.context(author, now), world.contest, draft); });
  world.submit(author, made.id, now);
  return made.id;
}

std::map<UnitId, std::int64_t> below(World& world, UnitId parent) {
  std::map<UnitId, std::int64_t> out;
  world.read([&](store::Reader& reader) {
    for (const auto& unit : count_by_unit(reader, world.contest, parent, "2026-01-10", 100))
      out[unit.unit] = unit.count;
  });
  return out;
}

}  // namespace

TEST_CASE("entries are counted by the quarter of an hour in which they were last submitted") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    const auto first = at("2026-01-10T16:59:59.999999Z"), second = at("2026-01-10T17:00:00Z");
    submitted_about(world, world.author, std::nullopt, first);
    submitted_about(world, world.second, std::nullopt, second);
    const auto withdrawn = submitted_about(world, world.stranger, std::nullopt, second);
    world.write([&](store::Tx& tx) {
      withdraw_entry(tx, world.context(world.stranger, second), withdrawn, world.revision_of(withdrawn));
    });
    const auto counts =
        world.read([&](store::Reader& reader) { return count_by_quarter(reader, world.contest); });
    CHECK(counts == std::map<Timestamp, std::int64_t>{{at("2026-01-10T16:45:00Z"), 1}, {second, 1}});
  }
}

TEST_CASE("works count for the exemplar's unit and for every unit above it") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    submitted_about(world, world.author, world.commune, world.early);
    submitted_about(world, world.second, world.district, world.early);
    submitted_about(world, world.stranger, std::nullopt, world.early);
    CHECK(below(world, world.province).at(world.district) == 2);
    CHECK(below(world, world.district).at(world.commune) == 1);
    CHECK(below(world, UnitId{}).at(world.province) == 2);
    const auto totals =
        world.read([&](store::Reader& reader) { return unit_totals(reader, world.contest, world.district); });
    CHECK(totals.all == 3);
    CHECK(totals.with_unit == 2);
    CHECK(totals.of_unit == 1);
  }
}

TEST_CASE("a unit that no longer exists is shown only while works count for it") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    world.write([&](store::Tx& tx) {
      tx.exec("update unit set valid_to = '2026-01-01' where id = $1", {world.commune});
    });
    CHECK_FALSE(below(world, world.district).contains(world.commune));
    submitted_about(world, world.author, world.commune, world.early);
    CHECK(below(world, world.district).at(world.commune) == 1);
  }
}
