#include "publishing/rules_text.h"

#include "publishing/page.h"

namespace guong::publishing {
namespace {

using contests::LocalText;
using contests::RuleBook;

std::string number(std::int64_t n) { return std::to_string(n); }

/// "0,5" in Vietnamese, "0.5" in English.
std::string decimal(const Decimal& d, Lang lang) {
  std::string text = to_text(d);
  if (lang == Lang::vi) {
    if (const auto point = text.find('.'); point != std::string::npos) text[point] = ',';
  }
  return text;
}

Html section(const char* key, Lang lang, std::initializer_list<Html> content) {
  Html inside;
  for (const Html& part : content) inside.add(part);
  if (inside.empty()) return inside;
  return element("section", {element("h2", {message(key, lang)}), inside});
}

Html list(const std::vector<Html>& items) {
  if (items.empty()) return {};
  Html lines;
  for (const Html& item : items) lines.add(element("li", {item}));
  return element("ul", {{"class", "clauses"}}, {lines});
}

Html calendar(const RuleBook& rules, Lang lang) {
  const auto& c = rules.calendar;
  const auto time = [&](std::optional<Timestamp> t) { return t ? Html(to_local_text(*t, c.zone)) : Html(); };
  return section("publishing.calendar", lang,
                 {facts({{message("publishing.opens", lang), time(c.opens)},
                         {message("publishing.deadline", lang), time(c.deadline)},
                         {message("publishing.judging_from", lang), time(c.judging_from)},
                         {message("publishing.judging_to", lang), time(c.judging_to)},
                         {message("publishing.results_at", lang), time(c.results_at)},
                         {message("publishing.appeals_until", lang), time(c.appeals_until)}}),
                  element("p", {{"class", "quiet"}}, {message("publishing.server_clock", lang)})});
}

Html eligibility(const RuleBook& rules, Lang lang) {
  const auto& e = rules.eligibility;
  std::vector<Html> clauses{message("publishing.scope_" + e.scope, lang)};
  if (!e.excluded_roles.empty()) {
    std::string roles;
    for (const auto& role : e.excluded_roles) {
      roles += (roles.empty() ? "" : ", ") + message("publishing.role_" + role, lang);
    }
    clauses.push_back(message("publishing.excluded_roles", lang, {{"roles", roles}}));
  }
  if (e.min_age) clauses.push_back(message("publishing.min_age", lang, {{"age", number(*e.min_age)}}));
  if (e.max_age) clauses.push_back(message("publishing.max_age", lang, {{"age", number(*e.max_age)}}));
  if (e.max_entries) clauses.push_back(message("publishing.max_entries", lang, {{"count", number(*e.max_entries)}}));
  return section("publishing.entrants", lang, {list(clauses)});
}

std::string kinds_text(const contests::FileRule& file) {
  std::string kinds;
  for (std::string kind : file.kinds) {
    for (char& c : kind) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
    kinds += (kinds.empty() ? "" : ", ") + kind;
  }
  return kinds;
}

Html file_clause(const contests::FileRule& file, Lang lang) {
  std::string text = message("publishing.file", lang,
                             {{"name", file.name.in(lang)},
                              {"min", number(file.min_count)},
                              {"max", number(file.max_count)},
                              {"kinds", kinds_text(file)},
                              {"megabytes", number(file.max_bytes / 1'000'000)}});
  if (file.max_duration_ms) {
    text += " " + message("publishing.file_minutes", lang, {{"minutes", number(*file.max_duration_ms / 60'000)}});
  }
  return text;
}

Html category(const contests::Category& c, Lang lang) {
  std::vector<Html> clauses;
  if (c.max_words) {
    clauses.push_back(
        message("publishing.words", lang, {{"min", number(c.min_words.value_or(1))}, {"max", number(*c.max_words)}}));
  }
  for (const auto& file : c.files) clauses.push_back(file_clause(file, lang));
  clauses.push_back(message("publishing.max_authors", lang, {{"count", number(c.max_authors)}}));
  if (c.max_entries) clauses.push_back(message("publishing.max_entries", lang, {{"count", number(*c.max_entries)}}));
  return element("section", {element("h3", {c.name.in(lang)}), list(clauses)});
}

Html categories(const RuleBook& rules, Lang lang) {
  Html all;
  for (const auto& c : rules.categories) all.add(category(c, lang));
  return section("publishing.categories", lang, {all});
}

Html fields(const RuleBook& rules, Lang lang) {
  std::vector<Html> names;
  for (const auto& field : rules.fields) names.push_back(field.name.in(lang));
  return section("publishing.fields", lang, {list(names)});
}

Html declarations(const RuleBook& rules, Lang lang) {
  std::vector<Html> texts;
  for (const auto& d : rules.declarations) texts.push_back(d.text.in(lang));
  return section("publishing.declarations", lang, {list(texts)});
}

Html scorecard(const contests::Round& round, Lang lang) {
  Html rows;
  for (const auto& c : round.criteria) {
    Html name = element("strong", {c.name.in(lang)});
    if (!c.description.in(lang).empty()) name.add(element("br", Attributes{})).add(Html(c.description.in(lang)));
    rows.add(element("tr", {element("td", {name}), element("td", {{"class", "number"}}, {decimal(c.max, lang)}),
                            element("td", {{"class", "number"}}, {decimal(c.weight, lang)}),
                            element("td", {{"class", "number"}}, {decimal(c.step, lang)})}));
  }
  const auto heading = [&](const char* key, const char* css) {
    return element("th", {{"scope", "col"}, {"class", css}}, {message(key, lang)});
  };
  return element(
      "div", {{"class", "scroll"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", round.name.in(lang)}},
      {element("table", {{"class", "criteria"}},
               {element("thead", {element("tr", {heading("publishing.criterion", ""), heading("publishing.max", "number"),
                                                 heading("publishing.weight", "number"), heading("publishing.step", "number")})}),
                element("tbody", {rows})})});
}

Html rounds(const RuleBook& rules, Lang lang) {
  Html all;
  for (const auto& round : rules.rounds) {
    all.add(element("h3", {round.name.in(lang)}));
    all.add(element("p", {message("publishing.judges_" + round.combine, lang,
                                  {{"judges", number(round.judges_per_entry)}, {"places", number(round.places)}})}));
    if (round.discrepancy) {
      all.add(element("p", {message("publishing.discrepancy_" + round.discrepancy->then, lang,
                                    {{"threshold", decimal(round.discrepancy->threshold, lang)}})}));
    }
    all.add(scorecard(round, lang));
  }
  return section("publishing.judging", lang, {element("p", {message("publishing.blind", lang)}), all});
}

std::string tie_break_name(const RuleBook& rules, const contests::TieBreak& tie, Lang lang) {
  if (tie.by != "criterion") return message("publishing.tie_" + tie.by, lang);
  for (const auto& round : rules.rounds) {
    for (const auto& c : round.criteria) {
      if (c.id == tie.criterion) return message("publishing.tie_criterion", lang, {{"criterion", c.name.in(lang)}});
    }
  }
  return tie.criterion;
}

Html tie_breaks(const RuleBook& rules, Lang lang) {
  Html steps;
  for (const auto& tie : rules.tie_breaks) steps.add(element("li", {tie_break_name(rules, tie, lang)}));
  if (steps.empty()) return {};
  return section("publishing.tie_breaks", lang, {element("ol", {{"class", "clauses"}}, {steps})});
}

Html prizes(const RuleBook& rules, Lang lang) {
  Html rows;
  for (const auto& prize : rules.prizes) {
    rows.add(element("tr", {element("td", {prize.name.in(lang)}), element("td", {{"class", "number"}}, {number(prize.count)}),
                            element("td", {{"class", "number"}}, {prize.money > 0 ? money_text(prize.money, lang) : "–"})}));
  }
  if (rows.empty()) return {};
  const auto heading = [&](const char* key, const char* css) {
    return element("th", {{"scope", "col"}, {"class", css}}, {message(key, lang)});
  };
  return section(
      "publishing.prizes", lang,
      {element("table", {element("thead", {element("tr", {heading("publishing.prize", ""), heading("publishing.count", "number"),
                                                          heading("publishing.money", "number")})}),
                         element("tbody", {rows})}),
       element("p", {{"class", "quiet"}}, {message("publishing.prizes_are_maxima", lang)})});
}

Html legal_basis(const RuleBook& rules, Lang lang) {
  std::vector<Html> items(rules.legal_basis.begin(), rules.legal_basis.end());
  return section("publishing.legal_basis", lang, {list(items)});
}

}  // namespace

Html rules_text(const RuleBook& rules, const std::string& host_unit, Lang lang) {
  return element(
      "article",
      {section("publishing.about", lang,
               {paragraphs(rules.summary.in(lang)),
                facts({{message("publishing.host", lang), Html(host_unit)},
                       {message("publishing.level", lang), Html(message("publishing.level_" + rules.level, lang))},
                       {message("publishing.edition", lang), Html(rules.edition)}})}),
       legal_basis(rules, lang), calendar(rules, lang), eligibility(rules, lang), categories(rules, lang), fields(rules, lang),
       declarations(rules, lang), rounds(rules, lang), tie_breaks(rules, lang), prizes(rules, lang)});
}

}  // namespace guong::publishing
