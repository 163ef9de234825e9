// Submitting: receipts, the deadline to the microsecond, the grace period, who may enter and how often.
#include <nlohmann/json.hpp>

#include "entries/draft/entrant_view.h"
#include "entries/entry_access.h"
#include "guong/base/crypto.h"
#include "guong/store/log.h"
#include "uploads/upload_store.h"
#include "world.h"

using namespace guong;
using namespace guong::entries;
using namespace guong::entries::test;

TEST_CASE("a submission gives a receipt of what arrived, and the version is kept") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    const auto made = world.create(world.author, world.early);
    world.attach(world.author, made.id, "bài.png", "some bytes");
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
    const auto made = world.create(world.author, world.early, Draft{});
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
    const auto made = world.create(world.author, world.early, Draft{});
    const auto faults = [&] {
      return world.read([&](store::Reader& reader) {
        return faults_now(reader, world.context(world.author, world.early), made.id, Lang::vi);
      });
    };
    CHECK(faults().size() == 6);
    world.save(world.author, made.id, world.early, world.titled("Đủ cả"));
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
    CHECK(faults_of([&] { world.submit(world.author, late.id, world.deadline + Duration{1}); }) ==
          Told{" entries.deadline_passed"});
  }
}

TEST_CASE("in the grace period an entry is taken whose file was on its way at the deadline") {
  struct Row {
    const char* what;
    Duration begun, finished, submitted;  // from the deadline
    bool taken;
  };
  const Row rows[] = {{"on its way", minutes(-5), minutes(10), minutes(12), true},
                      {"there in time: no reason to be late", minutes(-5), minutes(-1), minutes(12), false},
                      {"begun too late", minutes(1), minutes(10), minutes(12), false},
                      {"after the grace period", minutes(-5), minutes(10), minutes(31), false}};
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    const auto tag = owner_tag(world.keys, world.author.account);
    for (const auto& row : rows) {
      INFO(row.what);
      const auto id = world.create(world.author, world.early).id;
      world.write([&](store::Tx& tx) {
        const auto upload = world.random.id<UploadId>();
        uploads::insert_upload(tx,
                               {upload,
                                id.value,
                                "work",
                                {},
                                {},
                                3,
                                world.deadline + row.begun,
                                world.deadline + days(7),
                                std::nullopt},
                               tag);
        uploads::finish_upload_row(tx, upload, 1, world.deadline + row.finished);
      });
      const auto submit = [&] { world.submit(world.author, id, world.deadline + row.submitted); };
      if (row.taken) {
        CHECK_NOTHROW(submit());
        world.withdraw(world.author, id, world.deadline);
      } else {
        CHECK(faults_of(submit) == Told{" entries.deadline_passed"});
      }
    }
  }
}

TEST_CASE("in the grace period what an entry says stands still, but for files that arrive") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    const auto id = world.create(world.author, world.early).id;
    const auto there = world.attach(world.author, id, "có sẵn.png", "some bytes");
    const auto on_its_way = world.attach(world.author, id, "tới sau.png", "other bytes");
    world.write([&](store::Tx& tx) {
      const auto upload = world.random.id<UploadId>();
      const uploads::Upload row{
          upload,      id.value, "work", {}, {}, 3, world.deadline - minutes(5), world.deadline + days(7),
          std::nullopt};
      uploads::insert_upload(tx, row, owner_tag(world.keys, world.author.account));
      uploads::finish_upload_row(tx, upload, on_its_way.value, world.deadline + minutes(10));
    });
    const auto key_of = [&](auto f) { return error_of(f).key(); };
    const auto in_grace = world.context(world.author, world.deadline + minutes(11));
    const auto save = [&](Timestamp now) {
      world.save(world.author, id, now, world.titled("Viết thêm sau hạn"));
    };
    CHECK(key_of([&] { save(in_grace.now); }) == "entries.frozen_in_grace");
    const auto remove = [&](EntryFileId file) {
      world.write([&](store::Tx& tx) { remove_entry_file(tx, in_grace, id, file); });
    };
    CHECK(key_of([&] { remove(there); }) == "entries.frozen_in_grace");
    CHECK(key_of([&] {
            world.write([&](store::Tx& tx) { order_entry_files(tx, in_grace, id, {on_its_way, there}); });
          }) == "entries.frozen_in_grace");
    CHECK_NOTHROW(remove(on_its_way));
    CHECK(world.title_of(id) == world.good_draft().content.title);
    CHECK_NOTHROW(world.submit(world.author, id, world.deadline + minutes(12)));
    // Afterwards nothing can be submitted any more, and nothing that somebody writes is refused.
    const auto late = world.create(world.author, world.early).id;
    CHECK_NOTHROW(
        world.save(world.author, late, world.deadline + minutes(31), world.titled("Viết cho mình")));
  }
}

TEST_CASE("an author's entries are counted, alone and together, also when two are submitted at once") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    auto joint = world.good_draft();
    joint.co_authors = {{"Lan", "", {}, {}, "lan@vidu.vn"}};
    const auto by_second = world.create(world.second, world.early, joint);
    world.submit(world.second, by_second.id, world.early);
    world.confirm(world.author, by_second.id, world.early);
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
    CHECK(faults_of([&] { world.write([&](store::Tx& tx) { submit_prepared(tx, context, *other); }); }) ==
          Told{" entries.too_many_entries_in_category"});
    CHECK(world.state_of(third.id) == State::draft);
    world.withdraw(world.author, first.id, world.early);  // makes room
    CHECK(world.submit(world.author, third.id, world.early).version == 1);
  }
}

TEST_CASE("who judges or organises the contest cannot enter it, nor confirm to be a co-author") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    const auto by_head = world.create(world.head, world.early);
    CHECK(faults_of([&] { world.submit(world.head, by_head.id, world.early); }) ==
          Told{" entries.author_has_role"});
    auto judge = world.make_account("giamkhao@vidu.vn", "Bùi Giám Khảo", std::nullopt);
    world.grant(judge, api::Role::judge);
    auto draft = world.good_draft();
    draft.co_authors = {{"Ông Bùi", "", {}, {}, "giamkhao@vidu.vn"}};
    const auto made = world.create(world.author, world.early, draft);
    CHECK(world.submit(world.author, made.id, world.early).version == 1);
    CHECK(error_of([&] { world.confirm(judge, made.id, world.early); }).kind() == ErrorKind::not_found);
    draft.co_authors = {{"Bà Trưởng", "", {}, {}, "truongban@vidu.vn"}};
    const auto naming_head = world.create(world.author, world.early, draft);
    CHECK(world.submit(world.author, naming_head.id, world.early).version == 1);
    CHECK(error_of([&] { world.confirm(world.head, naming_head.id, world.early); }).key() ==
          "entries.co_author_barred");
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
    CHECK(faults_of([&] { world.submit(world.second, outside.id, world.early); }) ==
          Told{" entries.author_outside"});
    const auto homeless = world.create(world.stranger, world.early);
    CHECK(faults_of([&] { world.submit(world.stranger, homeless.id, world.early); }) ==
          Told{" entries.author_unit_missing"});
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
    world.attach(world.author, made.id, "a.png", "bytes");
    CHECK(error_of([&] {
            world.write([&](store::Tx& tx) { submit_prepared(tx, context, *prepared); });
          }).kind() == ErrorKind::stale);
  }
}
