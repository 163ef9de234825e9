// Opening rounds, assigning by hand and the draw: conflicts bar both, and neither tells why.
#include <algorithm>
#include <set>

#include "guong/judging/judge_change.h"
#include "unit/judging/board.h"

using namespace guong;
using http::Method;
using test::Board;
using test::error_key;
using test::keyed;
using test::refusal;
using test::seen;
using test::Stage;

namespace {

void assign_all(Stage& stage, bool extra = false) {
  stage.write(stage.organiser, [&](auto& tx, auto& context) {
    return judging::draw_assignments(tx, context, stage.contest, 1, extra).assigned;
  });
}

std::multiset<std::pair<std::string, AccountId>> active(Stage& stage) {
  return stage.read([&](store::Reader& reader) {
    std::multiset<std::pair<std::string, AccountId>> out;
    reader.each("select code, judge_id from assignment where state = 'active'", {},
                [&](const store::Row& row) {
                  out.insert({row.text(0), row.id<AccountId>(1)});
                });
    return out;
  });
}

std::vector<std::string> of_judge(const std::multiset<std::pair<std::string, AccountId>>& active,
                                  const test::Player& judge) {
  std::vector<std::string> codes;
  for (const auto& [code, who] : active)
    if (who == judge.id) codes.push_back(code);
  return codes;
}

}  // namespace

TEST_CASE("A round opens only when intake is over, all is decided and panels can staff it") {
  const auto early = refusal("judging.too_early"), lacking = refusal("judging.category_lacks_judges"),
             already = refusal("judging.round_already_open");
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Board stage(database);
    stage.entry(stage.person("Nguyễn Văn An"), "Cô giáo xã đảo");
    stage.judge("Giám khảo Một");
    stage.judge("Giám khảo Hai");
    const auto open = stage.in_round("/open");
    auto& by = stage.organiser;
    stage.calls({{"works still come in", by, Method::post, open, nullptr, 409, {early}}});
    stage.now = test::Stage::kJudging;
    stage.calls({{"nobody to judge", by, Method::post, open, nullptr, 409, {lacking}}});
    stage.seat_all();
    stage.calls({{"not by a judge", stage.judges[0], Method::post, open, nullptr, 403},
                 {"opened", by, Method::post, open, nullptr, 200, {R"("entries":1)", R"("state":"open")"}},
                 {"once", by, Method::post, open, nullptr, 409, {already}}});
    CHECK(stage.read([&](store::Reader& r) { return contests::find_contest(r, stage.contest).state; }) ==
          contests::ContestState::judging);
    CHECK(stage.read([&](store::Reader& r) { return judging::round_entries(r, stage.contest, 1); }).size() ==
          1);
    CHECK(stage.records("round.opened") == 1);
  }
}

TEST_CASE("An undecided entry keeps the round shut") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Stage stage(database);
    const auto author = stage.person("Nguyễn Văn An");
    entries::Draft draft;
    draft.content = {"bai-viet",
                     "education",
                     "Bài chưa duyệt",
                     "Năm chữ là đủ rồi đó.",
                     "vi",
                     {"person", "Người Tốt", {}, "Quy Nhơn"},
                     {"own_work", "real_people", "data_consent"}};
    draft.phone = "0905123456";
    const auto made = stage.write(author, [&](auto& tx, auto& context) {
      return entries::create_entry(tx, context, stage.contest, draft);
    });
    stage.write(author, [&](auto& tx, auto& context) {
      return entries::submit_entry(tx, context, made.id, made.revision).number;
    });
    stage.judge("Giám khảo Một");
    stage.judge("Giám khảo Hai");
    stage.seat_all();
    CHECK(error_key([&] { stage.open_round(); }) == "judging.entries_undecided");
  }
}

