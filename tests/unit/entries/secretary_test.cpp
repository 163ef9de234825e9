// The secretary's decisions, and that no view joins author and code.
#include <nlohmann/json.hpp>
#include <set>

#include "entries/draft/entrant_view.h"
#include "entries/seal.h"
#include "entries/search_store.h"
#include "entries/secretary/count_store.h"
#include "entries/secretary/desk_view.h"
#include "guong/base/text.h"
#include "guong/contests/contest.h"
#include "guong/entries/judging_view.h"
#include "world.h"

using namespace guong;
using namespace guong::entries;
using namespace guong::entries::test;

namespace {

std::set<EntryId> found(World& world, const std::string& words, std::optional<State> state = std::nullopt,
                        const std::string& category = "") {
  ListFilter filter{state, category, {}};
  for (const auto& word : folded_words(words))
    filter.words.push_back({word, name_tag(world.keys, world.contest, word)});
  std::set<EntryId> out;
  for (const auto& line : world.read(
           [&](store::Reader& reader) { return list_in_contest(reader, world.contest, filter, {}, 100); }))
    out.insert(line.id);
  return out;
}

EntryId submitted_as(World& world, const api::Actor& actor, const std::string& title,
                     const std::string& exemplar, Timestamp now) {
  auto draft = world.good_draft();
  draft.content.title = title;
  draft.content.exemplar.name = exemplar;
  const auto made = world.write(
      [&](store::Tx& tx) { return create_entry(tx, world.context(actor, now), world.contest, draft); });
  world.submit(actor, made.id, now);
  return made.id;
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
      CHECK(to_json(entrant_view(reader, world.context(world.author, world.early), id)).dump().find(code) ==
            std::string::npos);
      CHECK(to_json(desk_view(reader, world.context(world.secretary, world.early), world.contest, id))
                .dump()
                .find(code) == std::string::npos);
      for (const auto& line : list_in_contest(reader, world.contest, {}, {}, 10))
        CHECK(to_json(line).dump().find(code) == std::string::npos);
    });
  }
}

TEST_CASE("the desk is the secretary's, and decisions the organiser's or the head's") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    const auto id = world.submitted(world.author, world.early);
    const auto accept = [&](const api::Actor& actor) {
      world.write([&](store::Tx& tx) {
        accept_entry(tx, world.context(actor, world.early), world.contest,
                     {id, Revision{2}, {}, std::nullopt});
      });
    };
    for (const auto& actor : {world.organiser, world.head, world.author, world.stranger})
      CHECK(error_of([&] { accept(actor); }).kind() == ErrorKind::not_found);
    const auto disqualify = [&](const api::Actor& actor) {
      const auto revision = world.revision_of(id);
      world.write([&](store::Tx& tx) {
        disqualify_entry(tx, world.context(actor, world.early), world.contest, id, revision, "Sao chép",
                         "12/QĐ");
      });
    };
    CHECK(error_of([&] { disqualify(world.secretary); }).kind() == ErrorKind::not_found);
    accept(world.secretary);
    CHECK_FALSE(world.code_of(id).empty());
    disqualify(world.head);
    CHECK(world.state_of(id) == State::disqualified);
    CHECK(world.code_of(id).empty());
  }
}

TEST_CASE("a draft that was never submitted is not on the desk") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    const auto made = world.create(world.author, world.early);
    CHECK(error_of([&] {
            world.read([&](store::Reader& reader) {
              desk_view(reader, world.context(world.secretary, world.early), world.contest, made.id);
            });
          }).kind() == ErrorKind::not_found);
    CHECK(found(world, "").empty());
  }
}

TEST_CASE("an entry is accepted as it was seen, once") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    const auto id = world.submitted(world.author, world.early);
    const auto accept = [&](Revision revision) {
      world.write([&](store::Tx& tx) {
        accept_entry(tx, world.context(world.secretary, world.early), world.contest,
                     {id, revision, {}, std::nullopt});
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
    auto draft = world.good_draft();
    draft.content.body = "Tôi là Nguyễn Thị Lan, kể về cô Hoa dạy học.";
    draft.content.title = "Gọi 0905 123 456";
    const auto made = world.write([&](store::Tx& tx) {
      return create_entry(tx, world.context(world.author, world.early), world.contest, draft);
    });
    world.submit(world.author, made.id, world.early);
    const auto context = world.context(world.secretary, world.early);
    const auto leaks = check_leaks(*world.store, world.blobs, context, world.contest, made.id);
    REQUIRE(leaks.size() == 2);
    CHECK((leaks[0].kind == "phone" && leaks[0].pointer == "/title"));
    CHECK((leaks[1].kind == "name" && leaks[1].pointer == "/body"));
    const auto accept = [&](std::optional<std::string> reason) {
      world.write([&](store::Tx& tx) {
        accept_entry(tx, context, world.contest, {made.id, Revision{2}, leaks, reason});
      });
    };
    const auto error = error_of([&] { accept(std::nullopt); });
    CHECK(error.key() == "entries.leaks_found");
    CHECK(told(error.faults()) ==
          std::vector<std::string>{"/title entries.leak_phone", "/body entries.leak_name"});
    accept("Nhân vật trùng tên");
    CHECK(world.state_of(made.id) == State::accepted);
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
    const auto author = world.context(world.author, world.early);
    world.write([&](store::Tx& tx) { reopen_entry(tx, author, id, Revision{2}); });
    world.write([&](store::Tx& tx) { save_draft(tx, author, id, Revision{3}, draft); });
    const auto leaks = [&] {
      return check_leaks(*world.store, world.blobs, world.context(world.secretary, world.early),
                         world.contest, id)
          .size();
    };
    CHECK(leaks() == 0);
    world.submit(world.author, id, world.early);
    CHECK(leaks() == 1);
  }
}

TEST_CASE(
    "a reopened draft that is withdrawn leaves the desk what was submitted, not what was being written") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    const auto id = world.submitted(world.author, world.early);
    auto draft = world.good_draft();
    draft.content.title = "Chưa ai được đọc";
    const auto author = world.context(world.author, world.early);
    world.write([&](store::Tx& tx) { reopen_entry(tx, author, id, Revision{2}); });
    world.write([&](store::Tx& tx) { save_draft(tx, author, id, Revision{3}, draft); });
    world.write([&](store::Tx& tx) { withdraw_entry(tx, author, id, Revision{4}); });
    CHECK(world.state_of(id) == State::withdrawn);
    world.read([&](store::Reader& reader) {
      const auto secretary = world.context(world.secretary, world.early);
      CHECK(desk_view(reader, secretary, world.contest, id).content.title ==
            world.good_draft().content.title);
      const auto lines = list_in_contest(reader, world.contest, {}, {}, 10);
      REQUIRE(lines.size() == 1);
      CHECK(lines.front().title == world.good_draft().content.title);
    });
  }
}

