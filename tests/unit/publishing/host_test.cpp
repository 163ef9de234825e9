// Whose installation it is: every public page shows it, and no colour is taken that could not be read.
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "guong/pictures/cover.h"
#include "guong/pictures/tone.h"
#include "guong/publishing/page_routes.h"
#include "publishing/host_look.h"
#include "publishing/host_store.h"
#include "support/api_scenario.h"
#include "unit/results/settling.h"

using namespace guong;
using namespace guong::publishing;
using http::Method;
using nlohmann::json;

namespace {

const json kOffice = {{"name", "Ban Tuyên giáo và Dân vận Tỉnh ủy Gia Lai"},
                      {"address", "Số 2 đường Hoa Mai, phường Quy Nhơn"},
                      {"phone", "0256 000 0001"},
                      {"email", "bantuyengiao@vidu.vn"},
                      {"theme", "sea"},
                      {"portraits", "drawn"}};

json with(const json& more) {
  json out = kOffice;
  out.update(more);
  return out;
}

struct Site : test::Settling {
  explicit Site(const test::TestDatabase& database)
      : Settling(database, test::example_rules(), page_routes()) {
    auto an = person("Nguyễn Văn An");
    work = entry(an, "Cô giáo xã đảo");
    judge_all({{work, {{"50", "25", "8"}, {"50", "25", "8"}}}});
    settle_and_publish(compute());
    administrator = person("Quản Trị");
    administrator.actor.grants.push_back({api::Role::administrator, {}, {}});
  }
  Host host() { return read(find_host); }
  std::string contest_slug() {
    return read([&](store::Reader& reader) { return contests::find_contest(reader, contest).slug; });
  }
  std::vector<std::string> pages() {
    const std::string contest_page = "/cuoc-thi/" + contest_slug();
    return {"/",
            "/en",
            "/cuoc-thi",
            contest_page,
            contest_page + "/ket-qua",
            "/tac-pham/" + works().front().slug,
            "/dien-hinh",
            "/dien-hinh/nguyen-thi-guong-mau--nhon-chau",
            "/tim-kiem",
            "/tac-pham/khong-co"};
  }
  test::Answer change(const json& body) {
    return caller.send(administrator, Method::put, "/api/host", body, test::seen(host().revision));
  }
  test::Answer get(const std::string& path) { return caller.get(stranger, path); }
  test::Answer put_emblem(const std::string& bytes) {
    return caller.send(administrator, Method::put, "/api/host/emblem", {{"picture", to_base64(bytes)}});
  }
  test::Player administrator;
  std::string work;
};

std::string tokens_css() {
  std::ifstream in(std::string(GUONG_SOURCE_DIR) + "/frontend/src/styles/tokens.css");
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("Every public page shows whose it is, from the next look on") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Site site(database);
    for (const auto& path : site.pages()) CHECK_THAT(site.get(path).text, !Catch::Contains("Dân vận"));
    REQUIRE(site.change(kOffice).status == 200);
    for (const auto& path : site.pages()) {
      INFO(path);
      const auto page = site.get(path).text;
      for (const char* told : {"Ban Tuyên giáo và Dân vận Tỉnh ủy Gia Lai", "Số 2 đường Hoa Mai",
                               "href=\"tel:02560000001\"", "href=\"mailto:bantuyengiao@vidu.vn\""})
        CHECK_THAT(page, Catch::Contains(told));
    }
  }
}

TEST_CASE("A theme stands in a style of its own, which the pages' policy allows") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Site site(database);
    CHECK_THAT(site.get("/").text, !Catch::Contains("rel=\"stylesheet\""));
    for (const auto& theme : {with({{"theme", "son"}}), with({{"theme", "cham"}}),
                              with({{"theme", "own"}, {"colour", "#1A5E63"}})}) {
      REQUIRE(site.change(theme).status == 200);
      const auto style = host_style_path(site.host());
      for (const auto& path : site.pages()) {
        INFO(path);
        const auto page = site.get(path);
        CHECK_THAT(page.text, Catch::Contains("<link rel=\"stylesheet\" href=\"" + style + "\">"));
        CHECK_THAT(page.header("Content-Security-Policy"), Catch::Contains("style-src 'self'"));
        CHECK_THAT(page.text, !Catch::Contains("style=\""));
      }
      const auto answer = site.get(style);
      CHECK(answer.header("Content-Type") == "text/css; charset=utf-8");
      CHECK_THAT(answer.text, Catch::Contains("--brand:light-dark(#"));
      CHECK(site.get("/giao-dien/moi-nhat.css").text == answer.text);
    }
    CHECK_THAT(site.get("/giao-dien/moi-nhat.css").text, Catch::Contains("light-dark(#1a5e63"));
    CHECK(site.get("/giao-dien/999.css").status == 404);
  }
}

TEST_CASE("A colour that text cannot be read in is refused, with one that can") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Site site(database);
    const auto refused = site.change(with({{"theme", "own"}, {"colour", "#ffcc00"}}));
    CHECK(refused.status == 422);
    CHECK_THAT(refused.text, Catch::Contains(test::fault("/colour", "publishing.colour_too_light")));
    const std::string detail = refused.json().at("faults").at(0).at("detail");
    CHECK_THAT(detail, Catch::Contains("Hãy chọn màu đậm hơn, ví dụ #"));
    const auto better = detail.substr(detail.rfind('#'), 7);
    CHECK(site.change(with({{"theme", "own"}, {"colour", better}})).status == 200);
    CHECK(site.host().colour == better);
  }
}

