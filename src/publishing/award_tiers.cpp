// Awards by tier as HTML.
#include "publishing/award_tiers.h"

#include "guong/results/public_search.h"
#include "guong/results/published.h"
#include "publishing/page.h"
#include "publishing/parts.h"
#include "publishing/picture_paths.h"
#include "publishing/reading.h"
#include "publishing/work_cards.h"

namespace guong::publishing {
namespace {

using nlohmann::json;

constexpr int kWorks = 1000;       // a result has a few dozens
constexpr std::size_t kLarge = 2;  // so many works of a tier lie two in a row, large

json prize_of(const json& rules, const std::string& id) {
  for (const auto& prize : rules.at("prizes"))
    if (prize.at("id") == id) return prize;
  return json::object();
}

std::string category_of(const json& rules, const std::string& id) {
  for (const auto& category : rules.at("categories"))
    if (category.at("id") == id) return category.at("name").dump();
  return "";
}

std::int64_t money_of(const json& award) { return award.value("money", std::int64_t{0}); }

std::string category_text(const AwardTier& tier, Lang lang) {
  return tier.category.empty() ? "" : name_in(json::parse(tier.category), lang);
}

bool has_medal(const AwardTier& tier) {
  return tier.prize.value("kind", "ranked") == "ranked" && tier.prize.value("rank", 0) >= 1 &&
         tier.prize.value("rank", 0) <= 3;
}

Html medal(const AwardTier& tier, int size) {
  if (!has_medal(tier)) return {};
  return element("img", {{"class", "disc"},
                         {"src", medal_path(tier.prize.at("rank").get<int>())},
                         {"width", std::to_string(size)},
                         {"height", std::to_string(size)},
                         {"alt", ""}});
}

/// The work that the award went to; null when it is not published any more.
const WorkShown* work_of(const AwardTiers& tiers, const json& award) {
  const auto found = tiers.works.find(text_of(award, "work"));
  return found == tiers.works.end() ? nullptr : &found->second;
}

std::string points(const json& award, Lang lang) {
  const std::string shown = score_text(text_of(award, "shown"), lang);
  return shown.empty() ? "" : message("publishing.points", lang, {{"points", shown}});
}

Html title_link(const json& award, Lang lang) {
  const std::string slug = text_of(award, "work"), title = text_of(award, "title");
  return slug.empty() ? Html(title) : element("a", {{"href", work_path(lang, slug)}}, {title});
}

std::string said_of(const json& award, const WorkShown* work, Lang lang) {
  return work != nullptr ? about_text(work->document, lang) : authors_text(award.at("authors"));
}

Html work_award(const AwardTiers& tiers, const json& award, Lang lang) {
  const WorkShown* work = work_of(tiers, award);
  Html frame, words;
  if (work != nullptr) {
    frame = element("div", {{"class", "frame"}}, {picture_html(cover_of(*work, lang))});
    words.add(element("p", {{"class", "kicker"}}, {field_mark(work->document.at("field"), lang)}));
  }
  words.add(element("h3", {title_link(award, lang)}))
      .add(element("p", {said_of(award, work, lang)}))
      .add(element("p", {{"class", "money"}}, {points(award, lang)}));
  return element("li", {{"class", "work-card"}}, {frame, element("div", {words})});
}

/// A unit's award, or a work's in a tier of many: one line.
Html plain_award(const AwardTiers& tiers, const json& award, Lang lang) {
  const std::string unit = text_of(award, "unit");
  const WorkShown* work = work_of(tiers, award);
  Html sign = work != nullptr ? picture_html(cover_of(*work, lang))
                              : element("span", {{"class", "initial"}}, {icon("building-2")});
  Html words = element("b", {unit.empty() ? title_link(award, lang) : Html(unit)});
  if (unit.empty()) words.add(element("p", {said_of(award, work, lang)}));
  const std::string end = unit.empty()          ? score_text(text_of(award, "shown"), lang)
                          : money_of(award) > 0 ? money_text(money_of(award), lang)
                                                : "";
  return element("li", {sign, element("div", {words}), element("span", {{"class", "money"}}, {end})});
}

Html tier_html(const AwardTiers& tiers, const AwardTier& tier, Lang lang) {
  std::string told = category_text(tier, lang);
  if (const auto money = money_of(tier.awards.front()); money > 0)
    told += (told.empty() ? "" : " · ") +
            message("publishing.money_each", lang, {{"money", money_text(money, lang)}});
  Html heading = medal(tier, 36);
  heading.add(name_in(tier.awards.front().at("name"), lang) + " ").add(element("small", {told}));
  const bool pictured = has_medal(tier);
  Html lines;
  for (const auto& award : tier.awards)
    lines.add(pictured ? work_award(tiers, award, lang) : plain_award(tiers, award, lang));
  const char* laid = !pictured ? "plain-list" : tier.awards.size() <= kLarge ? "second-tier" : "third-tier";
  return element("section", {{"class", "tier"}},
                 {element("h2", {heading}), element("ul", {{"class", laid}}, {lines})});
}

bool leads(const AwardTiers& tiers) {
  return !tiers.tiers.empty() && tiers.tiers.front().awards.size() == 1 && has_medal(tiers.tiers.front()) &&
         work_of(tiers, tiers.tiers.front().awards.front()) != nullptr;
}

}  // namespace

std::string score_text(std::string shown, Lang lang) {
  if (lang == Lang::vi) {
    if (const auto point = shown.find('.'); point != std::string::npos) shown[point] = ',';
  }
  return shown;
}

AwardTiers award_tiers(const json& document, store::Reader& reader, ContestId contest) {
  AwardTiers out;
  const auto rules = json::parse(text_of(document.at("rule_book"), "document"));
  for (const auto& award : document.at("awards")) {
    const std::string category = category_of(rules, text_of(award, "category"));
    const bool same = !out.tiers.empty() && out.tiers.back().category == category &&
                      out.tiers.back().awards.back().at("prize") == award.at("prize");
    if (!same) out.tiers.push_back({prize_of(rules, text_of(award, "prize")), category, {}});
    out.tiers.back().awards.push_back(award);
  }
  for (auto& work : works_shown(reader, results::published_works(reader, contest, "", kWorks)))
    out.works.emplace(work.slug, std::move(work));
  return out;
}

Html first_prize_html(const Host& host, const AwardTiers& tiers, Lang lang) {
  if (!leads(tiers)) return {};
  const auto& tier = tiers.tiers.front();
  const json& award = tier.awards.front();
  const WorkShown& shown_work = *work_of(tiers, award);
  const json& work = shown_work.document;
  Html sums;
  if (const std::string shown = score_text(text_of(award, "shown"), lang); !shown.empty())
    sums.add(element("p", {element("b", {shown}), message("publishing.points_word", lang)}));
  if (money_of(award) > 0)
    sums.add(element(
        "p", {element("b", {money_text(money_of(award), lang)}), message("publishing.money_word", lang)}));
  const auto& exemplar = work.at("exemplar");
  const std::string name = text_of(exemplar, "name");
  const Html person =
      element("div", {{"class", "person"}},
              {portrait(host, results::exemplar_slug(name, text_of(exemplar, "place")), name, 52),
               element("p", {about_text(work, lang)})});
  return element(
      "article", {{"class", "first-prize"}},
      {picture_html(leading_cover_of(shown_work, lang)),
       element("div",
               {element("p", {{"class", "medal"}}, {medal(tier, 56), name_in(award.at("name"), lang)}),
                element("h2", {title_link(award, lang)}), element("blockquote", {opening(work)}), person,
                element("div", {{"class", "sum"}}, {sums}),
                element("p", {{"class", "row"}},
                        {element("a", {{"class", "button leaf"}, {"href", work_path(lang, shown_work.slug)}},
                                 {message("publishing.read_work", lang), icon("arrow-right")})})})});
}

Html other_tiers_html(const AwardTiers& tiers, Lang lang) {
  Html out;
  for (std::size_t i = leads(tiers) ? 1 : 0; i < tiers.tiers.size(); ++i)
    out.add(tier_html(tiers, tiers.tiers[i], lang));
  return out;
}

}  // namespace guong::publishing