TEST_CASE("Hard conflicts bar an assignment by hand, and nobody is told why") {
  const auto barred = refusal("judging.not_assignable"), elsewhere = refusal("judging.not_on_panel"),
             already = refusal("judging.already_assigned");
  const std::vector<std::string> why{"Quy Nhơn", "unit", "relative"};
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Board stage(database);
    const auto quy_nhon = stage.unit("quy-nhon");
    const auto an = stage.person("Nguyễn Văn An", quy_nhon);
    const auto code = stage.entry(an, "Cô giáo xã đảo");
    const auto same_unit = stage.judge("Giám khảo Cùng Đơn Vị", quy_nhon);
    const auto relative = stage.judge("Giám khảo Người Nhà");
    const auto free = stage.judge("Giám khảo Tự Do", stage.unit("an-nhon"));
    const auto stranger = stage.with_role("Giám khảo Ngoài", api::Role::judge);
    stage.seat_all();
    stage.open_round();
    stage.accept_terms(relative, {{"relative", "nguyen van AN", std::nullopt}});
    const auto to = [&](const test::Player& judge) { return Board::assignment(code, judge); };
    const auto path = stage.in_round("/assignments");
    auto& by = stage.organiser;
    const auto none = Board::assignment("KHONGCO", free);
    const auto answers =
        stage.calls({{"of the same unit", by, Method::post, path, to(same_unit), 409, {barred}, why, keyed()},
                     {"a relative", by, Method::post, path, to(relative), 409, {barred}, why, keyed()},
                     {"on no panel", by, Method::post, path, to(stranger), 409, {elsewhere}, {}, keyed()},
                     {"no work", by, Method::post, path, none, 404, {}, {}, keyed()},
                     {"free", by, Method::post, path, to(free), 201, {}, {}, keyed()},
                     {"twice", by, Method::post, path, to(free), 409, {already}, {}, keyed()}});
    CHECK(answers[0].text == answers[1].text);
    CHECK(active(stage).size() == 1);
  }
}

TEST_CASE("A soft conflict needs the head's waiver") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Board stage(database);
    const auto an = stage.person("Nguyễn Văn An", stage.unit("quy-nhon"));
    const auto code = stage.entry(an, "Cô giáo xã đảo");
    const auto above = stage.judge("Giám khảo Cấp Trên", stage.unit("binh-dinh"));
    const auto free = stage.judge("Giám khảo Tự Do");
    stage.seat_all();
    stage.open_round();
    const auto path = stage.in_round("/assignments"), waivers = stage.at("/conflicts/waivers");
    const auto to_above = Board::assignment(code, above);
    const auto waiver = [&](const test::Player& judge) {
      auto out = Board::assignment(code, judge);
      out["reason"] = "Chuyên môn duy nhất";
      return out;
    };
    auto &head = stage.head, &organiser = stage.organiser;
    const auto barred = refusal("judging.not_assignable"), needless = refusal("judging.not_waivable");
    stage.calls({{"barred", organiser, Method::post, path, to_above, 409, {barred}, {}, keyed()},
                 {"nothing to waive", head, Method::post, waivers, waiver(free), 409, {needless}},
                 {"not by the organiser", organiser, Method::post, waivers, waiver(above), 403},
                 {"by the head", head, Method::post, waivers, waiver(above), 204},
                 {"free now", organiser, Method::post, path, to_above, 201, {}, {}, keyed()}});
    judging::recount_conflicts(*stage.store, stage.keys, stage.contest, stage.now);
    const auto counts = stage.read([&](store::Reader& reader) {
      return judging::conflict_counts(reader, stage.contest, stage.now).items;
    });
    REQUIRE(counts.size() == 1);
    CHECK(counts[0].kind == "unit_above_below");
    CHECK(counts[0].count == 1);
    CHECK_FALSE(counts[0].hard);
  }
}

TEST_CASE("An interest declared later ends what it bars once the head says so, and nothing revives it") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Stage stage(database);
    const auto an = stage.person("Nguyễn Văn An");
    const auto binh = stage.person("Trần Thị Bình");
    const auto by_an = stage.entry(an, "Cô giáo xã đảo");
    const auto by_binh = stage.entry(binh, "Người giữ biển");
    const auto judge = stage.judge("Giám khảo Một");
    stage.judge("Giám khảo Hai");
    stage.seat_all();
    stage.open_round();
    stage.accept_terms(judge);
    stage.assign(by_an, judge);
    stage.assign(by_binh, judge);
    stage.write(judge, [&](auto& tx, auto& context) {
      judging::declare_interests(tx, context, stage.contest, {{"close_tie", "Nguyễn Văn An", std::nullopt}});
    });
    const auto both = active(stage);
    CHECK(both.size() == 2);
    assign_all(stage);
    CHECK(std::ranges::includes(active(stage), both));
    const auto decide = [&](bool confirmed) {
      stage.write(stage.head, [&](auto& tx, auto& context) {
        judging::decide_judge_change(tx, context, stage.contest, judge.id,
                                     judging::JudgeChangeKind::interests, confirmed);
      });
    };
    decide(true);
    CHECK(error_key([&] { decide(true); }) == "base.not_found");
    stage.read(
        [&](store::Reader& reader) { CHECK(judging::pending_judge_changes(reader, stage.contest).empty()); });
    CHECK(of_judge(active(stage), judge) == std::vector<std::string>{by_binh});
    CHECK(error_key([&] { stage.assign(by_an, judge); }) == "judging.not_assignable");
    const auto own = stage.read([&](store::Reader& reader) {
      return judging::own_terms(reader, stage.keys, judge.id, stage.contest);
    });
    REQUIRE(own.interests.size() == 1);
    CHECK(own.interests[0].name == "Nguyễn Văn An");
  }
}

