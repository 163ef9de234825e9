// What the rules say of judging, ties, prizes and what comes after.
#include <nlohmann/json.hpp>

#include "publishing/page.h"
#include "publishing/rules_parts.h"

namespace guong::publishing::articles {

using documents::Facts;
using documents::Paragraph;
using documents::Subheading;
using documents::Table;
using nlohmann::json;
using rules::Round;
using rules::RuleBook;

namespace {

Table scorecard(const Round& round, Lang lang) {
  Table out{round.name.in(lang),
            {{say(lang, "criterion")},
             {say(lang, "max"), true},
             {say(lang, "weight"), true},
             {say(lang, "step"), true}},
            {}};
  for (const auto& c : round.criteria)
    out.rows.push_back({{c.name.in(lang), c.description.in(lang)},
                        {decimal(c.max, lang), ""},
                        {decimal(c.weight, lang), ""},
                        {decimal(c.step, lang), ""}});
  return out;
}

std::string combine_clause(const Round& round, Lang lang) {
  Params params{{"judges", number(round.judges_per_entry)}, {"places", number(round.places)}};
  if (round.combine != "trimmed_mean") return say(lang, "judges_" + round.combine, params);
  params["each"] = number(round.trim_each_side);
  params["cards"] = number(round.trim_from_cards);
  return say(lang, "judges_trimmed_mean", params);
}

std::string advance_clause(const Round& round, Lang lang) {
  std::string text =
      say(lang, "advance_" + round.advance,
          {{"value", round.advance_value ? decimal(*round.advance_value, lang) : std::string("–")}});
  if (round.advance == "top_n" || round.advance == "top_percent")
    text += " " + say(lang, "advance_ties_" + round.advance_ties);
  return text;
}

/// "80; 90 → 85": the card totals of an example and the score that the rules make of them.
std::vector<std::string> worked_examples(const json& round, Lang lang) {
  std::vector<std::string> out;
  for (const auto& example : member(round, "worked_examples")) {
    std::string totals;
    for (const auto& total : example.at("totals"))
      totals += (totals.empty() ? "" : "; ") + decimal(total, lang);
    const std::string extra = decimal(member(example, "extra"), lang),
                      score = decimal(member(example, "score"), lang);
    if (!extra.empty()) totals = say(lang, "example_extra", {{"totals", totals}, {"extra", extra}});
    out.push_back(
        say(lang, score.empty() ? "example_waits" : "example_score", {{"totals", totals}, {"score", score}}));
  }
  return out;
}

std::vector<std::string> round_clauses(const Round& round, const json& read, bool last, Lang lang) {
  std::vector<std::string> out{combine_clause(round, lang)};
  if (round.discrepancy) {
    const std::string key = round.discrepancy->inclusive ? "discrepancy_from_" : "discrepancy_";
    out.push_back(say(lang, key + round.discrepancy->then,
                      {{"threshold", decimal(round.discrepancy->threshold, lang)}}));
  }
  if (round.calibration != "none") out.push_back(say(lang, "calibration_" + round.calibration));
  if (const auto& bonus = member(read, "bonus"); bonus.is_object())
    out.push_back(say(lang, "bonus",
                      {{"name", local(bonus.at("name"), lang)},
                       {"max", decimal(bonus.at("max"), lang)},
                       {"by", say(lang, "role_" + bonus.value("granted_by", "judge"))}}));
  if (flag(read, "pairs_by_lot")) out.push_back(say(lang, "pairs_by_lot"));
  if (flag(read, "panels_by_category")) out.push_back(say(lang, "panels_by_category"));
  if (!last) out.push_back(advance_clause(round, lang));
  return out;
}

}  // namespace

Article judging(const RulesSource& source, Lang lang) {
  Article out{say(lang, "judging"), {}};
  const auto& screening = member(source.document, "screening");
  const auto& blind = member(source.document, "blind_judging");
  add(out, Paragraph{say(lang, member(blind, "on") == false ? "not_blind" : "blind")});
  for (auto& note : locals(member(blind, "notes"), lang)) add(out, Paragraph{std::move(note)});
  if (screening.is_object()) add(out, Paragraph{say(lang, "screening")});
  add_list(out, say(lang, "screening_grounds"), locals(member(screening, "grounds"), lang));
  if (const std::string how = screening.is_object() ? screening.value("identity_in_work", "") : "";
      !how.empty())
    add(out, Paragraph{say(lang, "identity_" + how)});
  const auto& rounds = source.rules.rounds;
  for (std::size_t i = 0; i < rounds.size(); ++i) {
    const auto& read = source.document.at("rounds")[i];
    add(out, Subheading{rounds[i].name.in(lang)});
    add_clauses(out, round_clauses(rounds[i], read, i + 1 == rounds.size(), lang));
    add(out, scorecard(rounds[i], lang));
    add_list(out, say(lang, "examples"), worked_examples(read, lang));
  }
  if (const auto& vote = member(source.document, "public_vote"); vote.is_object())
    add(out, Paragraph{say(lang, "public_vote", {{"percent", decimal(vote.at("weight_percent"), lang)}})});
  return out;
}

namespace {

std::string tie_break_name(const RuleBook& rules, const rules::TieBreak& tie, Lang lang) {
  if (tie.by != "criterion") return say(lang, "tie_" + tie.by);
  for (const auto& round : rules.rounds) {
    for (const auto& c : round.criteria) {
      if (c.id == tie.criterion) return say(lang, "tie_criterion", {{"criterion", c.name.in(lang)}});
    }
  }
  return tie.criterion;
}

}  // namespace

Article tie_breaks(const RulesSource& source, Lang lang) {
  Article out{say(lang, "tie_breaks"), {}};
  documents::List steps{{}, true};
  for (const auto& tie : source.rules.tie_breaks)
    steps.items.push_back(tie_break_name(source.rules, tie, lang));
  add(out, std::move(steps));
  return out;
}

namespace {

std::string categories_text(const RuleBook& rules, const std::vector<std::string>& ids, Lang lang) {
  std::vector<std::string> names;
  for (const auto& id : ids) {
    const auto* category = rules::find_category(rules, id);
    names.push_back(category ? category->name.in(lang) : id);
  }
  return joined(names);
}

/// What is to be said of a prize beyond its row.
std::string prize_note(const RuleBook& rules, const rules::Prize& prize, const json& read, Lang lang) {
  std::string out;
  const auto more = [&](const std::string& text) { out += (out.empty() ? "" : " ") + text; };
  if (prize.kind != "ranked") more(say(lang, "prize_" + prize.kind));
  if (prize.scope == "category") more(say(lang, "prize_per_category"));
  if (!prize.categories.empty())
    more(say(lang, "prize_categories", {{"categories", categories_text(rules, prize.categories, lang)}}));
  if (prize.min_score) more(say(lang, "prize_min_score", {{"score", decimal(*prize.min_score, lang)}}));
  if (!prize.basis.empty()) more(say(lang, "basis_" + prize.basis));
  if (!prize.may_stay_vacant) more(say(lang, "prize_always_given"));
  if (const auto in_kind = local(member(read, "in_kind"), lang); !in_kind.empty())
    more(say(lang, "prize_in_kind", {{"gift", in_kind}}));
  if (member(read, "convertible_to_cash").is_boolean())
    more(say(lang, flag(read, "convertible_to_cash") ? "prize_convertible" : "prize_not_convertible"));
  if (flag(read, "joint")) more(say(lang, "prize_joint"));
  return out;
}

Table prize_table(const RulesSource& source, Lang lang) {
  Table out{say(lang, "prizes"),
            {{say(lang, "prize")}, {say(lang, "count"), true}, {say(lang, "money"), true}},
            {}};
  const auto& prizes = source.rules.prizes;
  for (std::size_t i = 0; i < prizes.size(); ++i) {
    const auto& read = source.document.at("prizes")[i];
    out.rows.push_back(
        {{prizes[i].name.in(lang), prize_note(source.rules, prizes[i], read, lang)},
         {flag(read, "count_unstated") ? say(lang, "count_unstated") : number(prizes[i].count), ""},
         {prizes[i].money > 0 ? money_text(prizes[i].money, lang) : "–", ""}});
  }
  return out;
}

std::vector<std::string> totals_of_prizes(const RulesSource& source, Lang lang) {
  std::vector<std::string> out;
  for (const auto& total : member(source.document, "prize_totals")) {
    const std::string category = total.value("category", "");
    std::vector<std::string> parts;
    if (member(total, "works").is_number())
      parts.push_back(say(lang, "total_works", {{"count", total["works"].dump()}}));
    if (member(total, "money").is_number())
      parts.push_back(money_text(total["money"].get<std::int64_t>(), lang));
    const std::string whole = joined(parts);
    out.push_back(category.empty() ? say(lang, "total_of_all", {{"total", whole}})
                                   : say(lang, "total_of_category",
                                         {{"category", categories_text(source.rules, {category}, lang)},
                                          {"total", whole}}));
  }
  return out;
}

}  // namespace

Article prizes(const RulesSource& source, Lang lang) {
  const auto& rules = source.rules;
  const auto& document = source.document;
  Article out{say(lang, "prizes"), {}};
  if (rules.prizes.empty()) return out;
  add(out, prize_table(source, lang));
  std::vector<std::string> clauses{say(lang, "prizes_are_maxima")};
  for (auto& total : totals_of_prizes(source, lang)) clauses.push_back(std::move(total));
  if (rules.awards_per_author > 0)
    clauses.push_back(say(lang, "awards_per_author", {{"count", number(rules.awards_per_author)}}));
  if (rules.awards_per_author > 0 && document.contains("special_prizes_count"))
    clauses.push_back(
        say(lang, rules.special_prizes_count ? "special_prizes_count" : "special_prizes_apart"));
  if (rules.witnesses > 0) clauses.push_back(say(lang, "witnesses", {{"count", number(rules.witnesses)}}));
  if (document.contains("ties_at_prize_line"))
    clauses.push_back(say(lang, "prize_ties_" + rules.ties_at_prize_line));
  if (document.contains("most_awarded_percent"))
    clauses.push_back(
        say(lang, "most_awarded", {{"percent", decimal(document["most_awarded_percent"], lang)}}));
  if (document.contains("results_listed_by"))
    clauses.push_back(say(lang, "listed_by_" + document["results_listed_by"].get<std::string>()));
  add_clauses(out, std::move(clauses));
  return out;
}

Article forwarding(const RulesSource& source, Lang lang) {
  Article out{say(lang, "forwarding"), {}};
  Table table{say(lang, "forwarding"),
              {{say(lang, "unit_type")}, {say(lang, "quota_min"), true}, {say(lang, "quota_max"), true}},
              {}};
  for (const auto& quota : member(source.document, "quotas")) {
    std::string note = local(member(quota, "notes"), lang);
    const auto more = [&](const std::string& text) { note += (note.empty() ? "" : " ") + text; };
    if (const auto by = day(member(quota, "by"), source.rules.calendar.zone); !by.empty())
      more(say(lang, "quota_by", {{"day", by}}));
    if (member(quota, "min_score").is_number())
      more(say(lang, "prize_min_score", {{"score", decimal(quota["min_score"], lang)}}));
    table.rows.push_back({{unit_type_name(quota.at("unit_type").get<std::string>(), lang), note},
                          {number(quota.value("min", 0)), ""},
                          {number(quota.at("max").get<int>()), ""}});
  }
  add(out, std::move(table));
  return out;
}

namespace {

std::vector<std::string> notices(const RulesSource& source, Lang lang) {
  std::vector<std::string> out;
  for (const auto& notice : member(source.document, "notices")) {
    std::string text = say(lang, "notice_" + notice.at("kind").get<std::string>(),
                           {{"day", day(notice.at("date"), source.rules.calendar.zone)}});
    if (const auto number_of = notice.value("number", ""); !number_of.empty())
      text += " " + say(lang, "notice_number", {{"number", number_of}});
    if (const auto by = local(member(notice, "by"), lang); !by.empty()) text += " " + by + ".";
    if (const auto reason = local(member(notice, "reason"), lang); !reason.empty()) text += " " + reason;
    out.push_back(std::move(text));
  }
  return out;
}

std::vector<std::string> previous_editions(const RulesSource& source, Lang lang) {
  std::vector<std::string> out;
  for (const auto& edition : member(source.document, "previous_editions")) {
    std::string text = say(lang, "edition_n", {{"edition", edition.at("edition").get<std::string>()}});
    const auto zone = source.rules.calendar.zone;
    const std::string from = day(member(edition, "from"), zone), to = day(member(edition, "to"), zone);
    if (!from.empty() || !to.empty()) text += " (" + from + (to.empty() ? "" : " – " + to) + ")";
    if (const auto notes = local(member(edition, "notes"), lang); !notes.empty()) text += ": " + notes;
    out.push_back(std::move(text));
  }
  return out;
}

}  // namespace

Article remarks(const RulesSource& source, Lang lang) {
  Article out{say(lang, "remarks"), {}};
  if (source.rules.public_counts) add(out, Paragraph{say(lang, "counts_are_public")});
  add_list(out, say(lang, "notices"), notices(source, lang));
  add_list(out, say(lang, "previous_editions"), previous_editions(source, lang));
  std::vector<std::string> assumed;
  for (const auto& text : member(source.document, "assumptions")) assumed.push_back(text.get<std::string>());
  add_list(out, say(lang, "assumptions"), std::move(assumed));
  return out;
}

}  // namespace guong::publishing::articles
