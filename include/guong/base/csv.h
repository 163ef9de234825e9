// Comma-separated values by RFC 4180, strictly. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace guong {

struct CsvRecord {
  int line = 1;  // where it begins
  std::vector<std::string> cells;
};
struct CsvRecords {
  std::vector<CsvRecord> records;  // empty lines are left out
  std::vector<int> bad_lines;      // a quote inside a plain cell, after a quoted one, or never closed
};
CsvRecords parse_csv(std::string_view text);
/// In quotes when it must be.
std::string csv_cell(const std::string& text);

}  // namespace guong
