// The secretary's decisions, leaks that hold a work back, and that no view joins author and code.
#include <nlohmann/json.hpp>
#include <set>

#include "entries/draft/entrant_view.h"
#include "entries/list_store.h"
#include "entries/secretary/desk_view.h"
#include "guong/documents/pdf.h"
#include "guong/entries/judging_view.h"
#include "support/sealed_file.h"
#include "world.h"

using namespace guong;
using namespace guong::entries;
using namespace guong::entries::test;

namespace {

std::size_t leaks_in(World& world, EntryId entry) {
  return check_leaks(*world.store, world.blobs, world.context(world.secretary, world.early), world.contest,
                     entry)
      .size();
}

bool shows(const nlohmann::json& view, const std::string& text) {
  return view.dump().find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("acceptance draws a code that nothing else tells") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    std::set<std::string> codes;
    for (const auto& actor : {world.author, world.second, world.stranger})
      codes.insert(world.code_of(world.accepted(actor, world.early)));
    CHECK(codes.size() == 3);
    for (const auto& code : codes) CHECK(code.size() == 6);
  }
}

TEST_CASE("no view of the author or the secretary has the code in it") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    const auto id = world.accepted(world.author, world.early);
    const auto code = world.code_of(id);
    REQUIRE(code.size() == 6);
    world.read([&](store::Reader& reader) {
      const auto author = world.context(world.author, world.early),
                 secretary = world.context(world.secretary, world.early);
      CHECK_FALSE(shows(to_json(entrant_view(reader, author, id)), code));
      CHECK_FALSE(shows(to_json(desk_view(reader, secretary, world.contest, id)), code));
      for (const auto& line : list_in_contest(reader, world.contest, {}, {}, 10).lines)
        CHECK_FALSE(shows(to_json(line), code));
    });
  }
}

TEST_CASE("the desk is the secretary's, and decisions the organiser's or the head's") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    const auto id = world.submitted(world.author, world.early);
    for (const auto& actor : {world.organiser, world.head, world.author, world.stranger})
      CHECK(error_of([&] { world.accept(actor, id, world.early); }).kind() == ErrorKind::not_found);
    const auto disqualify = [&](const api::Actor& actor) {
      const auto revision = world.revision_of(id);
      world.write([&](store::Tx& tx) {
        disqualify_entry(tx, world.context(actor, world.early), world.contest, id, revision, "Sao chép",
                         "12/QĐ");
      });
    };
    CHECK(error_of([&] { disqualify(world.secretary); }).kind() == ErrorKind::not_found);
    world.accept(world.secretary, id, world.early);
    CHECK_FALSE(world.code_of(id).empty());
    disqualify(world.head);
    CHECK(world.state_of(id) == State::disqualified);
    CHECK(world.code_of(id).empty());
  }
}

TEST_CASE("an entry is accepted as it was seen, once") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    const auto id = world.submitted(world.author, world.early);
    const auto accept = [&](Revision seen) {
      world.write([&](store::Tx& tx) {
        accept_entry(tx, world.context(world.secretary, world.early), world.contest,
                     {id, seen, {}, std::nullopt});
      });
    };
    CHECK(error_of([&] { accept(Revision{1}); }).kind() == ErrorKind::stale);
    accept(Revision{2});
    CHECK(error_of([&] { accept(Revision{3}); }).key() == "entries.cannot_accept");
  }
}

TEST_CASE("a work that tells its author is held until a reason lets it pass") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    auto draft = world.titled("Gọi 0905 123 456");
    draft.content.body = "Tôi là Nguyễn Thị Lan, kể về cô Hoa dạy học.";
    const auto id = world.create(world.author, world.early, draft).id;
    world.submit(world.author, id, world.early);
    const auto context = world.context(world.secretary, world.early);
    const auto leaks = check_leaks(*world.store, world.blobs, context, world.contest, id);
    REQUIRE(leaks.size() == 2);
    CHECK((leaks[0].kind == "phone" && leaks[0].pointer == "/title"));
    CHECK((leaks[1].kind == "name" && leaks[1].pointer == "/body"));
    const auto accept = [&](std::optional<std::string> reason) {
      world.write([&](store::Tx& tx) {
        accept_entry(tx, context, world.contest, {id, Revision{2}, leaks, reason});
      });
    };
    const auto error = error_of([&] { accept(std::nullopt); });
    CHECK(error.key() == "entries.leaks_found");
    CHECK(told(error.faults()) == Told{"/title entries.leak_phone", "/body entries.leak_name"});
    accept("Nhân vật trùng tên");
    CHECK(world.state_of(id) == State::accepted);
  }
}

