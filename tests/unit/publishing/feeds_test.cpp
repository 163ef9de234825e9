// Feeds against RFC 4287 and JSON Feed 1.1.
#include "publishing/feeds.h"

#include <catch2/catch.hpp>
#include <pugixml.hpp>

#include "publishing/feed_store.h"
#include "unit/results/settling.h"

using namespace guong;
using nlohmann::json;

namespace {

/// A contest whose name would break a feed that does not escape.
json awkward() {
  auto rules = test::example_rules();
  rules["name"]["vi"] = "Gương <sáng> & \"đẹp\"";
  return rules;
}

struct Feeding : test::Settling {
  explicit Feeding(const test::TestDatabase& database) : Settling(database, awkward()) {}
  std::string made(const publishing::PageSource& source) {
    return read([&](store::Reader& reader) { return source.make(reader).body; });
  }
  std::string atom() { return made(publishing::atom_feed("https://thi.test")); }
  json feed() { return json::parse(made(publishing::json_feed("https://thi.test"))); }
  std::string fingerprint() {
    return read([&](store::Reader& reader) { return publishing::feed_fingerprint(reader); });
  }
  void publish_a_result() {
    const auto an = person("Nguyễn Văn An");
    const auto code = entry(an, "Cô giáo xã đảo");
    judge_all({{code, {{"50", "25", "8"}, {"50", "25", "8"}}}});
    settle_and_publish(compute());
  }
};

}  // namespace

TEST_CASE("The Atom feed is well-formed and says what RFC 4287 asks for") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Feeding contest(database);
    contest.publish_a_result();
    pugi::xml_document xml;
    REQUIRE(xml.load_string(contest.atom().c_str()));
    const auto feed = xml.child("feed");
    CHECK(std::string(feed.attribute("xmlns").value()) == "http://www.w3.org/2005/Atom");
    CHECK(std::string(feed.child("id").child_value()) == "https://thi.test/feed.atom");
    int entries = 0;
    std::string before = "9999";
    for (const auto& entry : feed.children("entry")) {
      ++entries;
      for (const char* part : {"id", "title", "updated", "published", "summary"})
        CHECK(std::string(entry.child_value(part)) != "");
      CHECK(std::string(entry.child("author").child_value("name")) == "Tỉnh Bình Định");
      CHECK(entry.child_value("updated") <= before);
      before = entry.child_value("updated");
    }
    CHECK(entries == 2);
    CHECK(std::string(feed.child_value("updated")) == feed.child("entry").child_value("updated"));
    const std::string title = feed.child("entry").child_value("title");
    CHECK(title == "Kết quả: Gương <sáng> & \"đẹp\"");
  }
}

TEST_CASE("The JSON feed has the same items, with ids that stay") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Feeding contest(database);
    const auto before = contest.feed();
    REQUIRE(before["items"].size() == 1);
    CHECK(before["version"] == "https://jsonfeed.org/version/1.1");
    CHECK(before["items"][0]["url"] == "https://thi.test/cuoc-thi/guong-co-quan");
    CHECK(before["items"][0]["date_published"] == to_rfc3339({1'760'000'000'000'000}));
    const auto quiet = contest.fingerprint();
    contest.publish_a_result();
    CHECK(contest.fingerprint() != quiet);
    const auto after = contest.feed();
    REQUIRE(after["items"].size() == 2);
    CHECK(after["items"][0]["id"] == "https://thi.test/cuoc-thi/guong-co-quan/ket-qua#1");
    CHECK(after["items"][1] == before["items"][0]);
  }
}

TEST_CASE("A draft is in no feed") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Feeding contest(database);
    auto hidden = test::example_rules();
    hidden["slug"] = "chua-cong-bo";
    const auto before = contest.atom();
    contest.write(contest.organiser,
                  [&](auto& tx, auto& a) { return contests::create_contest(tx, a, hidden); });
    CHECK(contest.atom() == before);
  }
}