TEST_CASE("Whatever colour a host is allowed keeps the contrast of every pair, light and dark") {
  int allowed = 0;
  for (int red = 0; red < 256; red += 51)
    for (int green = 0; green < 256; green += 51)
      for (int blue = 0; blue < 256; blue += 51) {
        Host host;
        host.theme = "own";
        host.colour = "#" + to_hex(std::string{static_cast<char>(red), static_cast<char>(green),
                                               static_cast<char>(blue)});
        if (!colour_faults(host).empty()) continue;
        ++allowed;
        for (const auto& [text, ground] : colour_pairs(host)) {
          INFO(host.colour << ": " << text << " on " << ground);
          CHECK(pictures::contrast(text, ground) >= kLeastContrast);
        }
      }
  CHECK(allowed > 50);
}

TEST_CASE("The ready themes keep their contrast, on the grounds that the design has") {
  for (const char* theme : {"sea", "son", "cham"}) {
    Host host;
    host.theme = theme;
    for (const auto& [text, ground] : colour_pairs(host)) {
      INFO(theme << ": " << text << " on " << ground);
      CHECK(pictures::contrast(text, ground) >= kLeastContrast);
    }
  }
  const std::string css = tokens_css();
  for (const char* line : {"--paper: light-dark(oklch(0.984 0.007 85), oklch(0.178 0.009 55));",
                           "--surface: light-dark(oklch(1 0 0), oklch(0.218 0.01 55));",
                           "--sunken: light-dark(oklch(0.958 0.011 85), oklch(0.15 0.008 55));",
                           "--brand: light-dark(oklch(0.435 0.08 208), oklch(0.77 0.078 202));"})
    CHECK_THAT(css, Catch::Contains(line));
}

TEST_CASE("An emblem is made small and shown on every page; what is no picture is refused") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Site site(database);
    const auto big = pictures::share_png("health", "Biểu trưng");
    const auto answer = site.put_emblem(big);
    REQUIRE(answer.status == 200);
    const std::string path = answer.json().at("emblem");
    for (const auto& page : site.pages())
      CHECK_THAT(site.get(page).text, Catch::Contains("src=\"" + path + "\""));
    const auto picture = site.get(path);
    CHECK(picture.status == 200);
    CHECK(picture.header("Content-Type") == "image/webp");
    CHECK(picture.text.size() < big.size());
    CHECK(site.get("/hinh/bieu-trung/0123456789abcdef.webp").status == 404);

    CHECK_THAT(site.put_emblem("<svg onload='alert(1)'/>").text,
               Catch::Contains(test::fault("/picture", "publishing.emblem_no_picture")));
    CHECK_THAT(site.put_emblem(std::string((1 << 20) + 1, 'x')).text,
               Catch::Contains(test::fault("/picture", "publishing.emblem_too_heavy")));
    CHECK(emblem_path(site.host()) == path);
    CHECK(site.caller.send(site.administrator, Method::del, "/api/host/emblem").status == 200);
    CHECK(site.get(path).status == 404);
    CHECK_THAT(site.get("/").text, !Catch::Contains("bieu-trung"));
  }
}

TEST_CASE("Portraits are drawn, or initials where the host wants these") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Site site(database);
    const std::vector<std::string> with_people{"/", "/cuoc-thi/" + site.contest_slug() + "/ket-qua",
                                               "/tac-pham/" + site.works().front().slug, "/dien-hinh",
                                               "/dien-hinh/nguyen-thi-guong-mau--nhon-chau"};
    for (const auto& path : with_people) {
      INFO(path);
      CHECK_THAT(site.get(path).text, Catch::Contains("/hinh/dien-hinh/"));
    }
    REQUIRE(site.change(with({{"portraits", "initials"}})).status == 200);
    for (const auto& path : with_people) {
      INFO(path);
      const auto page = site.get(path).text;
      CHECK_THAT(page, !Catch::Contains("src=\"/hinh/dien-hinh/"));
      CHECK_THAT(page, Catch::Contains(">NM</text>"));
    }
  }
}

TEST_CASE("Only the administrator changes the host, and not over somebody else's change") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Site site(database);
    const auto seen = test::seen(site.host().revision);
    check(site.caller,
          {{"a stranger", site.stranger, Method::put, "/api/host", kOffice, 401, {}, {}, seen},
           {"the organiser", site.organiser, Method::put, "/api/host", kOffice, 403, {}, {}, seen},
           {"the administrator", site.administrator, Method::put, "/api/host", kOffice, 200, {}, {}, seen},
           {"again, from the old page",
            site.administrator,
            Method::put,
            "/api/host",
            kOffice,
            412,
            {},
            {},
            seen},
           {"anybody reads it", site.stranger, Method::get, "/api/host", nullptr, 200, {"Dân vận"}},
           {"no address of a letter",
            site.administrator,
            Method::put,
            "/api/host",
            with({{"email", "ai đó"}}),
            422,
            {test::fault("/email", "publishing.not_an_email")},
            {},
            test::seen(site.host().revision)},
           {"a theme that there is not",
            site.administrator,
            Method::put,
            "/api/host",
            with({{"theme", "hong"}}),
            422,
            {"/theme"},
            {},
            test::seen(site.host().revision)}});
    const auto last = site.read([](store::Reader& reader) {
      return reader.one("select record from ledger_record order by seq desc limit 1", {},
                        [](const store::Row& row) { return row.text(0); });
    });
    CHECK_THAT(last.value(), Catch::Contains("installation.host_changed"));
  }
}
