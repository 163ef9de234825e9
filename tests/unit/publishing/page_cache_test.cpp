// Pages are kept until something that they show has changed: what others changed beside the contest, too.
#include "publishing/page_cache.h"

#include <catch2/catch.hpp>

#include "guong/publishing/page_routes.h"
#include "publishing/rules_text.h"
#include "unit/judging/board.h"

using namespace guong;
using nlohmann::json;

namespace {

/// A rule book that names a unit in every way: as host, as excluded and as the one that receives works.
json naming_units() {
  auto rules = test::example_rules();
  rules["eligibility"]["excluded_units"] = {"quy-nhon"};
  rules["categories"][0]["receiving_unit"] = "an-nhon";
  return rules;
}

struct Reading : test::Board {
  explicit Reading(const test::TestDatabase& database)
      : Board(database, naming_units(), publishing::page_routes()) {}
  std::string slug() {
    return read([&](store::Reader& reader) { return contests::find_contest(reader, contest).slug; });
  }
  /// Every page that names the unit says so.
  void check_named(const std::vector<std::string>& pages, const std::string& name) {
    for (const auto& page : pages) calls({{page, stranger, http::Method::get, page, nullptr, 200, {name}}});
  }
  /// A correction: the code stays.
  void rename(const std::string& line) {
    store->write([&](store::Tx& tx) {
      units::import_units(
          tx, context(organiser),
          "code,type,name,short_name,parent_code,valid_from,valid_to,successor_code,successor_kind\n" + line +
              "\n");
    });
  }
  publishing::PageCache cache;
};

}  // namespace

TEST_CASE("A unit whose name is corrected is called so at once on every page that names it") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Reading reading(database);
    const auto contest = "/cuoc-thi/" + reading.slug();
    const std::vector<std::string> all{contest, "/", "/feed.json"};
    reading.check_named(all, "Tỉnh Bình Định");
    reading.check_named({contest}, "Thành phố Quy Nhơn");
    reading.check_named({contest}, "Thị xã An Nhơn");
    reading.rename("quy-nhon,district,Phường Quy Nhơn,Quy Nhơn,binh-dinh,,,,");
    reading.check_named({contest}, "Phường Quy Nhơn");
    reading.rename("an-nhon,district,Phường An Nhơn,An Nhơn,binh-dinh,,,,");
    reading.check_named({contest}, "Phường An Nhơn");
    reading.rename("binh-dinh,province,Tỉnh Gia Lai,Gia Lai,,,,,");
    reading.check_named(all, "Tỉnh Gia Lai");
  }
}

TEST_CASE("A page stays as it was made while something else changes") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Reading reading(database);
    int made = 0;
    const publishing::PageSource source{
        [&](store::Reader& reader) { return publishing::rules_fingerprint(reader, reading.slug()); },
        [&](store::Reader&) {
          return publishing::RenderedPage{"page " + std::to_string(++made), reading.now + days(1)};
        }};
    reading.cache.get(*reading.store, "page", reading.now, source);
    reading.person("Người Mới");
    CHECK(*reading.cache.get(*reading.store, "page", reading.now, source)->identity == "page 1");
    reading.rename("quy-nhon,district,Phường Quy Nhơn,Quy Nhơn,binh-dinh,,,,");
    CHECK(*reading.cache.get(*reading.store, "page", reading.now, source)->identity == "page 2");
  }
}

TEST_CASE("A page asks nothing while nothing was committed, and asks when another process says that it did") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Reading reading(database);
    int asked = 0;
    const publishing::PageSource source{[&](store::Reader&) {
                                          ++asked;
                                          return std::string("the same");
                                        },
                                        [&](store::Reader&) {
                                          return publishing::RenderedPage{"page", reading.now + days(1)};
                                        }};
    const auto get = [&] { reading.cache.get(*reading.store, "page", reading.now, source); };
    get();
    get();
    CHECK(asked == 1);
    reading.store->changes().note();
    get();
    CHECK(asked == 2);
  }
}

namespace {

/// A page that tells the how manieth it is, and counts how often it was asked about.
struct CountedPage {
  explicit CountedPage(const test::TestDatabase& database) : store(database.open()) {}
  std::string at(Timestamp now, const std::string& key = "page") {
    const publishing::PageSource source{[&](store::Reader&) {
                                          ++asked;
                                          return std::string("the same");
                                        },
                                        [&](store::Reader&) {
                                          return publishing::RenderedPage{std::to_string(++made), true_until};
                                        }};
    return *cache.get(*store, key, now, source)->identity;
  }
  std::unique_ptr<store::Store> store;
  publishing::PageCache cache;
  Timestamp start{1'780'000'000'000'000}, true_until = start + days(1);
  int asked = 0, made = 0;
};

}  // namespace

TEST_CASE("What another process wrote is seen after two seconds, though this one has written nothing") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    CountedPage page(database);
    page.at(page.start);
    page.at(page.start + seconds(2) - Duration{1});
    CHECK(page.asked == 1);
    page.at(page.start + seconds(2));
    CHECK(page.asked == 2);
  }
}

TEST_CASE("A page that the clock has overtaken is made anew, though nothing was written") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    CountedPage page(database);
    page.true_until = page.start + seconds(1);
    CHECK(page.at(page.start) == "1");
    CHECK(page.at(page.true_until - Duration{1}) == "1");
    CHECK(page.at(page.true_until) == "2");
  }
}

TEST_CASE("Above the most pages that are kept the one goes that was looked after longest ago") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    CountedPage page(database);
    for (int i = 0; i < 4096; ++i) page.at(page.start + Duration{i}, "/" + std::to_string(i));
    CHECK(page.at(page.start + Duration{4096}, "/one-more") == "4097");
    CHECK(page.at(page.start + Duration{4096}, "/1") == "2");
    CHECK(page.at(page.start + Duration{4096}, "/0") == "4098");
  }
}

TEST_CASE("Whoever asks for thousands of addresses where nothing is drives no page out") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    CountedPage page(database);
    CHECK(page.at(page.start) == "1");
    const publishing::PageSource nothing{[](store::Reader&) { return std::string(); },
                                         [&](store::Reader&) {
                                           return publishing::RenderedPage{"", page.true_until};
                                         }};
    for (int i = 0; i < 5000; ++i) page.cache.get(*page.store, "/" + std::to_string(i), page.start, nothing);
    CHECK(page.at(page.start) == "1");
  }
}
