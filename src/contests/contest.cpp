// A contest from draft to open, and its amendments: what may still change when, and each version of the rules
// committed to in the ledger. Later states are moved by judging and results through set_contest_state().
#include "guong/contests/contest.h"

#include <algorithm>
#include <array>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>

#include "contests/contest_store.h"
#include "guong/accounts/grant.h"
#include "guong/api/record.h"
#include "guong/base/crypto.h"
#include "guong/base/enum_names.h"
#include "guong/contests/kept_rows.h"
#include "guong/units/unit.h"

namespace guong::contests {
namespace {

using nlohmann::json;

constexpr EnumNames<ContestState, 5> kStateNames{{{{ContestState::draft, "draft"},
                                                   {ContestState::open, "open"},
                                                   {ContestState::judging, "judging"},
                                                   {ContestState::settled, "settled"},
                                                   {ContestState::published, "published"}}}};

/// What an amendment may change; everything else was frozen when the contest opened, since entrants
/// relied on it and judging obeys it.
constexpr std::array<std::string_view, 11> kAmendable{
    "name",   "summary", "calendar", "legal_basis",       "co_organisers", "topics",
    "series", "edition", "notices",  "previous_editions", "assumptions"};
/// What an amendment may not change of the calendar once judging has begun.
constexpr std::array<std::string_view, 3> kFixedByJudging{"opens", "deadline", "grace_minutes"};

std::string hash_text(const std::string& document) { return to_hex(as_text(sha256(document))); }

UnitId host_of(store::Reader& reader, const rules::RuleBook& rules) {
  const auto host = units::unit_by_code(reader, rules.host_unit);
  if (!host) refuse_if_any({{"/host_unit", "contests.unknown_unit", {{"code", rules.host_unit}}}});
  return host->id;
}

void refuse_unknown_parent(store::Reader& reader, const rules::RuleBook& rules) {
  if (!rules.parent.empty() && !find_contest_by_slug(reader, rules.parent))
    refuse_if_any({{"/parent", "contests.unknown_contest", {{"slug", rules.parent}}}});
}

/// Codes that decide who may enter must name a unit: one that does not would let everybody in, or
/// nobody.
void add_unknown_units(store::Reader& reader, const rules::RuleBook& rules, std::vector<Fault>& faults) {
  const auto& e = rules.eligibility;
  std::vector<std::string> codes = e.units;
  codes.insert(codes.end(), e.excluded_units.begin(), e.excluded_units.end());
  const auto known = units::units_by_code(reader, codes);
  const auto check = [&](const std::string& list, const std::vector<std::string>& named) {
    for (std::size_t i = 0; i < named.size(); ++i) {
      if (known.contains(named[i])) continue;
      faults.push_back(
          {"/eligibility/" + list + "/" + std::to_string(i), "contests.unknown_unit", {{"code", named[i]}}});
    }
  };
  check("units", e.units);
  check("excluded_units", e.excluded_units);
}

/// Organiser on the installation, on the unit, or on one above it.
void require_organiser_of_unit(store::Reader& reader, const api::Actor& actor, UnitId unit) {
  const auto chain = units::ancestors(reader, unit);
  const bool held = std::any_of(actor.grants.begin(), actor.grants.end(), [&](const api::Grant& g) {
    if (g.role != api::Role::organiser || g.contest) return false;
    return !g.unit || std::find(chain.begin(), chain.end(), *g.unit) != chain.end();
  });
  if (!held) throw Error(ErrorKind::forbidden, "contests.not_organiser_of_unit");
}

std::vector<Fault> frozen_changes(const json& before, const json& after) {
  std::vector<Fault> faults;
  const auto check = [&](const std::string& name) {
    if (std::find(kAmendable.begin(), kAmendable.end(), name) != kAmendable.end()) return;
    if (before.value(name, json()) != after.value(name, json()))
      faults.push_back({"/" + name, "contests.frozen", {}});
  };
  for (const auto& [name, value] : before.items()) check(name);
  for (const auto& [name, value] : after.items()) {
    if (!before.contains(name)) check(name);
  }
  return faults;
}

void add_calendar_faults(const ContestHead& head, const json& before, const json& after,
                         const rules::RuleBook& rules, Timestamp now, std::vector<Fault>& faults) {
  if (head.state == ContestState::judging) {
    for (const auto name : kFixedByJudging) {
      const std::string key(name);
      if (before.at("calendar").value(key, json()) != after.at("calendar").value(key, json()))
        faults.push_back({"/calendar/" + key, "contests.judging_has_begun", {}});
    }
  } else if (rules.calendar.deadline != head.deadline && rules.calendar.deadline <= now) {
    faults.push_back({"/calendar/deadline", "contests.deadline_in_past", {}});
  }
}

ContestHead require_state(store::Reader& reader, ContestId contest,
                          std::initializer_list<ContestState> states) {
  auto head = find_contest(reader, contest);
  if (std::find(states.begin(), states.end(), head.state) == states.end()) {
    throw Error(ErrorKind::conflict, "contests.wrong_state",
                {{"state", std::string(state_name(head.state))}});
  }
  return head;
}

/// Parsing takes milliseconds, so the rules of a document are kept by its hash. Equal documents
/// have equal rules. Any thread.
class ParsedRules {
 public:
  using Rules = std::shared_ptr<const rules::RuleBook>;
  Rules find(const std::string& hash) {
    const std::lock_guard lock(mutex_);
    const auto found = kept_.find(hash);
    return found == kept_.end() ? nullptr : found->second;
  }
  void keep(const std::string& hash, Rules rules) {
    constexpr std::size_t kMostKept = 256;
    const std::lock_guard lock(mutex_);
    if (kept_.size() >= kMostKept) kept_.clear();
    kept_[hash] = std::move(rules);
  }

