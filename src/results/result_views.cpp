// JSON of results. Authors are opened only once the codes are joined; before that there is nothing to leave
// out.
#include "results/result_views.h"

#include <nlohmann/json.hpp>
#include <set>

#include "guong/accounts/account.h"
#include "guong/base/nullable_json.h"
#include "guong/contests/contest.h"
#include "guong/units/unit.h"
#include "results/steps.h"

namespace guong::results {
namespace {

using nlohmann::json;
constexpr std::size_t kUnitsAtOnce = 200;

json person_json(const ResultView& view, const std::optional<AccountId>& id) {
  if (!id) return nullptr;
  const auto name = view.people.find(*id);
  return {{"id", id->value}, {"name", name == view.people.end() ? "" : name->second}};
}

json unit_json(const ResultView& view, const std::optional<UnitId>& id) {
  if (!id) return nullptr;
  const auto name = view.units.find(*id);
  return {{"id", id->value}, {"name", name == view.units.end() ? "" : name->second}};
}

json award_json(const ResultView& view, const Award& award) {
  const auto* prize = find_prize(*view.rules, award.prize);
  return {{"prize", award.prize},
          {"name", prize ? text_json(prize->name) : json(nullptr)},
          {"category", award.category.empty() ? json(nullptr) : json(award.category)},
          {"code", award.code.empty() ? json(nullptr) : json(award.code)},
          {"unit", unit_json(view, award.unit)},
          {"rank", award.unit ? json(nullptr) : json(award.rank)},
          {"score", award.score},
          {"money", award.money},
          {"note", award.note}};
}

json departures_json(const ResultView& view) {
  std::vector<standings::Departure> all;
  for (const auto& one : view.decided) all.push_back(one.what);
  json out = json::array();
  for (const auto& [d, unit, by] : view.decided)
    out.push_back({{"kind", is_joint(*view.rules, all, d) ? "joint" : departure_kind_name(d.kind)},
                   {"prize", d.prize},
                   {"category", d.category.empty() ? json(nullptr) : json(d.category)},
                   {"code", d.code.empty() ? json(nullptr) : json(d.code)},
                   {"unit", unit_json(view, unit)},
                   {"places", d.places},
                   {"reason", d.reason},
                   {"decided_by", person_json(view, by)},
                   {"decided_at", to_rfc3339(d.decided_at)}});
  return out;
}

/// Who stands behind a code; the ranking itself stays by code.
json work_json(const ResultView& view, const entries::JoinedEntry& work) {
  json authors = json::array();
  for (const auto& author : work.identity.authors)
    authors.push_back(
        {{"name", author.name}, {"pen_name", author.pen_name}, {"unit", unit_json(view, author.unit)}});
  return {{"code", work.code},
          {"number", work.number},
          {"title", work.title},
          {"category", work.category},
          {"publish_consent", work.publish_consent},
          {"authors", std::move(authors)}};
}

template <class Line>
json place_json(const Line& line) {
  return {{"prize", line.tier},
          {"category", line.category.empty() ? json(nullptr) : json(line.category)},
          {"places", line.places}};
}

std::set<UnitId> units_in(const ResultView& view) {
  std::set<UnitId> units;
  for (const auto& award : view.awards)
    if (award.unit) units.insert(*award.unit);
  for (const auto& [code, work] : view.works)
    for (const auto& author : work.identity.authors)
      if (author.unit) units.insert(*author.unit);
  return units;
}

/// A query for each 200 units: most contests need one.
std::map<UnitId, std::string> names_of(store::Reader& reader, const std::set<UnitId>& units) {
  std::map<UnitId, std::string> out;
  std::vector<UnitId> some;
  for (auto unit = units.begin(); unit != units.end();) {
    some.push_back(*unit++);
    if (some.size() < kUnitsAtOnce && unit != units.end()) continue;
    out.merge(units::unit_names(reader, some));
    some.clear();
  }
  return out;
}

std::vector<AccountId> people_in(const ResultView& view) {
  std::vector<AccountId> out{view.result.computed_by};
  for (const auto& consent : view.consents) out.push_back(consent.account);
  for (const auto& one : view.decided) out.push_back(one.by);
  if (view.result.proposed_by) out.push_back(*view.result.proposed_by);
  if (view.result.approved_by) out.push_back(*view.result.approved_by);
  return out;
}

bool is_joined(const ResultView& view) {
  return view.result.state != ResultState::computed && view.consents.size() >= 2;
}

}  // namespace

json result_brief_json(const Result& r) {
  return {{"id", r.id.value},
          {"number", r.number},
          {"state", state_name(r.state)},
          {"decision_number", r.decision_number},
          {"reason", r.reason},
          {"ranking_sha256", to_hex(as_text(r.ranking_sha256))},
          {"supersedes", r.supersedes ? json(r.supersedes->value) : json(nullptr)},
          {"computed_at", to_rfc3339(r.computed_at)},
          {"proposed_at", or_null(r.proposed_at)},
          {"approved_at", or_null(r.approved_at)},
          {"publish_at", or_null(r.publish_at)},
          {"published_at", or_null(r.published_at)}};
}

/// Nothing when the rule book demands no witness of the ledger.
json witnesses_json(const Witnessing& witnessing) {
  if (witnessing.wanted == 0) return nullptr;
  return {{"wanted", witnessing.wanted}, {"asked", witnessing.asked}, {"have", witnessing.have}};
}

ResultView view_of(store::Reader& reader, const api::Keys& keys, Result result) {
  ResultView view;
  view.result = std::move(result);
  view.witnessing = witnessing_of(reader, view.result);
  view.consents = load_consents(reader, view.result.id);
  if (!is_joined(view)) {
    view.rules = ranked_rules(reader, view.result);
  } else {
    auto prizes = load_prizes(reader, keys, view.result);
    view.rules = prizes.rules;
    view.open = prizes.allotment();
    view.awards = load_awards(reader, view.result.id);
    view.works = std::move(prizes.works);
    view.decided = std::move(prizes.decided);
    view.units = names_of(reader, units_in(view));
  }
  view.people = accounts::account_names(reader, people_in(view));
  return view;
}

ResultView load_view(store::Reader& reader, const api::Keys& keys, ContestId contest, ResultId id) {
  return view_of(reader, keys, find_result(reader, contest, id));
}

json unranked_json(const ResultView& view) {
  auto body = result_brief_json(view.result);
  json consents = json::array(), awards = json::array(), works = json::array(), undecided = json::array(),
       vacant = json::array();
  for (const auto& consent : view.consents)
    consents.push_back({{"person", person_json(view, consent.account)}, {"at", to_rfc3339(consent.at)}});
  for (const auto& award : view.awards) awards.push_back(award_json(view, award));
  for (const auto& [code, work] : view.works) works.push_back(work_json(view, work));
  for (const auto& line : view.open.undecided) {
    undecided.push_back(place_json(line));
    undecided.back()["codes"] = line.codes;
  }
  for (const auto& line : view.open.vacant) vacant.push_back(place_json(line));
  body["computed_by"] = person_json(view, view.result.computed_by);
  body["proposed_by"] = person_json(view, view.result.proposed_by);
  body["approved_by"] = person_json(view, view.result.approved_by);
  body["consents"] = std::move(consents);
  body["witnesses"] = witnesses_json(view.witnessing);
  body["awards"] = std::move(awards);
  body["departures"] = departures_json(view);
  body["undecided"] = std::move(undecided);
  body["vacant"] = std::move(vacant);
  body["works"] = std::move(works);
  return body;
}

json result_json(const ResultView& view) {
  auto body = unranked_json(view);
  body["ranking"] = json::parse(view.result.ranking);
  return body;
}

}  // namespace guong::results
