// One table as a spreadsheet: XLSX for who wants to go on working with it, or CSV. Rows are written to a file
// as they come and none is kept, so a table may be as long as the form allows. Not for event threads.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "guong/base/time.h"

namespace guong::documents {

struct SpreadsheetColumn {
  std::string heading;
  double width = 10;   // in characters
  bool wraps = false;  // long text goes on in a second line
};
struct SpreadsheetForm {
  std::string name;  // of the sheet; cut at 31 characters
  std::vector<SpreadsheetColumn> columns;
  std::string zone;  // in which times are written
};
/// Nothing is an empty cell. Text is text: a beginning "=" never makes a formula.
using SpreadsheetCell = std::variant<std::monostate, std::string, std::int64_t, Timestamp>;

/// Rows below the heading that a sheet can have.
inline constexpr std::int64_t kMostRows = 1'048'575;

class Spreadsheet {
 public:
  virtual ~Spreadsheet() = default;
  virtual void row(const std::vector<SpreadsheetCell>& cells) = 0;
  /// Completes the file. Error{internal} when the disk refused.
  virtual void finish() = 0;
};

std::unique_ptr<Spreadsheet> xlsx_file(const std::filesystem::path& path, const SpreadsheetForm& form);
/// UTF-8 with a byte order mark, RFC 4180. Text that a program could take for a formula begins with an
/// apostrophe (OWASP, CSV injection).
std::unique_ptr<Spreadsheet> csv_file(const std::filesystem::path& path, const SpreadsheetForm& form);

}  // namespace guong::documents
