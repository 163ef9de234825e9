// CSV against RFC 4180.
#include "guong/base/csv.h"

#include <catch2/catch.hpp>

using namespace guong;
using Cells = std::vector<std::string>;

TEST_CASE("Cells are read by RFC 4180, with either kind of line end") {
  const auto read = parse_csv("a,b,c\r\n1,\"hai, \"\"ba\"\"\",\n\n\"dòng\nmới\",,x");
  CHECK(read.bad_lines.empty());
  REQUIRE(read.records.size() == 3);
  CHECK(read.records[0].cells == Cells{"a", "b", "c"});
  CHECK(read.records[1].cells == Cells{"1", "hai, \"ba\"", ""});
  CHECK(read.records[1].line == 2);
  CHECK(read.records[2].cells == Cells{"dòng\nmới", "", "x"});
  CHECK(read.records[2].line == 4);
}

TEST_CASE("Misplaced quotes are told by line, and the other lines are still read") {
  const auto read = parse_csv("a,\"b\"c\nd,e\nf\"g,h\n\"i\"\nj,\"k");
  CHECK(read.bad_lines == std::vector<int>{1, 3, 5});
  REQUIRE(read.records.size() == 2);
  CHECK(read.records[0].cells == Cells{"d", "e"});
  CHECK(read.records[1].cells == Cells{"i"});
}

TEST_CASE("Whatever a cell holds, it is read back as it was written") {
  for (const std::string cell : {"", "a", "a,b", "\"", "\"\"", "a\nb", "a\r\nb", "a\r", " ", ","}) {
    const auto read = parse_csv("x," + csv_cell(cell) + ",y\n");
    REQUIRE(read.records.size() == 1);
    CHECK(read.records[0].cells == Cells{"x", cell, "y"});
  }
}
