// Submitting: receipts, versions, the deadline to the microsecond, the grace period.
#include <nlohmann/json.hpp>

#include "entries/draft/entrant_view.h"
#include "entries/entry_access.h"
#include "entries/file_store.h"
#include "entries/secretary/desk_view.h"
#include "guong/base/crypto.h"
#include "guong/contests/contest.h"
#include "guong/entries/judging_view.h"
#include "guong/store/log.h"
#include "uploads/upload_store.h"
#include "world.h"

using namespace guong;
using namespace guong::entries;
using namespace guong::entries::test;

namespace {

Revision save_title(World& world, const api::Actor& actor, EntryId entry, const std::string& title,
                    Timestamp now) {
  auto draft = world.good_draft();
  draft.content.title = title;
  const auto revision = world.revision_of(entry);
  return world.write(
      [&](store::Tx& tx) { return save_draft(tx, world.context(actor, now), entry, revision, draft); });
}

void reopen(World& world, const api::Actor& actor, EntryId entry, Timestamp now) {
  const auto revision = world.revision_of(entry);
  world.write([&](store::Tx& tx) { reopen_entry(tx, world.context(actor, now), entry, revision); });
}

std::string title_of(World& world, EntryId entry) {
  return world.read([&](store::Reader& reader) { return find_by_id(reader, entry)->content.title; });
}

EntryFileId attach(World& world, const api::Actor& actor, EntryId entry, const std::string& name,
                   std::string_view bytes) {
  const auto digest = world.blobs.put(bytes);
  const NewFile file{name, "image/png", {"work", "png", std::int64_t(bytes.size()), {}, 10, 10}, digest};
  return world.write(
      [&](store::Tx& tx) { return attach_file(tx, world.context(actor, world.early), entry, file); });
}

std::vector<EntryFileId> files_of(World& world, EntryId entry) {
  std::vector<EntryFileId> out;
  for (const auto& file : world.read([&](store::Reader& reader) { return list_files(reader, entry); }))
    out.push_back(file.id);
  return out;
}

/// Runs what is due at a time, by the program's own jobs.
void run_jobs(World& world, Timestamp now) {
  auto jobs = entry_jobs(*world.store, world.blobs, world.random, world.keys, [now] { return now; });
  jobs["rendition"] = [](const std::string&) {};
  store::JobRunner runner(*world.store, jobs, 0);
  runner.run_due(now);
}

}  // namespace

TEST_CASE("a submission gives a receipt of what arrived, and the version is kept") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    const auto made = world.create(world.author, world.early);
    attach(world, world.author, made.id, "bài.png", "some bytes");
    const auto receipt = world.submit(world.author, made.id, world.early);
    CHECK(receipt_holds(receipt));
    CHECK(receipt.number == made.number);
    CHECK(receipt.contest == "guong-sang");
    CHECK(receipt.version == 1);
    CHECK(receipt.time == world.early);
    CHECK(receipt.text_sha256 == to_hex(as_text(sha256(world.good_draft().content.body))));
    REQUIRE(receipt.files.size() == 1);
    CHECK(receipt.files[0].name == "bài.png");
    CHECK(receipt.files[0].sha256 == to_hex(as_text(sha256("some bytes"))));
    CHECK(world.state_of(made.id) == State::submitted);
    const auto key = ed25519_public_key(world.keys.signing_seed);
    CHECK_FALSE(world.read(
        [&](store::Reader& reader) { return store::verify_log(reader, world.keys.origin, as_text(key)); }));
  }
}

TEST_CASE("an incomplete draft is refused with every fault, and stays a draft") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    const auto made = world.write([&](store::Tx& tx) {
      return create_entry(tx, world.context(world.author, world.early), world.contest, Draft{});
    });
    const auto error = error_of([&] { world.submit(world.author, made.id, world.early); });
    CHECK(error.kind() == ErrorKind::invalid);
    CHECK(error.faults().size() == 6);
    CHECK(world.state_of(made.id) == State::draft);
  }
}

