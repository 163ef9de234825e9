// The counters behind the boards: they equal the counts after every kind of step, pages of lists join up, and
// conflicts are counted anew when something has changed and only then.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "guong/judging/judge_change.h"
#include "unit/judging/stage.h"

using namespace guong;
using test::error_key;
using test::Stage;

namespace {

/// Names of the invariants that do not hold.
std::vector<std::string> broken(Stage& stage) {
  std::vector<std::string> out;
  for (const auto& file :
       std::filesystem::directory_iterator(std::string(GUONG_SOURCE_DIR) + "/schema/invariants")) {
    std::ostringstream sql;
    sql << std::ifstream(file.path()).rdbuf();
    stage.read([&](store::Reader& reader) {
      reader.each(sql.str(), {}, [&](const store::Row&) { out.push_back(file.path().filename()); });
      return 0;
    });
  }
  return out;
}

/// The numbers of a board in one line.
std::string numbers(const judging::Progress& p) {
  std::ostringstream out;
  out << p.entries << " works, " << p.cards_needed << " cards, " << p.assigned << " assigned, " << p.drafted
      << " begun, " << p.submitted << " in, " << p.missing_count << " missing, " << p.understaffed_count
      << " understaffed, " << p.extra_needed_count << " extra";
  return out.str();
}

void disqualify(Stage& stage, const std::string& code) {
  stage.write(stage.head, [&](auto& tx, auto& context) {
    const auto id =
        tx.one("select id, revision from entry where code = $1", {code},
               [](const store::Row& row) { return std::pair(row.template id<EntryId>(0), row.revision(1)); });
    return entries::disqualify_entry(tx, context, stage.contest, id->first, id->second, "Chép bài", "01");
  });
}

struct Round : Stage {
  explicit Round(const test::TestDatabase& database) : Stage(database) {
    for (const char* title : {"Một", "Hai", "Ba"}) codes.push_back(entry(person("Nguyễn Tác Giả"), title));
    for (const char* name : {"Giám khảo A", "Giám khảo B", "Giám khảo C"}) judge(name);
    seat_all();
    open_round();
    for (const auto& one : judges) accept_terms(one);
  }
  std::vector<std::string> codes;
};

}  // namespace

TEST_CASE("What is counted of a round equals the count after every step") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Round stage(database);
    const auto& codes = stage.codes;
    const auto board = [&] {
      CHECK(broken(stage) == std::vector<std::string>{});
      return numbers(stage.progress());
    };
    CHECK(board() == "3 works, 6 cards, 0 assigned, 0 begun, 0 in, 0 missing, 3 understaffed, 0 extra");
    for (const auto& code : codes)
      for (std::size_t i = 0; i < 2; ++i) stage.assign(code, stage.judges[i]);
    CHECK(board() == "3 works, 6 cards, 6 assigned, 0 begun, 0 in, 6 missing, 0 understaffed, 0 extra");
    stage.mark(stage.judges[0], codes[0], {"8", "8", "8"});
    stage.mark(stage.judges[0], codes[1], {"8", "8", "8"});
    CHECK(board() == "3 works, 6 cards, 6 assigned, 0 begun, 2 in, 4 missing, 0 understaffed, 0 extra");
    stage.write(stage.secretary, [&](auto& tx, auto& context) {
      judging::reopen_card(tx, context, stage.contest, 1, codes[1], stage.judges[0].id, "Nhầm");
      return 0;
    });
    CHECK(board() == "3 works, 6 cards, 6 assigned, 1 begun, 1 in, 5 missing, 0 understaffed, 0 extra");
    stage.write(stage.judges[0], [&](auto& tx, auto& context) {
      judging::recuse(tx, context, stage.contest, codes[1], "Quen tác giả");
      return 0;
    });
    CHECK(board() == "3 works, 6 cards, 5 assigned, 0 begun, 1 in, 4 missing, 1 understaffed, 0 extra");
    stage.write(stage.organiser, [&](auto& tx, auto& context) {
      return judging::draw_assignments(tx, context, stage.contest, 1, false).assigned;
    });
    CHECK(board() == "3 works, 6 cards, 6 assigned, 0 begun, 1 in, 5 missing, 0 understaffed, 0 extra");
    disqualify(stage, codes[0]);
    CHECK(board() == "2 works, 4 cards, 4 assigned, 0 begun, 0 in, 4 missing, 0 understaffed, 0 extra");
    CHECK(stage.progress().missing.size() == 4);
  }
}

TEST_CASE("Cards are counted by the day in the contest's zone on which they were handed in last") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Round stage(database);
    const auto& codes = stage.codes;
    const auto days = [&] {
      return stage.read(
          [&](store::Reader& reader) { return judging::cards_by_day(reader, stage.contest, 1); });
    };
    using Days = std::map<std::string, std::int64_t>;
    for (const auto& code : codes) stage.assign(code, stage.judges[0]);
    CHECK(days().empty());
    stage.mark(stage.judges[0], codes[0], {"8", "8", "8"});  // 6 February, 17:46 UTC
    stage.mark(stage.judges[0], codes[1], {"8", "8", "8"});
    CHECK(days() == Days{{"2026-02-07", 2}});
    stage.now = Stage::kJudging + ::guong::days(2);
    stage.mark(stage.judges[0], codes[2], {"8", "8", "8"});
    CHECK(days() == Days{{"2026-02-07", 2}, {"2026-02-09", 1}});
    stage.write(stage.secretary, [&](auto& tx, auto& context) {
      judging::reopen_card(tx, context, stage.contest, 1, codes[1], stage.judges[0].id, "Nhầm");
      return 0;
    });
    CHECK(days() == Days{{"2026-02-07", 1}, {"2026-02-09", 1}});
    disqualify(stage, codes[0]);
    CHECK(days() == Days{{"2026-02-09", 1}});
  }
}

