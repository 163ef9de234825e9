// The module's routes over its world, and the world's people as those who call them.
#pragma once

#include "guong/entries/entry_routes.h"
#include "support/api_scenario.h"
#include "world.h"

namespace guong::entries::test {

using guong::test::Answer;
using guong::test::ApiScenario;
using guong::test::Headers;
using guong::test::keyed;
using guong::test::Person;
using guong::test::seen;

struct Desk {
  explicit Desk(const guong::test::TestDatabase& database,
                const guong::test::BlobsKind& kind = guong::test::kBlobsKinds[0])
      : world(database, kind),
        caller({*world.store, world.blobs, world.random, world.keys, "https://test.invalid"}, routes()) {
    caller.now = world.early;
  }
  std::string contest() const { return "/api/contests/" + std::to_string(world.contest.value); }
  std::string at_desk(EntryId entry) const { return contest() + "/entries/" + std::to_string(entry.value); }
  static std::string own(EntryId entry) { return "/api/entries/" + std::to_string(entry.value); }

  World world;
  guong::test::Caller caller;
  Person author = guong::test::acting(world.author), second = guong::test::acting(world.second),
         stranger = guong::test::acting(world.stranger), secretary = guong::test::acting(world.secretary),
         head = guong::test::acting(world.head), organiser = guong::test::acting(world.organiser), nobody;

 private:
  static std::vector<api::Route> routes() {
    auto all = entry_routes();
    all.insert(all.end(), upload_routes().begin(), upload_routes().end());
    return all;
  }
};

}  // namespace guong::entries::test