TEST_CASE(
    "the check-list names what a submission would be refused for, and is empty when the entry is complete") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    const auto made = world.write([&](store::Tx& tx) {
      return create_entry(tx, world.context(world.author, world.early), world.contest, Draft{});
    });
    const auto faults = [&] {
      return world.read([&](store::Reader& reader) {
        return faults_now(reader, world.context(world.author, world.early), made.id, Lang::vi);
      });
    };
    CHECK(faults().size() == 6);
    save_title(world, world.author, made.id, "Đủ cả", world.early);
    CHECK(faults().empty());
    CHECK(world.state_of(made.id) == State::draft);
  }
}

TEST_CASE("the deadline is the last moment") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    const auto first = world.create(world.author, world.early),
               late = world.create(world.author, world.early);
    CHECK(world.submit(world.author, first.id, world.deadline).version == 1);
    const auto error = error_of([&] { world.submit(world.author, late.id, world.deadline + Duration{1}); });
    CHECK(told(error.faults()) == std::vector<std::string>{" entries.deadline_passed"});
  }
}

TEST_CASE("in the grace period an entry is taken whose file was on its way at the deadline") {
  struct Row {
    Duration begun, finished, submitted;  // from the deadline
    bool taken;
  };
  const Row rows[] = {
      {minutes(-5), minutes(10), minutes(12), true},
      {minutes(-5), minutes(-1), minutes(12), false},   // was there in time: no reason to be late
      {minutes(1), minutes(10), minutes(12), false},    // begun too late
      {minutes(-5), minutes(10), minutes(31), false}};  // after the grace period
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    for (const auto& row : rows) {
      CAPTURE(row.begun.micros, row.finished.micros, row.submitted.micros);
      const auto made = world.create(world.author, world.early);
      world.write([&](store::Tx& tx) {
        const auto id = world.random.id<UploadId>();
        uploads::insert_upload(tx,
                               {id,
                                made.id.value,
                                "work",
                                {},
                                3,
                                world.deadline + row.begun,
                                world.deadline + days(7),
                                std::nullopt},
                               owner_tag(world.keys, world.author.account));
        uploads::finish_upload_row(tx, id, 1, world.deadline + row.finished);
      });
      const auto submit = [&] { world.submit(world.author, made.id, world.deadline + row.submitted); };
      if (row.taken) {
        CHECK_NOTHROW(submit());
        world.write([&](store::Tx& tx) {
          withdraw_entry(tx, world.context(world.author, world.deadline), made.id, Revision{2});
        });
      } else {
        CHECK(told(error_of(submit).faults()) == std::vector<std::string>{" entries.deadline_passed"});
      }
    }
  }
}

TEST_CASE("every version submitted is kept, each with its receipt") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    const auto id = world.submitted(world.author, world.early);
    reopen(world, world.author, id, world.early + hours(1));
    save_title(world, world.author, id, "Tên thứ hai", world.early + hours(2));
    const auto receipt = world.submit(world.author, id, world.early + hours(3));
    CHECK(receipt.version == 2);
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
    const auto kept = attach(world, world.author, made.id, "a.png", "first");
    world.submit(world.author, made.id, world.early);
    reopen(world, world.author, made.id, world.early + hours(1));
    save_title(world, world.author, made.id, "Chưa xong", world.early + hours(2));
    world.write([&](store::Tx& tx) {
      remove_entry_file(tx, world.context(world.author, world.early + hours(2)), made.id, kept);
    });
    attach(world, world.author, made.id, "b.png", "second");

    const auto desk = world.read([&](store::Reader& reader) {
      return desk_view(reader, world.context(world.secretary, world.early), world.contest, made.id);
    });
    CHECK(desk.content.title == world.good_draft().content.title);
    REQUIRE(desk.files.size() == 1);
    CHECK(desk.files[0].file.id == kept);
    CHECK(world.read([&](store::Reader& reader) {
      return undecided_numbers(reader, world.contest, world.early);
    }) == std::vector<std::string>{made.number});

    run_jobs(world, world.deadline + minutes(29));
    CHECK(world.state_of(made.id) == State::draft);
    run_jobs(world, world.deadline + minutes(30) + seconds(2));
    CHECK(world.state_of(made.id) == State::submitted);
    CHECK(title_of(world, made.id) == world.good_draft().content.title);
    CHECK(files_of(world, made.id) == std::vector<EntryFileId>{kept});
  }
}

