// PostgreSQL's binary forms of the few types the store knows. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace guong::store {

// Type numbers are part of PostgreSQL's protocol (pg_type.dat).
enum PostgresType : unsigned {
  kUnknownParameter = 0,
  kBool = 16,
  kBytea = 17,
  kName = 19,
  kInt8 = 20,
  kInt2 = 21,
  kInt4 = 23,
  kText = 25,
  kUnknown = 705,
  kBpchar = 1042,
  kVarchar = 1043,
  kNumeric = 1700,
};

/// The whole number that a bool, int2, int4, int8 or numeric (sum of bigints) stands for.
std::optional<std::int64_t> whole_number(unsigned type, std::string_view bytes);
bool is_text(unsigned type);
/// A statement for one pattern of nulls: `$N is null` is settled before the server sees it, because
/// it could not tell the type of such a parameter.
std::string settle_nulls(std::string_view sql, const std::string& signature);
/// Whether $N (and not $N1) occurs.
bool mentions_parameter(std::string_view sql, std::size_t number);
/// "entry.contest_id, entry.number" from a table and the detail "Key (contest_id, number)=(1, x)
/// already exists.".
std::string columns_in(const std::string& table, const std::string& detail);

}  // namespace guong::store
