// Renaming, merging, splitting, adding and correcting units: put together from the lines of which a file of
// units is made, so that the same checks hold.
#include <algorithm>
#include <set>

#include "guong/base/time.h"
#include "units/unit_store.h"

namespace guong::units {
namespace {

constexpr std::pair<ChangeKind, const char*> kSuccessorKinds[] = {
    {ChangeKind::rename, "rename"}, {ChangeKind::merge, "merge"}, {ChangeKind::split, "split"}};

/// Empty for what has no successor.
std::string successor_kind(ChangeKind kind) {
  for (const auto& [known, name] : kSuccessorKinds)
    if (known == kind) return name;
  return "";
}

bool lives_on(const Unit& unit, const std::string& date) {
  return unit.valid_to.empty() || unit.valid_to > date;
}

/// "2026-07-01" as people here write it: "01/07/2026".
std::string day_text(const std::string& date) {
  return date.substr(8, 2) + "/" + date.substr(5, 2) + "/" + date.substr(0, 4);
}

class Changing {
 public:
  /// `today`: the day it is where the day begins first.
  Changing(const UnitChange& change, LinesByCode known, std::string today)
      : change_(change), known_(std::move(known)), today_(std::move(today)) {
    for (const auto& [code, line] : known_) by_id_.emplace(line.unit.id, &line);
    refuse_wrong_numbers();
  }

  std::vector<UnitLine> lines() {
    for (std::size_t i = 0; i < change_.to.size(); ++i) add_new(i);
    for (std::size_t i = 0; i < change_.from.size(); ++i) end_old(i);
    if (!successor_kind(change_.kind).empty()) move_children();
    refuse_if_any(std::move(faults_));
    return std::move(lines_);
  }

  const LinesByCode& known() const { return known_; }

 private:
  void refuse_wrong_numbers() {
    const auto many = change_.kind == ChangeKind::split;
    const auto from = change_.from.size(), to = change_.to.size();
    const bool from_well = change_.kind == ChangeKind::add     ? from == 0
                           : change_.kind == ChangeKind::merge ? from >= 2
                                                               : from == 1;
    if (!from_well)
      fault("/from", change_.kind == ChangeKind::merge ? "units.merge_needs_two" : "units.one_unit_only");
    if (many ? to < 2 : to != 1) fault("/to", many ? "units.split_needs_two" : "units.one_unit_only");
    if (std::set(change_.from.begin(), change_.from.end()).size() != from)
      fault("/from", "units.named_twice");
    refuse_if_any(std::move(faults_));
  }

  bool corrects() const { return change_.kind == ChangeKind::correct; }

  void add_new(std::size_t i) {
    const auto& to = change_.to[i];
    const std::string at = "/to/" + std::to_string(i);
    UnitLine line{at,
                  {{},
                   to.code,
                   to.type,
                   to.name,
                   to.short_name.empty() ? to.name : to.short_name,
                   {},
                   change_.on_date,
                   ""}};
    if (corrects()) return correct(std::move(line));
    if (!is_code(to.code)) fault(at + "/code", "units.not_a_code");
    if (known_.contains(to.code)) fault(at + "/code", "units.code_known", {{"code", to.code}});
    for (std::size_t before = 0; before < i; ++before)
      if (change_.to[before].code == to.code) fault(at + "/code", "units.code_known", {{"code", to.code}});
    line.parent_code = parent_code(i);
    lines_.push_back(std::move(line));
  }

  /// The unit stays the same: only what was wrong in its line changes.
  void correct(UnitLine line) {
    const auto* old = find(change_.from[0], "/from/0");
    if (!old) return;
    line.unit.code = old->unit.code;
    line.unit.valid_from = old->unit.valid_from;
    line.unit.valid_to = old->unit.valid_to;
    line.successor_codes = old->successor_codes;
    line.successor_kind = old->successor_kind;
    line.parent_code = parent_code(0);
    lines_.push_back(std::move(line));
  }

