#include "guong/scoring/conflict.h"

namespace guong::scoring {
namespace {

struct Kind {
  TieKind kind;
  std::string_view name;
  bool hard;
  bool (*holds)(const JudgeFacts&, const EntryFacts&);
};

template <class T>
bool overlap(const std::set<T>& a, const std::set<T>& b) {
  for (const T& item : a) {
    if (b.contains(item)) return true;
  }
  return false;
}

constexpr Kind kKinds[] = {
    {TieKind::self, "self", true,
     [](const JudgeFacts& j, const EntryFacts& e) { return e.accounts.contains(j.account); }},
    {TieKind::same_unit, "same_unit", true,
     [](const JudgeFacts& j, const EntryFacts& e) { return j.unit != 0 && e.units.contains(j.unit); }},
    {TieKind::unit_above_below, "unit_above_below", false,
     [](const JudgeFacts& j, const EntryFacts& e) { return overlap(j.units_next, e.units); }},
    {TieKind::declared_person, "declared_person", true,
     [](const JudgeFacts& j, const EntryFacts& e) {
       return overlap(j.folded_persons, e.folded_names) || e.folded_declared.contains(j.folded_name);
     }},
    {TieKind::declared_unit, "declared_unit", true,
     [](const JudgeFacts& j, const EntryFacts& e) { return overlap(j.declared_units, e.units); }},
    {TieKind::exemplar, "exemplar", true,
     [](const JudgeFacts& j, const EntryFacts& e) {
       return !e.folded_exemplar.empty() &&
              (j.folded_name == e.folded_exemplar || j.folded_persons.contains(e.folded_exemplar));
     }},
    {TieKind::exemplar_unit, "exemplar_unit", false,
     [](const JudgeFacts& j, const EntryFacts& e) { return j.unit != 0 && j.unit == e.exemplar_unit; }},
};

}  // namespace

std::string_view tie_kind_name(TieKind kind) { return kKinds[static_cast<std::size_t>(kind)].name; }
bool is_hard(TieKind kind) { return kKinds[static_cast<std::size_t>(kind)].hard; }

std::vector<TieKind> ties_between(const JudgeFacts& judge, const EntryFacts& entry) {
  std::vector<TieKind> ties;
  for (const Kind& k : kKinds) {
    if (k.holds(judge, entry)) ties.push_back(k.kind);
  }
  return ties;
}

}  // namespace guong::scoring
