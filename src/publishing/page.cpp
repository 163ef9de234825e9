// The frame of every public page, its addresses, and the content policy that allows the one inline style by
// its hash.
#include "publishing/page.h"

#include <nlohmann/json.hpp>

#include "guong/api/answer.h"
#include "guong/base/bytes.h"
#include "guong/base/crypto.h"
#include "guong/base/embedded.h"
#include "publishing/frame.h"

namespace guong::publishing {
namespace {

/// The name below dist/ that the front end's build gave a file; empty when it was not built.
std::string built_file(const std::string& source) {
  static const auto manifest = nlohmann::json::parse(embedded("frontend/dist/manifest.json").value_or("{}"));
  const auto found = manifest.find(source);
  return found == manifest.end() ? "" : found->at("file").get<std::string>();
}

/// The style of the public pages stands in each of them: a phone on a slow network shows the page one round
/// trip sooner. Empty when the front end was not built.
const std::string& style() {
  static const std::string text(
      embedded("frontend/dist/" + built_file("src/styles/public.css")).value_or(""));
  return text;
}

Html script_link(const std::string& name) {
  const auto file = name.empty() ? name : built_file(name);
  return file.empty() ? Html() : element("script", {{"type", "module"}, {"src", "/app/" + file}});
}

Html feed_link(const char* type, const char* path, Lang lang) {
  return element(
      "link",
      {{"rel", "alternate"}, {"type", type}, {"href", path}, {"title", message("publishing.feed", lang)}});
}

/// What is shown where somebody passes the page on.
Html open_graph(const Page& page) {
  const bool vi = page.lang == Lang::vi;
  const std::pair<const char*, std::string> all[] = {
      {"og:title", page.title},
      {"og:description", page.description},
      {"og:type", page.kind},
      {"og:site_name", "Gương"},
      {"og:locale", vi ? "vi_VN" : "en_GB"},
      {"og:url", page.base_url + (vi ? page.path_vi : page.path_en)},
      {"og:image", page.image},
      {"article:published_time", page.published}};
  Html out;
  for (const auto& [property, content] : all)
    if (!content.empty()) out.add(element("meta", {{"property", property}, {"content", content}}));
  return out;
}

/// Allowed by 'self', where a style in the page would need a hash of its own.
Html host_style_link(const Host& host) {
  const auto path = host_style_path(host);
  return path.empty() ? Html() : element("link", {{"rel", "stylesheet"}, {"href", path}});
}

Html head(const Page& page, const Host& host) {
  return element(
      "head",
      {element("meta", {{"charset", "utf-8"}}),
       element("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}}),
       element("title", {Html(page.title + " · Gương")}),
       element("meta", {{"name", "description"}, {"content", page.description}}), open_graph(page),
       page.listed ? Html() : element("meta", {{"name", "robots"}, {"content", "noindex"}}),
       element("link", {{"rel", "alternate"}, {"hreflang", "vi"}, {"href", page.base_url + page.path_vi}}),
       element("link", {{"rel", "alternate"}, {"hreflang", "en"}, {"href", page.base_url + page.path_en}}),
       feed_link("application/atom+xml", "/feed.atom", page.lang),
       feed_link("application/feed+json", "/feed.json", page.lang),
       element("link", {{"rel", "icon"}, {"href", "/app/icon.svg"}, {"type", "image/svg+xml"}}),
       style_element(style()), host_style_link(host), script_link(page.script)});
}

}  // namespace

std::string render(const Page& page, const Host& host) {
  const Html body = element(
      "body",
      {element("a", {{"class", "skip"}, {"href", "#main"}}, {message("publishing.skip", page.lang)}),
       page_top(page, host), element("main", {{"id", "main"}}, {page.content}), page_foot(page, host)});
  return "<!doctype html>\n" +
         element("html", {{"lang", std::string(lang_code(page.lang))}}, {head(page, host), body}).markup() +
         "\n";
}

const std::string& page_policy() {
  static const std::string policy =
      api::content_policy("; style-src 'self' 'sha256-" + to_base64(as_text(sha256(style()))) + "'");
  return policy;
}

std::string home_path(Lang lang) { return lang == Lang::vi ? "/" : "/en"; }
std::string contest_path(Lang lang, std::string_view slug) {
  return (lang == Lang::vi ? "/cuoc-thi/" : "/en/contests/") + std::string(slug);
}
std::string rules_pdf_path(std::string_view slug) { return contest_path(Lang::vi, slug) + "/the-le.pdf"; }
std::string results_path(Lang lang, std::string_view slug) {
  return contest_path(lang, slug) + (lang == Lang::vi ? "/ket-qua" : "/results");
}
std::string work_path(Lang lang, std::string_view slug) {
  return (lang == Lang::vi ? "/tac-pham/" : "/en/works/") + std::string(slug);
}

std::string contests_path(Lang lang) { return lang == Lang::vi ? "/cuoc-thi" : "/en/contests"; }
std::string exemplars_path(Lang lang) { return lang == Lang::vi ? "/dien-hinh" : "/en/exemplars"; }
std::string search_path(Lang lang) { return lang == Lang::vi ? "/tim-kiem" : "/en/search"; }
std::string exemplar_path(Lang lang, std::string_view slug) {
  return (lang == Lang::vi ? "/dien-hinh/" : "/en/exemplars/") + std::string(slug);
}

std::string number_text(std::int64_t number, Lang lang) {
  std::string digits = std::to_string(number);
  for (auto i = static_cast<std::ptrdiff_t>(digits.size()) - 3; i > 0; i -= 3) {
    digits.insert(static_cast<std::size_t>(i), 1, lang == Lang::vi ? '.' : ',');
  }
  return digits;
}

std::string money_text(std::int64_t dong, Lang lang) {
  return number_text(dong, lang) + (lang == Lang::vi ? " đồng" : " VND");
}

std::string unit_type_name(const std::string& type, Lang lang) {
  const std::string key = "publishing.unit_type_" + type;
  return has_message(key) ? message(key, lang) : type;
}

}  // namespace guong::publishing
