// Reading files of units: every fault at once, by line and column.
#include <catch2/catch.hpp>

#include "unit/units/tree.h"

using namespace guong;
using namespace guong::test;

namespace {

using Faults = std::vector<std::pair<std::string, std::string>>;

Faults faults_of(const std::string& csv) {
  Faults out;
  for (const auto& fault : units::parse_unit_csv(csv).faults) out.emplace_back(fault.pointer, fault.key);
  return out;
}

}  // namespace

TEST_CASE("A file of units is read with or without a byte order mark, its texts in normal form") {
  const auto file = units::parse_unit_csv(
      "\xEF\xBB\xBF" + kHeader + "qn,district,\"Thành phố Quy Nho\xCC\x9Bn\",,bd,,2025-07-01,a;b,split\n");
  CHECK(file.faults.empty());
  REQUIRE(file.lines.size() == 1);
  const auto& line = file.lines[0];
  CHECK(line.at == "/lines/2");
  CHECK(line.unit.name == "Thành phố Quy Nhơn");
  CHECK(line.unit.short_name == line.unit.name);
  CHECK(line.parent_code == "bd");
  CHECK(line.successor_codes == std::vector<std::string>{"a", "b"});
}

TEST_CASE("Every fault of a file of units comes at once, by line and column") {
  const std::string lines =
      "ok,commune,Xã,,,,,,\n"                     // 2
      "ok,commune,Xã,,,,,,\n"                     // 3: twice
      ",,,,,,,,\n"                                // 4: nothing
      "có dấu,commune,Xã,,,,,,\n"                 // 5
      "a,commune,Xã,,,2025-02-30,01/07/2025,,\n"  // 6
      "b,commune,Xã,,,2025-07-01,2025-07-01,,\n"  // 7
      "c,commune,Xã,,,,,d,merge\n"                // 8: no end
      "d,commune,Xã,,,,2025-07-01,d,melt\n"       // 9: itself, unknown kind
      "e,commune,Xã,,,,,,rename\n"                // 10: nothing to rename to
      "f,commune,Xã\n"                            // 11
      "g,commune," +
      std::string(201, 'x') +
      ",,,,,,\n"                        // 12
      "h,commune,Xã \"Nhơn\",,,,,,\n";  // 13
  CHECK(faults_of(kHeader + lines) == Faults{{"/lines/3/code", "units.code_twice"},
                                             {"/lines/4/code", "base.required"},
                                             {"/lines/4/type", "base.required"},
                                             {"/lines/4/name", "base.required"},
                                             {"/lines/5/code", "units.not_a_code"},
                                             {"/lines/6/valid_from", "units.not_a_date"},
                                             {"/lines/6/valid_to", "units.not_a_date"},
                                             {"/lines/7/valid_to", "units.ends_before_it_begins"},
                                             {"/lines/8/valid_to", "units.successor_needs_end"},
                                             {"/lines/9/successor_kind", "base.not_a_choice"},
                                             {"/lines/9/successor_code", "units.succeeds_itself"},
                                             {"/lines/10/successor_code", "base.required"},
                                             {"/lines/11", "units.wrong_columns"},
                                             {"/lines/12/name", "base.too_long"},
                                             {"/lines/13", "units.bad_quotes"}});
}

TEST_CASE("A file that is none of ours, not text, too long or too large is refused as a whole") {
  CHECK(faults_of("") == Faults{{"/lines/1", "units.wrong_header"}});
  CHECK(faults_of("code;type;name\nqn;district;Quy Nhơn\n") == Faults{{"/lines/1", "units.wrong_header"}});
  CHECK(faults_of(kHeader + "a,commune,X\xC3,,,,,,\n") == Faults{{"", "base.not_utf8"}});
  std::string lines = kHeader;
  for (int i = 0; i < 20'001; ++i) lines += "u" + std::to_string(i) + ",commune,Xã,,,,,,\n";
  CHECK(faults_of(lines) == Faults{{"", "units.too_many_lines"}});
  CHECK(faults_of(kHeader + std::string(5'000'000, '\n')) == Faults{{"", "units.file_too_large"}});
}
