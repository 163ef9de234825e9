// JSON for judges and boards. Judges get the anonymous work that `entries` makes for them, nothing else of an
// entry.
#include "judging/judging_views.h"

#include <nlohmann/json.hpp>

#include "guong/base/nullable_json.h"

namespace guong::judging {
namespace {

using nlohmann::json;

json person_json(AccountId id, const std::string& name) { return {{"id", id.value}, {"name", name}}; }

json number_json(const Decimal& number) {
  return number.places == 0 ? json(number.units) : json(to_double(number));
}

json file_json(const entries::AnonymousFile& file) {
  return {{"position", file.position},
          {"purpose", file.purpose},
          {"kind", file.kind},
          {"media_type", file.media_type},
          {"size", file.size},
          {"duration_ms", or_null(file.duration_ms)},
          {"width", or_null(file.width)},
          {"height", or_null(file.height)},
          {"ready", file.ready}};
}

json criterion_json(const rules::CriterionRule& criterion) {
  return {{"id", criterion.id},
          {"name", text_json(criterion.name)},
          {"description", text_json(criterion.description)},
          {"weight", number_json(criterion.weight)},
          {"max", number_json(criterion.max)},
          {"step", number_json(criterion.step)}};
}

json marks_json(const Marks& marks) {
  json out = json::object();
  for (const auto& [criterion, mark] : marks) out[criterion] = number_json(mark);
  return out;
}

json card_json(const Card& card) {
  return {{"state", state_name(card.state)},
          {"marks", marks_json(card.content.marks)},
          {"comment_jury", card.content.comment_jury},
          {"comment_author", card.content.comment_author},
          {"reopen_reason", card.reopen_reason},
          {"updated_at", or_null(card.updated_at)},
          {"submitted_at", or_null(card.submitted_at)},
          {"revision", card.revision.value}};
}

}  // namespace

json panel_json(const Panel& panel, const Names& names) {
  json members = json::array();
  for (const auto member : panel.members) {
    const auto name = names.find(member);
    members.push_back(person_json(member, name == names.end() ? "" : name->second));
  }
  return {{"id", panel.id.value},
          {"round", panel.round},
          {"name", panel.name},
          {"categories", panel.categories},
          {"members", std::move(members)},
          {"created_at", to_rfc3339(panel.created_at)},
          {"revision", panel.revision.value}};
}

json round_json(const RoundStatus& status, const rules::Round& rules) {
  return {{"number", status.number},
          {"id", rules.id},
          {"name", text_json(rules.name)},
          {"state", state_name(status.state)},
          {"judges_per_entry", rules.judges_per_entry},
          {"entries", status.entries},
          {"opened_at", or_null(status.opened_at)},
          {"locked_at", or_null(status.locked_at)},
          {"not_yet", nullptr},
          {"not_yet_key", nullptr}};
}

json terms_json(const Terms& terms) {
  json interests = json::array();
  for (const auto& interest : terms.interests)
    interests.push_back({{"kind", interest.kind},
                         {"name", interest.name},
                         {"unit", interest.unit ? json(interest.unit->value) : json(nullptr)}});
  return {
      {"text",
       {{"vi", message("judging.terms_text", Lang::vi)}, {"en", message("judging.terms_text", Lang::en)}}},
      {"accepted_at", or_null(terms.accepted_at)},
      {"interests", std::move(interests)}};
}

json conflicts_json(const ConflictCounts& counts) {
  json items = json::array();
  for (const auto& one : counts.items)
    items.push_back({{"judge", person_json(one.judge, one.judge_name)},
                     {"kind", one.kind},
                     {"hard", one.hard},
                     {"count", one.count}});
  return {{"items", std::move(items)}, {"next", nullptr}, {"counted_at", or_null(counts.counted_at)}};
}

json staffing_json(const RoundEntry& entry, const std::vector<AssignmentRow>& rows) {
  json judges = json::array();
  for (const auto& row : rows)
    judges.push_back({{"assignment", row.id.value},
                      {"judge", person_json(row.judge, row.judge_name)},
                      {"state", row.state},
                      {"extra", row.extra},
                      {"card", state_name(row.card)}});
  return {{"code", entry.code}, {"category", entry.category}, {"judges", std::move(judges)}};
}

json missing_card_json(const MissingCard& card) {
  return {{"code", card.code}, {"judge", person_json(card.judge, card.judge_name)}};
}

json progress_json(const Progress& p) {
  json judges = json::array(), missing = json::array();
  for (const auto& j : p.judges)
    judges.push_back({{"judge", person_json(j.judge, j.name)},
                      {"assigned", j.assigned},
                      {"drafted", j.drafted},
                      {"submitted", j.submitted}});
  for (const auto& m : p.missing) missing.push_back(missing_card_json(m));
  return {{"state", state_name(p.state)},
          {"totals",
           {{"entries", p.entries},
            {"cards_needed", p.cards_needed},
            {"assigned", p.assigned},
            {"drafted", p.drafted},
            {"submitted", p.submitted},
            {"missing", p.missing_count},
            {"understaffed", p.understaffed_count},
            {"extra_needed", p.extra_needed_count}}},
          {"judges", std::move(judges)},
          {"missing", std::move(missing)}};
}

json jury_json(const Jury& jury) {
  json judges = json::array();
  for (const auto& [judge, name, severity] : jury.judges)
    judges.push_back({{"judge", person_json(judge, name)},
                      {"cards", severity.cards},
                      {"mean", rounded(severity.mean, 2)},
                      {"lowest", rounded(severity.lowest, 2)},
                      {"highest", rounded(severity.highest, 2)},
                      {"compared", severity.compared},
                      {"difference", severity.difference ? json(rounded(*severity.difference, 2)) : json()}});
  return {{"most", rounded(jury.most, 2)}, {"judges", std::move(judges)}};
}

json judging_contest_json(const JudgingContest& c) {
  return {{"contest", c.contest.value},
          {"slug", c.slug},
          {"name", {{"vi", c.name_vi}, {"en", c.name_en}}},
          {"state", c.state},
          {"terms_accepted", c.terms_accepted},
          {"assigned", c.assigned},
          {"drafted", c.drafted},
          {"submitted", c.submitted}};
}

json desk_item_json(const DeskItem& item) {
  return {{"round", item.round},
          {"code", item.code},
          {"category", item.category},
          {"title", item.title},
          {"open", item.open},
          {"card_state", state_name(item.card)},
          {"marks", marks_json(item.marks)},
          {"flagged", item.flagged}};
}

json raised_flag_json(const RaisedFlag& raised) {
  return {{"code", raised.code},
          {"judge", person_json(raised.judge, raised.judge_name)},
          {"kind", raised.flag.kind},
          {"note", raised.flag.note},
          {"raised_at", to_rfc3339(raised.flag.raised_at)}};
}

json work_json(const DeskWork& own, const entries::AnonymousWork& work, const rules::Round& rules) {
  json files = json::array(), scorecard = json::array();
  for (const auto& file : work.files) files.push_back(file_json(file));
  for (const auto& criterion : rules.criteria) scorecard.push_back(criterion_json(criterion));
  return {{"round", own.round},
          {"open", own.open},
          {"code", work.code},
          {"category", work.category},
          {"field", work.field},
          {"title", work.title},
          {"body", work.body},
          {"language", work.language},
          {"exemplar",
           {{"kind", work.exemplar_kind},
            {"name", work.exemplar_name},
            {"unit", work.exemplar_unit},
            {"place", work.exemplar_place}}},
          {"files", std::move(files)},
          {"scorecard", std::move(scorecard)},
          {"card", card_json(own.card)},
          {"flag", own.flag ? json{{"kind", own.flag->kind}, {"note", own.flag->note}} : json(nullptr)}};
}

}  // namespace guong::judging
