// Addresses of the public pages: finds the language, asks the cache, answers.
#include "guong/publishing/page_routes.h"

#include <charconv>
#include <nlohmann/json.hpp>

#include "guong/api/answer.h"
#include "guong/base/text.h"
#include "guong/contests/contest.h"
#include "guong/results/published.h"
#include "publishing/contest_page.h"
#include "publishing/exemplar_pages.h"
#include "publishing/feeds.h"
#include "publishing/home_page.h"
#include "publishing/host_routes.h"
#include "publishing/host_store.h"
#include "publishing/ledger_routes.h"
#include "publishing/page_answer.h"
#include "publishing/parts.h"
#include "publishing/picture_routes.h"
#include "publishing/results_page.h"
#include "publishing/rules_pdf.h"
#include "publishing/rules_routes.h"
#include "publishing/search_page.h"
#include "publishing/work_page.h"

namespace guong::publishing {
namespace {

using nlohmann::json;

/// Pages in English stand below /en; the address alone says the language, so that every cache keeps them
/// apart.
Lang page_lang(const http::Request& request) {
  const auto& path = request.path;
  return path == "/en" || path.starts_with("/en/") ? Lang::en : Lang::vi;
}

/// What somebody typed into an address; nothing when it is no text at all.
std::string nfc_or_nothing(const std::string& typed) {
  constexpr std::size_t kLongest = 1000;
  return typed.size() <= kLongest && valid_utf8(typed) ? nfc(typed) : "";
}

http::Response get_home(api::ReadCall& call) {
  return page_answer(call, home_page(page_lang(call.request()), call.services().base_url, call.now()));
}
http::Response get_contests_page(api::ReadCall& call) {
  return page_answer(call, contests_page(page_lang(call.request()), call.services().base_url, call.now()));
}
http::Response get_contest_page(api::ReadCall& call) {
  const auto& services = call.services();
  return page_answer(call, contest_page(page_lang(call.request()), services.base_url, call.now(),
                                        call.path_text("slug"), services.store.state().of<CountsCache>()));
}
http::Response get_rules_pdf(api::ReadCall& call) {
  return page_answer(call, rules_pdf(call.services().base_url, call.path_text("slug")));
}
http::Response get_results_page(api::ReadCall& call) {
  return page_answer(
      call, results_page(page_lang(call.request()), call.services().base_url, call.path_text("slug")));
}
http::Response get_work_page(api::ReadCall& call) {
  return page_answer(call,
                     work_page(page_lang(call.request()), call.services().base_url, call.path_text("slug")));
}

http::Response get_atom_feed(api::ReadCall& call) {
  return page_answer(call, atom_feed(call.services().base_url));
}
http::Response get_json_feed(api::ReadCall& call) {
  return page_answer(call, json_feed(call.services().base_url));
}

http::Response get_exemplars_page(api::ReadCall& call) {
  return page_answer(call, exemplars_page(page_lang(call.request()), call.services().base_url));
}
http::Response get_exemplar_page(api::ReadCall& call) {
  return page_answer(
      call, exemplar_page(page_lang(call.request()), call.services().base_url, call.path_text("slug")));
}
http::Response get_sitemap(api::ReadCall& call) {
  return page_answer(call, sitemap(call.services().base_url));
}

/// A link that was cut short begins at the beginning.
results::WorkCursor search_begin(const http::Request& request) {
  try {
    return api::read_cursor<results::WorkCursor>(request.query_value("cursor").value_or(""));
  } catch (const Error&) {
    return {};
  }
}

http::Response get_search_page(api::ReadCall& call) {
  const auto& request = call.request();
  const auto asked = [&](const char* name) { return nfc_or_nothing(request.query_value(name).value_or("")); };
  const Search search{asked("q"),    asked("field"),   asked("unit"),        asked("prize"),
                      asked("year"), asked("contest"), search_begin(request)};
  http::Response answer;
  answer.body = call.read([&](store::Reader& reader) {
    return search_page(reader, page_lang(call.request()), call.services().base_url, search);
  });
  return std::move(answer.set("Content-Type", "text/html; charset=utf-8")
                       .set("Cache-Control", "no-cache")
                       .set("Content-Security-Policy", page_policy()));
}

http::Response get_robots(api::ReadCall& call) {
  http::Response answer;
  answer.body = robots_text(call.services().base_url);
  return std::move(
      answer.set("Content-Type", "text/plain; charset=utf-8").set("Cache-Control", "public, max-age=3600"));
}

http::Response get_work_file(api::ReadCall& call) {
  const std::string& text = call.path_text("position");
  int position = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), position);
  if (error != std::errc() || end != text.data() + text.size()) throw Error::not_found();
  return call.read([&](store::Reader& reader) {
    return results::published_file(reader, call.blobs(), call.request(), call.path_text("slug"), position);
  });
}

