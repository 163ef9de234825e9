// The sizes of a published work's own picture: made after publication, for everybody, as long as it is
// published.
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "guong/contests/contest.h"
#include "guong/publishing/page_routes.h"
#include "guong/results/published_cover.h"
#include "guong/works/child_process.h"
#include "publishing/picture_paths.h"
#include "support/temporary_folder.h"
#include "unit/results/settling.h"

using namespace guong;
using namespace guong::publishing;

namespace {

/// A JPEG of 1000 by 600 points.
std::string test_card() {
  const test::TemporaryFolder folder;
  const auto path = folder.path() / "card.jpg";
  works::run_limited({"ffmpeg", "-nostdin", "-v", "error", "-y", "-f", "lavfi", "-i", "testsrc=s=1000x600",
                      "-frames:v", "1", path.string()},
                     {3LL << 30}, -1, path);
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

nlohmann::json rules_with_pictures() {
  auto rules = test::example_rules();
  rules["categories"][0]["files"].push_back({{"purpose", "picture"},
                                             {"name", {{"vi", "Ảnh"}, {"en", "Picture"}}},
                                             {"kinds", {"jpeg"}},
                                             {"min_count", 0},
                                             {"max_count", 3},
                                             {"max_megabytes", 20}});
  return rules;
}

struct Illustrated : test::Settling {
  explicit Illustrated(const test::TestDatabase& database)
      : Settling(database, rules_with_pictures(), page_routes()) {
    auto an = person("Nguyễn Văn An"), binh = person("Trần Thị Bình");
    with_picture = entry(an, "Cô giáo xã đảo", true, test_card());
    without = entry(binh, "Người giữ biển");
    judge_all({{with_picture, {{"50", "25", "8"}, {"50", "25", "8"}}},
               {without, {{"60", "30", "10"}, {"60", "30", "10"}}}});
    settle_and_publish(compute());
  }
  results::PublishedWork work(const std::string& title) {
    for (auto& candidate : works())
      if (nlohmann::json::parse(candidate.document).at("title") == title) return candidate;
    throw std::logic_error("no such work");
  }
  /// Does what waits; gives how many covers that were.
  int run_jobs() {
    const auto jobs = read([](store::Reader& reader) {
      return reader.all("select payload from job where kind = $1", {"make_cover"},
                        [](const store::Row& row) { return row.text(0); });
    });
    const auto handlers = results::result_jobs(caller.services());
    for (const auto& payload : jobs) handlers.at("make_cover")(payload);
    return static_cast<int>(jobs.size());
  }
  void forget_jobs() {
    caller.services().store.write(
        [](store::Tx& tx) { tx.exec("delete from job where kind = 'make_cover'"); });
  }
  void ask_for_old_covers() {
    auto& services = caller.services();
    results::ask_for_old_covers(services.store, {api::Actor{}, now, services.random, services.keys});
  }
  std::string public_contest_slug() {
    return read([&](store::Reader& reader) { return contests::find_contest(reader, contest).slug; });
  }
  std::string exemplar_page(const std::string& slug) {
    return read([&](store::Reader& reader) {
      return "/dien-hinh/" + reader
                                 .all("select exemplar_slug from published_work where slug = $1", {slug},
                                      [](const store::Row& row) { return row.text(0); })
                                 .at(0);
    });
  }
  int status(const std::string& path) { return caller.get(stranger, path).status; }
  std::optional<results::PublishedCover> cover(const std::string& title) {
    const auto entry = work(title).entry;
    const auto covers =
        read([&](store::Reader& reader) { return results::published_covers(reader, {entry}); });
    return covers.empty() ? std::nullopt : std::optional(covers.at(entry));
  }
  std::string with_picture, without;
};

}  // namespace

TEST_CASE("A published picture is made in the sizes that pages show, once") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Illustrated site(database);
    const auto slug = site.work("Cô giáo xã đảo").slug;
    CHECK_FALSE(site.cover("Cô giáo xã đảo"));
    CHECK(site.status(cover_size_path(slug, 400, "webp")) == 404);
    CHECK(site.run_jobs() == 1);
    const auto cover = site.cover("Cô giáo xã đảo");
    REQUIRE(cover);
    CHECK(cover->width == 1000);
    CHECK(cover->height == 600);
    CHECK(results::cover_steps(*cover) == std::vector<int>{400, 800, 1600});
    for (const int width : results::kCoverWidths) {
      const auto webp = site.caller.get(site.stranger, cover_size_path(slug, width, "webp")),
                 jpeg = site.caller.get(site.stranger, cover_size_path(slug, width, "jpg"));
      CHECK(webp.header("Content-Type") == "image/webp");
      CHECK(webp.text.substr(8, 4) == "WEBP");
      CHECK(jpeg.header("Content-Type") == "image/jpeg");
      CHECK(jpeg.text.starts_with("\xff\xd8"));
      CHECK_FALSE(webp.header("ETag").empty());
    }
    for (const char* width : {"0", "16", "401", "0400", "x"})
      CHECK(site.status("/tac-pham/" + slug + "/bia/" + width + ".webp") == 404);
    CHECK(site.run_jobs() == 1);  // once more, as after a crash: nothing is made twice
    CHECK(site.cover("Cô giáo xã đảo")->width == 1000);
  }
}

