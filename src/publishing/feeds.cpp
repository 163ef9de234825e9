// One list of items, written in two forms. Ids and dates come from the data, never from the clock: a feed
// that has nothing new stays the same, byte for byte.
#include "publishing/feeds.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "guong/contests/contest.h"
#include "publishing/feed_store.h"
#include "publishing/html.h"
#include "publishing/page.h"

namespace guong::publishing {
namespace {

using nlohmann::json;

constexpr int kItems = 50;
constexpr Timestamp kForEver{INT64_MAX};
constexpr Lang kLang = Lang::vi;

struct Item {
  std::string id, url, title, summary, author;
  Timestamp published, updated;
};

Item contest_item(const std::string& base, const FeedContest& c, const std::string& zone) {
  const std::string url = base + contest_path(kLang, c.slug);
  const auto time = [&](Timestamp t) { return to_local_text(t, zone); };
  return {
      url,
      url,
      c.name.in(kLang),
      message("publishing.feed_contest", kLang, {{"opens", time(c.opens)}, {"deadline", time(c.deadline)}}),
      c.host_unit,
      c.opened_at,
      std::max(c.opened_at, c.rules_at)};
}

Item result_item(const std::string& base, const FeedResult& r, const std::string& zone) {
  const std::string url = base + results_path(kLang, r.slug);
  const Params decision{{"number", r.decision_number}, {"time", to_local_text(r.published_at, zone)}};
  std::string summary = message("publishing.decision", kLang, decision);
  if (r.superseded) summary += " " + message("publishing.superseded", kLang);
  return {url + "#" + std::to_string(r.number),
          url,
          message("publishing.feed_result", kLang, {{"contest", r.name.in(kLang)}}),
          std::move(summary),
          r.host_unit,
          r.published_at,
          r.published_at};
}

/// The newest first.
std::vector<Item> items_of(store::Reader& reader, const std::string& base) {
  std::vector<Item> out;
  const auto zone = [&](ContestId contest) {
    return contests::contest_rules(reader, contest)->calendar.zone;
  };
  for (const auto& contest : feed_contests(reader, kItems))
    out.push_back(contest_item(base, contest, zone(contest.id)));
  for (const auto& result : feed_results(reader, kItems))
    out.push_back(result_item(base, result, zone(result.contest)));
  std::ranges::sort(out, [](const Item& a, const Item& b) {
    return a.updated != b.updated ? a.updated > b.updated : a.id < b.id;
  });
  if (out.size() > kItems) out.resize(kItems);
  return out;
}

Html link(const char* rel, const char* type, const std::string& href) {
  return xml_element("link", {{"rel", rel}, {"type", type}, {"href", href}});
}

Html atom_entry(const Item& item) {
  return xml_element(
      "entry", {},
      {xml_element("id", {}, {item.id}), xml_element("title", {}, {item.title}),
       link("alternate", "text/html", item.url), xml_element("published", {}, {to_rfc3339(item.published)}),
       xml_element("updated", {}, {to_rfc3339(item.updated)}),
       xml_element("author", {}, {xml_element("name", {}, {item.author})}),
       xml_element("summary", {}, {item.summary})});
}

/// An empty feed has a fixed time (the epoch): it must not change while nothing does.
Timestamp updated(const std::vector<Item>& items) {
  return items.empty() ? Timestamp{} : items.front().updated;
}

RenderedPage make_atom(store::Reader& reader, const std::string& base) {
  const auto items = items_of(reader, base);
  Html entries;
  for (const auto& item : items) entries.add(atom_entry(item));
  const Html feed = xml_element("feed", {{"xmlns", "http://www.w3.org/2005/Atom"}, {"xml:lang", "vi"}},
                                {xml_element("id", {}, {base + "/feed.atom"}),
                                 xml_element("title", {}, {message("publishing.home_title", kLang)}),
                                 xml_element("subtitle", {}, {message("publishing.home_lede", kLang)}),
                                 xml_element("updated", {}, {to_rfc3339(updated(items))}),
                                 link("self", "application/atom+xml", base + "/feed.atom"),
                                 link("alternate", "text/html", base + "/"), entries});
  return {"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + feed.markup() + "\n", kForEver,
          "application/atom+xml; charset=utf-8"};
}

json json_item(const Item& item) {
  return {{"id", item.id},
          {"url", item.url},
          {"title", item.title},
          {"content_text", item.summary},
          {"date_published", to_rfc3339(item.published)},
          {"date_modified", to_rfc3339(item.updated)},
          {"authors", {{{"name", item.author}}}},
          {"language", "vi"}};
}

RenderedPage make_json(store::Reader& reader, const std::string& base) {
  json items = json::array();
  for (const auto& item : items_of(reader, base)) items.push_back(json_item(item));
  const json feed = {{"version", "https://jsonfeed.org/version/1.1"},
                     {"title", message("publishing.home_title", kLang)},
                     {"description", message("publishing.home_lede", kLang)},
                     {"home_page_url", base + "/"},
                     {"feed_url", base + "/feed.json"},
                     {"language", "vi"},
                     {"items", std::move(items)}};
  return {feed.dump(), kForEver, "application/feed+json; charset=utf-8"};
}

}  // namespace

PageSource atom_feed(const std::string& base_url) {
  return {feed_fingerprint, [=](store::Reader& reader) { return make_atom(reader, base_url); }};
}

PageSource json_feed(const std::string& base_url) {
  return {feed_fingerprint, [=](store::Reader& reader) { return make_json(reader, base_url); }};
}

}  // namespace guong::publishing
