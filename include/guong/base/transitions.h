// States and how they change, as a table that is drawn above the enum it belongs to: what the table does not
// name cannot happen. Pure; any thread.
#pragma once

#include <cstddef>
#include <optional>

namespace guong {

template <class State, class Action>
struct Transition {
  State from;
  Action action;
  State to;
};

/// The state after the action; nothing when the table has no such row.
template <class State, class Action, std::size_t N>
constexpr std::optional<State> next_state(const Transition<State, Action> (&table)[N], State from,
                                          Action action) {
  for (const auto& row : table)
    if (row.from == from && row.action == action) return row.to;
  return std::nullopt;
}

}  // namespace guong
