// Names of states, transitions and the end of intake.
#include "guong/entries/entry.h"

#include <algorithm>

#include "guong/base/enum_names.h"

namespace guong::entries {
namespace {

constexpr EnumNames<State, 7> kStateNames{{{{State::draft, "draft"},
                                            {State::submitted, "submitted"},
                                            {State::returned, "returned"},
                                            {State::accepted, "accepted"},
                                            {State::refused, "refused"},
                                            {State::withdrawn, "withdrawn"},
                                            {State::disqualified, "disqualified"}}}};

}  // namespace

std::string_view state_name(State state) { return kStateNames.name(state); }
std::optional<State> state_from_name(std::string_view name) { return kStateNames.find(name); }
State read_state(std::string_view name) { return kStateNames.read(name); }

std::optional<State> next_state(State from, EntryAction action) {
  return guong::next_state(kEntryTransitions, from, action);
}

Timestamp intake_end(const rules::Calendar& calendar, std::optional<Timestamp> reply_by) {
  return std::max(calendar.deadline, reply_by.value_or(calendar.deadline));
}

bool intake_open(const rules::Calendar& calendar, const Moment& moment) {
  if (moment.now < calendar.opens) return false;
  if (moment.now <= intake_end(calendar, moment.reply_by)) return true;
  return moment.uploaded_in_grace && moment.now <= calendar.deadline + calendar.grace;
}

}  // namespace guong::entries
