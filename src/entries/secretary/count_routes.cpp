// HTTP of the counts: parses, asks count_store.h, answers.
#include "entries/secretary/count_routes.h"

#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "entries/entry_access.h"
#include "entries/secretary/count_store.h"
#include "guong/api/answer.h"
#include "guong/base/held_counts.h"
#include "guong/units/unit.h"

namespace guong::entries {
namespace {

using api::ReadCall;
using api::Role;
using nlohmann::json;

constexpr int kMostUnits = 500;

http::Response get_counts(ReadCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto counts = call.read([&](store::Reader& reader) { return count_entries(reader, contest); });
  json items = json::array();
  for (const auto& count : counts)
    items.push_back({{"state", count.state},
                     {"category", count.category},
                     {"field", count.field},
                     {"count", count.count}});
  return api::json_answer({{"counts", std::move(items)}});
}

http::Response get_days(ReadCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  return call.read([&](store::Reader& reader) {
    const auto zone = contest_now(reader, contest).rules->calendar.zone;
    std::map<std::string, std::int64_t> by_day;
    for (const auto& [quarter, count] : count_by_quarter(reader, contest))
      by_day[to_local_iso_date(quarter, zone)] += count;
    json days = json::array();
    for (const auto& [date, count] : by_day) days.push_back({{"date", date}, {"count", count}});
    return api::json_answer({{"days", std::move(days)}});
  });
}

json unit_counts(store::Reader& reader, ContestId contest, const std::optional<units::Unit>& parent,
                 const std::string& date) {
  const auto id = parent ? parent->id : UnitId{};
  const auto totals = unit_totals(reader, contest, id);
  std::int64_t below = 0;
  json units = json::array();
  for (const auto& unit : count_by_unit(reader, contest, id, date, kMostUnits)) {
    below += unit.count;
    units.push_back({{"id", unit.unit.value},
                     {"name", unit.name},
                     {"short_name", unit.short_name},
                     {"count", unit.count},
                     {"has_children", unit.has_children}});
  }
  return {{"parent", parent ? json{{"id", id.value},
                                   {"name", parent->name},
                                   {"parent", parent->parent ? json(parent->parent->value) : json()}}
                            : json()},
          {"units", std::move(units)},
          {"own", totals.of_unit},
          {"elsewhere", totals.with_unit - totals.of_unit - below},
          {"without", totals.all - totals.with_unit}};
}

/// The day it is in the contest's zone.
std::string today(const ReadCall& call, const ContestNow& contest) {
  return to_local_iso_date(call.now(), contest.rules->calendar.zone);
}

http::Response get_unit_counts(ReadCall& call) {
  const auto contest = call.path_id<ContestId>("contest");
  const auto asked = call.query_id<UnitId>("parent");
  return call.read([&](store::Reader& reader) {
    const auto now = contest_now(reader, contest);
    const auto parent = units::find_unit(reader, asked.value_or(now.head.host_unit));
    if (!parent) throw Error::not_found();
    return api::json_answer(unit_counts(reader, contest, parent, today(call, now)));
  });
}

/// What coordinators of units beside each other have seen, by contest and the unit above.
class NeighbourCounts : public HeldCounts<std::pair<ContestId, UnitId>, json> {};

/// For the coordinator of the unit, or of one above it: the unit among those beside it.
http::Response get_neighbours(ReadCall& call) {
  const auto contest = call.query_id<ContestId>("contest");
  if (!contest) throw Error(ErrorKind::malformed, "entries.contest_missing");
  return call.read([&](store::Reader& reader) {
    const auto unit = units::find_unit(reader, call.path_id<UnitId>("unit"));
    if (!unit || !coordinates(reader, call.actor(), unit->id)) throw Error::not_found();
    const auto now = contest_now(reader, *contest);
    const auto parent = unit->parent ? units::find_unit(reader, *unit->parent) : std::nullopt;
    const auto held = reader.state().of<NeighbourCounts>().get(
        {*contest, unit->parent.value_or(UnitId{})}, call.now(),
        [&] { return unit_counts(reader, *contest, parent, today(call, now)); });
    return api::json_answer(held.counts);
  });
}

constexpr auto kWatchers = api::any_of(Role::secretary | Role::organiser | Role::head | Role::inspector);

constexpr api::Route kRoutes[] = {
    api::get("/api/contests/{contest}/entry-counts", "countEntries", kWatchers, get_counts),
    api::slow_get("/api/contests/{contest}/entry-days", "countEntriesByDay", kWatchers, get_days),
    api::slow_get("/api/contests/{contest}/unit-counts", "countEntriesByUnit", kWatchers, get_unit_counts),
    api::slow_get("/api/units/{unit}/entry-counts", "countEntriesBeside", api::only(Role::coordinator),
                  get_neighbours),
};

}  // namespace

std::span<const api::Route> count_routes() { return kRoutes; }

}  // namespace guong::entries