TEST_CASE("The head may leave assignments as they are; the interest bars others") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Stage stage(database);
    const auto an = stage.person("Nguyễn Văn An");
    const auto first = stage.entry(an, "Cô giáo xã đảo"), second = stage.entry(an, "Người giữ biển");
    const auto judge = stage.judge("Giám khảo Một");
    stage.judge("Giám khảo Hai");
    stage.seat_all();
    stage.open_round();
    stage.accept_terms(judge);
    stage.assign(first, judge);
    stage.accept_terms(judge, {{"relative", "Nguyễn Văn An", std::nullopt}});
    stage.write(stage.head, [&](auto& tx, auto& context) {
      judging::decide_judge_change(tx, context, stage.contest, judge.id, judging::JudgeChangeKind::interests,
                                   false);
    });
    assign_all(stage);
    CHECK(of_judge(active(stage), judge) == std::vector<std::string>{first});
    CHECK(error_key([&] { stage.assign(second, judge); }) == "judging.not_assignable");
  }
}

TEST_CASE("A judge is of the unit that they were appointed with until the head confirms another") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Stage stage(database);
    const auto quy_nhon = stage.unit("quy-nhon"), an_nhon = stage.unit("an-nhon");
    const auto code = stage.entry(stage.person("Nguyễn Văn An", quy_nhon), "Cô giáo xã đảo");
    const auto judge = stage.judge("Giám khảo Một", quy_nhon);
    stage.judge("Giám khảo Hai");
    stage.write(judge, [&](auto& tx, auto&) {
      tx.exec("update account set unit_id = $2 where id = $1", {judge.id, an_nhon});
    });
    stage.seat_all();
    stage.open_round();
    CHECK(error_key([&] { stage.assign(code, judge); }) == "judging.not_assignable");
    stage.write(judge, [&](auto& tx, auto& context) {
      judging::ask_judge_unit(tx, context, stage.contest, an_nhon);
    });
    CHECK(error_key([&] { stage.assign(code, judge); }) == "judging.not_assignable");
    stage.read([&](store::Reader& reader) {
      const auto waiting = judging::pending_judge_changes(reader, stage.contest);
      REQUIRE(waiting.size() == 1);
      CHECK(waiting[0].judge == judge.id);
    });
    const auto decide = [&](const test::Player& who) {
      stage.write(who, [&](auto& tx, auto& context) {
        judging::decide_judge_change(tx, context, stage.contest, judge.id, judging::JudgeChangeKind::unit,
                                     true);
      });
    };
    CHECK(error_key([&] { decide(stage.organiser); }) == "base.not_found");
    decide(stage.head);
    CHECK_NOTHROW(stage.assign(code, judge));
  }
}

TEST_CASE("What a judge declares is not readable in the database") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Stage stage(database);
    const auto judge = stage.judge("Giám khảo Một");
    stage.accept_terms(judge, {{"relative", "TenRatRieng", std::nullopt}});
    const auto sealed = stage.read([&](store::Reader& reader) {
      return *reader.one("select value_sealed from judge_interest", {},
                         [](const store::Row& row) { return row.blob(0); });
    });
    CHECK(as_text(sealed).find("TenRatRieng") == std::string_view::npos);
  }
}

