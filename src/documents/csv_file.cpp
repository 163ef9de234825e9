// The CSV form of a table, as spreadsheet programs open it without questions.
#include <fstream>

#include "guong/base/csv.h"
#include "guong/base/error.h"
#include "guong/documents/spreadsheet.h"

namespace guong::documents {
namespace {

/// What a spreadsheet program could run as a formula is made text.
std::string defused(const std::string& text) {
  const bool looks_like_formula =
      !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos;
  return looks_like_formula ? "'" + text : text;
}

class Csv : public Spreadsheet {
 public:
  Csv(const std::filesystem::path& path, const SpreadsheetForm& form)
      : out_(path, std::ios::binary), zone_(form.zone) {
    out_ << "\xEF\xBB\xBF";  // without this mark Excel takes the file for a local code page
    std::vector<std::string> headings;
    for (const auto& column : form.columns) headings.push_back(column.heading);
    line(headings);
  }

  void row(const std::vector<SpreadsheetCell>& cells) override {
    std::vector<std::string> texts;
    for (const auto& cell : cells)
      texts.push_back(std::visit([&](const auto& value) { return text_of(value); }, cell));
    line(texts);
  }

  void finish() override {
    out_.close();
    if (!out_) throw Error(ErrorKind::internal, "base.internal");
  }

 private:
  static std::string text_of(std::monostate) { return ""; }
  static std::string text_of(const std::string& text) { return defused(text); }
  static std::string text_of(std::int64_t number) { return std::to_string(number); }
  std::string text_of(Timestamp time) const { return to_local_time(time, zone_); }

  void line(const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) out_ << (i ? "," : "") << csv_cell(cells[i]);
    out_ << "\r\n";
  }

  std::ofstream out_;
  std::string zone_;
};

}  // namespace

std::unique_ptr<Spreadsheet> csv_file(const std::filesystem::path& path, const SpreadsheetForm& form) {
  return std::make_unique<Csv>(path, form);
}

}  // namespace guong::documents
