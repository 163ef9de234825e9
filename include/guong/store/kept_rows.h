// Rows that the ledger answers for. A record that tells of an act commits to the rows as the act left them: a
// keyed digest for each table and subject (an entry, an assignment, a result). Whoever changes a row behind
// the program cannot make an opening that fits; the rows are held against the last record that told of them.
//
// In a record's opening "rows": a line for each table, "TABLE SUBJECT DIGEST", DIGEST of 32 hex digits, "-"
// for no rows.
#pragma once

#include <array>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "guong/store/ledger_reading.h"

namespace guong::store {

/// How one table is told. The select ends after its tables; which rows is added to it.
struct KeptTable {
  std::string_view name;    // of the table, or of the part of it that is told
  std::string_view key;     // of the sentence that says that it differs: {called}, {seq}
  std::string_view select;  // the subject's number, what people call it, then all that the ledger answers for
  std::string_view contest;  // what says whose the row is; 0 of no contest
  std::string_view subject;  // what says the subject's number
  std::string_view only;     // rows that no act changes without a record
  std::string_view order;    // of a subject's rows
};

/// The name of the opening.
inline constexpr std::string_view kRowsTold = "rows";

/// What a record is to say of one subject's rows, after the act. `contest` 0: of no contest.
std::string tell_rows(Reader& reader, std::string_view seal_key, std::span<const KeptTable> tables,
                      ContestId contest, std::int64_t subject);
/// The same of many subjects, by one walk over the contest's rows.
std::string tell_rows(Reader& reader, std::string_view seal_key, std::span<const KeptTable> tables,
                      ContestId contest, const std::set<std::int64_t>& subjects);
/// Of every subject of the contest: where rows were never told.
std::string tell_all_rows(Reader& reader, std::string_view seal_key, std::span<const KeptTable> tables,
                          ContestId contest);

/// Takes records in order; then compares the rows of a contest with what was told last, one walk over both
/// for each table. Holds 32 bytes for each table and subject, and no row.
class RowCheck {
 public:
  void take(const Told& told);
  void compare(Reader& reader, std::string_view seal_key, std::span<const KeptTable> tables,
               ContestId contest, Differences& out);

 private:
  using Short = std::array<std::uint8_t, 16>;
  struct Line {  // what one record told of one subject
    std::int64_t subject = 0, seq = 0;
    Short digest{};
  };
  static Short short_digest(std::string_view text);
  static void keep_last(std::vector<Line>& lines);
  static void make_room(std::vector<Line>& lines);
  std::map<std::pair<std::int64_t, std::string>, std::vector<Line>> told_;  // contest and table
};

}  // namespace guong::store