TEST_CASE("An interest that an earlier release sealed still opens and bars") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Stage stage(database);
    const auto by_an = stage.entry(stage.person("Nguyễn Văn An"), "Cô giáo xã đảo");
    const auto judge = stage.judge("Giám khảo Một");
    stage.judge("Giám khảo Hai");
    stage.judge("Giám khảo Ba");
    stage.seat_all();
    stage.open_round();
    stage.accept_terms(judge);
    const auto sealed = seal(stage.keys.seal, "judge_tie:11", R"({"name":"Nguyễn Văn An"})");
    stage.write(judge, [&](auto& tx, auto&) {
      return tx.exec(
          R"(insert into judge_interest (id, contest_id, account_id, kind, value_sealed, declared_at)
values (11, $1, $2, 'relative', $3, 0))",
          {stage.contest, judge.id, sealed});
    });
    CHECK(error_key([&] { stage.assign(by_an, judge); }) == "judging.not_assignable");
  }
}

TEST_CASE("The draw staffs every work, balances loads and avoids conflicts") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Stage stage(database);
    const auto quy_nhon = stage.unit("quy-nhon");
    const auto an = stage.person("Nguyễn Văn An", quy_nhon);
    const auto binh = stage.person("Trần Thị Bình");
    std::vector<std::string> codes{stage.entry(an, "Bài một"),   stage.entry(an, "Bài hai"),
                                   stage.entry(binh, "Bài ba"),  stage.entry(binh, "Bài bốn"),
                                   stage.entry(binh, "Bài năm"), stage.entry(an, "Bài sáu")};
    const auto barred = stage.judge("Giám khảo Một", quy_nhon);
    stage.judge("Giám khảo Hai");
    stage.judge("Giám khảo Ba");
    stage.judge("Giám khảo Bốn");
    stage.seat_all();
    stage.open_round();
    assign_all(stage);
    std::map<std::string, int> judges_of;
    std::map<AccountId, int> works_of;
    const std::set<std::string> by_an{codes[0], codes[1], codes[5]};
    for (const auto& [code, judge] : active(stage)) {
      ++judges_of[code];
      ++works_of[judge];
      CHECK_FALSE((judge == barred.id && by_an.contains(code)));
    }
    for (const auto& code : codes) CHECK(judges_of[code] == 2);
    for (const auto& judge : stage.judges) CHECK(works_of[judge.id] == 3);
    assign_all(stage);
    CHECK(active(stage).size() == 12);  // drawing again keeps what is there
    CHECK(stage.records("assignments.drawn") == 2);
  }
}

TEST_CASE("The draw names the works that cannot be staffed") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Board stage(database);
    const auto quy_nhon = stage.unit("quy-nhon");
    const auto an = stage.person("Nguyễn Văn An", quy_nhon);
    const auto code = stage.entry(an, "Bài một");
    stage.judge("Giám khảo Một", quy_nhon);
    stage.judge("Giám khảo Hai");
    stage.seat_all();
    stage.open_round();
    const auto draw = stage.in_round("/assignments/draw"), left = R"("unstaffed":[")" + code + "\"]";
    const auto none = nlohmann::json::object();
    stage.calls(
        {{"one judge only", stage.organiser, Method::post, draw, none, 200, {R"("assigned":1)", left}}});
  }
}

TEST_CASE("Nobody leaves a panel while works are assigned to them") {
  const auto busy = refusal("judging.member_has_work");
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Board stage(database);
    const auto code = stage.entry(stage.person("Nguyễn Văn An"), "Bài một");
    const auto one = stage.judge("Giám khảo Một"), two = stage.judge("Giám khảo Hai");
    stage.seat_all();
    stage.open_round();
    stage.assign(code, one);
    const auto panel =
        stage.read([&](store::Reader& reader) { return judging::list_panels(reader, stage.contest).at(0); });
    const auto at = stage.at("/panels/" + std::to_string(panel.id.value));
    const auto of = [](std::initializer_list<AccountId> members) {
      auto ids = nlohmann::json::array();
      for (const auto id : members) ids.push_back(id.value);
      return nlohmann::json{
          {"name", "Khác"}, {"round", 1}, {"categories", {"bai-viet"}}, {"members", std::move(ids)}};
    };
    auto& by = stage.organiser;
    stage.calls({{"one has a work", by, Method::put, at, of({two.id}), 409, {busy}, {}, seen({1})},
                 {"two has none", by, Method::put, at, of({one.id}), 200, {}, {}, seen({1})},
                 {"stale", by, Method::put, at, of({one.id, two.id}), 412, {}, {}, seen({1})},
                 {"no judge", by, Method::put, at, of({stage.secretary.id}), 422, {}, {}, seen({2})}});
  }
}
