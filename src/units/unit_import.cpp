#include <algorithm>

#include "units/unit_store.h"

namespace guong::units {
namespace {

Fault line_fault(const UnitLine& line, std::string_view column, std::string key, std::string code) {
  return {"/lines/" + std::to_string(line.line) + "/" + std::string(column), std::move(key), {{"code", std::move(code)}}};
}

/// Codes that a line names and neither the file nor the installation has; parents that go in a circle.
std::vector<Fault> reference_faults(const std::vector<UnitLine>& lines, const std::map<std::string, UnitId>& known) {
  std::map<std::string, std::string> parent_of;
  for (const auto& line : lines) parent_of[line.unit.code] = line.parent_code;
  const auto exists = [&](const std::string& code) { return known.contains(code) || parent_of.contains(code); };
  std::vector<Fault> faults;
  for (const auto& line : lines) {
    const auto check = [&](const char* column, const std::string& code) {
      if (!code.empty() && !exists(code)) faults.push_back(line_fault(line, column, "units.unknown_code", code));
    };
    check("parent_code", line.parent_code);
    for (const auto& code : line.successor_codes) check("successor_code", code);
    std::string above = line.parent_code;
    for (std::size_t steps = 0; parent_of.contains(above) && steps <= lines.size(); ++steps) {
      if (above == line.unit.code) {
        faults.push_back(line_fault(line, "parent_code", "units.circle", above));
        break;
      }
      above = parent_of[above];
    }
  }
  return faults;
}

/// Parents before children: a row may only name a parent that stands already.
std::vector<const UnitLine*> parents_first(const std::vector<UnitLine>& lines) {
  std::map<std::string, const UnitLine*> by_code;
  for (const auto& line : lines) by_code[line.unit.code] = &line;
  const auto depth = [&](const UnitLine* line) {
    int n = 0;
    for (auto above = by_code.find(line->parent_code); above != by_code.end(); above = by_code.find(above->second->parent_code)) ++n;
    return n;
  };
  std::vector<std::pair<int, const UnitLine*>> order;
  for (const auto& line : lines) order.emplace_back(depth(&line), &line);
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<const UnitLine*> out;
  for (const auto& [n, line] : order) out.push_back(line);
  return out;
}

}  // namespace

ImportCounts import_units(store::Tx& tx, const api::Act& act, std::string_view csv) {
  UnitFile file = parse_unit_csv(csv);
  refuse_if_any(std::move(file.faults));
  auto ids = ids_by_code(tx);
  refuse_if_any(reference_faults(file.lines, ids));
  ImportCounts counts;
  for (const UnitLine* line : parents_first(file.lines)) {
    Unit unit = line->unit;
    if (!line->parent_code.empty()) unit.parent = ids.at(line->parent_code);
    const auto known = ids.find(unit.code);
    if (known == ids.end()) {
      unit.id = act.random.id<UnitId>();
      ids[unit.code] = unit.id;
      insert_unit(tx, unit);
      ++counts.added;
    } else {
      unit.id = known->second;
      update_unit(tx, unit);
      ++counts.changed;
    }
  }
  for (const auto& line : file.lines) {
    for (const auto& code : line.successor_codes) {
      insert_succession(tx, ids.at(line.unit.code), ids.at(code), line.successor_kind, line.unit.valid_to);
    }
  }
  return counts;
}

}  // namespace guong::units