TEST_CASE("a draft that was submitted again is left alone by the end of intake") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    const auto id = world.submitted(world.author, world.early);
    reopen(world, world.author, id, world.early);
    save_title(world, world.author, id, "Bản hai", world.early);
    world.submit(world.author, id, world.early);
    const auto before = world.revision_of(id);
    run_jobs(world, world.deadline + days(1));
    CHECK(world.revision_of(id) == before);
    CHECK(title_of(world, id) == "Bản hai");
  }
}

TEST_CASE("after the deadline nothing is reopened, and what was submitted stands") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    const auto id = world.submitted(world.author, world.early);
    CHECK(error_of([&] { reopen(world, world.author, id, world.deadline + seconds(1)); }).key() ==
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
    world.write([&](store::Tx& tx) {
      return_entry(tx, world.context(world.secretary, late), world.contest, id, Revision{2}, "Thiếu ảnh",
                   reply_by);
    });
    reopen(world, world.author, id, late);
    save_title(world, world.author, id, "Đã sửa", late);
    SECTION("and is then submitted anew") {
      CHECK(world.submit(world.author, id, reply_by).version == 2);
      CHECK(world.state_of(id) == State::submitted);
    }
    SECTION("else it is again what it was: sent back, as first submitted") {
      CHECK(error_of([&] { world.submit(world.author, id, reply_by + seconds(1)); }).kind() ==
            ErrorKind::invalid);
      run_jobs(world, reply_by + hours(2));
      CHECK(world.state_of(id) == State::returned);
      CHECK(title_of(world, id) == world.good_draft().content.title);
    }
  }
}

TEST_CASE("an author's entries are counted, alone and together, also when two are submitted at once") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    auto joint = world.good_draft();
    joint.co_authors = {{"Lan", "", {}, {}, "lan@vidu.vn"}};
    const auto by_second = world.write([&](store::Tx& tx) {
      return create_entry(tx, world.context(world.second, world.early), world.contest, joint);
    });
    world.submit(world.second, by_second.id, world.early);
    const auto first = world.create(world.author, world.early),
               third = world.create(world.author, world.early);
    // Both are prepared while there is room for one.
    const auto context = world.context(world.author, world.early);
    const auto prepare = [&](EntryId id) {
      return world.read(
          [&](store::Reader& reader) { return prepare_submission(reader, context, id, Revision{1}); });
    };
    const auto one = prepare(first.id), other = prepare(third.id);
    world.write([&](store::Tx& tx) { submit_prepared(tx, context, *one); });
    const auto error =
        error_of([&] { world.write([&](store::Tx& tx) { submit_prepared(tx, context, *other); }); });
    CHECK(told(error.faults()) == std::vector<std::string>{" entries.too_many_entries_in_category"});
    CHECK(world.state_of(third.id) == State::draft);
    // A withdrawn one makes room.
    world.write([&](store::Tx& tx) { withdraw_entry(tx, context, first.id, Revision{2}); });
    CHECK(world.submit(world.author, third.id, world.early).version == 1);
  }
}

