// The page of a work, the editions of a contest, and what the home page counts.
#include <catch2/catch.hpp>

#include "guong/publishing/page_routes.h"
#include "unit/results/settling.h"

using namespace guong;
using Catch::Contains;

namespace {

/// Two works that are published.
struct Read : test::Settling {
  explicit Read(const test::TestDatabase& database)
      : Settling(database, test::example_rules(), publishing::page_routes()) {
    auto an = person("Nguyễn Văn An"), binh = person("Trần Thị Bình");
    judge_all({{entry(an, "Cô giáo xã đảo"), {{"50", "25", "8"}, {"50", "25", "8"}}},
               {entry(binh, "Người giữ biển"), {{"60", "30", "10"}, {"60", "30", "10"}}}});
    settle_and_publish(compute());
  }
  std::string page(const std::string& path) { return caller.get(stranger, path).text; }
  std::string slug() {
    return read([&](store::Reader& reader) { return contests::find_contest(reader, contest).slug; });
  }
  /// Addresses of the works, in their order.
  std::string first() { return "/tac-pham/" + works().front().slug; }
  std::string last() { return "/tac-pham/" + works().back().slug; }
  /// Another contest of the same host, open.
  void another(const std::string& slug, const std::string& name, const std::string& series = "") {
    auto rules = test::example_rules();
    rules["slug"] = slug;
    rules["name"] = {{"vi", name}};
    if (!series.empty()) rules["series"] = series;
    now = Timestamp{1'760'000'000'000'000};
    const auto id =
        write(organiser, [&](auto& tx, auto& a) { return contests::create_contest(tx, a, rules); });
    organiser.actor.grants.push_back({api::Role::organiser, id, {}});
    write(organiser, [&](auto& tx, auto& a) {
      return contests::open_contest(tx, a, id, contests::find_contest(tx, id).revision);
    });
  }
};

}  // namespace

TEST_CASE("A work leads to the one before and the one after of its contest") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Read site(database);
    const auto first = site.page(site.first()), last = site.page(site.last());
    CHECK_THAT(first, Contains("href=\"" + site.last() + R"(" rel="next")"));
    CHECK_THAT(first, !Contains(R"(rel="prev")"));
    CHECK_THAT(last, Contains("href=\"" + site.first() + R"(" rel="prev")"));
    CHECK_THAT(last, !Contains(R"(rel="next")"));
  }
}

TEST_CASE("Without a script a work can be passed on and read in larger letters; what needs one is hidden") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Read site(database);
    const auto page = site.page(site.first());
    CHECK_THAT(page, Contains(R"(href="#chia-se")"));
    CHECK_THAT(page, Contains(R"(id="chia-se")"));
    CHECK_THAT(page, Contains("mailto:?subject="));
    CHECK_THAT(page, Contains(R"(name="text-size" value="larger")"));
    for (const char* act : {"listen", "print"})
      CHECK_THAT(page, Contains(R"(hidden="" data-act=")" + std::string(act) + '"'));
    CHECK_THAT(page, !Contains("onclick"));
  }
}

TEST_CASE("The home page counts works, exemplars, places and contests, on a map and in a table") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Read site(database);
    const auto home = site.page("/");
    CHECK_THAT(home, Contains("<title>Nhơn Châu: 2 tác phẩm</title>"));
    CHECK_THAT(home, Contains("<title>Quy Nhơn: 0 tác phẩm</title>"));
    CHECK_THAT(home, Contains(R"(<a href="/tim-kiem?unit=nhon-chau">Nhơn Châu</a>)"));
    CHECK_THAT(home, Contains("<b>2</b>tác phẩm đã công bố"));
    CHECK_THAT(home, Contains("<b>1</b>gương điển hình"));
  }
}

TEST_CASE("Editions of a contest lead to each other: of one series, or called alike but for the year") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Read site(database);
    const auto name = site.read(
        [&](store::Reader& reader) { return contests::find_contest(reader, site.contest).name.vi; });
    const auto path = "/cuoc-thi/" + site.slug();
    CHECK_THAT(site.page(path), !Contains("Các kỳ của cuộc thi"));
    site.another("cuoc-thi-khac", "Một cuộc thi khác hẳn");
    CHECK_THAT(site.page(path), !Contains("Các kỳ của cuộc thi"));
    site.another("ky-sau", name + " 2031");
    CHECK_THAT(site.page(path), Contains(R"(<a href="/cuoc-thi/ky-sau">)"));
    CHECK_THAT(site.page(path), !Contains(R"(<a href="/cuoc-thi/cuoc-thi-khac">)"));
    CHECK_THAT(site.page("/cuoc-thi/ky-sau"), Contains("Các kỳ của cuộc thi"));
    site.another("mua-1", "Mùa thứ nhất", "Gương bốn mùa");
    site.another("mua-2", "Mùa thứ hai", "Gương bốn mùa");
    CHECK_THAT(site.page("/cuoc-thi/mua-1"), Contains(R"(<a href="/cuoc-thi/mua-2">)"));
    CHECK_THAT(site.page("/cuoc-thi/mua-1"), !Contains(R"(<a href="/cuoc-thi/ky-sau">)"));
  }
}
