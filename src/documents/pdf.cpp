// Lays a document out block by block, in the form of Decree 30/2020/NĐ-CP.
#include "guong/documents/pdf.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "documents/canvas.h"

namespace guong::documents {
namespace {

constexpr double kGap = 6;  // between blocks
constexpr double kPad = 4;  // inside a cell
constexpr double kSmall = 11;
constexpr double kKeptWhole = mm(80);  // a table lower than this is not parted
constexpr double kNarrowest = mm(20);  // of a column of numbers

std::string capitals(const std::string& text) {
  std::string out;
  icu::UnicodeString::fromUTF8(text).toUpper(icu::Locale("vi")).toUTF8String(out);
  return out;
}

TextStyle centred(double size, bool bold, bool italic = false) {
  TextStyle style{size, bold, italic};
  style.align = PANGO_ALIGN_CENTER;
  return style;
}

class Writer {
 public:
  explicit Writer(Canvas& canvas, const Sheet& sheet) : canvas_(canvas), sheet_(sheet) {}

  void write() {
    letterhead();
    heading();
    for (const auto& text : sheet_.preamble) paragraph(text, {13, false, true, true});
    for (const auto& article : sheet_.articles) write_article(article);
    remarks();
  }

 private:
  /// The issuer on the left, the nation's name and motto on the right, each with its line below.
  void letterhead() {
    const double left = Canvas::kText * 0.42, right = Canvas::kText - left, x = Canvas::kLeft + left;
    const auto issuer = canvas_.layout(capitals(sheet_.issuer), centred(12, true), left - mm(4));
    const auto nation = canvas_.layout(message("documents.nation", sheet_.lang), centred(12, true), right);
    const auto motto = canvas_.layout(message("documents.motto", sheet_.lang), centred(13, true), right);
    const double top = canvas_.y(), below_nation = top + Canvas::height_of(nation);
    canvas_.draw(issuer, Canvas::kLeft, top);
    canvas_.draw(nation, x, top);
    canvas_.draw(motto, x, below_nation);
    const double issuer_end = top + Canvas::height_of(issuer) + 2,
                 motto_end = below_nation + Canvas::height_of(motto) + 2;
    if (!sheet_.issuer.empty()) rule(Canvas::kLeft + (left - mm(4)) / 2, issuer_end, mm(20));
    rule(x + right / 2, motto_end, mm(58));
    canvas_.move_to(std::max(issuer_end, motto_end) + mm(10));
  }
  void rule(double middle, double y, double width) {
    canvas_.line(middle - width / 2, y, middle + width / 2, y);
  }

  void heading() {
    canvas_.flow(canvas_.layout(capitals(sheet_.kind), centred(14, true), Canvas::kText), Canvas::kLeft);
    canvas_.flow(canvas_.layout(sheet_.subject, centred(14, true), Canvas::kText), Canvas::kLeft);
    canvas_.skip(mm(6));
  }

  void paragraph(const std::string& text, const TextStyle& style, double indent = mm(10)) {
    TextStyle first = style;
    first.indent = indent;
    canvas_.flow(canvas_.layout(text, first, Canvas::kText), Canvas::kLeft);
    canvas_.skip(kGap);
  }

  /// A title is never the last thing on a page.
  void write_article(const Article& article) {
    const auto title = canvas_.layout(article.title, {13, true}, Canvas::kText);
    canvas_.skip(kGap);
    canvas_.need(Canvas::height_of(title) + mm(20));
    canvas_.bookmark(article.title);
    canvas_.flow(title, Canvas::kLeft);
    canvas_.skip(kGap);
    for (const auto& block : article.blocks) std::visit([&](const auto& one) { write_block(one); }, block);
  }

  void write_block(const Subheading& block) {
    const auto title = canvas_.layout(block.text, {13, true, true}, Canvas::kText);
    canvas_.need(Canvas::height_of(title) + mm(14));
    canvas_.flow(title, Canvas::kLeft);
    canvas_.skip(kGap / 2);
  }
  void write_block(const Paragraph& block) {
    if (block.exact) return exact_paragraph(block.text);
    paragraph(block.text, {13, false, block.quiet, true});
  }
  /// On one page where a page can hold it: the foot of a page would be read as a part of it.
  void exact_paragraph(const std::string& text) {
    const TextStyle style{kSmall};
    canvas_.need(Canvas::height_of(canvas_.layout(text, style, Canvas::kText)));
    paragraph(text, style, 0);
  }

  void write_block(const List& block) {
    constexpr double kHang = mm(7);
    for (std::size_t i = 0; i < block.items.size(); ++i) {
      const std::string mark = block.numbered ? std::to_string(i + 1) + "." : "–";
      const auto sign = canvas_.layout(mark, {}, kHang);
      const auto text = canvas_.layout(block.items[i], {13, false, false, true}, Canvas::kText - kHang);
      canvas_.need(Canvas::height_of(sign));
      canvas_.draw(sign, Canvas::kLeft, canvas_.y());
      canvas_.flow(text, Canvas::kLeft + kHang);
      canvas_.skip(kGap / 2);
    }
    canvas_.skip(kGap / 2);
  }

