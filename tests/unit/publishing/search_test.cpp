// What the public search finds, and what it must never find.
#include <catch2/catch.hpp>
#include <pugixml.hpp>

#include "guong/publishing/page_routes.h"
#include "publishing/search_page.h"
#include "unit/results/settling.h"

using namespace guong;
using http::Method;
using results::WorkCursor;
using test::Settling;

namespace {

/// Two works that won and are published, a third whose author does not want that, and one that did not win.
struct Published : Settling {
  explicit Published(const test::TestDatabase& database, bool now_published = true)
      : Settling(database, test::example_rules(), publishing::page_routes()) {
    auto an = person("Nguyễn Văn An"), binh = person("Trần Thị Bình"), chi = person("Lê Thị Chi");
    a = entry(an, "Cô giáo xã đảo");
    b = entry(binh, "Người giữ biển");
    c = entry(chi, "Bác sĩ của bản", false);
    judge_all({{a, {{"50", "25", "8"}, {"50", "25", "8"}}},
               {b, {{"60", "30", "10"}, {"60", "30", "10"}}},
               {c, {{"40", "20", "6"}, {"40", "20", "6"}}}});
    if (now_published) settle_and_publish(compute());
  }
  std::vector<std::string> find(const std::string& text, const WorkCursor& after = {}, int limit = 10) {
    std::vector<std::string> titles;
    results::WorkFilter filter;
    filter.text = text;
    for (const auto& work :
         read([&](store::Reader& reader) { return results::find_published(reader, filter, after, limit); })) {
      titles.push_back(nlohmann::json::parse(work.document).at("title"));
      last = {work.published_at, work.slug};
    }
    return titles;
  }
  std::string a, b, c;
  WorkCursor last;
};

using Titles = std::vector<std::string>;

}  // namespace

TEST_CASE("Published works are found by title, exemplar, author and contest, with or without diacritics") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Published contest(database);
    CHECK(contest.find("Cô giáo") == Titles{"Cô giáo xã đảo"});
    CHECK(contest.find("co giao XA DAO") == Titles{"Cô giáo xã đảo"});
    CHECK(contest.find("binh tran") == Titles{"Người giữ biển"});
    CHECK(contest.find("guong mau nhon chau").size() == 2);
    CHECK(contest.find("người tốt việc tốt").size() == 2);
    CHECK(contest.find("gi bi") == Titles{"Người giữ biển"});
    CHECK(contest.find("khong co gi het").empty());
    CHECK(contest.find("").size() == 2);  // who asks nothing sees all
    CHECK(contest.find("!!!").empty());
  }
}

TEST_CASE("What was not published is not found, before and after publication") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Published contest(database, false);
    for (const char* text : {"Cô giáo", "Bình", "gương"}) CHECK(contest.find(text).empty());
    contest.settle_and_publish(contest.compute());
    for (const char* text : {"bác sĩ", "Lê Thị Chi", "chi"}) CHECK(contest.find(text).empty());
  }
}

TEST_CASE("A work that a later result no longer publishes is not found any more") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Published contest(database);
    const auto next = contest.compute("Một tác phẩm vi phạm");
    contest.join_by_two(next);
    contest.adjust(next, {{true, "second", "", contest.a, std::nullopt}});
    contest.propose(next, "Tác phẩm bị loại");
    contest.approve(contest.head, next);
    contest.publish(next);
    CHECK(contest.find("co giao").empty());
    CHECK(contest.find("nguoi giu bien").size() == 1);
    const auto words = contest.read([](store::Reader& reader) {
      return reader.number(
          "select count(*) from published_work_word w where not exists "
          "(select 1 from published_work p where p.entry_id = w.entry_id)");
    });
    CHECK(words == 0);
  }
}

