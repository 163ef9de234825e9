// The head of a contest's page as HTML.
#include "publishing/contest_head.h"

#include <algorithm>

#include "publishing/contest_cards.h"
#include "publishing/page.h"
#include "publishing/parts.h"
#include "publishing/picture_paths.h"
#include "publishing/time_left.h"

namespace guong::publishing {
namespace {

using rules::RuleBook;

Html told(const std::string& name, const std::string& value) {
  if (value.empty()) return {};
  return element("div", {element("dt", {name}), element("dd", {value})});
}

std::string category_names(const RuleBook& rules, Lang lang) {
  std::string out;
  for (const auto& category : rules.categories) out += (out.empty() ? "" : ", ") + category.name.in(lang);
  return out;
}

/// The longest that any category takes; empty where none has a limit.
std::string words_at_most(const RuleBook& rules, Lang lang) {
  int most = 0;
  for (const auto& category : rules.categories) most = std::max(most, category.max_words.value_or(0));
  return most == 0 ? "" : message("publishing.words_at_most", lang, {{"count", number_text(most, lang)}});
}

Html ticket_facts(const RuleBook& rules, Lang lang) {
  Html out = told(message("publishing.categories_short", lang), category_names(rules, lang));
  out.add(told(message("publishing.length", lang), words_at_most(rules, lang)));
  if (rules.eligibility.max_entries)
    out.add(told(message("publishing.entries_each", lang),
                 message("publishing.works_at_most", lang,
                         {{"count", std::to_string(*rules.eligibility.max_entries)}})));
  if (const auto* first = first_prize(rules); first != nullptr && first->money > 0)
    out.add(told(first->name.in(lang), money_text(first->money, lang)));
  return element("dl", {out});
}

/// Where the contest stands, in words; with the ring while entries are taken.
Html standing(const ContestRow& c, const RuleBook& rules, Lang lang, Timestamp now) {
  const auto time = [&](Timestamp t) { return to_local_text(t, rules.calendar.zone); };
  const auto line = [&](const char* key, const std::string& when) {
    return element("p",
                   {element("b", {message(key, lang)}), element("span", {{"class", "quiet small"}}, {when})});
  };
  Html out;
  if (takes_entries(c, now)) {
    out.add(time_ring(c.opens, now, c.deadline, lang))
        .add(line("publishing.open_now", message("publishing.until", lang, {{"time", time(c.deadline)}})));
  } else if (c.state == "published") {
    out.add(line("publishing.with_results", message("publishing.deadline_over", lang)));
  } else if (c.opens > now) {
    out.add(line("publishing.upcoming", message("publishing.opens_at", lang, {{"time", time(c.opens)}})));
  } else {
    out.add(
        line("publishing.in_judging", message("publishing.deadline_is", lang, {{"time", time(c.deadline)}}) +
                                          " · " + message("publishing.deadline_over", lang)));
  }
  return element("div", {{"class", "count"}}, {out});
}

Html way_in(const ContestRow& c, Lang lang, Timestamp now) {
  const auto button = [&](const std::string& href, const char* words) {
    return element("a", {{"class", "button big"}, {"href", href}},
                   {message(words, lang), icon("arrow-right")});
  };
  if (c.state == "published") return button(results_path(lang, c.slug), "publishing.see_results");
  if (!takes_entries(c, now)) return {};
  return button(enter_path(c), "publishing.enter")
      .add(element("p", {{"class", "small"}}, {message("publishing.drafts_are_kept", lang)}));
}

/// "2 giải Nhì": in a Vietnamese line the name begins small.
std::string prizes_of(const rules::Prize& prize, Lang lang) {
  std::string name = prize.name.in(lang);
  if (lang == Lang::vi && name.starts_with("Giải")) name.front() = 'g';
  return message("publishing.prizes_of", lang, {{"count", std::to_string(prize.count)}, {"prize", name}});
}

struct Moment {
  const char* name;
  Timestamp from, to;
  bool whole_days = true;
};

std::string moment_text(const Moment& moment, const std::string& zone, Lang lang) {
  if (moment.from == moment.to) return to_local_date(moment.from, zone);
  if (!moment.whole_days)
    return message("publishing.until", lang, {{"time", to_local_text(moment.to, zone)}});
  return to_local_date(moment.from, zone) + " – " + to_local_date(moment.to, zone);
}

std::vector<Moment> moments(const rules::Calendar& calendar) {
  std::vector<Moment> out{{"publishing.opens", calendar.opens, calendar.opens},
                          {"publishing.taking_entries", calendar.opens, calendar.deadline, false}};
  if (calendar.judging_from)
    out.push_back(
        {"publishing.judging", *calendar.judging_from, calendar.judging_to.value_or(*calendar.judging_from)});
  if (calendar.results_at)
    out.push_back({"publishing.results_at", *calendar.results_at, *calendar.results_at});
  return out;
}

}  // namespace

Html contest_head(const Host& host, const ContestRow& contest, const RuleBook& rules, Lang lang,
                  Timestamp now) {
  const Html emblem = contest.host_unit == host.name ? emblem_picture(host, 44) : Html();
  const Html said = element("div", {{"class", "said"}},
                            {element("p", {{"class", "host"}}, {emblem, contest.host_unit}),
                             element("h1", {contest.name.in(lang)}), element("p", {rules.summary.in(lang)})});
  const Html ticket =
      element("aside", {{"class", "ticket"}, {"aria-label", message("publishing.enter", lang)}},
              {standing(contest, rules, lang, now), ticket_facts(rules, lang), way_in(contest, lang, now)});
  return element("div", {{"class", "contest-head"}},
                 {picture_html({contest_cover_path(contest.slug), "", 1200, 800, true}), said, ticket});
}

Html entering_steps(const ContestRow& contest, Lang lang, Timestamp now) {
  if (!takes_entries(contest, now)) return {};
  Html steps;
  for (const char* step : {"choose", "write", "submit"}) {
    const std::string key = std::string("publishing.step_") + step;
    steps.add(
        element("li", {element("b", {message(key, lang)}), element("p", {message(key + "_how", lang)})}));
  }
  return part(message("publishing.how_to_enter", lang), {}, element("ol", {{"class", "steps"}}, {steps}));
}

Html calendar_line(const rules::Calendar& calendar, Lang lang, Timestamp now) {
  Html line;
  for (const auto& moment : moments(calendar)) {
    const char* state = moment.to <= now ? "done" : moment.from <= now ? "now" : "";
    line.add(element("li", {{"class", state}},
                     {element("b", {message(moment.name, lang)}),
                      element("span", {moment_text(moment, calendar.zone, lang)})}));
  }
  return part(message("publishing.calendar", lang), {},
              element("ol", {{"class", "line-of-time flat"}}, {line}));
}

Timestamp calendar_true_until(const rules::Calendar& calendar, Timestamp now) {
  Timestamp next{INT64_MAX};
  for (const auto& moment : moments(calendar))
    for (const Timestamp t : {moment.from, moment.to})
      if (t > now) next = std::min(next, t);
  return next;
}

Html prize_list(const RuleBook& rules, Lang lang) {
  Html lines;
  const auto* first = first_prize(rules);
  std::int64_t total = 0;
  for (const auto& prize : rules.prizes) {
    const std::string name = prizes_of(prize, lang);
    total += prize.money * prize.count;
    Html line = &prize == first ? element("span", {{"class", "medal"}}, {icon("award"), name}) : Html(name);
    line.add(element("b", {prize.money > 0 ? money_text(prize.money, lang) : ""}));
    if (prize.count > 1 && prize.money > 0)
      line.add(element("span", {{"class", "quiet small"}}, {message("publishing.each_prize", lang)}));
    lines.add(element("li", {line}));
  }
  if (lines.empty()) return {};
  const Html worth =
      total > 0
          ? element("p", {message("publishing.prizes_worth", lang, {{"money", money_text(total, lang)}})})
          : Html();
  return part(message("publishing.prizes", lang), worth, element("ul", {{"class", "prizes"}}, {lines}));
}

Html entry_bar(const ContestRow& contest, Lang lang, Timestamp now) {
  if (!takes_entries(contest, now)) return {};
  return element("div", {{"class", "entry-bar"}},
                 {element("span", {time_left(now, contest.deadline, lang).text}),
                  element("a", {{"class", "button"}, {"href", enter_path(contest)}},
                          {message("publishing.enter", lang)})});
}

}  // namespace guong::publishing
