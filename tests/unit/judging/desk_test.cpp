// The judge's desk: terms first, own works only, scorecards by their table of states.
#include <catch2/catch.hpp>

#include "unit/judging/stage.h"

using namespace guong;
using test::error_key;
using test::Stage;

namespace {

/// One work, two judges to whom it is assigned, a third without it.
struct Desk : Stage {
  explicit Desk(const test::TestDatabase& database) : Stage(database) {
    code = entry(person("Nguyễn Văn An"), "Cô giáo xã đảo");
    one = judge("Giám khảo Một");
    two = judge("Giám khảo Hai");
    three = judge("Giám khảo Ba");
    seat_all();
    open_round();
    for (const auto* who : {&one, &two, &three}) accept_terms(*who);
    assign(code, one);
    assign(code, two);
  }
  Revision save(const test::Player& who, const judging::Marks& marks, Revision expected) {
    return write(who, [&](auto& tx, auto& context) {
      return judging::save_card(tx, context, contest, code, {marks, "", ""}, expected);
    });
  }
  judging::DeskWork own(const test::Player& who) {
    return read([&](store::Reader& reader) { return judging::own_work(reader, who.id, contest, code); });
  }
  std::string code;
  test::Player one, two, three;
};

Decimal d(const char* text) { return *parse_decimal(text); }

}  // namespace

TEST_CASE("Nothing opens before the terms are accepted, whether it exists or not") {
  auto database = test::TestDatabase::sqlite();
  Stage stage(database);
  const auto code = stage.entry(stage.person("Nguyễn Văn An"), "Cô giáo xã đảo");
  const auto judge = stage.judge("Giám khảo Một");
  stage.judge("Giám khảo Hai");
  stage.seat_all();
  stage.open_round();
  stage.assign(code, judge);
  const auto look = [&](const std::string& at) {
    return error_key([&] {
      stage.read([&](store::Reader& reader) {
        return judging::own_work(reader, judge.id, stage.contest, at).round;
      });
    });
  };
  const auto list = [&] {
    return stage.read([&](store::Reader& reader) {
      return judging::own_works(reader, judge.id, stage.contest, 0, "", 50);
    });
  };
  CHECK(look(code) == "judging.terms_first");
  CHECK(look("KHONGCO") == "judging.terms_first");
  CHECK(error_key(list) == "judging.terms_first");
  stage.accept_terms(judge);
  CHECK(look(code).empty());
  CHECK(look("KHONGCO") == "base.not_found");
  REQUIRE(list().size() == 1);
  CHECK(list()[0].title == "Cô giáo xã đảo");
}

TEST_CASE("A work that is not assigned looks like one that does not exist") {
  auto database = test::TestDatabase::sqlite();
  Desk desk(database);
  CHECK(error_key([&] { desk.own(desk.three); }) == "base.not_found");
  CHECK(error_key([&] { desk.save(desk.three, {}, {0}); }) == "base.not_found");
}

TEST_CASE("A card is saved at each change, submitted once complete, and then locked") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Desk desk(database);
    CHECK(desk.own(desk.one).card.state == judging::CardState::none);
    CHECK(desk.save(desk.one, {{"content", d("50.5")}}, {0}) == Revision{1});
    CHECK(error_key([&] { desk.save(desk.one, {}, {0}); }) == "base.stale");
    CHECK(desk.own(desk.one).card.content.marks.at("content") == d("50.5"));
    const auto submit = [&](Revision expected) {
      return error_key([&] {
        desk.write(desk.one, [&](auto& tx, auto& context) {
          return judging::submit_card(tx, context, desk.contest, desk.code, expected);
        });
      });
    };
    CHECK(submit({1}) == "base.invalid");  // form and impact are missing
    desk.save(desk.one, {{"content", d("50.5")}, {"form", d("25")}, {"impact", d("0")}}, {1});
    CHECK(submit({1}) == "base.stale");
    CHECK(submit({2}).empty());
    CHECK(desk.own(desk.one).card.state == judging::CardState::submitted);
    CHECK(error_key([&] { desk.save(desk.one, {}, {3}); }) == "judging.card_handed_in");
    CHECK(submit({3}) == "judging.card_handed_in");
    CHECK(desk.records("card.submitted") == 1);
    CHECK(desk.own(desk.two).card.state == judging::CardState::none);
  }
}

TEST_CASE("Marks out of range, off the step or for unknown criteria are refused, all at once") {
  auto database = test::TestDatabase::sqlite();
  Desk desk(database);
  try {
    desk.save(desk.one, {{"content", d("60.5")}, {"form", d("0.3")}, {"mo", d("1")}, {"impact", d("-1")}},
              {0});
    FAIL("was taken");
  } catch (const Error& error) {
    CHECK(error.faults().size() == 4);
  }
}

