// When and in which order the judges' severity is shown.
#include "guong/judging/jury.h"

#include <catch2/catch.hpp>

#include "unit/judging/stage.h"

using namespace guong;
using test::error_key;
using test::Stage;

TEST_CASE("How the judges marked is shown after the lock only, the strictest first") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Stage stage(database);
    const auto a = stage.entry(stage.person("Nguyễn Văn An"), "Cô giáo xã đảo");
    const auto b = stage.entry(stage.person("Trần Thị Bình"), "Bác trưởng thôn");
    const auto one = stage.judge("Giám khảo Một"), two = stage.judge("Giám khảo Hai");
    stage.seat_all();
    stage.open_round();
    for (const auto& judge : {one, two}) {
      stage.accept_terms(judge);
      for (const auto& code : {a, b}) stage.assign(code, judge);
    }
    stage.mark(one, a, {"60", "30", "10"});
    stage.mark(one, b, {"50", "25", "10"});
    stage.mark(two, a, {"55", "28", "9"});
    const auto jury = [&] {
      return stage.read([&](store::Reader& reader) { return judging::jury_of(reader, stage.contest, 1); });
    };
    CHECK(error_key(jury) == "judging.marks_not_locked");
    stage.mark(two, b, {"48", "24", "9"});
    CHECK(error_key(jury) == "judging.marks_not_locked");
    stage.lock();
    const auto shown = jury();
    CHECK(shown.most == 100);
    REQUIRE(shown.judges.size() == 2);
    CHECK(shown.judges[0].judge == two.id);
    CHECK(shown.judges[0].name == "Giám khảo Hai");
    CHECK(*shown.judges[0].severity.difference == -6);
    CHECK(shown.judges[1].judge == one.id);
    CHECK(*shown.judges[1].severity.difference == 6);
    CHECK(shown.judges[1].severity.mean == Rational(185, 2));
  }
}
