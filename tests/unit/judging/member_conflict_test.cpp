// Whose judge an author's unit bars: confirmed for good, only said until the head waives it; and the unit
// that had confirmed the judge counts when they say another.
#include "guong/accounts/member.h"
#include "guong/judging/judge_change.h"
#include "unit/judging/board.h"

using namespace guong;
using test::error_key;
using test::Stage;

TEST_CASE("The unit that had confirmed a judge counts beside the one they say when they are appointed") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Stage stage(database);
    const auto quy_nhon = stage.unit("quy-nhon"), an_nhon = stage.unit("an-nhon");
    const auto code = stage.entry(stage.person("Nguyễn Văn An", quy_nhon), "Cô giáo xã đảo");
    auto judge = stage.person("Giám khảo Một", quy_nhon);
    auto coordinator = stage.person("Đầu Mối");
    coordinator.actor.grants.push_back({api::Role::coordinator, std::nullopt, quy_nhon});
    stage.write(coordinator, [&](auto& tx, auto& context) {
      accounts::confirm_members(tx, context, quy_nhon, {judge.id});
      tx.exec("update account set unit_id = $2 where id = $1", {judge.id, an_nhon});
      tx.exec("update unit_member set state = 'left' where account_id = $1", {judge.id});
    });
    stage.hold(judge, api::Role::judge);
    stage.write(stage.organiser, [&](auto& tx, auto& context) {
      accounts::grant_role(tx, context, {judge.id, api::Role::judge, stage.contest, {}, {}, {}, ""});
    });
    stage.judges.push_back(judge);
    stage.judge("Giám khảo Hai");
    stage.seat_all();
    stage.open_round();
    CHECK(error_key([&] { stage.assign(code, judge); }) == "judging.not_assignable");
    stage.write(judge, [&](auto& tx, auto& context) {
      judging::ask_judge_unit(tx, context, stage.contest, an_nhon);
    });
    stage.write(stage.head, [&](auto& tx, auto& context) {
      judging::decide_judge_change(tx, context, stage.contest, judge.id, judging::JudgeChangeKind::unit,
                                   true);
    });
    CHECK_NOTHROW(stage.assign(code, judge));
  }
}

TEST_CASE("A unit that only an author says bars its judges until the head waives it") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Stage stage(database);
    const auto quy_nhon = stage.unit("quy-nhon");
    const auto code = stage.entry(stage.person("Nguyễn Văn An", quy_nhon), "Cô giáo xã đảo");
    const auto judge = stage.judge("Giám khảo Một", quy_nhon);
    stage.judge("Giám khảo Hai");
    stage.seat_all();
    stage.open_round();
    CHECK(error_key([&] { stage.assign(code, judge); }) == "judging.not_assignable");
    stage.write(stage.head, [&](auto& tx, auto& context) {
      judging::waive_conflict(tx, context, stage.contest, code, judge.id, "Không quen biết");
    });
    CHECK_NOTHROW(stage.assign(code, judge));
  }
}
