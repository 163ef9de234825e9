// Pages are kept until something that they show has changed: what others changed beside the contest, too.
#include "publishing/page_cache.h"

#include <catch2/catch.hpp>

#include "publishing/contest_pages.h"
#include "publishing/feeds.h"
#include "publishing/rules_text.h"
#include "unit/judging/stage.h"

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

struct Reading : test::Stage {
  explicit Reading(const test::TestDatabase& database) : Stage(database, naming_units()) {}
  std::string slug() {
    return read([&](store::Reader& reader) { return contests::find_contest(reader, contest).slug; });
  }
  std::string contest_page() {
    publishing::CountsCache counts;
    return *cache
                .get(*store, "contest", now,
                     publishing::contest_page(Lang::vi, "https://thi.test", now, slug(), counts))
                ->identity;
  }
  std::string home_page() {
    return *cache.get(*store, "home", now, publishing::home_page(Lang::vi, "https://thi.test", now))
                ->identity;
  }
  std::string feed() {
    return *cache.get(*store, "feed", now, publishing::json_feed("https://thi.test"))->identity;
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

bool shows(const std::string& page, const std::string& text) { return page.find(text) != std::string::npos; }

}  // namespace

TEST_CASE("A unit whose name is corrected is called so at once on every page that names it") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Reading reading(database);
    CHECK(shows(reading.contest_page(), "Tỉnh Bình Định"));
    CHECK(shows(reading.contest_page(), "Thành phố Quy Nhơn"));
    CHECK(shows(reading.contest_page(), "Thị xã An Nhơn"));
    CHECK(shows(reading.home_page(), "Tỉnh Bình Định"));
    CHECK(shows(reading.feed(), "Tỉnh Bình Định"));
    reading.rename("quy-nhon,district,Phường Quy Nhơn,Quy Nhơn,binh-dinh,,,,");
    CHECK(shows(reading.contest_page(), "Phường Quy Nhơn"));
    reading.rename("an-nhon,district,Phường An Nhơn,An Nhơn,binh-dinh,,,,");
    CHECK(shows(reading.contest_page(), "Phường An Nhơn"));
    reading.rename("binh-dinh,province,Tỉnh Gia Lai,Gia Lai,,,,,");
    CHECK(shows(reading.contest_page(), "Tỉnh Gia Lai"));
    CHECK(shows(reading.home_page(), "Tỉnh Gia Lai"));
    CHECK(shows(reading.feed(), "Tỉnh Gia Lai"));
  }
}

TEST_CASE("A page stays as it was made while something else changes") {
  auto database = test::TestDatabase::sqlite();
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

TEST_CASE("A page asks nothing while nothing was committed, and asks when another process says that it did") {
  auto database = test::TestDatabase::sqlite();
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
