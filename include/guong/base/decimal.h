// Exact numbers. Marks, weights and thresholds are decimals; sums and means are rationals; rounding happens
// once, when a number is shown. Doubles never take part in a rank.
#pragma once

#include <gmpxx.h>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace guong {

/// An exact decimal with at most 6 places: units / 10^places, normalised (no trailing zero in `units`).
struct Decimal {
  std::int64_t units = 0;
  int places = 0;
  friend bool operator==(const Decimal&, const Decimal&) = default;
};

/// Reads "-12.5"; at most 12 digits before and 6 after the point. Nothing when malformed.
std::optional<Decimal> parse_decimal(std::string_view text);
/// The decimal that a JSON number stands for: its shortest text. Nothing beyond the limits of parse_decimal.
std::optional<Decimal> decimal_from_double(double number);
std::string to_text(const Decimal& d);
/// For writing as a JSON number; exact, because 15 significant digits survive the way there and back.
double to_double(const Decimal& d);

/// An exact fraction.
using Rational = mpq_class;
Rational to_rational(const Decimal& d);
/// "250/3", or "83" for a whole number: the form kept in results files.
std::string to_text(const Rational& r);
std::optional<Rational> parse_rational(std::string_view text);
/// Rounded half away from zero to `places` (0 to 6) places, always with that many: "83.33".
std::string rounded(const Rational& r, int places);

}  // namespace guong
