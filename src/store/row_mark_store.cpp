// SQL of the two engines' own words for what was written.
#include "guong/store/row_mark.h"

#include <sstream>
#include <vector>

namespace guong::store {
namespace {

constexpr std::string_view kFrom = "from ";

std::string tables_of(const KeptTable& table) {
  return std::string(table.select.substr(table.select.find(kFrom)));
}

/// "from entry e join entry_file f on ...": e and f.
std::vector<std::string> aliases(const std::string& tables) {
  std::vector<std::string> out;
  std::istringstream words(tables);
  for (std::string word, name; words >> word;)
    if (word == "from" || word == "join") {
      words >> name >> word;
      out.push_back(word);
    }
  return out;
}

/// PostgreSQL writes a row anew, in another place and under the number of the transaction, whenever it
/// changes.
std::string versions_sql(const KeptTable& table) {
  const auto tables = tables_of(table);
  std::string row;
  for (const auto& alias : aliases(tables))
    row += (row.empty() ? "" : ", ") + alias + ".xmin::text, " + alias + ".ctid::text";
  return "select count(*), cast(coalesce(sum(hashtextextended(concat_ws('/', " + row +
         "), 0)), 0) as text) " + tables + " where " + std::string(table.contest) + " = $1";
}

}  // namespace

std::string row_mark(Tx& tx, bool sqlite, std::span<const KeptTable> tables, ContestId contest) {
  if (sqlite) return std::to_string(tx.number("pragma data_version"));
  std::string out;
  const Value values[] = {contest};
  for (const auto& table : tables)
    tx.each(versions_sql(table), values,
            [&](const Row& row) { out += std::to_string(row.i64(0)) + "/" + row.text(1) + " "; });
  return out;
}

std::int64_t last_record(Reader& reader, ContestId contest) {
  return reader
      .one(R"(select seq from ledger_record where contest_id = $1 order by seq desc limit 1)", {contest},
           [](const Row& row) { return row.i64(0); })
      .value_or(-1);
}

}  // namespace guong::store