TEST_CASE("What the board says stands against locking is what locking is refused for") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Round stage(database);
    const auto obstacle = [&] {
      const auto found = stage.read(
          [&](store::Reader& reader) { return judging::obstacle_to_locking(reader, stage.contest, 1); });
      return found ? found->key() : std::string();
    };
    CHECK(obstacle() == "judging.cards_missing");
    CHECK(error_key([&] { stage.lock(); }) == obstacle());
    for (const auto& code : stage.codes)
      for (std::size_t i = 0; i < 2; ++i) {
        stage.assign(code, stage.judges[i]);
        CHECK(obstacle() == "judging.cards_missing");
        stage.mark(stage.judges[i], code, {"8", "8", "8"});
      }
    stage.write(stage.judges[2], [&](auto& tx, auto& context) {
      judging::ask_judge_unit(tx, context, stage.contest, stage.unit("quy-nhon"));
      return 0;
    });
    CHECK(obstacle() == "judging.changes_wait");
    CHECK(error_key([&] { stage.lock(); }) == obstacle());
    stage.write(stage.head, [&](auto& tx, auto& context) {
      judging::decide_judge_change(tx, context, stage.contest, stage.judges[2].id,
                                   judging::JudgeChangeKind::unit, false);
      return 0;
    });
    CHECK(obstacle().empty());
    stage.lock();
  }
}

TEST_CASE("Missing cards come page by page, each once") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Round stage(database);
    stage.write(stage.organiser, [&](auto& tx, auto& context) {
      return judging::draw_assignments(tx, context, stage.contest, 1, false).assigned;
    });
    std::vector<std::pair<std::string, AccountId>> paged, whole;
    for (const auto& card : stage.progress().missing) whole.emplace_back(card.code, card.judge);
    for (judging::CardCursor after;;) {
      const auto page = stage.read(
          [&](store::Reader& reader) { return judging::missing_cards(reader, stage.contest, 1, after, 4); });
      for (const auto& card : page) paged.emplace_back(card.code, card.judge);
      if (page.size() < 4) break;
      after = {page.back().code, page.back().judge};
    }
    CHECK(whole.size() == 6);
    CHECK(paged == whole);
    CHECK(std::ranges::is_sorted(paged));
  }
}

TEST_CASE("Works that lack judges come page by page, those with the fewest judges first, each once") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Round stage(database);
    const auto page_after = [&](const judging::StaffingCursor& after, int limit) {
      return stage.read([&](store::Reader& reader) {
        return judging::understaffed_works(reader, stage.contest, 1, after, limit);
      });
    };
    const auto whole = page_after({}, 10);
    REQUIRE(whole.size() == 3);
    stage.assign(whole[0].code, stage.judges[0]);
    std::vector<std::string> paged;
    for (judging::StaffingCursor after;;) {
      const auto page = page_after(after, 1);
      if (page.empty()) break;
      paged.push_back(page[0].code + " lacks " + std::to_string(page[0].judges_missing));
      after = {page[0].judges, page[0].code};
    }
    CHECK(paged == std::vector<std::string>{whole[1].code + " lacks 2", whole[2].code + " lacks 2",
                                            whole[0].code + " lacks 1"});
  }
}

TEST_CASE("Conflicts are counted anew when facts have changed, and only then") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Round stage(database);
    const auto recount = [&] {
      return judging::recount_conflicts(*stage.store, stage.keys, stage.contest, stage.now);
    };
    const auto counts = [&] {
      return stage.read(
          [&](store::Reader& reader) { return judging::conflict_counts(reader, stage.contest, stage.now); });
    };
    CHECK_FALSE(counts().counted_at);
    CHECK(recount());
    CHECK(counts().counted_at == stage.now);
    CHECK(counts().items.empty());
    CHECK_FALSE(recount());
    stage.write(stage.judges[1], [&](auto& tx, auto& context) {
      judging::declare_interests(tx, context, stage.contest, {{"relative", "Nguyễn Tác Giả", std::nullopt}});
    });
    CHECK(stage.read([&](store::Reader& reader) {
      return reader.number("select count(*) from job where kind = 'count_conflicts'");
    }) > 0);
    CHECK(recount());
    REQUIRE(counts().items.size() == 1);
    CHECK(counts().items[0].judge == stage.judges[1].id);
    CHECK(counts().items[0].kind == "declared_person");
    CHECK(counts().items[0].count == 3);
    disqualify(stage, stage.codes[0]);
    CHECK(recount());
    CHECK(counts().items.at(0).count == 2);
    stage.with_role("Giám khảo Mới", api::Role::judge);
    CHECK(recount());
    CHECK_FALSE(recount());
  }
}
