// Public counts: what counts, when they show, and that two looks do not give away a single work.
#include <catch2/catch.hpp>

#include "publishing/contest_page.h"
#include "publishing/public_counts.h"
#include "unit/judging/stage.h"

using namespace guong;
using nlohmann::json;
using test::Player;

namespace {

json with_counts() {
  auto rules = test::example_rules();
  rules["public_counts"] = true;
  return rules;
}

struct Counting : test::Stage {
  explicit Counting(const test::TestDatabase& database, const json& rules = with_counts())
      : Stage(database, rules) {}

  entries::CreatedEntry draft(const Player& author, const std::string& field, std::optional<UnitId> about) {
    entries::Draft draft;
    draft.content = {"bai-viet", field, "Ánh đèn", "Cô giáo ấy đã dạy học ở xã đảo hơn hai mươi năm.",
                     "vi",       {},    {}};
    draft.content.exemplar = {"person", "Nguyễn Thị Gương Mẫu", about, "Nhơn Châu"};
    draft.content.declarations = {"own_work", "real_people", "data_consent"};
    draft.phone = "0905123456";
    draft.email = "tacgia@vidu.vn";
    draft.address = "Quy Nhơn";
    return write(author, [&](auto& tx, auto& a) { return entries::create_entry(tx, a, contest, draft); });
  }
  void submit(const Player& author, const entries::CreatedEntry& entry) {
    write(author,
          [&](auto& tx, auto& a) { return entries::submit_entry(tx, a, entry.id, entry.revision).number; });
  }
  publishing::WorkCounts count() {
    return read([&](store::Reader& reader) { return publishing::count_works(reader, contest); });
  }
  std::string page(publishing::CountsCache& cache, Timestamp at, Lang lang = Lang::vi) {
    const std::string slug =
        read([&](store::Reader& reader) { return contests::find_contest(reader, contest).slug; });
    const auto source = publishing::contest_page(lang, "https://thi.test", at, slug, cache);
    made = read([&](store::Reader& reader) { return source.make(reader); });
    return made.body;
  }
  publishing::RenderedPage made;
};

bool shows(const std::string& page, const std::string& text) { return page.find(text) != std::string::npos; }

}  // namespace

TEST_CASE("Works are counted by field and by the type of the exemplar's unit once they are submitted") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Counting contest(database);
    const auto an = contest.person("Nguyễn Văn An"), binh = contest.person("Trần Thị Bình");
    const auto a = contest.draft(an, "education", contest.unit("quy-nhon"));
    const auto b = contest.draft(binh, "education", std::nullopt);
    CHECK(contest.count().total == 0);
    contest.submit(an, a);
    contest.submit(binh, b);
    CHECK(contest.count().total == 2);
    CHECK(contest.count().by_field == std::map<std::string, std::int64_t>{{"education", 2}});
    CHECK(contest.count().by_unit_type == std::map<std::string, std::int64_t>{{"district", 1}});
    contest.write(an, [&](auto& tx, auto& context) {
      return entries::withdraw_entry(tx, context, a.id, Revision{a.revision.value + 1});
    });
    CHECK(contest.count().total == 1);
    CHECK(contest.count().by_unit_type.empty());
  }
}

TEST_CASE("The page shows counts only where the rules say so") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Counting contest(database, test::example_rules());
    publishing::CountsCache cache;
    CHECK_FALSE(shows(contest.page(cache, contest.now), "Tác phẩm đã nhận"));
    auto other = test::TestDatabase::sqlite();
    Counting open(other);
    CHECK(shows(open.page(cache, open.now), "Tác phẩm đã nhận"));
    CHECK(shows(open.page(cache, open.now, Lang::en), "Works received so far: 0."));
  }
}

TEST_CASE("A work that arrives is not seen before the next ten minutes begin, in either language") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Counting contest(database);
    publishing::CountsCache cache;
    const Timestamp begin{contest.now.micros - contest.now.micros % minutes(10).micros};
    CHECK(shows(contest.page(cache, begin), "đã nhận 0 tác phẩm"));
    CHECK(contest.made.true_until == begin + minutes(10));
    const auto an = contest.person("Nguyễn Văn An");
    contest.submit(an, contest.draft(an, "education", std::nullopt));
    const Timestamp late = begin + minutes(9);
    CHECK(shows(contest.page(cache, late), "đã nhận 0 tác phẩm"));
    CHECK(shows(contest.page(cache, late, Lang::en), "Works received so far: 0."));
    CHECK(shows(contest.page(cache, begin + minutes(10)), "đã nhận 1 tác phẩm"));
  }
}
