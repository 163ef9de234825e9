// Opening and locking rounds. A round freezes its entries when it opens; locking one is final and is refused
// while any card is missing.
#include "guong/judging/round.h"

#include <algorithm>
#include <map>
#include <set>

#include "guong/api/record.h"
#include "guong/base/enum_names.h"
#include "guong/base/error.h"
#include "guong/contests/contest.h"
#include "guong/contests/kept_rows.h"
#include "guong/entries/judging_view.h"
#include "guong/judging/assignment.h"
#include "guong/judging/judge_change.h"
#include "guong/judging/panel.h"
#include "guong/judging/progress.h"
#include "guong/judging/round_scores.h"
#include "guong/standings/round_rules.h"
#include "judging/counter_store.h"
#include "judging/kept_rows_store.h"
#include "judging/round_store.h"

namespace guong::judging {
namespace {

constexpr std::size_t kListed = 20;

constexpr EnumNames<RoundState, 3> kStateNames{
    {{{RoundState::waiting, "waiting"}, {RoundState::open, "open"}, {RoundState::locked, "locked"}}}};

std::string listed(const std::vector<std::string>& items) {
  std::string out;
  for (std::size_t i = 0; i < items.size() && i < kListed; ++i) out += (i ? ", " : "") + items[i];
  return items.size() > kListed ? out + "…" : out;
}

void refuse_unless(RoundState state, RoundAction action, int round) {
  if (next_state(state, action)) return;
  const char* key = action == RoundAction::lock && state == RoundState::waiting ? "judging.round_not_open"
                    : state == RoundState::locked                               ? "judging.round_locked"
                                                  : "judging.round_already_open";
  throw Error(ErrorKind::conflict, key, {{"round", std::to_string(round)}});
}

/// Intake is over and every entry is decided.
void refuse_while_intake(store::Reader& reader, const api::UseCaseContext& context, ContestId contest,
                         const rules::RuleBook& rules) {
  const auto end = rules.calendar.deadline + rules.calendar.grace;
  if (context.now <= end)
    throw Error(ErrorKind::conflict, "judging.too_early",
                {{"time", to_local_text(end, rules.calendar.zone)}});
  const auto numbers = entries::undecided_numbers(reader, contest, context.now);
  if (!numbers.empty())
    throw Error(ErrorKind::conflict, "judging.entries_undecided",
                {{"count", std::to_string(numbers.size())}, {"numbers", listed(numbers)}});
}

std::vector<RoundEntry> entries_for(store::Reader& reader, const api::UseCaseContext& context,
                                    ContestId contest, const rules::RuleBook& rules, int round) {
  std::vector<RoundEntry> out;
  if (round == 1) {
    refuse_while_intake(reader, context, contest, rules);
    for (auto& entry : entries::accepted_entries(reader, contest))
      out.push_back({entry.code, entry.entry, entry.category});
    return out;
  }
  if (round_state(reader, contest, round - 1) != RoundState::locked)
    throw Error(ErrorKind::conflict, "judging.round_before_not_locked",
                {{"round", std::to_string(round - 1)}});
  const auto codes =
      standings::advanced_codes(rules, round - 1, round_scores(reader, contest, rules, round - 1));
  for (auto& entry : round_entries(reader, contest, round - 1))
    if (std::ranges::binary_search(codes, entry.code)) out.push_back(std::move(entry));
  return out;
}

/// Each category with entries has as many judges on its panels as an entry needs.
void refuse_without_judges(store::Reader& reader, ContestId contest, const rules::RuleBook& rules, int round,
                           const std::vector<RoundEntry>& entries) {
  const int needed = standings::round_rules(rules, round).judges_per_entry;
  std::map<std::string, std::set<AccountId>> judges;
  for (const auto& entry : entries) judges[entry.category];
  for (const auto& panel : list_panels(reader, contest)) {
    if (panel.round != round) continue;
    for (const auto& category : panel.categories)
      judges[category].insert(panel.members.begin(), panel.members.end());
  }
  std::vector<std::string> short_of;
  for (const auto& [category, members] : judges)
    if (static_cast<int>(members.size()) < needed) {
      const auto* known = rules::find_category(rules, category);
      short_of.push_back(known ? known->name.vi : category);
    }
  if (!short_of.empty())
    throw Error(ErrorKind::conflict, "judging.category_lacks_judges",
                {{"categories", listed(short_of)}, {"count", std::to_string(needed)}});
}

/// What a round begins with; Error{conflict} while it cannot be opened.
std::vector<RoundEntry> entries_to_open(store::Reader& reader, const api::UseCaseContext& context,
                                        ContestId contest, int round) {
  const auto rules = contests::contest_rules(reader, contest);
  standings::round_rules(*rules, round);  // refuses a number that the rules do not have
  refuse_unless(round_state(reader, contest, round), RoundAction::open, round);
  auto entries = entries_for(reader, context, contest, *rules, round);
  if (entries.empty()) throw Error(ErrorKind::conflict, "judging.no_entries");
  refuse_without_judges(reader, contest, *rules, round, entries);
  return entries;
}

/// Of each kind the first ones: how many there are stands beside them.
std::vector<Fault> faults_of(store::Reader& reader, ContestId contest, int round, const Progress& progress) {
  std::vector<Fault> faults;
  for (const auto& card : progress.missing)
    faults.push_back({"/" + card.code + "/" + id_text(card.judge),
                      "judging.card_missing",
                      {{"code", card.code}, {"judge", card.judge_name}}});
  for (const auto& entry : understaffed_works(reader, contest, round, {}, kMostListed))
    faults.push_back({"/" + entry.code,
                      "judging.judges_missing",
                      {{"code", entry.code}, {"count", std::to_string(entry.judges_missing)}}});
  for (const auto& code : extra_needed_works(reader, contest, round, "", kMostListed))
    faults.push_back({"/" + code, "judging.extra_missing", {{"code", code}}});
  return faults;
}

std::optional<Error> changes_wait(store::Reader& reader, ContestId contest) {
  if (pending_judge_changes(reader, contest).empty()) return std::nullopt;
  return Error(ErrorKind::conflict, "judging.changes_wait");
}

std::int64_t lacking(const Progress& progress) {
  return progress.missing_count + progress.understaffed_count + progress.extra_needed_count;
}

Error cards_missing(std::int64_t count, std::vector<Fault> faults = {}) {
  return {
      ErrorKind::conflict, "judging.cards_missing", {{"count", std::to_string(count)}}, std::move(faults)};
}

}  // namespace

std::string_view state_name(RoundState state) { return kStateNames.name(state); }
RoundState read_round_state(std::string_view name) { return kStateNames.read(name); }

std::optional<RoundState> next_state(RoundState from, RoundAction action) {
  return guong::next_state(kRoundTransitions, from, action);
}

std::vector<RoundStatus> list_rounds(store::Reader& reader, ContestId contest) {
  std::vector<RoundStatus> out(contests::contest_rules(reader, contest)->rounds.size());
  for (std::size_t i = 0; i < out.size(); ++i) out[i].number = static_cast<int>(i) + 1;
  for (const auto& row : load_rounds(reader, contest))
    if (row.number <= static_cast<int>(out.size())) out[static_cast<std::size_t>(row.number) - 1] = row;
  return out;
}

RoundState round_state(store::Reader& reader, ContestId contest, int round) {
  if (const auto state = load_round_state(reader, contest, round)) return *state;
  // refuses a number that the rules do not have
  standings::round_rules(*contests::contest_rules(reader, contest), round);
  return RoundState::waiting;
}

bool all_rounds_locked(store::Reader& reader, ContestId contest) {
  return std::ranges::all_of(list_rounds(reader, contest),
                             [](const RoundStatus& round) { return round.state == RoundState::locked; });
}

bool marks_locked(store::Reader& reader, ContestId contest) {
  const auto states = load_round_states(reader, contest);
  return std::ranges::count(states, RoundState::open) == 0 &&
         std::ranges::count(states, RoundState::locked) > 0;
}

std::optional<Error> obstacle_to_opening(store::Reader& reader, const api::UseCaseContext& context,
                                         ContestId contest, int round) {
  try {
    entries_to_open(reader, context, contest, round);
  } catch (const Error& error) {
    if (error.kind() == ErrorKind::conflict) return error;
    throw;
  }
  return std::nullopt;
}

void open_round(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, int round) {
  api::require(context.actor, api::Role::organiser, contest);
  const auto entries = entries_to_open(tx, context, contest, round);
  const auto rounds = static_cast<int>(contests::contest_rules(tx, contest)->rounds.size());
  put_waiting_rounds(tx, contest, rounds);
  if (put_open_round(tx, contest, round, context.now) == 0) throw Error(ErrorKind::stale, "base.stale");
  for (const auto& entry : entries) insert_round_entry(tx, contest, round, entry);
  recount_round(tx, contest, round);
  enqueue_conflict_count(tx, context, contest);
  if (round == 1)
    contests::set_contest_state(tx, contest, contests::ContestState::open, contests::ContestState::judging);
  api::record(
      tx, context, "round.opened", contest,
      {{"round", std::to_string(round)}, {"entries", std::to_string(entries.size())}},
      {{std::string(store::kRowsTold), contests::contest_rows(tx, context.keys, contest) +
                                           (round == 1 ? rounds_rows(tx, context.keys, contest, rounds)
                                                       : round_rows(tx, context.keys, contest, round))}});
}

std::optional<Error> obstacle_to_locking(store::Reader& reader, ContestId contest, int round) {
  if (auto waits = changes_wait(reader, contest)) return waits;
  if (const auto count = lacking(round_progress(reader, contest, round))) return cards_missing(count);
  return std::nullopt;
}

void lock_round(store::Tx& tx, const api::UseCaseContext& context, ContestId contest, int round) {
  api::require(context.actor, api::Role::organiser, contest);
  refuse_unless(round_state(tx, contest, round), RoundAction::lock, round);
  if (const auto waits = changes_wait(tx, contest)) throw Error(*waits);
  if (const int barred =
          end_barred_assignments(tx, context, contest))  // undone by the refusal; the draw replaces them
    throw Error(ErrorKind::conflict, "judging.assignments_barred", {{"count", std::to_string(barred)}});
  update_extra_needed(tx, contest, round);  // locking is for good: nothing kept is relied on
  const auto progress = round_progress(tx, contest, round);
  if (auto faults = faults_of(tx, contest, round, progress); !faults.empty())
    throw cards_missing(lacking(progress), std::move(faults));
  if (mark_locked(tx, contest, round, context.now) == 0) throw Error(ErrorKind::stale, "base.stale");
  api::record(tx, context, "round.locked", contest,
              {{"round", std::to_string(round)}, {"cards", std::to_string(progress.submitted)}},
              {{std::string(store::kRowsTold), round_rows(tx, context.keys, contest, round)}});
}

std::vector<RoundEntry> round_entries(store::Reader& reader, ContestId contest, int round) {
  return load_round_entries(reader, contest, round);
}

}  // namespace guong::judging
