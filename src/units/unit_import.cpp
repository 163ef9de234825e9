// Bringing lines of units in: references are checked against the tree as it will be, then rows are written,
// parents first.
#include <algorithm>
#include <set>

#include "units/unit_store.h"

namespace guong::units {
namespace {

std::string at(const UnitLine& line, const char* column) { return line.at + "/" + column; }

/// Codes that a line names and neither the lines nor the installation have.
void add_unknown_codes(const std::vector<UnitLine>& lines, const LinesByCode& tree,
                       std::vector<Fault>& faults) {
  for (const auto& line : lines) {
    const auto check = [&](const char* column, const std::string& code) {
      if (!code.empty() && !tree.contains(code))
        faults.push_back({at(line, column), "units.unknown_code", {{"code", code}}});
    };
    check("parent_code", line.parent_code);
    for (const auto& code : line.successor_codes) check("successor_code", code);
  }
}

/// How many units stand above; more than kDeepest where they go in a circle.
int depth_of(const UnitLine& line, const LinesByCode& tree) {
  int depth = 0;
  auto above = tree.find(line.parent_code);
  for (; above != tree.end() && depth <= kDeepest; above = tree.find(above->second.parent_code)) ++depth;
  return depth;
}

bool below_itself(const UnitLine& line, const LinesByCode& tree) {
  std::set<std::string> seen;
  std::string above = line.parent_code;
  while (seen.insert(above).second) {
    if (above == line.unit.code) return true;
    const auto next = tree.find(above);
    if (next == tree.end()) return false;
    above = next->second.parent_code;
  }
  return false;
}

/// Circles and trees that grow too deep: of units that the file does not name, too, since what
/// stands above them may have moved.
void add_shape_faults(const LinesByCode& tree, std::vector<Fault>& faults) {
  for (const auto& [code, line] : tree) {
    if (depth_of(line, tree) <= kDeepest) continue;
    const std::string pointer = line.at.empty() ? "" : at(line, "parent_code");
    if (below_itself(line, tree)) {
      faults.push_back({pointer, "units.circle", {{"code", code}}});
    } else {
      faults.push_back({pointer, "units.too_deep", {{"code", code}, {"limit", std::to_string(kDeepest)}}});
    }
  }
}

bool says_the_same(const UnitLine& a, const UnitLine& b) {
  const auto facts = [](const UnitLine& l) {
    return std::tie(l.unit.type, l.unit.name, l.unit.short_name, l.unit.valid_from, l.unit.valid_to,
                    l.parent_code, l.successor_kind);
  };
  const std::set<std::string> a_after(a.successor_codes.begin(), a.successor_codes.end());
  const std::set<std::string> b_after(b.successor_codes.begin(), b.successor_codes.end());
  return facts(a) == facts(b) && a_after == b_after;
}

/// Lines that bring something new, parents before children: a row may only name a parent that
/// stands already.
std::vector<const UnitLine*> parents_first(const std::vector<UnitLine>& lines, const LinesByCode& known,
                                           const LinesByCode& tree) {
  std::vector<std::pair<int, const UnitLine*>> order;
  for (const auto& line : lines) {
    const auto before = known.find(line.unit.code);
    const bool news = before == known.end() || !says_the_same(before->second, line);
    if (news) order.emplace_back(depth_of(line, tree), &line);
  }
  std::ranges::stable_sort(order, {}, [](const auto& item) { return item.first; });
  std::vector<const UnitLine*> out;
  for (const auto& [depth, line] : order) out.push_back(line);
  return out;
}

void write_successors(store::Tx& tx, const UnitLine& line, const std::map<std::string, UnitId>& ids) {
  const UnitId unit = ids.at(line.unit.code);
  delete_successions(tx, unit);
  const std::set<std::string> codes(line.successor_codes.begin(), line.successor_codes.end());
  for (const auto& code : codes)
    insert_succession(tx, unit, ids.at(code), line.successor_kind, line.unit.valid_to);
}

}  // namespace

LinesByCode known_lines(store::Reader& reader) {
  LinesByCode out;
  for (auto& line : all_unit_lines(reader)) {
    auto code = line.unit.code;
    out.emplace(std::move(code), std::move(line));
  }
  return out;
}

ImportCounts write_lines(store::Tx& tx, const api::UseCaseContext& context, const LinesByCode& known,
                         const std::vector<UnitLine>& lines) {
  LinesByCode tree = known;
  for (const auto& line : lines) tree[line.unit.code] = line;
  std::vector<Fault> faults;
  add_unknown_codes(lines, tree, faults);
  add_shape_faults(tree, faults);
  refuse_if_any(std::move(faults));

  std::map<std::string, UnitId> ids;
  for (const auto& [code, line] : known) ids[code] = line.unit.id;
  ImportCounts counts;
  const auto news = parents_first(lines, known, tree);
  for (const UnitLine* line : news) {
    Unit unit = line->unit;
    unit.parent = line->parent_code.empty() ? std::nullopt : std::optional(ids.at(line->parent_code));
    if (const auto before = known.find(unit.code); before != known.end()) {
      unit.id = before->second.unit.id;
      update_unit(tx, unit, before->second.unit);
      ++counts.changed;
    } else {
      unit.id = ids[unit.code] = context.random.id<UnitId>();
      insert_unit(tx, unit);
      ++counts.added;
    }
  }
  for (const UnitLine* line : news) write_successors(tx, *line, ids);
  return counts;
}

ImportCounts import_units(store::Tx& tx, const api::UseCaseContext& context, std::string_view csv) {
  UnitFile file = parse_unit_csv(csv);
  refuse_if_any(std::move(file.faults));
  return write_lines(tx, context, known_lines(tx), file.lines);
}

}  // namespace guong::units
