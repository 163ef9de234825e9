// An entry's table of states, and when intake is open.
#include "guong/entries/entry.h"

#include <catch2/catch.hpp>
#include <set>

using namespace guong::entries;

TEST_CASE("every state has a name that leads back to it") {
  for (const auto state : {State::draft, State::submitted, State::returned, State::accepted, State::refused,
                           State::withdrawn, State::disqualified})
    CHECK(state_from_name(state_name(state)) == state);
  CHECK_FALSE(state_from_name("judged"));
}

TEST_CASE("the table of transitions says each thing once") {
  std::set<std::pair<State, EntryAction>> seen;
  for (const auto& row : kEntryTransitions) CHECK(seen.emplace(row.from, row.action).second);
}

TEST_CASE("what the table does not say cannot be done") {
  CHECK(next_state(State::draft, EntryAction::submit) == State::submitted);
  CHECK(next_state(State::submitted, EntryAction::accept) == State::accepted);
  CHECK(next_state(State::returned, EntryAction::reopen) == State::draft);
  for (const auto action : {EntryAction::save, EntryAction::submit, EntryAction::accept, EntryAction::reopen,
                            EntryAction::refuse})
    CHECK_FALSE(next_state(State::accepted, action));
  for (const auto action : {EntryAction::save, EntryAction::submit, EntryAction::reopen,
                            EntryAction::withdraw, EntryAction::accept, EntryAction::disqualify})
    CHECK_FALSE(next_state(State::disqualified, action));
  CHECK_FALSE(next_state(State::withdrawn, EntryAction::submit));
  CHECK_FALSE(next_state(State::draft, EntryAction::accept));
  CHECK_FALSE(next_state(State::draft, EntryAction::disqualify));
}

TEST_CASE("intake is open from the opening to the deadline, both included, and later only for a reason") {
  using guong::minutes;
  guong::rules::Calendar calendar;
  calendar.opens = {1000};
  calendar.deadline = {2000};
  calendar.grace = {500};
  struct Row {
    std::int64_t now;
    std::optional<std::int64_t> reply_by;
    bool uploaded, open;
  };
  const Row rows[] = {{999, {}, false, false},  {1000, {}, false, true},   {2000, {}, false, true},
                      {2001, {}, false, false}, {2001, {}, true, true},    {2500, {}, true, true},
                      {2501, {}, true, false},  {2600, 3000, false, true}, {3001, 3000, false, false},
                      {1900, 1500, false, true}};
  for (const auto& row : rows) {
    CAPTURE(row.now, row.reply_by.value_or(0), row.uploaded);
    const Moment moment{{row.now},
                        row.reply_by ? std::optional(guong::Timestamp{*row.reply_by}) : std::nullopt,
                        row.uploaded};
    CHECK(intake_open(calendar, moment) == row.open);
  }
}
