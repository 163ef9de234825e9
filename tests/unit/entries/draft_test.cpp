// Drafts: autosave with revisions, rights, lists, coordinators.
#include "entries/draft/entrant_view.h"
#include "entries/entry_access.h"
#include "entries/secretary/desk_view.h"
#include "guong/entries/judging_view.h"
#include "world.h"

using namespace guong;
using namespace guong::entries;
using namespace guong::entries::test;

TEST_CASE("a draft keeps what was typed, also the incomplete") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    const auto made = world.write([&](store::Tx& tx) {
      return create_entry(tx, world.context(world.author, world.early), world.contest, Draft{});
    });
    CHECK(made.number.size() == 9);
    CHECK(made.number[4] == '-');
    auto draft = world.good_draft();
    draft.pen_name = "Hoa Núi";
    draft.co_authors = {{"Trần Văn Minh", "", world.other, {}, "minh@vidu.vn"}};
    draft.declared_interests = {"Cô Ba"};
    draft.content.language = "en";
    const auto revision = world.write([&](store::Tx& tx) {
      return save_draft(tx, world.context(world.author, world.early), made.id, made.revision, draft);
    });
    CHECK(revision == Revision{2});
    const auto view = world.read([&](store::Reader& reader) {
      return entrant_view(reader, world.context(world.author, world.early), made.id);
    });
    CHECK(view.draft.content == draft.content);
    CHECK(view.draft.pen_name == "Hoa Núi");
    REQUIRE(view.draft.co_authors.size() == 1);
    CHECK(view.draft.co_authors[0].contact == "minh@vidu.vn");
    CHECK(view.draft.declared_interests == draft.declared_interests);
    CHECK(view.draft.phone == "0905123456");
    CHECK(view.can == std::vector<std::string>{"save", "submit", "withdraw"});
  }
}

TEST_CASE("two who save the same revision: the second is told") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    const auto made = world.create(world.author, world.early);
    const auto save = [&] {
      world.write([&](store::Tx& tx) {
        save_draft(tx, world.context(world.author, world.early), made.id, made.revision, world.good_draft());
      });
    };
    save();
    CHECK(error_of(save).kind() == ErrorKind::stale);
  }
}

TEST_CASE("another's entry looks as if it did not exist") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    const auto made = world.create(world.author, world.early);
    for (const auto& actor : {world.second, world.secretary, world.organiser, api::Actor{}}) {
      const auto context = world.context(actor, world.early);
      const auto refused = [&](auto f) { return error_of([&] { world.write(f); }).kind(); };
      CHECK(refused([&](store::Tx& tx) {
              save_draft(tx, context, made.id, made.revision, world.good_draft());
            }) == ErrorKind::not_found);
      CHECK(refused([&](store::Tx& tx) { submit_entry(tx, context, made.id, made.revision); }) ==
            ErrorKind::not_found);
      CHECK(refused([&](store::Tx& tx) { withdraw_entry(tx, context, made.id, made.revision); }) ==
            ErrorKind::not_found);
      CHECK(refused([&](store::Tx& tx) { entrant_view(tx, context, made.id); }) == ErrorKind::not_found);
    }
  }
}

TEST_CASE("drafts begin while the contest takes entries, and outlive its deadline") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    const auto create_at = [&](Timestamp now) {
      return error_of([&] { world.create(world.author, now); }).key();
    };
    CHECK(create_at(world.opens - seconds(1)) == "entries.not_yet_open");
    CHECK(create_at(world.deadline + seconds(1)) == "entries.contest_closed");
    const auto made = world.create(world.author, world.deadline);
    const auto late = world.deadline + days(100);
    CHECK(world.write([&](store::Tx& tx) {
      return save_draft(tx, world.context(world.author, late), made.id, made.revision, world.good_draft());
    }) == Revision{2});
    const auto view = world.read([&](store::Reader& reader) {
      return entrant_view(reader, world.context(world.author, late), made.id);
    });
    CHECK(view.can == std::vector<std::string>{"save", "withdraw"});
    CHECK(error_of([&] { world.submit(world.author, made.id, late); }).kind() == ErrorKind::invalid);
  }
}

TEST_CASE("a unit that does not exist is a fault where it is named") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    auto draft = world.good_draft();
    draft.content.exemplar.unit = UnitId{1};
    draft.co_authors = {{"A", "", world.commune, {}, ""}, {"B", "", UnitId{2}, {}, ""}};
    const auto error = error_of([&] {
      world.write([&](store::Tx& tx) {
        create_entry(tx, world.context(world.author, world.early), world.contest, draft);
      });
    });
    CHECK(told(error.faults()) == std::vector<std::string>{"/exemplar/unit entries.no_such_unit",
                                                           "/co_authors/1/unit entries.no_such_unit"});
  }
}

TEST_CASE("one's own list goes through all entries, page by page") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    std::set<EntryId> made, listed;
    for (int i = 0; i < 5; ++i) made.insert(world.create(world.author, world.early + seconds(i / 2)).id);
    world.create(world.second, world.early);
    OwnedCursor after{};
    const auto tag = owner_tag(world.keys, world.author.account);
    for (int page = 0; page < 4; ++page) {
      const auto lines =
          world.read([&](store::Reader& reader) { return list_owned(reader, tag, std::nullopt, after, 2); });
      for (const auto& line : lines) CHECK(listed.insert(line.id).second);
      if (lines.empty()) break;
      after = {lines.back().contest, lines.back().created_at, lines.back().id};
    }
    CHECK(listed == made);
  }
}

TEST_CASE("a coordinator hands in for an author of the unit, and is neither author nor judge of it") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    auto coordinator = world.make_account("dau-moi@vidu.vn", "Phạm Đầu Mối", world.district);
    auto draft = world.good_draft();
    draft.author = Author{"Hồ Thị Vùng Cao", "Hoa Núi", world.commune, {}, "0905000111"};
    const auto create = [&] {
      return world.write([&](store::Tx& tx) {
        return create_entry(tx, world.context(coordinator, world.early), world.contest, draft);
      });
    };
    CHECK(error_of(create).faults().at(0).key == "entries.not_coordinator");
    coordinator.grants.push_back({api::Role::coordinator, std::nullopt, world.district});
    const auto made = create();
    world.submit(coordinator, made.id, world.early);
    const auto view = world.read([&](store::Reader& reader) {
      return entrant_view(reader, world.context(coordinator, world.early), made.id);
    });
    REQUIRE(view.draft.author);
    CHECK(view.draft.author->name == "Hồ Thị Vùng Cao");
    const auto desk = world.read([&](store::Reader& reader) {
      return desk_view(reader, world.context(world.secretary, world.early), world.contest, made.id);
    });
    REQUIRE(desk.identity.authors.size() == 1);
    CHECK(desk.identity.authors[0].name == "Hồ Thị Vùng Cao");
    CHECK_FALSE(world.read([&](store::Reader& reader) {
      return has_entered(reader, world.keys, coordinator.account, world.contest);
    }));

    draft.author->unit = world.other;
    CHECK(error_of(create).faults().at(0).key == "entries.not_coordinator");
  }
}