TEST_CASE("Long lists go on page by page") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Published contest(database);
    auto titles = contest.find("guong", {}, 1);
    REQUIRE(titles.size() == 1);
    const auto rest = contest.find("guong", contest.last, 1);
    REQUIRE(rest.size() == 1);
    CHECK(rest != titles);
    CHECK(contest.find("guong", contest.last, 1).empty());
  }
}

TEST_CASE("Works from before there was a search become findable") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Published contest(database);
    contest.store->write([](store::Tx& tx) {
      tx.exec("delete from published_work_word where word <> $1", {""});
      tx.exec("update published_work set indexed = 0, exemplar_slug = '' where indexed = $1", {1});
    });
    CHECK(contest.find("co giao").empty());
    const auto index = [&](int limit) {
      return contest.store->write([&](store::Tx& tx) { return results::index_published(tx, limit); });
    };
    CHECK(index(1) == 1);
    CHECK(index(9) == 1);
    CHECK(index(9) == 0);
    CHECK(contest.find("co giao").size() == 1);
  }
}

TEST_CASE("Works are narrowed to a field, a year and a contest, and to all of them together") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Published contest(database);
    const auto found = [&](const results::WorkFilter& filter) {
      return contest.read(
          [&](store::Reader& reader) { return results::find_published(reader, filter, {}, 10).size(); });
    };
    const auto work = contest.read(
        [&](store::Reader& reader) { return results::find_published(reader, {}, {}, 1).front(); });
    const auto counted = contest.read([&](store::Reader& reader) { return results::works_by_field(reader); });
    REQUIRE(counted.size() == 1);
    CHECK(counted.front().works == 2);
    results::WorkFilter filter;
    filter.field = counted.front().field;
    filter.contest = work.contest;
    filter.from = work.published_at;
    CHECK(found(filter) == 2);
    filter.text = "giu bien";
    CHECK(found(filter) == 1);
    filter.before = work.published_at;
    CHECK(found(filter) == 0);
    filter = {};
    filter.field = "no-such-field";
    CHECK(found(filter) == 0);
    filter = {};
    filter.contest = ContestId{1};
    CHECK(found(filter) == 0);
    filter = {};
    filter.text = "…";
    CHECK(found(filter) == 0);
  }
}

TEST_CASE("Works are narrowed to the unit or place of their exemplars, and to a prize") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Published contest(database);
    const auto found = [&](const results::WorkFilter& filter) {
      return contest.read(
          [&](store::Reader& reader) { return results::find_published(reader, filter, {}, 10).size(); });
    };
    const auto facets = [&](const char* kind) {
      return contest.read([&](store::Reader& reader) { return results::works_by_facet(reader, kind, 10); });
    };
    REQUIRE(facets("unit").size() == 1);
    CHECK(facets("unit").front().value == "nhon-chau");
    CHECK(facets("unit").front().works == 2);
    REQUIRE(facets("prize").size() == 2);
    results::WorkFilter filter;
    filter.unit = "nhon-chau";
    CHECK(found(filter) == 2);
    filter.prize = facets("prize").front().value;
    CHECK(found(filter) == 1);
    filter = {};
    filter.unit = "khong-co";
    CHECK(found(filter) == 0);
    contest.calls({{"in the form",
                    contest.stranger,
                    Method::get,
                    "/tim-kiem?unit=nhon-chau",
                    nullptr,
                    200,
                    {R"(<option value="nhon-chau" selected="">Nhơn Châu (2)</option>)", "name=\"prize\"",
                     "Người giữ biển"}}});
  }
}

TEST_CASE("A work that is no longer published is counted for no unit and no prize") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Published contest(database);
    const auto next = contest.compute("Một tác phẩm vi phạm");
    contest.join_by_two(next);
    contest.adjust(next, {{true, "second", "", contest.a, std::nullopt}});
    contest.propose(next, "Tác phẩm bị loại");
    contest.approve(contest.head, next);
    contest.publish(next);
    const auto units =
        contest.read([](store::Reader& reader) { return results::works_by_facet(reader, "unit", 10); });
    REQUIRE(units.size() == 1);
    CHECK(units.front().works == 1);
    CHECK(contest.read([](store::Reader& reader) { return results::published_numbers(reader).works; }) == 1);
  }
}