TEST_CASE("the exemplar's own name and unit are content, not leaks") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    auto draft = world.good_draft();
    draft.content.exemplar.name = "Nguyễn Thị Lan";
    draft.content.body = "Bà Nguyễn Thị Lan ở xã Phước Sơn giúp người nghèo.";
    const auto made = world.write([&](store::Tx& tx) {
      return create_entry(tx, world.context(world.author, world.early), world.contest, draft);
    });
    world.submit(world.author, made.id, world.early);
    CHECK(check_leaks(*world.store, world.blobs, world.context(world.secretary, world.early), world.contest,
                      made.id)
              .empty());
  }
}

TEST_CASE("the list finds by beginnings of words and whole words of names, with or without diacritics") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    const auto hoa = submitted_as(world, world.author, "Người gieo chữ", "Lý Thị Hoa", world.early);
    const auto tam = submitted_as(world, world.second, "Đường về bản", "Tám Đường", world.early + seconds(1));
    using Set = std::set<EntryId>;
    CHECK(found(world, "") == Set{hoa, tam});
    CHECK(found(world, "gieo chu") == Set{hoa});
    CHECK(found(world, "GIEO") == Set{hoa});
    CHECK(found(world, "đườ") == Set{tam});
    CHECK(found(world, "duong hoa").empty());
    CHECK(found(world, "Nguyễn") == Set{hoa});    // the author's name, whole
    CHECK(found(world, "Nguy").empty());          // not its beginning
    CHECK(found(world, "minh ban") == Set{tam});  // name and title together
    CHECK(found(world, "", State::submitted) == Set{hoa, tam});
    CHECK(found(world, "", State::accepted).empty());
    CHECK(found(world, "", std::nullopt, "anh").empty());
    CHECK(found(world, "hoa", State::submitted, "bai-viet") == Set{hoa});
  }
}

TEST_CASE("a new version replaces what an entry is found by") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    const auto id = submitted_as(world, world.author, "Cũ kỹ", "Bà Tư", world.early);
    world.write(
        [&](store::Tx& tx) { reopen_entry(tx, world.context(world.author, world.early), id, Revision{2}); });
    world.write([&](store::Tx& tx) {
      save_draft(tx, world.context(world.author, world.early), id, Revision{3}, world.good_draft());
    });
    CHECK(found(world, "gieo").empty());
    world.submit(world.author, id, world.early);
    CHECK(found(world, "gieo").size() == 1);
    CHECK(found(world, "cu ky").empty());
  }
}

TEST_CASE("the list goes page by page in the order of submission") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    std::vector<EntryId> order;
    for (const auto& actor : {world.second, world.author, world.stranger})
      order.push_back(world.submitted(actor, world.early + seconds(std::int64_t(order.size()))));
    ListCursor after{};
    std::vector<EntryId> listed;
    for (int page = 0; page < 5; ++page) {
      const auto lines = world.read(
          [&](store::Reader& reader) { return list_in_contest(reader, world.contest, {}, after, 2); });
      if (lines.empty()) break;
      for (const auto& line : lines) listed.push_back(line.id);
      after = {lines.back().submitted_at, lines.back().id};
    }
    CHECK(listed == order);
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
    const auto context = world.context(world.secretary, world.early);
    CHECK(error_of([&] {
            world.write([&](store::Tx& tx) {
              return_entry(tx, context, world.contest, back, Revision{2}, "Thiếu", world.early);
            });
          }).kind() == ErrorKind::invalid);
    world.write([&](store::Tx& tx) {
      return_entry(tx, context, world.contest, back, Revision{2}, "Thiếu", world.early + days(2));
      refuse_entry(tx, context, world.contest, waiting, Revision{2}, "Không đúng đề tài");
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

TEST_CASE("entries are counted by state, category and field") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    world.submitted(world.author, world.early);
    world.submitted(world.second, world.early);
    world.create(world.stranger, world.early);
    const auto counts =
        world.read([&](store::Reader& reader) { return count_entries(reader, world.contest); });
    REQUIRE(counts.size() == 2);
    CHECK((counts[0].state == "draft" && counts[0].count == 1));
    CHECK((counts[1].state == "submitted" && counts[1].category == "bai-viet" &&
           counts[1].field == "education" && counts[1].count == 2));
  }
}
