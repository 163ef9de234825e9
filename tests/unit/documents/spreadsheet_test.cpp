// Workbooks and CSV: real numbers, and no text that becomes a formula.
#include "guong/documents/spreadsheet.h"

#include <zip.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <pugixml.hpp>

#include "guong/base/csv.h"
#include "support/temporary_folder.h"

using namespace guong;
using namespace guong::documents;

namespace {

const SpreadsheetForm kForm{
    "Bài dự thi: 2026?", {{"Tên", 30, true}, {"Số", 8}, {"Lúc", 17}}, "Asia/Ho_Chi_Minh"};
const Timestamp kWhen = *from_rfc3339("2026-05-20T17:30:00Z");  // already the next day there

void fill(Spreadsheet& sheet) {
  sheet.row({std::string("Cô giáo, \"xã\" đảo"), std::int64_t{7}, kWhen});
  sheet.row({std::string("=HYPERLINK(\"http://xau.test\")"), std::int64_t{-1}, std::monostate{}});
  sheet.finish();
}

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// A part of the package, parsed.
pugi::xml_document part(const std::filesystem::path& path, const char* name) {
  int error = 0;
  zip_t* package = zip_open(path.c_str(), ZIP_RDONLY, &error);
  REQUIRE(package);
  zip_file_t* file = zip_fopen(package, name, 0);
  REQUIRE(file);
  std::string text(1 << 20, '\0');
  text.resize(static_cast<std::size_t>(zip_fread(file, text.data(), text.size())));
  zip_fclose(file);
  zip_close(package);
  pugi::xml_document document;
  REQUIRE(document.load_string(text.c_str()));
  return document;
}

}  // namespace

TEST_CASE("A workbook has a heading that stays, real numbers and dates, and text that never is a formula") {
  const test::TemporaryFolder folder;
  const auto path = folder.path() / "bai.xlsx";
  fill(*xlsx_file(path, kForm));
  const auto document = part(path, "xl/worksheets/sheet1.xml");
  const auto sheet = document.child("worksheet");
  CHECK(std::string(sheet.select_node("//pane[@state='frozen']/@ySplit").attribute().value()) == "1");
  CHECK(std::string(sheet.child("autoFilter").attribute("ref").value()) == "A1:C3");
  const auto cell = [&](const char* ref) {
    return sheet.select_node(("//c[@r='" + std::string(ref) + "']").c_str()).node();
  };
  CHECK(std::string(cell("A1").child("is").child_value("t")) == "Tên");
  CHECK(std::string(cell("A2").child("is").child_value("t")) == "Cô giáo, \"xã\" đảo");
  CHECK(std::string(cell("B2").child_value("v")) == "7");
  // 21/05/2026 00:30 there, in days since 30/12/1899.
  CHECK(std::stod(cell("C2").child_value("v")) == Approx(46163.0 + 0.5 / 24));
  CHECK(std::string(cell("A3").child("is").child_value("t")) == "=HYPERLINK(\"http://xau.test\")");
  CHECK_FALSE(sheet.select_node("//f"));
  const auto book = part(path, "xl/workbook.xml");
  CHECK(std::string(book.select_node("//sheet/@name").attribute().value()) == "Bài dự thi  2026 ");
}

TEST_CASE("A table as CSV is read back as it was, but that a formula is made text") {
  const test::TemporaryFolder folder;
  const auto path = folder.path() / "bai.csv";
  fill(*csv_file(path, kForm));
  const auto text = bytes_of(path);
  REQUIRE(text.starts_with("\xEF\xBB\xBF"));
  const auto read = parse_csv(std::string_view(text).substr(3));
  REQUIRE(read.records.size() == 3);
  CHECK(read.records[0].cells == std::vector<std::string>{"Tên", "Số", "Lúc"});
  CHECK(read.records[1].cells == std::vector<std::string>{"Cô giáo, \"xã\" đảo", "7", "21/05/2026 00:30"});
  CHECK(read.records[2].cells == std::vector<std::string>{"'=HYPERLINK(\"http://xau.test\")", "-1", ""});
}

TEST_CASE("A file that cannot be written is an error, not half a table") {
  CHECK_THROWS([] {
    const auto sheet = xlsx_file("/no-such-folder/bai.xlsx", kForm);
    fill(*sheet);
  }());
  CHECK_THROWS([] {
    const auto sheet = csv_file("/no-such-folder/bai.csv", kForm);
    fill(*sheet);
  }());
}
