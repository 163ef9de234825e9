// Units as CSV: reading with every fault at once, and writing.
#include <algorithm>
#include <array>
#include <map>

#include "guong/base/csv.h"
#include "guong/base/text.h"
#include "guong/base/time.h"
#include "guong/units/unit.h"
#include "units/unit_store.h"

namespace guong::units {
namespace {

enum Column {
  kCode,
  kType,
  kName,
  kShortName,
  kParentCode,
  kValidFrom,
  kValidTo,
  kSuccessorCode,
  kSuccessorKind,
  kColumnCount
};
constexpr std::array<std::string_view, kColumnCount> kColumns{
    "code",       "type",     "name",           "short_name",    "parent_code",
    "valid_from", "valid_to", "successor_code", "successor_kind"};
constexpr std::array<std::string_view, 3> kKinds{"merge", "split", "rename"};
constexpr std::size_t kMostLines = 20'000;
constexpr std::size_t kMostBytes = 5'000'000;
constexpr std::size_t kLongest = 200;
constexpr std::size_t kLongestSuccessors = 2000;

using Cells = std::array<std::string, kColumnCount>;

std::vector<std::string> parted(std::string_view codes) {
  std::vector<std::string> out;
  while (!codes.empty()) {
    const auto end = std::min(codes.find(';'), codes.size());
    if (end > 0) out.emplace_back(codes.substr(0, end));
    codes.remove_prefix(std::min(end + 1, codes.size()));
  }
  return out;
}

std::string joined(const std::vector<std::string>& codes) {
  std::string out;
  for (const auto& code : codes) out += (out.empty() ? "" : ";") + code;
  return out;
}

class Reading {
 public:
  explicit Reading(UnitFile& file) : file_(file) {}

  void line(const CsvRecord& record) {
    line_ = record.line;
    if (record.cells.size() != kColumnCount)
      return fault("", "units.wrong_columns", {{"count", std::to_string(kColumnCount)}});
    Cells cell;
    for (std::size_t i = 0; i < kColumnCount; ++i) cell[i] = nfc(record.cells[i]);
    lengths(cell);
    codes(cell);
    dates(cell);
    succession(cell);
    file_.lines.push_back(
        {at(), unit_of(cell), cell[kParentCode], parted(cell[kSuccessorCode]), cell[kSuccessorKind]});
  }

  void bad_quotes(int line) {
    line_ = line;
    fault("", "units.bad_quotes", {});
  }

 private:
  static Unit unit_of(const Cells& cell) {
    Unit unit;
    unit.code = cell[kCode];
    unit.type = cell[kType];
    unit.name = cell[kName];
    unit.short_name = cell[kShortName].empty() ? cell[kName] : cell[kShortName];
    unit.valid_from = cell[kValidFrom];
    unit.valid_to = cell[kValidTo];
    return unit;
  }

  void lengths(const Cells& cell) {
    for (std::size_t i = 0; i < kColumnCount; ++i) {
      const auto most = i == kSuccessorCode ? kLongestSuccessors : kLongest;
      if (code_points(cell[i]) > most) fault(kColumns[i], "base.too_long", {{"limit", std::to_string(most)}});
    }
    for (const Column i : {kCode, kType, kName})
      if (cell[i].empty()) fault(kColumns[i], "base.required", {});
  }

  void codes(const Cells& cell) {
    if (!is_code(cell[kCode])) fault("code", "units.not_a_code", {});
    if (cell[kCode].empty()) return;
    const auto [first, fresh] = seen_.emplace(cell[kCode], line_);
    if (!fresh)
      fault("code", "units.code_twice", {{"code", cell[kCode]}, {"line", std::to_string(first->second)}});
  }

  void dates(const Cells& cell) {
    for (const Column i : {kValidFrom, kValidTo})
      if (!cell[i].empty() && !is_date(cell[i])) fault(kColumns[i], "units.not_a_date", {});
    const bool both = is_date(cell[kValidFrom]) && is_date(cell[kValidTo]);
    if (both && cell[kValidTo] <= cell[kValidFrom]) fault("valid_to", "units.ends_before_it_begins", {});
  }

  void succession(const Cells& cell) {
    if (cell[kSuccessorCode].empty()) {
      if (!cell[kSuccessorKind].empty()) fault("successor_code", "base.required", {});
      return;
    }
    if (std::ranges::find(kKinds, cell[kSuccessorKind]) == kKinds.end())
      fault("successor_kind", "base.not_a_choice", {{"choices", "merge, split, rename"}});
    if (cell[kValidTo].empty()) fault("valid_to", "units.successor_needs_end", {});
    if (std::ranges::count(parted(cell[kSuccessorCode]), cell[kCode]) > 0)
      fault("successor_code", "units.succeeds_itself", {});
  }

  void fault(std::string_view column, std::string key, Params params) {
    file_.faults.push_back(
        {at() + (column.empty() ? "" : "/" + std::string(column)), std::move(key), std::move(params)});
  }
  std::string at() const { return "/lines/" + std::to_string(line_); }

  UnitFile& file_;
  std::map<std::string, int> seen_;
  int line_ = 0;
};

/// What is wrong with the file as a whole; nothing of it is read then.
std::optional<Fault> whole_fault(std::string_view csv) {
  if (csv.size() > kMostBytes)
    return Fault{"", "units.file_too_large", {{"megabytes", std::to_string(kMostBytes / 1'000'000)}}};
  if (!valid_utf8(csv)) return Fault{"", "base.not_utf8", {}};
  return std::nullopt;
}

}  // namespace

bool is_code(std::string_view text) {
  return std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.';
  });
}

bool is_date(std::string_view text) {
  return text.size() == 10 && from_rfc3339(std::string(text) + "T00:00:00Z").has_value();
}

UnitFile parse_unit_csv(std::string_view csv) {
  UnitFile file;
  if (csv.starts_with("\xEF\xBB\xBF")) csv.remove_prefix(3);
  if (auto fault = whole_fault(csv)) {
    file.faults.push_back(std::move(*fault));
    return file;
  }
  const auto [records, bad_lines] = parse_csv(csv);
  const bool headed = !records.empty() && std::ranges::equal(records[0].cells, kColumns);
  if (!headed) {
    file.faults.push_back({"/lines/1", "units.wrong_header", {}});
  } else if (records.size() - 1 > kMostLines) {
    file.faults.push_back({"", "units.too_many_lines", {{"limit", std::to_string(kMostLines)}}});
  } else {
    Reading reading(file);
    for (std::size_t i = 1; i < records.size(); ++i) reading.line(records[i]);
    for (const int line : bad_lines) reading.bad_quotes(line);
  }
  return file;
}

std::string unit_csv(store::Reader& reader) {
  std::string out;
  for (const auto column : kColumns) out += (out.empty() ? "" : ",") + std::string(column);
  out += "\n";
  for (const auto& line : all_unit_lines(reader)) {
    const Unit& u = line.unit;
    const Cells cells{u.code,
                      u.type,
                      u.name,
                      u.short_name,
                      line.parent_code,
                      u.valid_from,
                      u.valid_to,
                      joined(line.successor_codes),
                      line.successor_kind};
    for (std::size_t i = 0; i < kColumnCount; ++i) out += (i == 0 ? "" : ",") + csv_cell(cells[i]);
    out += "\n";
  }
  return out;
}

}  // namespace guong::units