 private:
  std::mutex mutex_;
  std::map<std::string, Rules> kept_;
};

std::shared_ptr<const rules::RuleBook> parsed_rules(store::Reader& reader, ContestId contest,
                                                    std::optional<std::int64_t> version) {
  auto& kept = reader.state().of<ParsedRules>();
  const std::string hash = rule_book_hash(reader, contest, version);
  if (auto rules = kept.find(hash)) return rules;
  auto rules = std::make_shared<const rules::RuleBook>(
      rules::parse_rule_book(json::parse(rule_book_document(reader, contest, version))));
  kept.keep(hash, rules);
  return rules;
}

}  // namespace

std::string_view state_name(ContestState state) { return kStateNames.name(state); }
ContestState read_state(std::string_view name) { return kStateNames.read(name); }

std::shared_ptr<const rules::RuleBook> contest_rules(store::Reader& reader, ContestId contest) {
  return parsed_rules(reader, contest, std::nullopt);
}
std::shared_ptr<const rules::RuleBook> contest_rules(store::Reader& reader, ContestId contest,
                                                     std::int64_t version) {
  return parsed_rules(reader, contest, version);
}

void set_contest_state(store::Tx& tx, ContestId contest, ContestState from, ContestState to) {
  if (move_state(tx, contest, state_name(from), state_name(to))) return;
  throw Error(ErrorKind::conflict, "contests.wrong_state",
              {{"state", std::string(state_name(find_contest(tx, contest).state))}});
}

ContestId create_contest(store::Tx& tx, const api::UseCaseContext& context, const json& document) {
  const rules::RuleBook rules = rules::parse_rule_book(document);
  const UnitId host = host_of(tx, rules);
  require_organiser_of_unit(tx, context.actor, host);
  if (find_contest_by_slug(tx, rules.slug))
    refuse_if_any({{"/slug", "contests.slug_taken", {{"slug", rules.slug}}}});
  const auto id = context.random.id<ContestId>();
  refuse_unknown_parent(tx, rules);
  insert_contest(tx, {id, host, rules, context.now, context.actor.account});
  insert_rule_book(tx, {id, 1, document.dump(), "", "", context.now, context.actor.account});
  accounts::grant_role(
      tx, context,
      {context.actor.account, api::Role::organiser, id, std::nullopt, std::nullopt, std::nullopt, ""});
  return id;
}

Revision replace_rule_book(store::Tx& tx, const api::UseCaseContext& context, ContestId contest,
                           Revision expected, const json& document) {
  api::require(context.actor, api::Role::organiser, contest);
  const auto head = require_state(tx, contest, {ContestState::draft});
  const rules::RuleBook rules = rules::parse_rule_book(document);
  if (rules.slug != head.slug) refuse_if_any({{"/slug", "contests.slug_stays", {}}});
  if (host_of(tx, rules) != head.host_unit) refuse_if_any({{"/host_unit", "contests.host_stays", {}}});
  const Revision revision = update_contest(tx, head, expected, rules, ContestState::draft, head.version);
  refuse_unknown_parent(tx, rules);
  update_level(tx, contest, rules.level);
  replace_document(tx, contest, head.version, document.dump());
  return revision;
}

Revision open_contest(store::Tx& tx, const api::UseCaseContext& context, ContestId contest,
                      Revision expected) {
  api::require(context.actor, api::Role::organiser, contest);
  const auto head = require_state(tx, contest, {ContestState::draft});
  const std::string document = rule_book_document(tx, contest, head.version);
  const rules::RuleBook rules = rules::parse_rule_book(json::parse(document));
  std::vector<Fault> faults = rules.unsupported;
  add_unknown_units(tx, rules, faults);
  if (rules.calendar.deadline <= context.now)
    faults.push_back({"/calendar/deadline", "contests.deadline_passed", {}});
  refuse_if_any(std::move(faults));
  const Revision revision = update_contest(tx, head, expected, rules, ContestState::open, head.version);
  api::record(tx, context, "contest.opened", contest,
              {{"version", std::to_string(head.version)}, {"rule_book_sha256", hash_text(document)}},
              {{std::string(store::kRowsTold), rule_book_rows(tx, context.keys, contest, head.version)}});
  return revision;
}

Revision amend_contest(store::Tx& tx, const api::UseCaseContext& context, ContestId contest,
                       Revision expected, const json& document, const Amendment& amendment) {
  api::require(context.actor, api::Role::organiser, contest);
  const auto head = require_state(tx, contest, {ContestState::open, ContestState::judging});
  const rules::RuleBook rules = rules::parse_rule_book(document);
  const auto in_force = json::parse(rule_book_document(tx, contest, head.version));
  if (document == in_force) throw Error(ErrorKind::conflict, "contests.nothing_changed");
  auto faults = frozen_changes(in_force, document);
  add_calendar_faults(head, in_force, document, rules, context.now, faults);
  faults.insert(faults.end(), rules.unsupported.begin(), rules.unsupported.end());
  refuse_if_any(std::move(faults));
  const std::int64_t version = head.version + 1;
  const Revision revision = update_contest(tx, head, expected, rules, head.state, version);
  const std::string text = document.dump();
  insert_rule_book(tx, {contest, version, text, amendment.reason, amendment.decision_number, context.now,
                        context.actor.account});
  api::record(tx, context, "contest.amended", contest,
              {{"version", std::to_string(version)},
               {"rule_book_sha256", hash_text(text)},
               {"decision_number", amendment.decision_number},
               {"reason", amendment.reason}},
              {{std::string(store::kRowsTold), rule_book_rows(tx, context.keys, contest, version)}});
  return revision;
}

}  // namespace guong::contests
