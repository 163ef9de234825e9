#include "guong/entries/entry.h"

#include <algorithm>
#include <array>
#include <utility>

namespace guong::entries {
namespace {

constexpr std::array<std::pair<State, std::string_view>, 7> kNames{{{State::draft, "draft"},
                                                                    {State::submitted, "submitted"},
                                                                    {State::returned, "returned"},
                                                                    {State::accepted, "accepted"},
                                                                    {State::refused, "refused"},
                                                                    {State::withdrawn, "withdrawn"},
                                                                    {State::disqualified, "disqualified"}}};

}  // namespace

std::string_view state_name(State state) {
  for (const auto& [value, name] : kNames)
    if (value == state) return name;
  return "";
}

std::optional<State> state_from_name(std::string_view wanted) {
  for (const auto& [value, name] : kNames)
    if (name == wanted) return value;
  return std::nullopt;
}

std::optional<State> after(State from, Deed deed) {
  for (const auto& row : kTransitions)
    if (row.from == from && row.deed == deed) return row.to;
  return std::nullopt;
}

Timestamp intake_end(const contests::Calendar& calendar, std::optional<Timestamp> reply_by) {
  return std::max(calendar.deadline, reply_by.value_or(calendar.deadline));
}

bool intake_open(const contests::Calendar& calendar, const Moment& moment) {
  if (moment.now < calendar.opens) return false;
  if (moment.now <= intake_end(calendar, moment.reply_by)) return true;
  return moment.uploaded_in_grace && moment.now <= calendar.deadline + calendar.grace;
}

}  // namespace guong::entries
