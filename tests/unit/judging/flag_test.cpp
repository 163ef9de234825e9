// Who may flag a work, and what becomes of a flag.
#include "guong/judging/flag.h"

#include <catch2/catch.hpp>

#include "unit/judging/stage.h"

using namespace guong;
using test::error_key;
using test::Stage;

namespace {

/// One work in an open round, with a judge to whom it is assigned and one without it.
struct Marked : Stage {
  explicit Marked(const test::TestDatabase& database) : Stage(database) {
    code = entry(person("Nguyễn Văn An"), "Cô giáo xã đảo");
    one = judge("Giám khảo Một");
    two = judge("Giám khảo Hai");
    seat_all();
    open_round();
    accept_terms(one);
    accept_terms(two);
    assign(code, one);
  }
  void raise(const test::Player& who, const std::string& kind, const std::string& note) {
    write(who, [&](auto& tx, auto& context) {
      judging::raise_flag(tx, context, contest, code, {kind, note, context.now});
    });
  }
  std::vector<judging::RaisedFlag> flags() {
    return read([&](store::Reader& reader) { return judging::raised_flags(reader, contest, 1); });
  }
  std::string code;
  test::Player one, two;
};

}  // namespace

TEST_CASE("A judge flags an assigned work, changes the flag and takes it back") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Marked stage(database);
    stage.raise(stage.one, "suspected_copy", "Giống bài đăng báo năm ngoái.");
    stage.raise(stage.one, "rule_breach", "Quá số chữ.");
    REQUIRE(stage.flags().size() == 1);
    CHECK(stage.flags()[0].code == stage.code);
    CHECK(stage.flags()[0].judge == stage.one.id);
    CHECK(stage.flags()[0].flag.kind == "rule_breach");
    const auto own = stage.read([&](store::Reader& reader) {
      return judging::own_work(reader, stage.one.id, stage.contest, stage.code);
    });
    REQUIRE(own.flag);
    CHECK(own.flag->note == "Quá số chữ.");
    stage.write(stage.one, [&](auto& tx, auto& context) {
      judging::lower_flag(tx, context, stage.contest, stage.code);
    });
    CHECK(stage.flags().empty());
  }
}

TEST_CASE("Nobody flags a work that is not assigned to them, and a flag goes with its assignment") {
  auto database = test::TestDatabase::sqlite();
  Marked stage(database);
  CHECK(error_key([&] { stage.raise(stage.two, "other", "Tò mò."); }) == "base.not_found");
  stage.raise(stage.one, "other", "Có tên người viết trong ảnh.");
  stage.write(stage.one, [&](auto& tx, auto& context) {
    judging::recuse(tx, context, stage.contest, stage.code, "Quen tác giả.");
  });
  CHECK(stage.flags().empty());
}
