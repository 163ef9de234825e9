// Drawn pictures over HTTP: of what is public, and of nothing else.
#include <catch2/catch.hpp>
#include <set>

#include "guong/pictures/cover.h"
#include "guong/pictures/medal.h"
#include "guong/pictures/portrait.h"
#include "guong/publishing/page_routes.h"
#include "publishing/picture_paths.h"
#include "unit/results/settling.h"

using namespace guong;
using namespace guong::publishing;
using http::Method;

namespace {

/// Two works about health and one that did not win, published or about to be.
struct Drawn : test::Settling {
  explicit Drawn(const test::TestDatabase& database)
      : Settling(database, test::example_rules(), page_routes()) {
    auto an = person("Nguyễn Văn An"), binh = person("Trần Thị Bình");
    a = entry(an, "Cô giáo xã đảo");
    b = entry(binh, "Người giữ biển");
    judge_all({{a, {{"50", "25", "8"}, {"50", "25", "8"}}}, {b, {{"60", "30", "10"}, {"60", "30", "10"}}}});
  }
  std::string contest_slug() {
    return read([&](store::Reader& reader) { return contests::find_contest(reader, contest).slug; });
  }
  /// The address that the work was given when it was published.
  std::string slug_of(const std::string& title) {
    for (const auto& work : works())
      if (nlohmann::json::parse(work.document).at("title") == title) return work.slug;
    return "not-published";
  }
  std::string field() {
    return read(
        [&](store::Reader& reader) { return contests::contest_rules(reader, contest)->fields.front().id; });
  }
  std::string contest_name() {
    return read([&](store::Reader& reader) { return contests::find_contest(reader, contest).name.vi; });
  }
  test::Answer get(const std::string& path) { return caller.get(stranger, path); }
  /// The address answers as one that leads nowhere, letter for letter.
  void check_nothing(const std::string& path) {
    const auto answer = get(path), nowhere = get("/hinh/tac-pham/khong-co.svg");
    INFO(path);
    CHECK(answer.status == 404);
    CHECK(answer.text == nowhere.text);
    CHECK(answer.headers == nowhere.headers);
  }
  std::string a, b;
  const std::string exemplar = "nguyen-thi-guong-mau--nhon-chau";
};

}  // namespace

TEST_CASE("A published work, its exemplar, its contest and the first ranks have pictures") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Drawn site(database);
    site.settle_and_publish(site.compute());
    CHECK(site.get(work_cover_path(site.slug_of("Cô giáo xã đảo"))).text ==
          pictures::cover_svg(site.field(), "Cô giáo xã đảo"));
    CHECK(site.get(contest_cover_path(site.contest_slug())).text ==
          pictures::cover_svg(site.field(), site.contest_name()));
    CHECK(site.get(portrait_path(site.exemplar)).text == pictures::portrait_svg(site.field(), site.exemplar));
    CHECK(site.get(medal_path(1)).text == pictures::medal_svg(1));
    for (const char* rank : {"0", "4", "01", "-1", "nhat"})
      site.check_nothing("/hinh/huy-chuong/" + std::string(rank) + ".svg");
  }
}

TEST_CASE("What is not published has no picture, and nobody can tell it from what is not there") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Drawn site(database);
    for (const auto& path : {work_cover_path("co-giao-xa-dao"), work_cover_path("nguoi-giu-bien"),
                             portrait_path(site.exemplar), contest_cover_path("khong-co")})
      site.check_nothing(path);
    site.settle_and_publish(site.compute());
    CHECK(site.get(portrait_path(site.exemplar)).status == 200);
  }
}

TEST_CASE("A work that a later result no longer publishes loses its picture") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Drawn site(database);
    site.settle_and_publish(site.compute());
    const auto withdrawn = work_cover_path(site.slug_of("Cô giáo xã đảo")),
               kept = work_cover_path(site.slug_of("Người giữ biển"));
    CHECK(site.get(withdrawn).status == 200);
    const auto next = site.compute("Một tác phẩm vi phạm");
    site.join_by_two(next);
    site.adjust(next, {{true, "second", "", site.a, std::nullopt}});
    site.propose(next, "Tác phẩm bị loại");
    site.approve(site.head, next);
    site.publish(next);
    site.check_nothing(withdrawn);
    CHECK(site.get(kept).status == 200);
  }
}

TEST_CASE("A contest that is still a draft has no cover") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Drawn site(database);
    site.store->write([&](store::Tx& tx) {
      tx.exec("update contest set state = 'draft', revision = revision + 1 where id = $1", {site.contest});
    });
    site.check_nothing(contest_cover_path(site.contest_slug()));
  }
}

TEST_CASE("A picture is kept like a page, with a mark to ask by, and runs no script") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Drawn site(database);
    const auto path = contest_cover_path(site.contest_slug());
    const auto first = site.get(path);
    CHECK(first.header("Content-Type") == "image/svg+xml");
    CHECK(first.header("Cache-Control") == "public, max-age=3600");
    CHECK(first.header("Content-Security-Policy").find("unsafe-inline") == std::string::npos);
    const auto again = site.caller.send(site.stranger, Method::get, path, nullptr,
                                        {{"if-none-match", first.header("ETag")}});
    CHECK(again.status == 304);
    const auto small =
        site.caller.send(site.stranger, Method::get, path, nullptr, {{"accept-encoding", "br"}});
    CHECK(small.header("Content-Encoding") == "br");
    CHECK(small.text.size() < 5000);
  }
}

TEST_CASE("Every public page names a picture for sharing that is there, and that shows its title") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Drawn site(database);
    site.settle_and_publish(site.compute());
    const auto contest = "/cuoc-thi/" + site.contest_slug(),
               work = "/tac-pham/" + site.slug_of("Cô giáo xã đảo");
    const std::pair<std::string, std::string> pages[] = {
        {"/", home_share_path()},
        {"/en", home_share_path()},
        {contest, contest_share_path(site.contest_slug())},
        {contest + "/ket-qua", "/hinh" + contest + ".png"},
        {work, "/hinh" + work + ".png"},
        {"/dien-hinh/" + site.exemplar, exemplar_share_path(site.exemplar)}};
    std::set<std::string> different;
    for (const auto& [page, picture] : pages) {
      INFO(page << " " << picture);
      CHECK_THAT(site.get(page).text,
                 Catch::Contains("property=\"og:image\" content=\"https://thi.test" + picture));
      const auto answer = site.get(picture);
      CHECK(answer.status == 200);
      CHECK(answer.header("Content-Type") == "image/png");
      CHECK(answer.text.starts_with("\x89PNG"));
      different.insert(answer.text);
    }
    CHECK(different.size() == 4);
    CHECK(site.get(work_share_path(site.slug_of("Cô giáo xã đảo"))).text ==
          pictures::share_png(site.field(), "Cô giáo xã đảo"));
  }
}

TEST_CASE("What is not published has no picture for sharing either") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Drawn site(database);
    for (const auto& path : {work_share_path("co-giao-xa-dao"), exemplar_share_path(site.exemplar),
                             contest_share_path("khong-co")})
      site.check_nothing(path);
  }
}
