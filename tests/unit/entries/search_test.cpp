// Searching a contest with more entries than one walk of the list sees.
#include "entries/search_store.h"

#include "world.h"

using namespace guong;
using namespace guong::entries;
using namespace guong::entries::test;

namespace {

constexpr int kCopies = 2400;

/// Copies of an entry, each with words of its own instead of the first one's: "chan" or "chang" every second one, "bay" every
/// seventh, "chot" the last only. Gives them in the order of the list.
std::vector<EntryId> many_entries(World& world) {
  const auto first = world.submitted(world.author, world.early);
  return world.write([&](store::Tx& tx) {
    std::string columns, values;
    for (const std::string column : {"contest_id", "owner_tag", "identity_sealed", "state", "category",
                                     "field", "title", "body", "language", "exemplar_kind", "exemplar_name",
                                     "exemplar_place", "declarations", "created_at", "updated_at"})
      columns += column + ", ", values += "e." + column + ", ";
    tx.exec("insert into entry (" + columns + "number, id, submitted_at) with recursive n(i) as " +
                "(select cast(1 as bigint) union all select i + 1 from n where i < $2) select " + values +
                "'copy ' || i, e.id + i, e.submitted_at + i from entry e, n where e.id = $1",
            {first, kCopies});
    std::vector<ListCursor> places;
    tx.each("select id, submitted_at from entry where number like 'copy %' order by submitted_at", {},
            [&](const store::Row& row) {
              places.push_back({row.time(1), row.id<EntryId>(0)});
            });
    std::vector<EntryId> out;
    for (std::size_t i = 0; i < places.size(); ++i) {
      out.push_back(places[i].id);
      std::vector<std::string> words{"chung"};
      if (i % 2 == 0) words.push_back(i % 4 == 0 ? "chan" : "chang");
      if (i % 7 == 0) words.push_back("bay");
      if (i + 1 == places.size()) words.insert(words.end(), {"chan", "bay", "chot"});
      replace_search(tx, world.contest, places[i], true, words, {});
    }
    return out;
  });
}

/// All pages of a search, in order.
std::vector<EntryId> found(World& world, std::vector<std::string> words, int limit,
                           std::optional<State> state = std::nullopt) {
  ListFilter filter{state, "", "", {}};
  for (const auto& word : words) filter.words.push_back({word, {}});
  std::vector<EntryId> out;
  for (std::optional<ListCursor> after = ListCursor{}; after;) {
    const auto page = world.read(
        [&](store::Reader& reader) { return list_in_contest(reader, world.contest, filter, *after, limit); });
    CHECK(static_cast<int>(page.lines.size()) <= limit);
    for (const auto& line : page.lines) out.push_back(line.id);
    after = page.next;
  }
  return out;
}

}  // namespace

TEST_CASE(
    "a search finds every entry once and in order, whether its words are common or rare, together or apart") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    World world(database);
    const auto all = many_entries(world);
    const auto every = [&](std::size_t step) {
      std::vector<EntryId> out;
      for (std::size_t i = 0; i < all.size(); i += step) out.push_back(all[i]);
      if (out.back() != all.back()) out.push_back(all.back());
      return out;
    };
    CHECK(found(world, {"chung"}, 500) == all);
    CHECK(found(world, {"chan"}, 50) == every(2));
    CHECK(found(world, {"chung", "bay"}, 50) == every(7));
    // Both are common, and meet in every fourteenth only: a page of a hundred is more than one walk finds.
    CHECK(found(world, {"chan", "bay", "chung"}, 100) == every(14));
    CHECK(found(world, {"bay", "chot"}, 50) == std::vector{all.back()});
    CHECK(found(world, {"chan", "bay"}, 100, State::submitted) == every(14));
    CHECK(found(world, {"chan", "bay"}, 100, State::accepted).empty());
    CHECK(found(world, {"chan", "nothing"}, 100).empty());
    const ListFilter common{std::nullopt, "", "", {{"chung", {}}}};
    const auto page = world.read(
        [&](store::Reader& reader) { return list_in_contest(reader, world.contest, common, {}, kCopies); });
    INFO("a page is bounded by what it looks at, and tells where to go on");
    CHECK(page.lines.size() < all.size());
    CHECK(page.next.has_value());
  }
}
