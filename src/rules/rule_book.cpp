// The order of the checks: a document with schema faults is not read, so the later checks may rely on its
// shape.
#include "guong/rules/rule_book.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "rules/rule_book_checks.h"

namespace guong::rules {
namespace {

using nlohmann::json;

template <class Items>
auto by_id(const Items& items, std::string_view id) -> decltype(&items.front()) {
  const auto found = std::ranges::find_if(items, [&](const auto& item) { return item.id == id; });
  return found == items.end() ? nullptr : &*found;
}

/// Reads the document if it has the right shape, gathering every fault.
std::optional<RuleBook> examined(const json& document, std::vector<Fault>& faults) {
  faults = schema_faults(document);
  if (!faults.empty()) return std::nullopt;
  RuleBook rules = read_rule_book(document, faults);
  for (auto& fault : semantic_faults(document, rules)) faults.push_back(std::move(fault));
  return rules;
}

}  // namespace

const Category* find_category(const RuleBook& rules, std::string_view id) {
  return by_id(rules.categories, id);
}
bool asks_for_members(const Eligibility& eligibility) {
  return eligibility.scope != "open" && !eligibility.units.empty();
}
const Field* find_field(const RuleBook& rules, std::string_view id) { return by_id(rules.fields, id); }
const Prize* find_prize(const RuleBook& rules, std::string_view id) { return by_id(rules.prizes, id); }

json text_json(const LocalText& text) { return {{"vi", text.vi}, {"en", text.en}}; }

std::vector<Fault> rule_book_faults(const json& document) {
  std::vector<Fault> faults;
  examined(document, faults);
  return faults;
}

RuleBook parse_rule_book(const json& document) {
  std::vector<Fault> faults;
  auto rules = examined(document, faults);
  refuse_if_any(std::move(faults));
  return std::move(*rules);
}

}  // namespace guong::rules
