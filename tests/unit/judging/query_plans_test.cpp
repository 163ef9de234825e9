// No page of a contest reads a table of entries, assignments or cards from end to end: each statement of the
// pages is explained by the engine, with what the page asked.
#include <catch2/catch.hpp>
#include <regex>

#include "entries/list_store.h"
#include "judging/assignment_store.h"
#include "judging/round_store.h"
#include "unit/judging/stage.h"

using namespace guong;
using test::Stage;

namespace {

/// Passes reads on, and explains each statement once it has run.
class ExplainingReader : public store::Reader {
 public:
  ExplainingReader(store::Reader& reader, bool sqlite) : reader_(reader), sqlite_(sqlite) {
    set_state(reader.state());
    // Of tables with a few rows PostgreSQL would read all: what matters is whether it must.
    if (!sqlite_) reader_.each("set local enable_seqscan = off", {}, {});
  }
  void each(std::string_view sql, store::Values values, const store::RowFunction& f) override {
    reader_.each(sql, values, f);
    std::string plan;
    const auto explain = (sqlite_ ? "explain query plan " : "explain ") + std::string(sql);
    reader_.each(explain, values, [&](const store::Row& row) { plan += row.text(sqlite_ ? 3 : 0) + "\n"; });
    static const std::regex whole(
        R"((SCAN|Seq Scan on) (e|a|c|r|f|entry|assignment|card|round_entry|entry_word|entry_file)\b)");
    ++statements;
    if (std::regex_search(plan, whole)) scans.push_back(std::string(sql) + "\n" + plan);
  }
  int statements = 0;
  std::vector<std::string> scans;

 private:
  store::Reader& reader_;
  const bool sqlite_;
};

/// What the pages of a contest read, as they read it.
void walk_pages(store::Reader& reader, Stage& stage, const std::string& code) {
  const auto contest = stage.contest;
  const auto judge = stage.judges[0].id;
  judging::list_rounds(reader, contest);
  judging::round_progress(reader, contest, 1);
  judging::cards_by_day(reader, contest, 1);
  judging::missing_cards(reader, contest, 1, {"A", judge}, 50);
  judging::page_round_entries(reader, contest, 1, "", 50);
  judging::page_assignments(reader, contest, 1, "", code);
  judging::conflict_counts(reader, contest, stage.now);
  judging::list_panels(reader, contest);
  judging::own_works(reader, judge, contest, {}, 50);
  judging::own_work(reader, judge, contest, code);
  judging::judging_contests(reader, judge, stage.now);
  entries::ListFilter filter;
  for (int i = 0; i < 2; ++i) {
    entries::list_in_contest(reader, contest, filter, {}, 50);
    filter.state = entries::State::accepted;
    entries::list_in_contest(reader, contest, filter, {}, 50);
    filter = {};
    filter.words = {{"co", {}}};
  }
}

}  // namespace

TEST_CASE("No page of a contest reads a whole table") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Stage stage(database);
    const auto code = stage.entry(stage.person("Nguyễn Văn An"), "Cô giáo xã đảo");
    stage.judge("Giám khảo Một");
    stage.judge("Giám khảo Hai");
    stage.seat_all();
    stage.open_round();
    stage.accept_terms(stage.judges[0]);
    stage.assign(code, stage.judges[0]);
    judging::recount_conflicts(*stage.store, stage.keys, stage.contest, stage.now);
    stage.read([&](store::Reader& reader) {
      ExplainingReader explaining(reader, database.is_sqlite());
      walk_pages(explaining, stage, code);
      CHECK(explaining.statements > 15);
      CHECK(explaining.scans == std::vector<std::string>{});
      return 0;
    });
  }
}
