// Text and JSON numbers to exact ones and back, over GMP; no step goes through a rounded double.
#include "guong/base/decimal.h"

#include <charconv>
#include <cmath>

namespace guong {
namespace {

// Together 18 digits, which an int64 holds.
constexpr std::size_t kMostDigits = 12;
constexpr std::size_t kMostPlaces = 6;

bool all_digits(std::string_view text) {
  return text.find_first_not_of("0123456789") == std::string_view::npos;
}

mpz_class power_of_ten(int n) {
  mpz_class out;
  mpz_ui_pow_ui(out.get_mpz_t(), 10, static_cast<unsigned long>(n));
  return out;
}

}  // namespace

std::optional<Decimal> parse_decimal(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const auto point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const bool has_point = point != std::string_view::npos;
  const std::string_view part = has_point ? text.substr(point + 1) : std::string_view();
  if (whole.empty() || whole.size() > kMostDigits || part.size() > kMostPlaces ||
      (has_point && part.empty())) {
    return std::nullopt;
  }
  if (!all_digits(whole) || !all_digits(part)) return std::nullopt;
  Decimal d;
  for (const char c : whole) d.units = d.units * 10 + (c - '0');
  for (const char c : part) d.units = d.units * 10 + (c - '0');
  d.places = static_cast<int>(part.size());
  while (d.places > 0 && d.units % 10 == 0) {
    d.units /= 10;
    --d.places;
  }
  if (negative) d.units = -d.units;
  return d;
}

std::optional<Decimal> decimal_from_double(double number) {
  char text[64];
  const auto [end, error] = std::to_chars(text, text + sizeof text, number, std::chars_format::fixed);
  if (error != std::errc() || !std::isfinite(number)) return std::nullopt;
  return parse_decimal({text, static_cast<std::size_t>(end - text)});
}

std::string to_text(const Decimal& d) {
  std::string digits = std::to_string(d.units < 0 ? -d.units : d.units);
  const auto places = static_cast<std::size_t>(d.places);
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  if (places > 0) digits.insert(digits.size() - places, 1, '.');
  return d.units < 0 ? "-" + digits : digits;
}

double to_double(const Decimal& d) {
  const std::string text = to_text(d);
  double number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

Rational to_rational(const Decimal& d) {
  Rational r(mpz_class(std::to_string(d.units)), power_of_ten(d.places));
  r.canonicalize();
  return r;
}

std::string to_text(const Rational& r) { return r.get_str(); }

std::optional<Rational> parse_rational(std::string_view text) {
  constexpr std::size_t kLongest = 400;  // longer than any score; a file from elsewhere may hold anything
  const auto slash = text.find('/');
  std::string_view top = text.substr(0, slash);
  if (top.starts_with('-')) top.remove_prefix(1);
  const std::string_view bottom = slash == std::string_view::npos ? "1" : text.substr(slash + 1);
  if (top.empty() || bottom.empty() || text.size() > kLongest || !all_digits(top) || !all_digits(bottom)) {
    return std::nullopt;
  }
  if (bottom.find_first_not_of('0') == std::string_view::npos) return std::nullopt;
  Rational r(std::string(text), 10);
  r.canonicalize();
  return r;
}

std::string rounded(const Rational& r, int places) {
  // floor(|r| * 10^places + 1/2), so that halves go away from zero.
  const mpz_class scale = power_of_ten(places);
  const mpz_class top = abs(r.get_num()) * scale * 2 + r.get_den();
  const mpz_class units = top / (r.get_den() * 2);
  std::string digits = units.get_str();
  const auto n = static_cast<std::size_t>(places);
  if (digits.size() <= n) digits.insert(0, n + 1 - digits.size(), '0');
  if (n > 0) digits.insert(digits.size() - n, 1, '.');
  return sgn(r) < 0 && units != 0 ? "-" + digits : digits;
}

}  // namespace guong
