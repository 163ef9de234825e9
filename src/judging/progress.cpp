// What a round still lacks, from its counters; locking a round asks the same function, so that the board and
// the refusal agree. Whether cards differ too much is computed when they change and kept beside the work.
#include "guong/judging/progress.h"

#include <algorithm>
#include <iterator>

#include "guong/api/record.h"
#include "guong/contests/contest.h"
#include "guong/standings/entry_score.h"
#include "guong/standings/round_rules.h"
#include "judging/assignment_store.h"
#include "judging/counter_store.h"

namespace guong::judging {
namespace {

void add_judges(Progress& progress, std::vector<JudgeCount> counts) {
  for (auto& one : counts) {
    progress.assigned += one.assigned;
    progress.drafted += one.drafted;
    progress.submitted += one.submitted;
    progress.judges.push_back({one.judge, std::move(one.name), one.assigned, one.drafted, one.submitted});
  }
  progress.missing_count = progress.assigned - progress.submitted;
}

void add_staffing(Progress& progress, const std::vector<Staffing>& staffing, int wanted) {
  for (const auto& one : staffing) {
    progress.entries += one.works;
    progress.cards_needed += one.works * (wanted + one.extra_needed);
    if (one.judges < wanted) progress.understaffed_count += one.works;
    if (one.extra_needed && !one.extra_given) progress.extra_needed_count += one.works;
  }
}

standings::CountedCard card_of_row(AssignmentRow& row) {
  return {id_text(row.judge), row.extra, std::move(row.marks)};
}

/// The codes of a round whose cards call for an extra judge, by code. One work's cards are held at a time.
std::vector<std::string> codes_needing_extra(store::Reader& reader, ContestId contest, int number,
                                             const rules::Round& round) {
  std::vector<std::string> out;
  std::string code;
  std::vector<standings::CountedCard> cards;
  const auto judge_work = [&] {
    if (standings::extra_judge_needed(round, cards)) out.push_back(code);
    cards.clear();
  };
  each_handed_in(reader, contest, number, [&](AssignmentRow row) {
    if (row.code != code) judge_work();
    code = row.code;
    cards.push_back(card_of_row(row));
  });
  judge_work();
  return out;
}

}  // namespace

Progress round_progress(store::Reader& reader, ContestId contest, int number) {
  const auto rules = contests::contest_rules(reader, contest);
  Progress progress;
  progress.state = round_state(reader, contest, number);
  const int wanted = standings::round_rules(*rules, number).judges_per_entry;
  add_staffing(progress, load_staffing(reader, contest, number), wanted);
  add_judges(progress, load_judge_counts(reader, contest, number));
  if (progress.missing_count > 0) progress.missing = missing_cards(reader, contest, number, {}, kMostListed);
  return progress;
}

std::map<std::string, std::int64_t> cards_by_day(store::Reader& reader, ContestId contest, int round) {
  const auto rules = contests::contest_rules(reader, contest);
  std::map<std::string, std::int64_t> days;
  for (const auto& [quarter, cards] : count_handed_in_by_quarter(reader, contest, round))
    days[to_local_iso_date(quarter, rules->calendar.zone)] += cards;
  return days;
}

std::vector<MissingCard> missing_cards(store::Reader& reader, ContestId contest, int round,
                                       const CardCursor& after, int limit) {
  return page_missing_cards(reader, contest, round, after, limit);
}

std::vector<Understaffed> understaffed_works(store::Reader& reader, ContestId contest, int round,
                                             const StaffingCursor& after, int limit) {
  const auto rules = contests::contest_rules(reader, contest);
  const int wanted = standings::round_rules(*rules, round).judges_per_entry;
  return page_understaffed(reader, contest, round, wanted, after, limit);
}

std::vector<std::string> extra_needed_works(store::Reader& reader, ContestId contest, int round,
                                            const std::string& after_code, int limit) {
  return page_extra_needed(reader, contest, round, after_code, limit);
}

void update_extra_needed(store::Tx& tx, ContestId contest, int number, const std::string& code) {
  const auto rules = contests::contest_rules(tx, contest);
  const auto& round = standings::round_rules(*rules, number);
  if (!round.discrepancy) return;
  std::vector<standings::CountedCard> cards;
  for (auto& row : load_handed_in(tx, contest, number, code)) cards.push_back(card_of_row(row));
  set_extra_needed(tx, contest, number, code, standings::extra_judge_needed(round, cards));
}

void update_extra_needed(store::Tx& tx, ContestId contest, int number) {
  const auto rules = contests::contest_rules(tx, contest);
  const auto& round = standings::round_rules(*rules, number);
  const auto before = load_extra_needed(tx, contest, number);
  const auto now =
      round.discrepancy ? codes_needing_extra(tx, contest, number, round) : std::vector<std::string>{};
  std::vector<std::string> changed;
  std::ranges::set_symmetric_difference(before, now, std::back_inserter(changed));
  for (const auto& code : changed)
    set_extra_needed(tx, contest, number, code, std::ranges::binary_search(now, code));
}

}  // namespace guong::judging
