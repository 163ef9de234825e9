// The secretary's list: what stands on it, how it is searched, paged and counted.
#include <set>

#include "entries/list_store.h"
#include "entries/seal.h"
#include "entries/secretary/count_store.h"
#include "entries/secretary/desk_view.h"
#include "guong/base/text.h"
#include "world.h"

using namespace guong;
using namespace guong::entries;
using namespace guong::entries::test;

namespace {

using Found = std::set<EntryId>;

Found found(World& world, const std::string& words, std::optional<State> state = std::nullopt,
            const std::string& category = "") {
  ListFilter filter{state, category, "", {}};
  for (const auto& word : folded_words(words))
    filter.words.push_back({word, name_tag(world.keys, world.contest, word)});
  Found out;
  const auto page = world.read(
      [&](store::Reader& reader) { return list_in_contest(reader, world.contest, filter, {}, 100); });
  for (const auto& line : page.lines) out.insert(line.id);
  return out;
}

EntryId submitted_as(World& world, const api::Actor& actor, const std::string& title,
                     const std::string& exemplar, Timestamp now) {
  auto draft = world.titled(title);
  draft.content.exemplar.name = exemplar;
  const auto made = world.create(actor, now, draft);
  world.submit(actor, made.id, now);
  return made.id;
}

}  // namespace

TEST_CASE("the desk's list is that of one field where one is asked for, with words and without") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    auto health = world.titled("Người thầy thuốc");
    health.content.field = "health";
    const auto other = world.submitted(world.author, world.early);
    const auto made = world.create(world.second, world.early, health);
    world.submit(world.second, made.id, world.early);
    const auto of = [&](const std::string& field, std::vector<ListFilter::Word> words = {}) {
      Found out;
      const ListFilter filter{std::nullopt, "", field, std::move(words)};
      world.read([&](store::Reader& reader) {
        for (const auto& line : list_in_contest(reader, world.contest, filter, {}, 100).lines)
          out.insert(line.id);
      });
      return out;
    };
    CHECK(of("") == Found{other, made.id});
    CHECK(of("health") == Found{made.id});
    CHECK(of("health", {{"thuoc", {}}}) == Found{made.id});
    CHECK(of("education", {{"thuoc", {}}}).empty());
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

TEST_CASE(
    "a reopened draft that is withdrawn leaves the desk what was submitted, not what was being written") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    const auto id = world.submitted(world.author, world.early);
    world.reopen(world.author, id, world.early);
    world.save(world.author, id, world.early, world.titled("Chưa ai được đọc"));
    world.withdraw(world.author, id, world.early);
    CHECK(world.state_of(id) == State::withdrawn);
    world.read([&](store::Reader& reader) {
      const auto secretary = world.context(world.secretary, world.early);
      CHECK(desk_view(reader, secretary, world.contest, id).content.title ==
            world.good_draft().content.title);
      const auto lines = list_in_contest(reader, world.contest, {}, {}, 10).lines;
      REQUIRE(lines.size() == 1);
      CHECK(lines.front().title == world.good_draft().content.title);
    });
  }
}

TEST_CASE("the list finds by beginnings of words and whole words of names, with or without diacritics") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    const auto hoa = submitted_as(world, world.author, "Người gieo chữ", "Lý Thị Hoa", world.early);
    const auto tam = submitted_as(world, world.second, "Đường về bản", "Tám Đường", world.early + seconds(1));
    CHECK(found(world, "") == Found{hoa, tam});
    CHECK(found(world, "gieo chu") == Found{hoa});
    CHECK(found(world, "GIEO") == Found{hoa});
    CHECK(found(world, "đườ") == Found{tam});
    CHECK(found(world, "duong hoa").empty());
    CHECK(found(world, "Nguyễn") == Found{hoa});    // the author's name, whole
    CHECK(found(world, "Nguy").empty());            // not its beginning
    CHECK(found(world, "minh ban") == Found{tam});  // name and title together
    CHECK(found(world, "", State::submitted) == Found{hoa, tam});
    CHECK(found(world, "", State::accepted).empty());
    CHECK(found(world, "", std::nullopt, "anh").empty());
    CHECK(found(world, "hoa", State::submitted, "bai-viet") == Found{hoa});
  }
}

TEST_CASE("a new version replaces what an entry is found by") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    const auto id = submitted_as(world, world.author, "Cũ kỹ", "Bà Tư", world.early);
    world.reopen(world.author, id, world.early);
    world.save(world.author, id, world.early, world.good_draft());
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
    std::vector<EntryId> listed;
    for (std::optional<ListCursor> after = ListCursor{}; after;) {
      const auto page = world.read(
          [&](store::Reader& reader) { return list_in_contest(reader, world.contest, {}, *after, 2); });
      for (const auto& line : page.lines) listed.push_back(line.id);
      after = page.next;
    }
    CHECK(listed == order);
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
