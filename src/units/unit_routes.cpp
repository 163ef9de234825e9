// HTTP of units: reading is open to all, bringing in and changing is the administrators'.
#include "guong/units/unit_routes.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "guong/api/answer.h"
#include "guong/base/text.h"
#include "units/unit_store.h"

namespace guong::units {
namespace {

using api::Role;
using nlohmann::json;

constexpr std::size_t kCsvLimit = 5'000'000;
constexpr std::size_t kLongestText = 200;
constexpr std::size_t kMostChanged = 100;    // units that one change ends, or begins
constexpr std::size_t kMostChildren = 5000;  // units that a split parts

json unit_json(const Unit& u) {
  return {{"id", u.id.value},
          {"code", u.code},
          {"type", u.type},
          {"name", u.name},
          {"short_name", u.short_name},
          {"parent", u.parent ? json(u.parent->value) : json()},
          {"valid_from", u.valid_from.empty() ? json() : json(u.valid_from)},
          {"valid_to", u.valid_to.empty() ? json() : json(u.valid_to)}};
}

json succession_json(const std::vector<Succession>& list) {
  json out = json::array();
  for (const auto& s : list)
    out.push_back({{"unit", unit_json(s.unit)}, {"kind", s.kind}, {"on_date", s.on_date}});
  return out;
}

/// What a name may begin with: as it was typed, but for what stands around it and what no name has.
std::string folded_start(std::string_view typed) {
  auto folded = fold(typed);
  std::erase_if(folded, [](char c) { return static_cast<unsigned char>(c) < ' '; });
  const auto from = folded.find_first_not_of(' ');
  return from == std::string::npos ? "" : folded.substr(from, folded.find_last_not_of(' ') + 1 - from);
}

http::Response get_units(api::ReadCall& call) {
  UnitQuery query;
  const auto asked = call.request().query_value("q").value_or("");
  query.words = folded_words(asked);
  query.typed = folded_start(asked);
  query.today = to_local_iso_date(call.now(), "Asia/Ho_Chi_Minh");
  query.on_date = call.request().query_value("on").value_or("");
  if (!query.on_date.empty() && !is_date(query.on_date))
    throw Error(ErrorKind::malformed, "units.not_a_date");
  query.roots = call.request().query_value("parent") == "none";
  if (!query.roots) query.parent = call.query_id<UnitId>("parent");
  return call.read([&](store::Reader& reader) {
    const auto page = api::page_after(
        call.cursor<UnitCursor>(), call.limit(),
        [&](const UnitCursor& after, int limit) { return list_units(reader, query, after, limit); },
        [](const ListedUnit& one) {
          return UnitCursor{one.rank, one.folded, one.unit.id};
        });
    std::vector<UnitId> parents;
    for (const auto& [unit, rank, folded] : page.lines)
      if (unit.parent) parents.push_back(*unit.parent);
    const auto names = unit_names(reader, parents);
    std::vector<json> items;
    for (const auto& [unit, rank, folded] : page.lines) {
      items.push_back(unit_json(unit));
      // Units of the same name are told apart by what stands above them.
      items.back()["parent_name"] = unit.parent ? json(names.at(*unit.parent)) : json();
    }
    return api::list_answer(std::move(items), page.next);
  });
}

http::Response get_unit(api::ReadCall& call) {
  const auto id = call.path_id<UnitId>("unit");
  return api::json_answer(call.read([&](store::Reader& reader) {
    const auto unit = find_unit(reader, id);
    if (!unit) throw Error::not_found();
    json out = unit_json(*unit);
    const auto chain = ancestors(reader, id);
    const auto names = unit_names(reader, chain);
    out["above"] = json::array();
    for (const UnitId above : chain) {
      if (above != id) out["above"].push_back({{"id", above.value}, {"name", names.at(above)}});
    }
    out["successors"] = succession_json(successors(reader, id));
    out["predecessors"] = succession_json(predecessors(reader, id));
    return out;
  }));
}

/// Either a CSV file as it is, or JSON with its text.
std::string sent_csv(const api::WriteCall& call) {
  if (call.request().header("content-type").value_or("").starts_with("text/csv")) return call.request().body;
  api::FieldReader fields(call.body());
  std::string csv = fields.text("csv", kCsvLimit);
  fields.done();
  return csv;
}

http::Response post_import(api::WriteCall& call) {
  const std::string csv = sent_csv(call);
  const auto counts = call.write([&](store::Tx& tx) { return import_units(tx, call.context(), csv); });
  return api::json_answer(json{{"added", counts.added}, {"changed", counts.changed}});
}

std::vector<UnitId> read_ids(api::FieldReader& fields, std::string_view name) {
  std::vector<UnitId> out;
  const auto& list = fields.raw(name, false);
  const bool well =
      list.is_null() || (list.is_array() && list.size() <= kMostChanged &&
                         std::ranges::all_of(list, [](const json& id) { return id.is_number_integer(); }));
  if (!well) {
    fields.add({"/" + std::string(name), "units.not_a_list", {{"max", std::to_string(kMostChanged)}}});
  } else if (list.is_array()) {
    for (const auto& id : list) out.push_back(UnitId{id.get<std::int64_t>()});
  }
  return out;
}

std::vector<UnitChange::To> read_to(api::FieldReader& fields, bool corrects) {
  std::vector<UnitChange::To> out;
  const auto& list = fields.raw("to", true);
  if (list.is_array() && list.size() <= kMostChanged) {
    for (const auto& item : list) {
      api::FieldReader one(item, "/to/" + std::to_string(out.size()));
      out.push_back(
          {corrects ? one.opt_text("code", kLongestText).value_or("") : one.text("code", kLongestText),
           one.text("type", kLongestText), one.text("name", kLongestText),
           one.opt_text("short_name", kLongestText).value_or(""), one.opt_id<UnitId>("parent")});
      for (auto& fault : one.faults()) fields.add(std::move(fault));
    }
  } else if (!list.is_null()) {
    fields.add({"/to", "units.not_a_list", {{"max", std::to_string(kMostChanged)}}});
  }
  return out;
}

std::map<UnitId, std::size_t> read_children(api::FieldReader& fields) {
  std::map<UnitId, std::size_t> out;
  const auto& list = fields.raw("children", false);
  if (!list.is_array()) return out;
  for (std::size_t i = 0; i < std::min(list.size(), kMostChildren); ++i) {
    api::FieldReader one(list[i], "/children/" + std::to_string(i));
    const auto unit = one.id<UnitId>("unit");
    out[unit] = static_cast<std::size_t>(one.integer("to", 0, kMostChanged));
    for (auto& fault : one.faults()) fields.add(std::move(fault));
  }
  return out;
}

constexpr std::pair<std::string_view, ChangeKind> kChangeKinds[] = {{"rename", ChangeKind::rename},
                                                                    {"merge", ChangeKind::merge},
                                                                    {"split", ChangeKind::split},
                                                                    {"add", ChangeKind::add},
                                                                    {"correct", ChangeKind::correct}};

UnitChange read_change(const json& body) {
  api::FieldReader fields(body);
  UnitChange change;
  const auto kind = fields.choice("kind", {"rename", "merge", "split", "add", "correct"});
  for (const auto& [name, known] : kChangeKinds)
    if (name == kind) change.kind = known;
  const bool corrects = change.kind == ChangeKind::correct;
  change.on_date = corrects ? fields.opt_text("on_date", 10).value_or("") : fields.text("on_date", 10);
  change.from = read_ids(fields, "from");
  change.to = read_to(fields, corrects);
  change.children = read_children(fields);
  fields.done();
  return change;
}

http::Response post_change(api::WriteCall& call) {
  const auto change = read_change(call.body());
  return call.write_answer([&](store::Tx& tx) {
    json units = json::array();
    for (const auto id : change_units(tx, call.context(), change)) units.push_back(id.value);
    return api::json_answer({{"units", std::move(units)}}, 201);
  });
}

http::Response get_export(api::ReadCall& call) {
  http::Response answer;
  answer.body = call.read([](store::Reader& reader) { return unit_csv(reader); });
  return std::move(answer.set("Content-Type", "text/csv; charset=utf-8")
                       .set("Content-Disposition", "attachment; filename=\"units.csv\""));
}

api::Route import_route() {
  api::Route route =
      api::post("/api/units/import", "importUnits", api::only(Role::administrator), post_import);
  route.body_limit = 2 * kCsvLimit;
  return route;
}

}  // namespace

const std::vector<api::Route>& unit_routes() {
  static const std::vector<api::Route> routes{
      api::get("/api/units", "listUnits", api::kAnyone, get_units),
      api::slow_get("/api/units/export", "exportUnits", api::only(Role::administrator), get_export),
      import_route(),
      api::creating_post("/api/units/changes", "changeUnits", api::only(Role::administrator), post_change),
      api::get("/api/units/{unit}", "getUnit", api::kAnyone, get_unit),
  };
  return routes;
}

}  // namespace guong::units
