#include "guong/entries/entry.h"

#include <catch2/catch.hpp>
#include <set>

using namespace guong::entries;

TEST_CASE("every state has a name that leads back to it") {
  for (const auto state :
       {State::draft, State::submitted, State::returned, State::accepted, State::refused, State::withdrawn, State::disqualified})
    CHECK(state_from_name(state_name(state)) == state);
  CHECK_FALSE(state_from_name("judged"));
}

TEST_CASE("the table of transitions says each thing once") {
  std::set<std::pair<State, Deed>> seen;
  for (const auto& row : kTransitions) CHECK(seen.emplace(row.from, row.deed).second);
}

TEST_CASE("what the table does not say cannot be done") {
  CHECK(after(State::draft, Deed::submit) == State::submitted);
  CHECK(after(State::submitted, Deed::accept) == State::accepted);
  CHECK(after(State::returned, Deed::reopen) == State::draft);
  for (const auto deed : {Deed::save, Deed::submit, Deed::accept, Deed::reopen, Deed::refuse})
    CHECK_FALSE(after(State::accepted, deed));
  for (const auto deed : {Deed::save, Deed::submit, Deed::reopen, Deed::withdraw, Deed::accept, Deed::disqualify})
    CHECK_FALSE(after(State::disqualified, deed));
  CHECK_FALSE(after(State::withdrawn, Deed::submit));
  CHECK_FALSE(after(State::draft, Deed::accept));
  CHECK_FALSE(after(State::draft, Deed::disqualify));
}

TEST_CASE("intake is open from the opening to the deadline, both included, and later only for a reason") {
  using guong::minutes;
  guong::contests::Calendar calendar;
  calendar.opens = {1000};
  calendar.deadline = {2000};
  calendar.grace = {500};
  struct Row {
    std::int64_t now;
    std::optional<std::int64_t> reply_by;
    bool uploaded, open;
  };
  const Row rows[] = {{999, {}, false, false},    {1000, {}, false, true},  {2000, {}, false, true}, {2001, {}, false, false},
                      {2001, {}, true, true},     {2500, {}, true, true},   {2501, {}, true, false}, {2600, 3000, false, true},
                      {3001, 3000, false, false}, {1900, 1500, false, true}};
  for (const auto& row : rows) {
    CAPTURE(row.now, row.reply_by.value_or(0), row.uploaded);
    const Moment moment{{row.now}, row.reply_by ? std::optional(guong::Timestamp{*row.reply_by}) : std::nullopt, row.uploaded};
    CHECK(intake_open(calendar, moment) == row.open);
  }
}