http::Response get_work(api::ReadCall& call) {
  const auto work = call.read(
      [&](store::Reader& reader) { return results::published_work(reader, call.path_text("slug")); });
  if (!work) throw Error::not_found();
  http::Response answer;
  answer.body = work->document;
  return std::move(answer.set("Content-Type", "application/json").set("Cache-Control", "public, max-age=60"));
}

struct SlugCursor {
  std::string slug;
  static auto parts(auto& cursor) { return std::tie(cursor.slug); }
};

http::Response get_works(api::ReadCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto works_after = [&](const SlugCursor& after, int limit) {
    return call.read([&](store::Reader& reader) {
      contests::find_contest(reader, contest);
      return results::published_works(reader, contest, after.slug, limit);
    });
  };
  const auto page = api::page_after(call.cursor<SlugCursor>(), call.limit(), works_after,
                                    [](const results::PublishedWork& work) { return SlugCursor{work.slug}; });
  std::vector<json> items;
  for (const auto& work : page.lines) {
    const json document = json::parse(work.document);
    items.push_back({{"slug", work.slug},
                     {"title", document.at("title")},
                     {"authors", document.at("authors")},
                     {"prizes", document.at("prizes")},
                     {"published_at", to_rfc3339(work.published_at)}});
  }
  return api::list_answer(std::move(items), page.next);
}

}  // namespace

http::Response no_page(const api::Services& services, const http::Request& request) {
  const Lang lang = page_lang(request);
  const std::string title = message("publishing.not_found_title", lang);
  const Html way = element("p", {element("a", {{"class", "button"}, {"href", contests_path(lang)}},
                                         {message("publishing.contests", lang)})});
  Page page{lang,
            title,
            "",
            home_path(Lang::vi),
            home_path(Lang::en),
            services.base_url,
            Section::none,
            in_page(element("div", {{"class", "empty"}},
                            {empty_mirror(), element("h1", {title}),
                             element("p", {message("publishing.not_found", lang)}), way}))};
  page.listed = false;
  http::Response answer;
  answer.status = 404;
  answer.body = render(page, known_host(services.store));
  return std::move(
      answer.set("Content-Type", "text/html; charset=utf-8").set("Content-Security-Policy", page_policy()));
}

const std::vector<api::Route>& page_routes() {
  using api::get;
  using api::kAnyone;
  static const std::vector<api::Route> routes = [] {
    std::vector<api::Route> all{
        get("/", "page:home", kAnyone, get_home),
        get("/en", "page:home-en", kAnyone, get_home),
        get("/cuoc-thi", "page:contests", kAnyone, get_contests_page),
        get("/en/contests", "page:contests-en", kAnyone, get_contests_page),
        get("/cuoc-thi/{slug}", "page:contest", kAnyone, get_contest_page),
        get("/en/contests/{slug}", "page:contest-en", kAnyone, get_contest_page),
        api::heavy(api::slow_get("/cuoc-thi/{slug}/the-le.pdf", "page:rules-pdf", kAnyone, get_rules_pdf)),
        get("/cuoc-thi/{slug}/ket-qua", "page:results", kAnyone, get_results_page),
        get("/en/contests/{slug}/results", "page:results-en", kAnyone, get_results_page),
        get("/tac-pham/{slug}", "page:work", kAnyone, get_work_page),
        get("/en/works/{slug}", "page:work-en", kAnyone, get_work_page),
        api::slow_get("/tac-pham/{slug}/tep/{position}", "page:work-file", kAnyone, get_work_file),
        get("/dien-hinh", "page:exemplars", kAnyone, get_exemplars_page),
        get("/en/exemplars", "page:exemplars-en", kAnyone, get_exemplars_page),
        get("/dien-hinh/{slug}", "page:exemplar", kAnyone, get_exemplar_page),
        get("/en/exemplars/{slug}", "page:exemplar-en", kAnyone, get_exemplar_page),
        api::slow_get("/tim-kiem", "page:search", kAnyone, get_search_page),
        api::slow_get("/en/search", "page:search-en", kAnyone, get_search_page),
        get("/robots.txt", "page:robots", kAnyone, get_robots),
        get("/sitemap.xml", "page:sitemap", kAnyone, get_sitemap),
        get("/feed.atom", "page:feed-atom", kAnyone, get_atom_feed),
        get("/feed.json", "page:feed-json", kAnyone, get_json_feed),
        get("/api/contests/{contest}/works", "listPublishedWorks", kAnyone, get_works),
        get("/api/works/{slug}", "getPublishedWork", kAnyone, get_work),
    };
    const auto rules = rules_routes();
    all.insert(all.end(), rules.begin(), rules.end());
    const auto host = host_routes();
    all.insert(all.end(), host.begin(), host.end());
    const auto pictures = picture_routes();
    all.insert(all.end(), pictures.begin(), pictures.end());
    const auto ledger = ledger_routes();
    all.insert(all.end(), ledger.begin(), ledger.end());
    return all;
  }();
  return routes;
}

}  // namespace guong::publishing