TEST_CASE("The search page asks, answers, and says when there is nothing") {
  const std::string question = "Năm công bố", unlisted = "content=\"noindex\"",
                    none = "Chưa thấy tác phẩm nào với “&lt;script&gt;”", found = "Người giữ biển</a>",
                    in_english = "/en/works/nguoi-giu-bien", words = "?q=gi%E1%BB%AF+bi%E1%BB%83n";
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Published site(database);
    auto& reader = site.stranger;
    site.calls(
        {{"asks", reader, Method::get, "/tim-kiem", nullptr, 200, {question, unlisted}},
         {"answers", reader, Method::get, "/tim-kiem" + words, nullptr, 200, {found}},
         {"in English", reader, Method::get, "/en/search?q=giu+bien", nullptr, 200, {in_english}},
         {"none", reader, Method::get, "/tim-kiem?q=%3Cscript%3E", nullptr, 200, {none}, {"<script>"}}});
  }
}

TEST_CASE("The same name and place are one exemplar, however they are written") {
  using results::exemplar_slug;
  CHECK(exemplar_slug("Nguyễn Thị Hòa", "Nhơn Châu") == "nguyen-thi-hoa--nhon-chau");
  CHECK(exemplar_slug("NGUYỄN THỊ HOÀ ", "nhơn  châu") == exemplar_slug("Nguyễn Thị Hòa", "Nhơn Châu"));
  CHECK(exemplar_slug("A B", "C") != exemplar_slug("A", "B C"));
  CHECK(exemplar_slug("Tổ 5", "") == "to-5");
  CHECK(exemplar_slug("", "Nhơn Châu") == "");
}

TEST_CASE("An exemplar's page lists the published works about them, and the work's page leads there") {
  const std::string exemplar = "/dien-hinh/nguyen-thi-guong-mau--nhon-chau";
  const std::vector<std::string> listed{"<h1>Nguyễn Thị Gương Mẫu</h1>", "Cô giáo xã đảo", "Người giữ biển"},
      of_work{"href=\"" + exemplar + "\"", "property=\"og:type\" content=\"article\"",
              "property=\"og:description\" content=\"Cô giáo ấy đã dạy học"};
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Published site(database);
    auto& reader = site.stranger;
    const auto work = "/tac-pham/" + site.works().front().slug;
    const std::string drawn = "property=\"og:image\" content=\"https://thi.test/hinh" + work + ".png\"";
    site.calls({{"an exemplar", reader, Method::get, exemplar, nullptr, 200, listed, {"Bác sĩ của bản"}},
                {"no exemplar", reader, Method::get, "/dien-hinh/khong-ai", nullptr, 404},
                {"a work", reader, Method::get, work, nullptr, 200, of_work},
                {"its picture for sharing", reader, Method::get, work, nullptr, 200, {drawn}}});
  }
}

TEST_CASE("The map of the site names every public page in both languages and no other") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Published contest(database);
    pugi::xml_document xml;
    REQUIRE(xml.load_string(contest.caller.get(contest.stranger, "/sitemap.xml").text.c_str()));
    std::set<std::string> places;
    for (const auto& url : xml.child("urlset").children("url")) places.insert(url.child_value("loc"));
    CHECK(places.size() == 16);  // home, contest, results, two works, one exemplar
    CHECK(places.contains("https://thi.test/en/contests/guong-co-quan/results"));
    CHECK(places.contains("https://thi.test/dien-hinh/nguyen-thi-guong-mau--nhon-chau"));
    const std::string map = "Sitemap: https://thi.test/sitemap.xml\n";
    contest.calls({{"for robots", contest.stranger, Method::get, "/robots.txt", nullptr, 200, {map}}});
  }
}