TEST_CASE("leaks are looked for inside the files of a work too, wherever these lie") {
  for (const auto& kind : guong::test::kBlobsKinds) {
    for (auto& database : guong::test::test_databases()) {
      INFO(database.name() << " " << kind.name);
      World world(database, kind);
      const auto made = world.create(world.author, world.early);
      documents::Sheet sheet;
      sheet.remarks = {"Tác giả: Nguyễn Thị Lan"};
      const auto bytes = documents::pdf(sheet);
      const auto file = guong::test::sealed_file(world.blobs, bytes, "bai.pdf", "application/pdf",
                                                 {"work", "pdf", 0, {}, {}, {}});
      world.write(
          [&](store::Tx& tx) { attach_file(tx, world.context(world.author, world.early), made.id, file); });
      world.submit(world.author, made.id, world.early);
      const auto leaks = check_leaks(*world.store, world.blobs, world.context(world.secretary, world.early),
                                     world.contest, made.id);
      REQUIRE(leaks.size() == 1);
      CHECK(leaks[0].kind == "name");
      CHECK(leaks[0].pointer == "/files/0");
      CHECK(std::filesystem::is_empty(world.blobs.temporary_folder()));
    }
  }
}

TEST_CASE("while an author writes the next version, leaks are looked for in the one submitted") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    const auto id = world.submitted(world.author, world.early);
    auto draft = world.good_draft();
    draft.content.body = "Tôi là Nguyễn Thị Lan, kể về cô Hoa dạy học.";
    draft.address = "12 Lê Lợi, Quy Nhơn";
    world.reopen(world.author, id, world.early);
    world.save(world.author, id, world.early, draft);
    CHECK(leaks_in(world, id) == 0);
    world.submit(world.author, id, world.early);
    CHECK(leaks_in(world, id) == 1);
  }
}

TEST_CASE("the exemplar's own name and unit are content, not leaks") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    auto draft = world.good_draft();
    draft.content.exemplar.name = "Nguyễn Thị Lan";
    draft.content.body = "Bà Nguyễn Thị Lan ở xã Phước Sơn giúp người nghèo.";
    const auto id = world.create(world.author, world.early, draft).id;
    world.submit(world.author, id, world.early);
    CHECK(leaks_in(world, id) == 0);
  }
}

TEST_CASE("what is undecided is known by its number, until there is nothing") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    const auto waiting = world.submitted(world.author, world.early),
               back = world.submitted(world.second, world.early);
    world.create(world.stranger, world.early);
    const auto undecided = [&](Timestamp now) {
      return world.read([&](store::Reader& reader) { return undecided_numbers(reader, world.contest, now); })
          .size();
    };
    CHECK(undecided(world.early) == 2);
    CHECK(error_of([&] { world.return_until(back, world.early, world.early); }).kind() == ErrorKind::invalid);
    world.return_until(back, world.early, world.early + days(2));
    world.write([&](store::Tx& tx) {
      refuse_entry(tx, world.context(world.secretary, world.early), world.contest, waiting, Revision{2},
                   "Không đúng đề tài");
    });
    CHECK(undecided(world.early + days(1)) == 1);
    CHECK(undecided(world.early + days(3)) == 0);
    const auto view = world.read([&](store::Reader& reader) {
      return entrant_view(reader, world.context(world.author, world.early), waiting);
    });
    CHECK(view.reason == "Không đúng đề tài");
    CHECK(view.can.empty());
  }
}
