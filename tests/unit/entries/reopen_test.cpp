// After a submission: the versions of an entry, and what becomes of it when it is reopened, sent back or
// withdrawn.
#include <nlohmann/json.hpp>

#include "entries/secretary/desk_view.h"
#include "guong/contests/contest.h"
#include "guong/entries/judging_view.h"
#include "world.h"

using namespace guong;
using namespace guong::entries;
using namespace guong::entries::test;

TEST_CASE("every version submitted is kept, each with its receipt") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    const auto id = world.submitted(world.author, world.early);
    world.reopen(world.author, id, world.early + hours(1));
    world.save(world.author, id, world.early + hours(2), world.titled("Tên thứ hai"));
    CHECK(world.submit(world.author, id, world.early + hours(3)).version == 2);
    const auto context = world.context(world.secretary, world.early + hours(4));
    const auto version = [&](std::int64_t n) {
      return world.read(
          [&](store::Reader& reader) { return version_view(reader, context, world.contest, id, n); });
    };
    CHECK(version(1).document.content.title == world.good_draft().content.title);
    CHECK(version(2).document.content.title == "Tên thứ hai");
    CHECK(error_of([&] { version(3); }).kind() == ErrorKind::not_found);
  }
}

TEST_CASE("a reopened draft that is not submitted again goes back to what was submitted, files and all") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    const auto made = world.create(world.author, world.early);
    const auto kept = world.attach(world.author, made.id, "a.png", "first");
    world.submit(world.author, made.id, world.early);
    world.reopen(world.author, made.id, world.early + hours(1));
    world.save(world.author, made.id, world.early + hours(2), world.titled("Chưa xong"));
    world.remove(world.author, made.id, kept);
    world.attach(world.author, made.id, "b.png", "second");

    const auto desk = world.read([&](store::Reader& reader) {
      return desk_view(reader, world.context(world.secretary, world.early), world.contest, made.id);
    });
    CHECK(desk.content.title == world.good_draft().content.title);
    REQUIRE(desk.files.size() == 1);
    CHECK(desk.files[0].file.id == kept);
    CHECK(world.read([&](store::Reader& reader) {
      return undecided_numbers(reader, world.contest, world.early);
    }) == std::vector<std::string>{made.number});

    world.run_jobs(world.deadline + minutes(29));
    CHECK(world.state_of(made.id) == State::draft);
    world.run_jobs(world.deadline + minutes(30) + seconds(2));
    CHECK(world.state_of(made.id) == State::submitted);
    CHECK(world.title_of(made.id) == world.good_draft().content.title);
    CHECK(world.files_of(made.id) == std::vector<EntryFileId>{kept});
  }
}

TEST_CASE("a draft that was submitted again is left alone by the end of intake") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    const auto id = world.submitted(world.author, world.early);
    world.reopen(world.author, id, world.early);
    world.save(world.author, id, world.early, world.titled("Bản hai"));
    world.submit(world.author, id, world.early);
    const auto before = world.revision_of(id);
    world.run_jobs(world.deadline + days(1));
    CHECK(world.revision_of(id) == before);
    CHECK(world.title_of(id) == "Bản hai");
  }
}

TEST_CASE("after the deadline nothing is reopened, and what was submitted stands") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    const auto id = world.submitted(world.author, world.early);
    CHECK(error_of([&] { world.reopen(world.author, id, world.deadline + seconds(1)); }).key() ==
          "entries.too_late_to_reopen");
    CHECK(world.state_of(id) == State::submitted);
  }
}

TEST_CASE("an entry that was sent back can be mended until the date given, also after the deadline") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    const auto id = world.submitted(world.author, world.early);
    const auto late = world.deadline + days(1), reply_by = world.deadline + days(5);
    world.return_until(id, late, reply_by);
    world.reopen(world.author, id, late);
    world.save(world.author, id, late, world.titled("Đã sửa"));
    SECTION("and is then submitted anew") {
      CHECK(world.submit(world.author, id, reply_by).version == 2);
      CHECK(world.state_of(id) == State::submitted);
    }
    SECTION("else it is again what it was: sent back, as first submitted") {
      CHECK(error_of([&] { world.submit(world.author, id, reply_by + seconds(1)); }).kind() ==
            ErrorKind::invalid);
      world.run_jobs(reply_by + hours(2));
      CHECK(world.state_of(id) == State::returned);
      CHECK(world.title_of(id) == world.good_draft().content.title);
    }
  }
}

TEST_CASE("an entry is withdrawn until judging begins") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    const auto early = world.accepted(world.author, world.early),
               late = world.accepted(world.second, world.early);
    world.withdraw(world.author, early, world.deadline);
    CHECK(world.state_of(early) == State::withdrawn);
    world.write([&](store::Tx& tx) {
      contests::set_contest_state(tx, world.contest, contests::ContestState::open,
                                  contests::ContestState::judging);
    });
    CHECK(error_of([&] { world.withdraw(world.second, late, world.deadline); }).key() ==
          "entries.judging_has_begun");
  }
}

TEST_CASE("files are put in order, and only a draft's can be changed") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    const auto id = world.create(world.author, world.early).id;
    const auto a = world.attach(world.author, id, "a.png", "a"),
               b = world.attach(world.author, id, "b.png", "b");
    const auto order = [&](const std::vector<EntryFileId>& files) {
      world.write(
          [&](store::Tx& tx) { order_entry_files(tx, world.context(world.author, world.early), id, files); });
    };
    order({b, a});
    CHECK(world.files_of(id) == std::vector<EntryFileId>{b, a});
    CHECK(error_of([&] { order({b}); }).kind() == ErrorKind::invalid);
    world.remove(world.author, id, b);
    world.submit(world.author, id, world.early);
    CHECK(error_of([&] { world.remove(world.author, id, a); }).key() == "entries.cannot_save");
    CHECK(world.files_of(id) == std::vector<EntryFileId>{a});
  }
}
