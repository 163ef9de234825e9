// HTML of results and of published works, from frozen documents only: the tables behind them may have
// changed.
#include "publishing/result_pages.h"

#include <nlohmann/json.hpp>
#include <set>

#include "guong/base/prose.h"
#include "guong/contests/contest.h"
#include "guong/results/public_search.h"
#include "guong/results/published.h"
#include "publishing/departure_list.h"
#include "publishing/picture_paths.h"
#include "publishing/public_store.h"
#include "publishing/work_cards.h"

namespace guong::publishing {
namespace {

using nlohmann::json;

constexpr Timestamp kForEver{INT64_MAX};

/// Vietnamese writes the decimal comma.
std::string score_text(std::string shown, Lang lang) {
  if (lang == Lang::vi) {
    if (const auto point = shown.find('.'); point != std::string::npos) shown[point] = ',';
  }
  return shown;
}

/// The prize; of a category's, that category too: each may have a first prize of its own.
Html prize_cell(const json& award, const json& rules, Lang lang) {
  Html out(name_in(award.at("name"), lang));
  const std::string id = text_of(award, "category");
  for (const auto& category : rules.at("categories"))
    if (category.at("id") == id)
      out.add(" ").add(element("span", {{"class", "quiet"}}, {name_in(category.at("name"), lang)}));
  return element("th", {{"scope", "row"}}, {out});
}

/// The work, or the unit that a collective prize went to.
Html winner(const json& award, Lang lang) {
  const std::string unit = text_of(award, "unit");
  if (!unit.empty()) return unit;
  const std::string title = text_of(award, "title");
  const std::string slug = text_of(award, "work");
  return slug.empty() ? Html(title) : element("a", {{"href", work_path(lang, slug)}}, {title});
}

Html award_row(const json& award, const json& rules, Lang lang) {
  const auto money = award.value("money", std::int64_t{0});
  return element("tr",
                 {prize_cell(award, rules, lang), element("td", {winner(award, lang)}),
                  element("td", {authors_text(award.at("authors"))}),
                  // On a phone the headings are out of sight: the score says by itself what it is.
                  element("td", {{"class", "number"}, {"data-label", message("publishing.score", lang)}},
                          {score_text(text_of(award, "shown"), lang)}),
                  element("td", {{"class", "number"}}, {money > 0 ? money_text(money, lang) : "–"})});
}

Html winners(const json& document, Lang lang) {
  if (document.at("awards").empty()) return element("p", {message("publishing.no_winners", lang)});
  Html rows, headings;
  const auto rules = json::parse(text_of(document.at("rule_book"), "document"));
  const char* won_by = "publishing.work";
  for (const auto& award : document.at("awards")) {
    rows.add(award_row(award, rules, lang));
    if (award.at("unit").is_string()) won_by = "publishing.work_or_unit";
  }
  for (const char* key : {"publishing.prize", won_by, "publishing.author"}) {
    headings.add(element("th", {{"scope", "col"}}, {message(key, lang)}));
  }
  for (const char* key : {"publishing.score", "publishing.money"}) {
    headings.add(element("th", {{"scope", "col"}, {"class", "number"}}, {message(key, lang)}));
  }
  const std::string label = message("publishing.winners", lang);
  return element("div", {{"class", "scroll"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", label}},
                 {element("table", {{"class", "winners"}},
                          {element("caption", {label}), element("thead", {element("tr", {headings})}),
                           element("tbody", {rows})})});
}

Html decision_line(const results::PublishedResult& result, Lang lang, std::string_view zone) {
  return element(
      "p",
      {message("publishing.decision", lang,
               {{"number", result.decision_number}, {"time", to_local_text(result.published_at, zone)}})});
}

/// Winners, decisions on prizes, and the file from which anybody can compute it again.
Html one_result(const results::PublishedResult& result, ContestId contest, Lang lang, std::string_view zone) {
  const auto document = json::parse(result.document);
  Html out = winners(document, lang);
  out.add(departure_list(document, lang, zone));
  const auto id = std::to_string(contest.value), number = std::to_string(result.number);
  const auto link = [&](const std::string& to, const char* text) {
    out.add(element("p", {element("a", {{"href", to}}, {message(text, lang)})}));
  };
  link("/app/results/verify/" + id + "/" + number, "publishing.check_result");
  link("/api/contests/" + id + "/results/published?number=" + number, "publishing.recompute");
  return out;
}

Html earlier(const std::vector<results::PublishedResult>& all, ContestId contest, Lang lang,
             std::string_view zone) {
  Html out;
  for (std::size_t i = 1; i < all.size(); ++i) {
    out.add(element("section", {decision_line(all[i], lang, zone), one_result(all[i], contest, lang, zone)}));
  }
  if (out.empty()) return out;
  return element("details", {element("summary", {message("publishing.earlier_results", lang)}), out});
}

RenderedPage make_results(store::Reader& reader, Lang lang, const std::string& base_url,
                          const std::string& slug) {
  const auto contest = contests::find_contest_by_slug(reader, slug);
  if (!contest) return {"", kForEver};
  const auto published = results::published_results(reader, contest->id);
  if (published.empty()) return {"", kForEver};
  const std::string zone = contests::contest_rules(reader, contest->id)->calendar.zone;
  const std::string name = contest->name.in(lang);
  const std::string title = message("publishing.results", lang) + ": " + name;
  Html heading = element("p", {element("a", {{"href", contest_path(lang, slug)}}, {name})});
  heading.add(element("h1", {title}));
  heading.add(decision_line(published.front(), lang, zone));
  Html content = one_result(published.front(), contest->id, lang, zone);
  content.add(earlier(published, contest->id, lang, zone));
  Page page{lang,     title,   name,   results_path(Lang::vi, slug), results_path(Lang::en, slug),
            base_url, heading, content};
  page.image = base_url + contest_share_path(slug);
  return {render(page), kForEver};
}

/// Pictures and films in the page, other files as links.
Html figure(const json& file, const std::string& base, const std::string& title, Lang lang) {
  const std::string position = std::to_string(file.at("position").get<int>());
  const std::string address = base + "/" + position;
  const std::string type = text_of(file, "media_type");
  if (type.starts_with("image/")) {
    const auto size = [&](const char* side) {
      return file.value(side, json()).is_number() ? std::to_string(file.at(side).get<std::int64_t>())
                                                  : std::string("auto");
    };
    return element(
        "img", {{"src", address},
                {"loading", "lazy"},
                {"width", size("width")},
                {"height", size("height")},
                {"alt", message("publishing.picture_n", lang, {{"position", position}, {"title", title}})}});
  }
  const std::string label =
      message("publishing.file_n", lang, {{"position", position}, {"kind", text_of(file, "kind")}});
  if (type.starts_with("video/") || type.starts_with("audio/")) {
    return element(type.starts_with("video/") ? "video" : "audio",
                   {{"src", address}, {"controls", ""}, {"preload", "none"}, {"aria-label", label}});
  }
  return element("p", {element("a", {{"href", address}}, {label})});
}

/// The exemplar's name, which leads to all works about them.
Html exemplar_link(const json& exemplar, Lang lang) {
  const std::string name = text_of(exemplar, "name");
  const std::string slug = results::exemplar_slug(name, text_of(exemplar, "place"));
  if (slug.empty()) return name;
  return element("a", {{"href", exemplar_path(lang, slug)}, {"title", message("publishing.all_about", lang)}},
                 {name});
}

/// The first picture of the work, as an address that other sites can fetch.
std::string picture_address(const json& document, const std::string& base) {
  for (const auto& file : document.at("files"))
    if (text_of(file, "media_type").starts_with("image/"))
      return base + "/" + std::to_string(file.at("position").get<int>());
  return "";
}

/// The beginning of the text, for who passes the page on.
std::string opening(const json& document) {
  constexpr std::size_t kEnough = 200;
  std::string text;
  for (const auto& line : document.at("body")) {
    const auto block = block_of(line.get_ref<const std::string&>());
    if (block.kind == BlockKind::picture) continue;
    text = block.text;
    break;
  }
  if (text.size() <= kEnough) return text;
  return text.substr(0, text.rfind(' ', kEnough)) + "…";
}

/// A picture of the text with its caption; nothing when the work has no such file.
Html placed_picture(const json& document, const Block& block, const std::string& base, Lang lang) {
  for (const auto& file : document.at("files")) {
    if (std::to_string(file.at("position").get<int>()) != block.picture) continue;
    Html out = figure(file, base, text_of(document, "title"), lang);
    if (!block.text.empty()) out.add(element("figcaption", {std::string(block.text)}));
    return element("figure", {out});
  }
  return {};
}

/// Neighbouring items are one list and neighbouring quotations one quotation.
Html prose(const json& document, const std::string& base, Lang lang) {
  Html out, group;
  auto group_kind = BlockKind::paragraph;
  const auto end_group = [&] {
    if (!group.empty()) out.add(element(group_kind == BlockKind::item ? "ul" : "blockquote", {group}));
    group = {};
  };
  for (const auto& line : document.at("body")) {
    const auto block = block_of(line.get_ref<const std::string&>());
    if (block.kind != group_kind) end_group();
    group_kind = block.kind;
    const std::string words(block.text);
    if (block.kind == BlockKind::paragraph) out.add(element("p", {words}));
    if (block.kind == BlockKind::heading) out.add(element("h2", {words}));
    if (block.kind == BlockKind::quote) group.add(element("p", {words}));
    if (block.kind == BlockKind::item) group.add(element("li", {words}));
    if (block.kind == BlockKind::picture) out.add(placed_picture(document, block, base, lang));
  }
  end_group();
  return element("div", {{"class", "prose"}, {"lang", document.value("language", "vi")}}, {out});
}

/// Positions of the files that stand in the text already.
std::set<std::string> placed(const json& document) {
  std::set<std::string> out;
  for (const auto& line : document.at("body"))
    out.emplace(block_of(line.get_ref<const std::string&>()).picture);
  return out;
}

RenderedPage make_work(store::Reader& reader, Lang lang, const std::string& base_url,
                       const std::string& slug) {
  const auto work = results::published_work(reader, slug);
  if (!work) return {"", kForEver};
  const json document = json::parse(work->document);
  const auto contest = contests::find_contest(reader, work->contest);
  const std::string title = text_of(document, "title");
  const auto& exemplar = document.at("exemplar");
  Html heading =
      element("p", {element("a", {{"href", results_path(lang, contest.slug)}}, {contest.name.in(lang)})});
  heading.add(element("h1", {title}));
  heading.add(element("p", {authors_text(document.at("authors"))}));
  heading.add(element("p", {prize_tags(document, lang)}));
  const Html about =
      facts({{message("publishing.exemplar", lang), exemplar_link(exemplar, lang)},
             {message("publishing.unit", lang), Html(text_of(exemplar, "unit"))},
             {message("publishing.place", lang), Html(text_of(exemplar, "place"))},
             {message("publishing.field", lang), Html(name_in(document.at("field").at("name"), lang))}});
  const std::string base = work_path(Lang::vi, slug) + "/tep";
  Html content = prose(document, base, lang);
  Html files;
  const auto in_text = placed(document);
  for (const auto& file : document.at("files"))
    if (!in_text.contains(std::to_string(file.at("position").get<int>())))
      files.add(figure(file, base, title, lang));
  if (!files.empty()) content.add(element("div", {{"class", "figures"}}, {files}));
  Page page{lang,
            title,
            opening(document),
            work_path(Lang::vi, slug),
            work_path(Lang::en, slug),
            base_url,
            heading,
            beside(about, element("article", {content}))};
  page.kind = "article";
  const auto own_picture = picture_address(document, base_url + base);
  page.image = own_picture.empty() ? base_url + work_share_path(slug) : own_picture;
  page.published = text_of(document, "published_at");
  return {render(page), kForEver};
}

}  // namespace

PageSource results_page(Lang lang, const std::string& base_url, const std::string& slug) {
  return {[slug](store::Reader& reader) { return contest_fingerprint(reader, slug); },
          [=](store::Reader& reader) { return make_results(reader, lang, base_url, slug); }};
}

PageSource work_page(Lang lang, const std::string& base_url, const std::string& slug) {
  return {[slug](store::Reader& reader) { return work_fingerprint(reader, slug); },
          [=](store::Reader& reader) { return make_work(reader, lang, base_url, slug); }};
}

}  // namespace guong::publishing