TEST_CASE("who judges or organises the contest cannot enter it, nor be a co-author") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    const auto by_head = world.create(world.head, world.early);
    CHECK(told(error_of([&] { world.submit(world.head, by_head.id, world.early); }).faults()) ==
          std::vector<std::string>{" entries.author_has_role"});
    auto judge = world.make_account("giamkhao@vidu.vn", "Bùi Giám Khảo", std::nullopt);
    world.grant(judge, api::Role::judge);
    auto draft = world.good_draft();
    draft.co_authors = {{"Ông Bùi", "", {}, {}, "giamkhao@vidu.vn"}};
    const auto made = world.write([&](store::Tx& tx) {
      return create_entry(tx, world.context(world.author, world.early), world.contest, draft);
    });
    CHECK(told(error_of([&] { world.submit(world.author, made.id, world.early); }).faults()) ==
          std::vector<std::string>{"/co_authors/0 entries.author_has_role"});
  }
}

TEST_CASE("a contest for members asks for the units of all authors") {
  auto document = contest_document();
  document["eligibility"]["scope"] = "members";
  document["eligibility"]["units"] = {"huyen"};
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database, document);
    CHECK_NOTHROW(world.submitted(world.author, world.early));
    const auto outside = world.create(world.second, world.early);
    CHECK(told(error_of([&] { world.submit(world.second, outside.id, world.early); }).faults()) ==
          std::vector<std::string>{" entries.author_outside"});
    const auto homeless = world.create(world.stranger, world.early);
    CHECK(told(error_of([&] { world.submit(world.stranger, homeless.id, world.early); }).faults()) ==
          std::vector<std::string>{" entries.author_unit_missing"});
  }
}

TEST_CASE("a submission that was prepared before a file came is refused as stale") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    const auto made = world.create(world.author, world.early);
    const auto context = world.context(world.author, world.early);
    const auto prepared = world.read(
        [&](store::Reader& reader) { return prepare_submission(reader, context, made.id, made.revision); });
    attach(world, world.author, made.id, "a.png", "bytes");
    CHECK(error_of([&] {
            world.write([&](store::Tx& tx) { submit_prepared(tx, context, *prepared); });
          }).kind() == ErrorKind::stale);
  }
}

TEST_CASE("an entry is withdrawn until judging begins") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    const auto early = world.accepted(world.author, world.early),
               late = world.accepted(world.second, world.early);
    const auto withdraw = [&](const api::Actor& actor, EntryId id) {
      const auto revision = world.revision_of(id);
      world.write(
          [&](store::Tx& tx) { withdraw_entry(tx, world.context(actor, world.deadline), id, revision); });
    };
    withdraw(world.author, early);
    CHECK(world.state_of(early) == State::withdrawn);
    world.write([&](store::Tx& tx) {
      contests::set_contest_state(tx, world.contest, contests::ContestState::open,
                                  contests::ContestState::judging);
    });
    CHECK(error_of([&] { withdraw(world.second, late); }).key() == "entries.judging_has_begun");
  }
}

TEST_CASE("files are put in order, and only a draft's can be changed") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    const auto made = world.create(world.author, world.early);
    const auto a = attach(world, world.author, made.id, "a.png", "a"),
               b = attach(world, world.author, made.id, "b.png", "b");
    const auto context = world.context(world.author, world.early);
    world.write([&](store::Tx& tx) { order_entry_files(tx, context, made.id, {b, a}); });
    CHECK(files_of(world, made.id) == std::vector<EntryFileId>{b, a});
    CHECK(error_of([&] {
            world.write([&](store::Tx& tx) { order_entry_files(tx, context, made.id, {b}); });
          }).kind() == ErrorKind::invalid);
    world.write([&](store::Tx& tx) { remove_entry_file(tx, context, made.id, b); });
    world.submit(world.author, made.id, world.early);
    CHECK(error_of([&] {
            world.write([&](store::Tx& tx) { remove_entry_file(tx, context, made.id, a); });
          }).key() == "entries.cannot_save");
    CHECK(files_of(world, made.id) == std::vector<EntryFileId>{a});
  }
}
