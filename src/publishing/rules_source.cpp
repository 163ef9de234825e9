// Loads what the articles only refer to (units, the contest that winners go on to), so that writing them out
// needs no database.
#include <memory>
#include <mutex>
#include <nlohmann/json.hpp>

#include "guong/units/unit.h"
#include "publishing/public_store.h"
#include "publishing/rules_parts.h"

namespace guong::publishing {
namespace {

constexpr std::size_t kUnitsAtOnce = 200;

/// Every unit that the rules refer to by its code.
std::vector<std::string> codes_in(const rules::RuleBook& rules, const nlohmann::json& document) {
  auto out = rules.eligibility.units;
  out.insert(out.end(), rules.eligibility.excluded_units.begin(), rules.eligibility.excluded_units.end());
  for (const auto& category : document.at("categories")) {
    if (const auto& code = articles::member(category, "receiving_unit"); code.is_string())
      out.push_back(code);
  }
  return out;
}

/// What a version of a rule book refers to. Parsing takes milliseconds, and a public version never changes.
struct References {
  std::vector<std::string> units;
  std::string parent;
};

class KnownReferences {
 public:
  std::shared_ptr<const References> get(store::Reader& reader, const ContestRow& contest) {
    const std::pair key{contest.id, contest.version};
    {
      const std::lock_guard lock(mutex_);
      if (const auto known = known_.find(key); known != known_.end()) return known->second;
    }
    const auto document = nlohmann::json::parse(rule_book_versions(reader, contest.id).front().document);
    const auto rules = rules::parse_rule_book(document);
    auto made = std::make_shared<const References>(References{codes_in(rules, document), rules.parent});
    constexpr std::size_t kMost = 256;
    const std::lock_guard lock(mutex_);
    if (known_.size() >= kMost) known_.clear();
    return known_[key] = std::move(made);
  }

 private:
  std::mutex mutex_;
  std::map<std::pair<ContestId, std::int64_t>, std::shared_ptr<const References>> known_;
};

std::map<std::string, std::string> names_by_code(store::Reader& reader,
                                                 const std::vector<std::string>& codes) {
  std::map<std::string, std::string> out;
  for (std::size_t from = 0; from < codes.size(); from += kUnitsAtOnce) {
    const auto end = codes.begin() + static_cast<std::ptrdiff_t>(std::min(codes.size(), from + kUnitsAtOnce));
    const auto ids = units::units_by_code(reader, {codes.begin() + static_cast<std::ptrdiff_t>(from), end});
    std::vector<UnitId> wanted;
    for (const auto& [code, id] : ids) wanted.push_back(id);
    const auto names = units::unit_names(reader, wanted);
    for (const auto& [code, id] : ids) {
      if (const auto name = names.find(id); name != names.end()) out[code] = name->second;
    }
  }
  return out;
}

}  // namespace

RulesSource rules_source(store::Reader& reader, const std::string& text, const std::string& host_unit) {
  auto document = nlohmann::json::parse(text);
  auto rules = rules::parse_rule_book(document);
  std::string parent;
  if (!rules.parent.empty()) {
    const auto contest = public_contest(reader, rules.parent);
    parent = contest ? contest->name.vi : rules.parent;
  }
  auto units = names_by_code(reader, codes_in(rules, document));
  return {std::move(rules), std::move(document), host_unit, std::move(parent), std::move(units)};
}

std::string rules_fingerprint(store::Reader& reader, std::string_view slug) {
  const auto contest = public_contest(reader, slug);
  if (!contest) return "";
  const auto named = reader.state().of<KnownReferences>().get(reader, *contest);
  std::string out = contest_fingerprint(reader, slug);
  out += std::to_string(units::revision_of(reader, named->units)) + "/";
  if (named->parent.empty()) return out;
  const auto parent = public_contest(reader, named->parent);
  return out + (parent ? std::to_string(parent->revision.value) : "");
}

}  // namespace guong::publishing
