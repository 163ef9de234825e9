// Which facts make a conflict of interest, and of which kind.
#include "guong/scoring/conflict.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>

using namespace guong;
using namespace guong::scoring;

namespace {

using Kinds = std::vector<InterestKind>;

JudgeFacts judge() {
  JudgeFacts j;
  j.account = 1;
  j.folded_name = "tran thi binh";
  j.units = {10};
  j.units_next = {1, 11};
  return j;
}

EntryFacts entry() {
  EntryFacts e;
  e.accounts = {2, 3};
  e.units = {20, 30};
  e.folded_names = {"nguyen van an", "le thi dao"};
  e.folded_exemplar = "pham thi hoa";
  e.exemplar_unit = 40;
  return e;
}

struct Row {
  InterestKind kind;
  bool hard;
  std::function<void(JudgeFacts&, EntryFacts&)> make;
};

const std::vector<Row> kRows = {
    {InterestKind::self, true, [](JudgeFacts&, EntryFacts& e) { e.accounts.insert(1); }},
    {InterestKind::same_unit, true, [](JudgeFacts&, EntryFacts& e) { e.units.insert(10); }},
    {InterestKind::claimed_unit, false, [](JudgeFacts&, EntryFacts& e) { e.claimed_units.insert(10); }},
    {InterestKind::claimed_unit, false,
     [](JudgeFacts& j, EntryFacts& e) {
       j.declared_units.insert(50);
       e.claimed_units.insert(50);
     }},
    {InterestKind::unit_above_below, false, [](JudgeFacts&, EntryFacts& e) { e.units.insert(11); }},
    {InterestKind::unit_above_below, false, [](JudgeFacts&, EntryFacts& e) { e.claimed_units.insert(11); }},
    {InterestKind::declared_person, true,
     [](JudgeFacts& j, EntryFacts&) { j.folded_persons.insert("le thi dao"); }},
    {InterestKind::declared_unit, true, [](JudgeFacts& j, EntryFacts&) { j.declared_units.insert(30); }},
    {InterestKind::exemplar, true, [](JudgeFacts& j, EntryFacts&) { j.folded_name = "pham thi hoa"; }},
    {InterestKind::exemplar, true,
     [](JudgeFacts& j, EntryFacts&) { j.folded_persons.insert("pham thi hoa"); }},
    {InterestKind::exemplar_unit, false, [](JudgeFacts&, EntryFacts& e) { e.exemplar_unit = 10; }},
    {InterestKind::exemplar_unit, false, [](JudgeFacts& j, EntryFacts&) { j.declared_units.insert(40); }},
    {InterestKind::handled, true, [](JudgeFacts&, EntryFacts& e) { e.handlers.insert(1); }},
    {InterestKind::author_declared, false,
     [](JudgeFacts&, EntryFacts& e) { e.folded_declared.insert("tran thi binh"); }},
    {InterestKind::author_declared, false, [](JudgeFacts& j, EntryFacts& e) {
       j.contacts.insert("0905123456");
       e.contacts.insert("0905123456");
     }}};

}  // namespace

TEST_CASE("A judge with nothing to do with an entry has no conflict") {
  CHECK(interests_between(judge(), entry()).empty());
  CHECK(interests_between({}, {}).empty());
}

TEST_CASE("Each fact gives its one kind of conflict, hard or soft") {
  for (const auto& row : kRows) {
    INFO(interest_kind_name(row.kind));
    JudgeFacts j = judge();
    EntryFacts e = entry();
    row.make(j, e);
    CHECK(interests_between(j, e) == Kinds{row.kind});
    CHECK(is_hard(row.kind) == row.hard);
  }
}

TEST_CASE("All conflicts are found together") {
  JudgeFacts j = judge();
  EntryFacts e = entry();
  for (const auto& row : kRows) row.make(j, e);
  CHECK(interests_between(j, e).size() == 10);
}

TEST_CASE("A declared name is found inside a sentence, as whole words") {
  const auto ties = [](const std::string& declared) {
    JudgeFacts j = judge();
    j.folded_persons = {declared};
    return !interests_between(j, entry()).empty();
  };
  CHECK(ties("anh nguyen van an, em trai"));
  CHECK(ties("em trai (nguyen van an)"));
  CHECK(ties("chi dao: le thi dao."));
  CHECK_FALSE(ties("nguyen van anh"));
  CHECK_FALSE(ties("nguyen van"));
  CHECK_FALSE(ties("van an"));
  CHECK_FALSE(ties(""));
}

TEST_CASE("A name of one word bars only when it is all that was declared") {
  JudgeFacts j = judge();
  EntryFacts e = entry();
  e.folded_names = {"an"};
  j.folded_persons = {"nguyen van an"};
  CHECK(interests_between(j, e).empty());
  j.folded_persons = {"an"};
  CHECK(interests_between(j, e) == Kinds{InterestKind::declared_person});
}

TEST_CASE("What is not known bars nobody") {
  JudgeFacts j = judge();
  EntryFacts e = entry();
  j.units.clear();
  j.units_next.clear();
  j.folded_name = "";
  e.units.insert(0);
  e.exemplar_unit = 0;
  e.folded_exemplar = "";
  e.folded_names.insert("");
  e.folded_declared.insert("");
  j.folded_persons = {""};
  CHECK(interests_between(j, e).empty());
}

TEST_CASE("The index of judges leaves out nobody who has an interest") {
  // Few ids and few words, so that all kinds of interest come up by chance.
  std::uint32_t state = 7;
  const auto below = [&](std::uint32_t n) { return (state = state * 1664525 + 1013904223) / 65536 % n; };
  const auto name = [&] {
    static const char* const kWords[] = {"an", "binh", "hoa", "nguyen", "le"};
    std::string out = kWords[below(5)];
    for (std::uint32_t more = below(4); more > 0; --more)
      out += (below(5) == 0 ? ", " : " ") + std::string(kWords[below(5)]);
    return out;
  };
  int found = 0, spared = 0;
  for (int round = 0; round < 200; ++round) {
    std::vector<JudgeFacts> judges(8);
    for (std::size_t i = 0; i < judges.size(); ++i) {
      judges[i].account = static_cast<std::int64_t>(i) + 1;
      judges[i].folded_name = name();
      judges[i].units = {below(12) + 1};
      judges[i].units_next = {below(12) + 1};
      if (below(2) == 0) judges[i].folded_persons = {name()};
      if (below(3) == 0) judges[i].declared_units = {below(12) + 1};
    }
    const JudgeIndex index(judges);
    EntryFacts entry;
    entry.accounts = {below(30)};
    entry.handlers = {below(30)};
    if (below(2) == 0) entry.units = {below(12) + 1};
    entry.folded_names = {name()};
    if (below(2) == 0) entry.folded_declared = {name()};
    entry.folded_exemplar = name();
    entry.exemplar_unit = below(12);
    const auto candidates = index.candidates(entry);
    for (std::size_t i = 0; i < judges.size(); ++i) {
      const bool candidate = std::count(candidates.begin(), candidates.end(), i) > 0;
      const bool interested = !interests_between(judges[i], entry).empty();
      CHECK((candidate || !interested));
      found += interested;
      spared += !candidate;
    }
  }
  CHECK(found > 100);
  CHECK(spared > 100);
}