  void write_block(const Facts& block) {
    constexpr double kNames = mm(46);
    for (const auto& [name, value] : block.pairs) {
      if (value.empty()) continue;
      const auto left = canvas_.layout(name + ":", {}, kNames - kPad);
      const auto right = canvas_.layout(value, {}, Canvas::kText - kNames);
      canvas_.need(std::max(Canvas::height_of(left), Canvas::height_of(right)));
      const double top = canvas_.y();
      canvas_.draw(left, Canvas::kLeft, top);
      canvas_.draw(right, Canvas::kLeft + kNames, top);
      canvas_.move_to(top + std::max(Canvas::height_of(left), Canvas::height_of(right)) + kGap / 2);
    }
    canvas_.skip(kGap / 2);
  }

  /// Numbers take what they need, within reason; the rest is shared.
  std::vector<double> widths(const Table& table) {
    std::vector<double> out(table.columns.size(), 0);
    double left = Canvas::kText, sharing = 0;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      if (!table.columns[i].number) {
        ++sharing;
        continue;
      }
      out[i] = kNarrowest;
      for (const auto& row : table.rows)
        out[i] = std::max(out[i], canvas_.width_of(row[i].text, {12}) + 2 * kPad + 1);
      out[i] = std::min(out[i], Canvas::kText / static_cast<double>(table.columns.size()));
      left -= out[i];
    }
    for (double& width : out)
      if (width == 0) width = left / sharing;
    return out;
  }

  struct Boxes {
    std::vector<std::pair<Layout, Layout>> cells;  // text and note
    double height = 0;
  };
  Boxes boxes(const std::vector<Cell>& row, const Table& table, const std::vector<double>& width, bool head) {
    Boxes out;
    for (std::size_t i = 0; i < row.size(); ++i) {
      TextStyle style{12, head || !row[i].note.empty()};
      if (head) style.align = PANGO_ALIGN_CENTER;
      if (!head && table.columns[i].number) style.align = PANGO_ALIGN_RIGHT;
      auto text = canvas_.layout(row[i].text, style, width[i] - 2 * kPad);
      auto note = canvas_.layout(row[i].note, {kSmall}, width[i] - 2 * kPad);
      const double height = Canvas::height_of(text) + (row[i].note.empty() ? 0 : Canvas::height_of(note));
      out.height = std::max(out.height, height + 2 * kPad);
      out.cells.emplace_back(std::move(text), std::move(note));
    }
    return out;
  }
  void draw_row(const Boxes& row, const std::vector<double>& width) {
    const double top = canvas_.y(), bottom = top + row.height;
    double x = Canvas::kLeft;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const auto& [text, note] = row.cells[i];
      canvas_.draw(text, x + kPad, top + kPad);
      canvas_.draw(note, x + kPad, top + kPad + Canvas::height_of(text));
      canvas_.line(x, top, x, bottom);
      x += width[i];
    }
    canvas_.line(x, top, x, bottom);
    canvas_.line(Canvas::kLeft, top, x, top);
    canvas_.line(Canvas::kLeft, bottom, x, bottom);
    canvas_.move_to(bottom);
  }

  /// A row stays on one page, and so does a small table; where a table goes on, its head stands again.
  void write_block(const Table& table) {
    const auto width = widths(table);
    std::vector<Cell> titles;
    for (const auto& column : table.columns) titles.push_back({column.heading, ""});
    const auto head = boxes(titles, table, width, true);
    std::vector<Boxes> rows;
    double whole = head.height;
    for (const auto& cells : table.rows) whole += rows.emplace_back(boxes(cells, table, width, false)).height;
    if (whole < kKeptWhole) canvas_.need(whole);
    bool first = true;
    for (const auto& row : rows) {
      if (canvas_.need(row.height + (first ? head.height : 0)) || first) draw_row(head, width);
      first = false;
      draw_row(row, width);
    }
    canvas_.skip(kGap * 1.5);
  }

  void remarks() {
    if (sheet_.remarks.empty()) return;
    canvas_.skip(mm(4));
    canvas_.need(mm(14));
    canvas_.line(Canvas::kLeft, canvas_.y(), Canvas::kLeft + mm(40), canvas_.y());
    canvas_.skip(kGap);
    for (const auto& text : sheet_.remarks) paragraph(text, {kSmall}, 0);
  }

  Canvas& canvas_;
  const Sheet& sheet_;
};

}  // namespace

std::string pdf(const Sheet& sheet) {
  const std::string title = sheet.subject.empty() ? sheet.kind : sheet.kind + " – " + sheet.subject;
  Canvas canvas({title, sheet.issuer, std::string(lang_code(sheet.lang)), sheet.made});
  Writer(canvas, sheet).write();
  return canvas.finish();
}

}  // namespace guong::documents
