// Units as CSV: reading with every fault at once, and writing.
#include <algorithm>
#include <array>
#include <set>

#include "guong/base/text.h"
#include "guong/units/unit.h"
#include "units/unit_store.h"

namespace guong::units {
namespace {

constexpr std::array<std::string_view, 9> kColumns{"code",       "type",     "name",           "short_name",    "parent_code",
                                                   "valid_from", "valid_to", "successor_code", "successor_kind"};
constexpr std::size_t kMostLines = 20'000;
constexpr std::size_t kLongest = 200;

struct Record {
  int line = 0;
  std::vector<std::string> cells;
};

/// RFC 4180: cells in quotes may hold commas, line ends and doubled quotes.
std::vector<Record> records_of(std::string_view csv) {
  std::vector<Record> records;
  Record record{1, {""}};
  bool quoted = false;
  int line = 1;
  const auto end_record = [&] {
    if (record.cells.size() > 1 || !record.cells.front().empty()) records.push_back(std::move(record));
    record = {line, {""}};
  };
  for (std::size_t i = 0; i < csv.size(); ++i) {
    const char c = csv[i];
    if (c == '\n') ++line;
    if (quoted) {
      if (c != '"') {
        record.cells.back() += c;
      } else if (i + 1 < csv.size() && csv[i + 1] == '"') {
        record.cells.back() += '"';
        ++i;
      } else {
        quoted = false;
      }
    } else if (c == '"' && record.cells.back().empty()) {
      quoted = true;
    } else if (c == ',') {
      record.cells.emplace_back();
    } else if (c == '\n') {
      end_record();
    } else if (c != '\r') {
      record.cells.back() += c;
    }
  }
  end_record();
  return records;
}

bool is_date(std::string_view text) {
  return text.empty() || (text.size() == 10 && from_rfc3339(std::string(text) + "T00:00:00Z").has_value());
}

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

  void line(const Record& record) {
    line_ = record.line;
    if (record.cells.size() != kColumns.size()) {
      return fault("", "units.wrong_columns", {{"count", std::to_string(kColumns.size())}});
    }
    std::array<std::string, kColumns.size()> cell;
    for (std::size_t i = 0; i < cell.size(); ++i) {
      cell[i] = nfc(record.cells[i]);
      if (code_points(cell[i]) > kLongest) fault(kColumns[i], "base.too_long", {{"limit", std::to_string(kLongest)}});
    }
    for (const std::size_t i : {0, 1, 2}) {
      if (cell[i].empty()) fault(kColumns[i], "base.required", {});
    }
    for (const std::size_t i : {5, 6}) {
      if (!is_date(cell[i])) fault(kColumns[i], "units.not_a_date", {});
    }
    if (!codes_.insert(cell[0]).second) fault("code", "units.code_twice", {{"code", cell[0]}});
    const bool kind_known = cell[8] == "merge" || cell[8] == "split" || cell[8] == "rename";
    if (!cell[7].empty() && !kind_known) fault("successor_kind", "base.not_a_choice", {{"choices", "merge, split, rename"}});
    Unit unit{{}, cell[0], cell[1], cell[2], cell[3].empty() ? cell[2] : cell[3], std::nullopt, cell[5], cell[6]};
    file_.lines.push_back({line_, std::move(unit), cell[4], parted(cell[7]), cell[8]});
  }

 private:
  void fault(std::string_view column, std::string key, Params params) {
    file_.faults.push_back({"/lines/" + std::to_string(line_) + (column.empty() ? "" : "/" + std::string(column)),
                            std::move(key), std::move(params)});
  }
  UnitFile& file_;
  std::set<std::string> codes_;
  int line_ = 0;
};

std::string quoted(const std::string& cell) {
  if (cell.find_first_of(",\"\n") == std::string::npos) return cell;
  std::string out = "\"";
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

}  // namespace

UnitFile parse_unit_csv(std::string_view csv) {
  UnitFile file;
  if (csv.starts_with("\xEF\xBB\xBF")) csv.remove_prefix(3);
  if (!valid_utf8(csv)) {
    file.faults.push_back({"", "base.not_utf8", {}});
    return file;
  }
  const auto records = records_of(csv);
  const bool headed = !records.empty() && std::equal(kColumns.begin(), kColumns.end(), records[0].cells.begin(),
                                                     records[0].cells.end());
  if (!headed) {
    file.faults.push_back({"/lines/1", "units.wrong_header", {}});
  } else if (records.size() - 1 > kMostLines) {
    file.faults.push_back({"", "units.too_many_lines", {{"limit", std::to_string(kMostLines)}}});
  } else {
    Reading reading(file);
    for (std::size_t i = 1; i < records.size(); ++i) reading.line(records[i]);
  }
  return file;
}

std::string unit_csv(store::Reader& reader) {
  std::string out;
  for (const auto column : kColumns) out += (out.empty() ? "" : ",") + std::string(column);
  out += "\n";
  for (const auto& line : all_unit_lines(reader)) {
    const Unit& u = line.unit;
    const std::string successors = joined(line.successor_codes);
    const std::string* cells[] = {&u.code,       &u.type,     &u.name,     &u.short_name,       &line.parent_code,
                                  &u.valid_from, &u.valid_to, &successors, &line.successor_kind};
    for (std::size_t i = 0; i < kColumns.size(); ++i) out += (i == 0 ? "" : ",") + quoted(*cells[i]);
    out += "\n";
  }
  return out;
}

}  // namespace guong::units
