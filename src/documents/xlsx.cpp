// The XLSX form of a table, through libxlsxwriter, row by row.
#include <xlsxwriter.h>

#include <cstdio>

#include "guong/base/error.h"
#include "guong/base/text.h"
#include "guong/documents/spreadsheet.h"

namespace guong::documents {
namespace {

constexpr std::size_t kLongestName = 31, kLongestCell = 32'767;  // limits of the form

/// The first `most` code points.
std::string cut(const std::string& text, std::size_t most) {
  if (code_points(text) <= most) return text;
  std::size_t end = 0, points = 0;
  while (end < text.size() && (points < most || (text[end] & 0xC0) == 0x80))
    points += (text[end++] & 0xC0) != 0x80;
  return text.substr(0, end);
}

/// Characters that no sheet's name may have.
std::string sheet_name(std::string name) {
  for (char& c : name)
    if (std::string_view("[]:*?/\\'").find(c) != std::string_view::npos) c = ' ';
  return cut(name, kLongestName);
}

class Xlsx : public Spreadsheet {
 public:
  Xlsx(const std::filesystem::path& path, const SpreadsheetForm& form) : form_(form) {
    auto folder = path.parent_path().string();
    lxw_workbook_options options{};
    // Rows go to disk as they come, beside the result: /tmp may be small, and may be memory.
    options.constant_memory = LXW_TRUE;
    options.tmpdir = folder.data();
    book_ = workbook_new_opt(path.c_str(), &options);
    if (!book_) throw Error(ErrorKind::internal, "base.internal");
    sheet_ = workbook_add_worksheet(book_, sheet_name(form.name).c_str());
    heading_ = workbook_add_format(book_);
    format_set_bold(heading_);
    format_set_text_wrap(heading_);
    format_set_bottom(heading_, LXW_BORDER_THIN);
    wrapped_ = workbook_add_format(book_);
    format_set_text_wrap(wrapped_);
    format_set_align(wrapped_, LXW_ALIGN_VERTICAL_TOP);
    plain_ = workbook_add_format(book_);
    format_set_align(plain_, LXW_ALIGN_VERTICAL_TOP);
    time_ = workbook_add_format(book_);
    format_set_num_format(time_, "dd/mm/yyyy hh:mm");
    format_set_align(time_, LXW_ALIGN_VERTICAL_TOP);
    head();
  }
  Xlsx(const Xlsx&) = delete;
  Xlsx& operator=(const Xlsx&) = delete;
  ~Xlsx() override {
    if (book_) workbook_close(book_);
  }

  void row(const std::vector<SpreadsheetCell>& cells) override {
    lxw_col_t column = 0;
    for (const auto& cell : cells) std::visit([&](const auto& value) { write(column++, value); }, cell);
    ++at_;
  }

  void finish() override {
    worksheet_autofilter(sheet_, 0, 0, at_ - 1, static_cast<lxw_col_t>(form_.columns.size() - 1));
    const auto error = workbook_close(book_);
    book_ = nullptr;
    if (error != LXW_NO_ERROR) throw Error(ErrorKind::internal, "base.internal");
  }

 private:
  void head() {
    worksheet_freeze_panes(sheet_, 1, 0);
    lxw_col_t at = 0;
    for (const auto& column : form_.columns) {
      worksheet_set_column(sheet_, at, at, column.width, nullptr);
      worksheet_write_string(sheet_, 0, at++, column.heading.c_str(), heading_);
    }
  }
  void write(lxw_col_t, std::monostate) {}
  void write(lxw_col_t column, const std::string& text) {
    worksheet_write_string(sheet_, at_, column, cut(text, kLongestCell).c_str(),
                           form_.columns[column].wraps ? wrapped_ : plain_);
  }
  void write(lxw_col_t column, std::int64_t number) {
    worksheet_write_number(sheet_, at_, column, static_cast<double>(number), plain_);
  }
  void write(lxw_col_t column, Timestamp time) {
    lxw_datetime when{};
    const auto text = to_local_time(time, form_.zone);  // "20/05/2026 17:00"
    std::sscanf(text.c_str(), "%d/%d/%d %d:%d", &when.day, &when.month, &when.year, &when.hour, &when.min);
    worksheet_write_datetime(sheet_, at_, column, &when, time_);
  }

  SpreadsheetForm form_;
  lxw_workbook* book_ = nullptr;
  lxw_worksheet* sheet_ = nullptr;
  lxw_format *heading_ = nullptr, *wrapped_ = nullptr, *plain_ = nullptr, *time_ = nullptr;
  lxw_row_t at_ = 1;
};

}  // namespace

std::unique_ptr<Spreadsheet> xlsx_file(const std::filesystem::path& path, const SpreadsheetForm& form) {
  return std::make_unique<Xlsx>(path, form);
}

}  // namespace guong::documents
