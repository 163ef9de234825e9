// Cards of contests for the home page and the list of contests.
#include "publishing/contest_cards.h"

#include <algorithm>

#include "guong/contests/contest.h"
#include "publishing/page.h"
#include "publishing/parts.h"
#include "publishing/time_left.h"

namespace guong::publishing {
namespace {

constexpr int kContestsShown = 50;
constexpr Timestamp kForEver{INT64_MAX};

Html pair(const std::string& name, const std::string& value) {
  return element("div", {element("dt", {name}), element("dd", {value})});
}

Html contest_name(const ContestRow& contest, Lang lang) {
  return element("h3", {element("a", {{"href", contest_path(lang, contest.slug)}}, {contest.name.in(lang)})});
}

Html open_contest_card(const ContestRow& contest, const rules::RuleBook& rules, Lang lang, Timestamp now) {
  Html told =
      pair(message("publishing.deadline", lang), to_local_text(contest.deadline, rules.calendar.zone));
  if (const auto* first = first_prize(rules); first != nullptr && first->money > 0)
    told.add(pair(first->name.in(lang), money_text(first->money, lang)));
  const Html acts = element(
      "p", {{"class", "row"}},
      {element("a", {{"class", "button"}, {"href", enter_path(contest)}},
               {message("publishing.enter", lang)}),
       element("a", {{"class", "button bare"}, {"href", contest_path(lang, contest.slug) + "#the-le"}},
               {message("publishing.see_rules", lang)})});
  return element(
      "li", {{"class", "open-contest"}},
      {time_ring(contest.opens, now, contest.deadline, lang),
       element("div", {element("p", {{"class", "who"}}, {contest.host_unit}), contest_name(contest, lang)}),
       element("dl", {told}), acts});
}

Html contest_card(const ContestRow& contest, Lang lang, Timestamp now, const std::string& zone) {
  Html next;
  if (contest.state == "published") {
    next = element("a", {{"class", "button bare"}, {"href", results_path(lang, contest.slug)}},
                   {message("publishing.see_results", lang)});
  } else {
    const bool opened = contest.opens <= now;
    next = element("span", {{"class", "quiet small"}},
                   {message(opened ? "publishing.deadline_is" : "publishing.opens_at", lang,
                            {{"time", to_local_text(opened ? contest.deadline : contest.opens, zone)}})});
  }
  return element(
      "li", {{"class", "open-contest"}},
      {element("div", {{"class", "whole"}},
               {element("p", {{"class", "who"}}, {contest.host_unit}), contest_name(contest, lang)}),
       element("p", {{"class", "row"}}, {next})});
}

}  // namespace

bool takes_entries(const ContestRow& c, Timestamp now) {
  return c.state == "open" && c.opens <= now && now < c.deadline;
}

ContestLists contest_lists(store::Reader& reader, Timestamp now) {
  ContestLists out;
  out.judging = public_contests(reader, "judging", kContestsShown);
  for (const auto& c : public_contests(reader, "open", kContestsShown))
    (c.opens > now ? out.upcoming : c.deadline > now ? out.open : out.judging).push_back(c);
  const auto settled = public_contests(reader, "settled", kContestsShown);
  out.judging.insert(out.judging.end(), settled.begin(), settled.end());
  out.published = public_contests(reader, "published", kContestsShown);
  return out;
}

Html open_contest_cards(store::Reader& reader, const std::vector<ContestRow>& contests, Lang lang,
                        Timestamp now) {
  Html cards;
  for (const auto& contest : contests)
    cards.add(
        open_contest_card(contest, *contests::contest_rules(reader, contest.id, contest.version), lang, now));
  return element("ul", {{"class", "open-contests"}}, {cards});
}

Html contest_cards(store::Reader& reader, const std::vector<ContestRow>& contests, Lang lang, Timestamp now) {
  Html cards;
  for (const auto& contest : contests) {
    const auto rules = contests::contest_rules(reader, contest.id, contest.version);
    cards.add(contest_card(contest, lang, now, rules->calendar.zone));
  }
  return element("ul", {{"class", "open-contests"}}, {cards});
}

Timestamp shown_until(const std::vector<ContestRow>& contests, Timestamp now) {
  Timestamp next = kForEver;
  for (const auto& c : contests) {
    for (const Timestamp t : {c.opens, c.deadline}) {
      if (t > now) next = std::min(next, t);
    }
    if (takes_entries(c, now)) next = std::min(next, time_left(now, c.deadline, Lang::vi).true_until);
  }
  return next;
}

const rules::Prize* first_prize(const rules::RuleBook& rules) {
  const rules::Prize* first = nullptr;
  for (const auto& prize : rules.prizes)
    if (prize.kind == "ranked" && (first == nullptr || prize.rank < first->rank)) first = &prize;
  return first;
}

std::string enter_path(const ContestRow& contest) {
  return "/app/contests/" + std::to_string(contest.id.value) + "/enter";
}

}  // namespace guong::publishing
