// A reader that goes on after a bad line, so that one upload shows all of them.
#include "guong/base/csv.h"

namespace guong {
namespace {

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  CsvRecords run() {
    while (at_ < text_.size()) record();
    return std::move(out_);
  }

 private:
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  bool at_line_end() const {
    return at_ >= text_.size() || text_[at_] == '\n' || text_.substr(at_, 2) == "\r\n";
  }

  void record() {
    CsvRecord record{line_, {}};
    bool well = true;
    do {
      record.cells.emplace_back();
      well &= peek() == '"' ? quoted(record.cells.back()) : plain(record.cells.back());
    } while (at_ < text_.size() && text_[at_] == ',' && ++at_);
    end_line();
    if (!well) out_.bad_lines.push_back(record.line);
    const bool empty = record.cells.size() == 1 && record.cells.front().empty();
    if (well && !empty) out_.records.push_back(std::move(record));
  }

  bool plain(std::string& cell) {
    while (!at_line_end() && text_[at_] != ',') cell += text_[at_++];
    return cell.find('"') == std::string::npos;
  }

  bool quoted(std::string& cell) {
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '"' && (++at_, peek() != '"')) return nothing_after();
      if (text_[at_] == '\n') ++line_;
      cell += text_[at_];
    }
    return false;
  }

  /// A quoted cell ends at a comma or the line's end; what else stands there is skipped.
  bool nothing_after() {
    const std::size_t end = at_;
    while (!at_line_end() && text_[at_] != ',') ++at_;
    return at_ == end;
  }

  void end_line() {
    if (peek() == '\r') ++at_;
    if (at_ < text_.size()) ++at_;
    ++line_;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int line_ = 1;
  CsvRecords out_;
};

}  // namespace

CsvRecords parse_csv(std::string_view text) { return Parser(text).run(); }

std::string csv_cell(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

}  // namespace guong
