// Who may flag a work, and what becomes of a flag, over the routes.
#include "unit/judging/board.h"

using namespace guong;
using http::Method;
using nlohmann::json;

namespace {

/// One work in an open round, with a judge to whom it is assigned and one without it.
struct Marked : test::Board {
  explicit Marked(const test::TestDatabase& database) : Board(database) {
    code = entry(person("Nguyễn Văn An"), "Cô giáo xã đảo");
    one = judge("Giám khảo Một");
    two = judge("Giám khảo Hai");
    seat_all();
    open_round();
    accept_terms(one);
    accept_terms(two);
    assign(code, one);
    flag = work(code) + "/flag";
  }
  std::string code, flag;
  test::Player one, two;
};

const std::string kNoFlags = R"("items":[])";

}  // namespace

TEST_CASE("A judge flags an assigned work, changes the flag and takes it back") {
  const json copy = {{"kind", "suspected_copy"}, {"note", "Giống bài đăng báo năm ngoái."}},
             breach = {{"kind", "rule_breach"}, {"note", "Quá số chữ."}};
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Marked stage(database);
    const auto flags = stage.in_round("/flags");
    const auto by_one = R"("id":)" + std::to_string(stage.one.id.value);
    const std::vector<std::string> last{stage.code, by_one, "rule_breach"}, before{"suspected_copy", "},{"};
    auto& one = stage.one;
    const auto work = stage.work(stage.code);
    stage.calls({{"raised", one, Method::put, stage.flag, copy, 204},
                 {"changed", one, Method::put, stage.flag, breach, 204},
                 {"the board", stage.secretary, Method::get, flags, nullptr, 200, last, before},
                 {"its judge", one, Method::get, work, nullptr, 200, {"Quá số chữ."}},
                 {"taken back", one, Method::del, stage.flag, nullptr, 204},
                 {"none is left", stage.head, Method::get, flags, nullptr, 200, {kNoFlags}}});
  }
}

TEST_CASE("A judge's list tells which works they flagged themselves, and of nobody else's flag") {
  const json copy = {{"kind", "suspected_copy"}, {"note", "Giống bài đăng báo năm ngoái."}};
  const std::string flagged = R"("flagged":true)", not_flagged = R"("flagged":false)";
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Marked stage(database);
    stage.assign(stage.code, stage.two);
    const auto list = stage.at("/judge/works");
    auto &one = stage.one, &two = stage.two;
    stage.calls({{"not yet", one, Method::get, list, nullptr, 200, {not_flagged}, {flagged}},
                 {"raised", one, Method::put, stage.flag, copy, 204},
                 {"its judge", one, Method::get, list, nullptr, 200, {flagged}, {copy["note"]}},
                 {"another judge", two, Method::get, list, nullptr, 200, {not_flagged}, {flagged}},
                 {"taken back", one, Method::del, stage.flag, nullptr, 204},
                 {"no more", one, Method::get, list, nullptr, 200, {not_flagged}, {flagged}}});
  }
}

TEST_CASE("Nobody flags a work that is not assigned to them, and a flag goes with its assignment") {
  const json curious = {{"kind", "other"}, {"note", "Tò mò."}},
             name = {{"kind", "other"}, {"note", "Có tên người viết trong ảnh."}},
             reason = {{"reason", "Quen tác giả."}};
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Marked stage(database);
    const auto flags = stage.in_round("/flags");
    stage.calls({{"not assigned", stage.two, Method::put, stage.flag, curious, 404},
                 {"assigned", stage.one, Method::put, stage.flag, name, 204},
                 {"no judge's list", stage.one, Method::get, flags, nullptr, 403},
                 {"leaves", stage.one, Method::post, stage.work(stage.code) + "/recuse", reason, 204},
                 {"gone with it", stage.organiser, Method::get, flags, nullptr, 200, {kNoFlags}}});
  }
}