TEST_CASE("A work without pictures has no sizes, and one that is taken back has them no more") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Illustrated site(database);
    const auto slug = site.work("Cô giáo xã đảo").slug, other = site.work("Người giữ biển").slug;
    site.run_jobs();
    CHECK(site.status(cover_size_path(slug, 400, "webp")) == 200);
    CHECK(site.status(cover_size_path(other, 400, "webp")) == 404);
    const auto next = site.compute("Một tác phẩm vi phạm");
    site.join_by_two(next);
    site.adjust(next, {{true, "second", "", site.with_picture, std::nullopt}});
    site.propose(next, "Tác phẩm bị loại");
    site.approve(site.head, next);
    site.publish(next);
    CHECK(site.status(cover_size_path(slug, 400, "webp")) == 404);
    CHECK(site.status(cover_size_path(slug, 400, "jpg")) == 404);
    CHECK(site.run_jobs() == 1);  // the same job, too late
    CHECK(site.status(cover_size_path(slug, 400, "webp")) == 404);
  }
}

TEST_CASE("A work that an earlier release published gets its sizes too, and is asked for once") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Illustrated site(database);
    site.forget_jobs();
    site.ask_for_old_covers();
    CHECK(site.run_jobs() == 1);  // the work without pictures needs none
    CHECK(site.cover("Cô giáo xã đảo"));
    site.forget_jobs();
    site.ask_for_old_covers();
    CHECK(site.run_jobs() == 0);
  }
}

TEST_CASE(
    "Pages show the drawn cover until the sizes are made, then those, and never the file that was sent") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Illustrated site(database);
    const auto slug = site.work("Cô giáo xã đảo").slug, other = site.work("Người giữ biển").slug;
    const std::string contest = site.public_contest_slug();
    const std::vector<std::string> pages{"/",
                                         "/en",
                                         "/cuoc-thi/" + contest + "/ket-qua",
                                         "/tac-pham/" + slug,
                                         "/tac-pham/" + other,
                                         site.exemplar_page(slug),
                                         "/tim-kiem"};
    for (const auto& path : pages) {
      INFO(path);
      const auto text = site.caller.get(site.stranger, path).text;
      CHECK(text.find("/bia/") == std::string::npos);
      CHECK(text.find("/hinh/tac-pham/" + slug + ".svg") != std::string::npos);
    }
    site.run_jobs();
    for (const auto& path : pages) {
      INFO(path);
      const auto text = site.caller.get(site.stranger, path).text;
      CHECK(text.find("/hinh/tac-pham/" + slug + ".svg") == std::string::npos);
      CHECK(text.find("src=\"" + cover_size_path(slug, 800, "jpg") + "\" width=\"1000\" height=\"600\"") !=
            std::string::npos);
      CHECK(text.find("srcset=\"" + cover_size_path(slug, 400, "webp") + " 400w, " +
                      cover_size_path(slug, 800, "webp") + " 800w, " + cover_size_path(slug, 1600, "webp") +
                      " 1000w\" sizes=\"") != std::string::npos);
      CHECK(text.find("/tep/") == std::string::npos);
    }
    const auto page = site.caller.get(site.stranger, "/tac-pham/" + slug).text;
    CHECK(page.find("content=\"" + site.caller.services().base_url + cover_size_path(slug, 1600, "jpg") +
                    "\"") != std::string::npos);
  }
}
