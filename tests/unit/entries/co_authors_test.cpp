// Co-authors who are asked: what the rules may ask of them by a day, and works from before anybody was asked.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "entries/co_author_store.h"
#include "entries/draft/co_author_service.h"
#include "support/databases.h"
#include "world.h"

using namespace guong;
using namespace guong::entries;
using namespace guong::entries::test;

namespace {

Draft joint(const World& world, const std::string& contact) {
  auto draft = world.good_draft();
  draft.co_authors = {{"Trần Văn Minh", "", {}, {}, contact}};
  return draft;
}

std::vector<CoAuthorship> naming(World& world, const api::Actor& who) {
  return world.read(
      [&](store::Reader& reader) { return own_co_authorships(reader, world.context(who, world.early)); });
}

}  // namespace

TEST_CASE("after the day by which co-authors confirm, the secretary accepts without it only by saying so") {
  auto document = contest_document();
  document["eligibility"]["co_authors_confirm_by"] = "2026-02-06T17:00:00+07:00";
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database, document);
    const auto submit = [&](const std::string& contact) {
      const auto id = world.create(world.author, world.early, joint(world, contact)).id;
      world.submit(world.author, id, world.early);
      return id;
    };
    const auto accept = [&](EntryId id, Timestamp now, bool unconfirmed) {
      world.write([&](store::Tx& tx) {
        accept_entry(tx, world.context(world.secretary, now), world.contest,
                     {id, Revision{2}, {}, std::nullopt, unconfirmed});
      });
    };
    const auto after = at("2026-02-06T17:00:01+07:00");
    const auto confirmed = submit("minh@vidu.vn"), unconfirmed = submit("0905 111 222");
    world.confirm(world.second, confirmed, world.early);
    CHECK(error_of([&] { accept(unconfirmed, after, false); }).key() == "entries.co_author_not_confirmed");
    accept(unconfirmed, after, true);
    accept(confirmed, after, false);
    CHECK(world.state_of(unconfirmed) == State::accepted);
    CHECK(error_of([&] { world.confirm(world.second, confirmed, after); }).key() ==
          "entries.co_author_too_late");
  }
}

TEST_CASE("a co-author who is taken off a work is asked no more, and one who comes back is asked anew") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    const auto id = world.create(world.author, world.early, joint(world, "minh@vidu.vn")).id;
    CHECK(naming(world, world.second).empty());
    world.submit(world.author, id, world.early);
    world.confirm(world.second, id, world.early);
    const auto change = [&](const std::string& contact) {
      world.reopen(world.author, id, world.early);
      world.save(world.author, id, world.early, joint(world, contact));
    };
    change("khach@vidu.vn");
    CHECK(naming(world, world.second).at(0).state == CoAuthorState::confirmed);
    world.submit(world.author, id, world.early);
    CHECK(naming(world, world.second).empty());
    change("minh@vidu.vn");
    world.submit(world.author, id, world.early);
    CHECK(naming(world, world.second).at(0).state == CoAuthorState::asked);
  }
}

TEST_CASE("the upgrade asks the authors whom older works name, and leaves what counts") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    const auto id = world.create(world.author, world.early, joint(world, "minh@vidu.vn")).id;
    world.submit(world.author, id, world.early);
    world.submitted(world.author, world.early);
    world.write([](store::Tx& tx) { tx.exec("delete from co_author", {}); });
    CHECK(naming(world, world.second).empty());
    for (int run = 0; run < 2; ++run) ask_old_authors(*world.store, world.context(world.author, world.early));
    REQUIRE(naming(world, world.second).size() == 1);
    CHECK(naming(world, world.second)[0].state == CoAuthorState::asked);
  }
}