TEST_CASE("The secretary reopens a card with a reason that its judge sees") {
  auto database = test::TestDatabase::sqlite();
  Desk desk(database);
  const auto reopen = [&](const test::Player& by) {
    return error_key([&] {
      desk.write(by, [&](auto& tx, auto& context) {
        judging::reopen_card(tx, context, desk.contest, 1, desk.code, desk.one.id, "Nhầm phiếu");
        return 0;
      });
    });
  };
  CHECK(reopen(desk.secretary) == "judging.card_not_handed_in");
  desk.mark(desk.one, desk.code, {"50", "25", "8"});
  CHECK(reopen(desk.organiser) == "base.not_found");
  CHECK(reopen(desk.secretary).empty());
  CHECK(desk.own(desk.one).card.state == judging::CardState::draft);
  CHECK(desk.own(desk.one).card.reopen_reason == "Nhầm phiếu");
  desk.mark(desk.one, desk.code, {"51", "25", "8"});
  CHECK(desk.records("card.reopened") == 1);
}

TEST_CASE("Whoever knows the author leaves at once, and the card does not count") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Desk desk(database);
    desk.mark(desk.one, desk.code, {"60", "30", "10"});
    desk.write(desk.one, [&](auto& tx, auto& context) {
      judging::recuse(tx, context, desk.contest, desk.code, "Tôi biết tác giả");
      return 0;
    });
    CHECK(error_key([&] { desk.own(desk.one); }) == "base.not_found");
    CHECK(error_key([&] { desk.assign(desk.code, desk.one); }) == "judging.not_assignable");
    const auto progress = desk.progress();
    CHECK(progress.submitted == 0);
    REQUIRE(progress.understaffed.size() == 1);
    CHECK(progress.understaffed[0].judges_missing == 1);
    CHECK(desk.records("judge.recused") == 1);
  }
}

TEST_CASE("A card that is handed in cannot be taken away by the organiser") {
  auto database = test::TestDatabase::sqlite();
  Desk desk(database);
  const auto id = desk.own(desk.one).assignment;
  desk.mark(desk.one, desk.code, {"10", "5", "1"});
  const auto remove = [&] {
    return error_key([&] {
      desk.write(desk.organiser, [&](auto& tx, auto& context) {
        judging::remove_assignment(tx, context, desk.contest, 1, id);
        return 0;
      });
    });
  };
  CHECK(remove() == "judging.card_handed_in");
}

TEST_CASE("A round locks only when every card is handed in; then nothing moves any more") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Desk desk(database);
    desk.mark(desk.one, desk.code, {"50", "25", "8"});
    try {
      desk.lock();
      FAIL("was locked");
    } catch (const Error& error) {
      CHECK(error.key() == "judging.cards_missing");
      CHECK(error.params().at("count") == "1");
      REQUIRE(error.faults().size() == 1);
      CHECK(error.faults()[0].params.at("judge") == "Giám khảo Hai");
      CHECK(error.faults()[0].params.at("code") == desk.code);
    }
    desk.mark(desk.two, desk.code, {"50", "25", "8"});
    desk.lock();
    CHECK(error_key([&] { desk.lock(); }) == "judging.round_locked");
    CHECK(error_key([&] { desk.save(desk.one, {}, {2}); }) == "judging.round_locked");
    CHECK(desk.own(desk.one).card.state == judging::CardState::submitted);
    CHECK(desk.records("round.locked") == 1);
  }
}

TEST_CASE("Cards that differ too much call for one more judge before the lock") {
  auto database = test::TestDatabase::sqlite();
  auto rules = test::example_rules();
  rules["rounds"][0]["discrepancy"] = {{"threshold", 20}, {"inclusive", true}, {"then", "extra_alone"}};
  Stage stage(database, rules);
  const auto code = stage.entry(stage.person("Nguyễn Văn An"), "Cô giáo xã đảo");
  const auto one = stage.judge("Giám khảo Một"), two = stage.judge("Giám khảo Hai"),
             three = stage.judge("Giám khảo Ba");
  stage.seat_all();
  stage.open_round();
  for (const auto* who : {&one, &two, &three}) stage.accept_terms(*who);
  stage.assign(code, one);
  stage.assign(code, two);
  stage.mark(one, code, {"50", "25", "8"});
  stage.mark(two, code, {"30", "25", "8"});
  CHECK(stage.progress().extra_needed == std::vector<std::string>{code});
  CHECK(error_key([&] { stage.lock(); }) == "judging.cards_missing");
  const auto drawn = stage.write(stage.organiser, [&](auto& tx, auto& context) {
    return judging::draw_assignments(tx, context, stage.contest, 1, true);
  });
  CHECK(drawn.assigned == 1);
  stage.mark(three, code, {"40", "20", "5"});
  CHECK(stage.progress().extra_needed.empty());
  stage.lock();
}