  std::string parent_code(std::size_t i) {
    if (!change_.to[i].parent) return "";
    const std::string at = "/to/" + std::to_string(i) + "/parent";
    const auto* parent = find(*change_.to[i].parent, at);
    if (!parent) return "";
    const bool ends_now = !corrects() && std::ranges::count(change_.from, parent->unit.id) > 0;
    if (ends_now || !lives_on(parent->unit, corrects() ? today_ : change_.on_date))
      fault(at, "units.parent_not_there", {{"name", parent->unit.name}});
    return parent->unit.code;
  }

  void end_old(std::size_t i) {
    const std::string at = "/from/" + std::to_string(i);
    const auto* old = find(change_.from[i], at);
    if (!old || corrects()) return;
    if (!old->unit.valid_to.empty())
      fault(at, "units.ended_already", {{"name", old->unit.name}, {"date", day_text(old->unit.valid_to)}});
    if (!old->unit.valid_from.empty() && change_.on_date <= old->unit.valid_from)
      fault("/on_date", "units.not_begun_yet",
            {{"name", old->unit.name}, {"date", day_text(old->unit.valid_from)}});
    UnitLine line = *old;
    line.at = at;
    line.unit.valid_to = change_.on_date;
    line.successor_kind = successor_kind(change_.kind);
    line.successor_codes.clear();
    for (const auto& to : change_.to) line.successor_codes.push_back(to.code);
    lines_.push_back(std::move(line));
  }

  /// Units below the old ones go on below the new, at once: a day to come is refused while there are any.
  /// What ended before stays where it was.
  void move_children() {
    for (const auto& [code, line] : known_) {
      const auto parent = known_.find(line.parent_code);
      if (parent == known_.end() || std::ranges::count(change_.from, parent->second.unit.id) == 0) continue;
      if (!lives_on(line.unit, change_.on_date) || std::ranges::count(change_.from, line.unit.id) > 0)
        continue;
      if (change_.on_date > today_) return fault("/on_date", "units.not_yet", {{"name", line.unit.name}});
      std::size_t to = 0;
      if (change_.kind == ChangeKind::split) {
        const auto chosen = change_.children.find(line.unit.id);
        if (chosen == change_.children.end() || chosen->second >= change_.to.size()) {
          fault("/children", "units.child_without_parent", {{"name", line.unit.name}});
          continue;
        }
        to = chosen->second;
      }
      UnitLine moved = line;
      moved.at = "/children";
      moved.parent_code = change_.to[to].code;
      lines_.push_back(std::move(moved));
    }
  }

  const UnitLine* find(UnitId id, const std::string& pointer) {
    const auto found = by_id_.find(id);
    if (found != by_id_.end()) return found->second;
    fault(pointer, "units.no_such_unit");
    return nullptr;
  }

  void fault(std::string pointer, std::string key, Params params = {}) {
    faults_.push_back({std::move(pointer), std::move(key), std::move(params)});
  }

  const UnitChange& change_;
  LinesByCode known_;
  std::string today_;
  std::map<UnitId, const UnitLine*> by_id_;
  std::vector<UnitLine> lines_;
  std::vector<Fault> faults_;
};

}  // namespace

std::vector<UnitId> change_units(store::Tx& tx, const api::UseCaseContext& context,
                                 const UnitChange& change) {
  if (change.kind != ChangeKind::correct && !is_date(change.on_date))
    refuse_if_any({{"/on_date", "units.not_a_date", {}}});
  Changing changing(change, known_lines(tx), to_rfc3339(context.now + hours(14)).substr(0, 10));
  const auto lines = changing.lines();
  write_lines(tx, context, changing.known(), lines);
  std::vector<UnitId> out;
  for (std::size_t i = 0; i < change.to.size(); ++i) out.push_back(unit_by_code(tx, lines[i].unit.code)->id);
  return out;
}

}  // namespace guong::units
