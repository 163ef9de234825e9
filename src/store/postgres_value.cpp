// Reads the server's bytes and prepares texts for it; apart from the engine, so that it is tested without a
// server.
#include "store/postgres_value.h"

#include <cctype>

namespace guong::store {
namespace {

std::int64_t big_endian(std::string_view bytes) {
  std::uint64_t out = bytes.empty() || static_cast<signed char>(bytes[0]) >= 0 ? 0 : ~std::uint64_t{0};
  for (const char c : bytes) out = out << 8 | static_cast<unsigned char>(c);
  return static_cast<std::int64_t>(out);
}

// ndigits, weight, sign, scale (2 bytes each), then digits in base 10,000; the first stands for
// 10,000^weight.
std::optional<std::int64_t> numeric(std::string_view bytes) {
  if (bytes.size() < 8) return std::nullopt;
  const auto word = [&](std::size_t i) { return big_endian(bytes.substr(2 * i, 2)); };
  const std::int64_t digits = word(0);
  const std::int64_t weight = word(1);
  const std::int64_t sign = word(2) & 0xffff;
  if (digits > weight + 1 || (sign != 0 && sign != 0x4000)) return std::nullopt;
  std::int64_t out = 0;
  for (std::int64_t i = 0; i <= weight; ++i) {
    const std::int64_t digit = i < digits ? word(static_cast<std::size_t>(4 + i)) : 0;
    if (__builtin_mul_overflow(out, 10'000, &out)) return std::nullopt;
    if (__builtin_add_overflow(out, sign ? -digit : digit, &out)) return std::nullopt;
  }
  return out;
}

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

}  // namespace

std::optional<std::int64_t> whole_number(unsigned type, std::string_view bytes) {
  switch (type) {
    case kBool:
    case kInt2:
    case kInt4:
    case kInt8:
      return big_endian(bytes);
    case kNumeric:
      return numeric(bytes);
    default:
      return std::nullopt;
  }
}

bool is_text(unsigned type) {
  return type == kText || type == kVarchar || type == kBpchar || type == kName || type == kUnknown;
}

std::string settle_nulls(std::string_view sql, const std::string& signature) {
  std::string out(sql);
  for (std::size_t i = 0; i < signature.size(); ++i) {
    if (signature[i] != '0') continue;
    const std::string parameter = "$" + std::to_string(i + 1);
    replace_all(out, parameter + " is not null", "false");
    replace_all(out, parameter + " is null", "true");
  }
  return out;
}

bool mentions_parameter(std::string_view sql, std::size_t number) {
  const std::string parameter = "$" + std::to_string(number);
  for (auto at = sql.find(parameter); at != sql.npos; at = sql.find(parameter, at + 1)) {
    const auto end = at + parameter.size();
    if (end == sql.size() || !std::isdigit(static_cast<unsigned char>(sql[end]))) return true;
  }
  return false;
}

// The words around the brackets are in the server's language; the brackets are not.
std::string columns_in(const std::string& table, const std::string& detail) {
  const auto open = detail.find('(');
  const auto close = detail.find(")=(");
  if (open == std::string::npos || close == std::string::npos || close < open) return "";
  std::string out = table + "." + detail.substr(open + 1, close - open - 1);
  replace_all(out, ", ", ", " + table + ".");
  return out;
}

}  // namespace guong::store
