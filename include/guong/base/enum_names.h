// One idiom for enums that stand as text in the database, in rule books and in JSON: a table of values and
// names. Text that no row has is an error, never a value that happens to be at hand. Pure; any thread.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "guong/base/error.h"

namespace guong {

template <class Enum>
struct EnumName {
  Enum value;
  std::string_view name;
};

/// constexpr EnumNames<State, 2> kStateNames{{{{State::draft, "draft"}, {State::open, "open"}}}};
template <class Enum, std::size_t N>
struct EnumNames {
  std::array<EnumName<Enum>, N> rows;

  /// Error{internal, "base.unknown_name"} for a value that the table lacks.
  constexpr std::string_view name(Enum value) const {
    for (const auto& row : rows)
      if (row.value == value) return row.name;
    unknown(std::to_string(static_cast<long long>(value)));
  }
  /// For what somebody typed: nothing when no value has this name.
  constexpr std::optional<Enum> find(std::string_view name) const {
    for (const auto& row : rows)
      if (row.name == name) return row.value;
    return std::nullopt;
  }
  /// For what the program itself wrote (a row, a checked rule book): Error{internal, "base.unknown_name"}.
  constexpr Enum read(std::string_view name) const {
    if (const auto value = find(name)) return *value;
    unknown(std::string(name));
  }

  [[noreturn]] static void unknown(std::string name) {
    throw Error(ErrorKind::internal, "base.unknown_name", {{"name", std::move(name)}});
  }
};

}  // namespace guong
