// SQL of the tree of units, of what became of each, and of the words that units are found by.
#include "units/unit_store.h"

#include <algorithm>
#include <deque>
#include <set>

#include "guong/base/text.h"

namespace guong::units {
namespace {

constexpr std::size_t kMostWords = 8;
constexpr const char* kLastCharacter = "\xF4\x8F\xBF\xBF";  // sorts after all others

Unit unit_of(const store::Row& row) {
  return {row.id<UnitId>(0),
          row.text(1),
          row.text(2),
          row.text(3),
          row.text(4),
          row.opt_id<UnitId>(5),
          row.opt_text(6).value_or(""),
          row.opt_text(7).value_or("")};
}

Succession succession_of(const store::Row& row) { return {unit_of(row), row.text(8), row.text(9)}; }

store::Value null_if_empty(const std::string& text) {
  return text.empty() ? store::Value(nullptr) : store::Value(text);
}

std::set<std::string> words_of(const Unit& unit) {
  const auto words = folded_words(unit.name + " " + unit.short_name);
  return {words.begin(), words.end()};
}

void write_words(store::Tx& tx, UnitId unit, const std::set<std::string>& before,
                 const std::set<std::string>& after) {
  for (const auto& word : before)
    if (!after.contains(word))
      tx.exec("delete from unit_word where word = $1 and unit_id = $2", {word, unit});
  for (const auto& word : after)
    if (!before.contains(word))
      tx.exec("insert into unit_word (word, unit_id) values ($1, $2)", {word, unit});
}

/// "($1, $2, $3)" for an `in`.
std::string places(std::size_t count) {
  std::string out;
  for (std::size_t i = 1; i <= count; ++i) out += (i == 1 ? "($" : ", $") + std::to_string(i);
  return out + ")";
}

/// What the name of a unit begins with before what people call it.
constexpr std::string_view kTitles[] = {"",       "tinh ", "thanh pho ", "thi xa ", "thi tran ",
                                        "huyen ", "quan ", "phuong ",    "xa "};

/// The parts of a statement that is put together, with the values of its places.
struct Statement {
  std::vector<store::Value> values;
  std::deque<std::string> texts;  // from which values borrow

  std::string place(store::Value value) {
    values.push_back(value);
    return "$" + std::to_string(values.size());
  }
  std::string begins(const char* column, std::string with) {
    texts.push_back(with);
    const auto from = place(texts.back());
    texts.push_back(std::move(with) + kLastCharacter);
    return std::string(column) + " >= " + from + " and " + column + " < " + place(texts.back());
  }
};

/// Those that have ended come last; names that begin with what was typed come before others.
std::string rank_of(const UnitQuery& query, Statement& statement) {
  std::string begins;
  for (const auto title : kTitles)
    begins += (begins.empty() ? "" : " or ") + statement.begins("folded", std::string(title) + query.typed);
  return "case when valid_to is not null and valid_to <= " + statement.place(query.today) +
         " then 2 else 0 end + case when " + begins + " then 0 else 1 end";
}

}  // namespace

std::optional<Unit> find_unit(store::Reader& reader, UnitId id) {
  return reader.one(
      "select id, code, type, name, short_name, parent_id, valid_from, valid_to from unit where id "
      "= $1",
      {id}, unit_of);
}

std::optional<Unit> unit_by_code(store::Reader& reader, std::string_view code) {
  return reader.one(
      "select id, code, type, name, short_name, parent_id, valid_from, valid_to from unit where "
      "code = $1",
      {code}, unit_of);
}

std::vector<UnitId> ancestors(store::Reader& reader, UnitId id) {
  return reader.all(R"(
    with recursive above(id, parent_id, depth) as (
      select id, parent_id, 0 from unit where id = $1
      union all
      select u.id, u.parent_id, a.depth + 1 from unit u join above a on u.id = a.parent_id where a.depth < 50)
    select id from above order by depth)",
                    {id}, [](const store::Row& row) { return row.id<UnitId>(0); });
}

std::vector<UnitId> children(store::Reader& reader, UnitId id) {
  return reader.all("select id from unit where parent_id = $1 order by folded, id", {id},
                    [](const store::Row& row) { return row.id<UnitId>(0); });
}

std::map<UnitId, std::string> unit_names(store::Reader& reader, const std::vector<UnitId>& ids) {
  std::map<UnitId, std::string> names;
  if (ids.empty()) return names;
  const std::vector<store::Value> values(ids.begin(), ids.end());
  reader.each("select id, name from unit where id in " + places(ids.size()), values,
              [&](const store::Row& row) { names[row.id<UnitId>(0)] = row.text(1); });
  return names;
}

std::map<std::string, UnitId> units_by_code(store::Reader& reader, const std::vector<std::string>& codes) {
  std::map<std::string, UnitId> ids;
  if (codes.empty()) return ids;
  const std::vector<store::Value> values(codes.begin(), codes.end());
  reader.each("select code, id from unit where code in " + places(codes.size()), values,
              [&](const store::Row& row) { ids[row.text(0)] = row.id<UnitId>(1); });
  return ids;
}

std::int64_t revision_of(store::Reader& reader, const std::vector<std::string>& codes) {
  constexpr std::size_t kAtOnce = 200;
  std::int64_t sum = 0;
  for (std::size_t from = 0; from < codes.size(); from += kAtOnce) {
    const auto count = std::min(codes.size() - from, kAtOnce);
    const std::vector<store::Value> values(codes.begin() + from, codes.begin() + from + count);
    reader.each("select cast(coalesce(sum(revision), 0) as bigint) from unit where code in " + places(count),
                values, [&](const store::Row& row) { sum += row.i64(0); });
  }
  return sum;
}

std::vector<ListedUnit> list_units(store::Reader& reader, const UnitQuery& query, const UnitCursor& after,
                                   int limit) {
  Statement found;
  std::string where = "1 = 1";
  if (query.parent) where += " and parent_id = " + found.place(*query.parent);
  if (query.roots) where += " and parent_id is null";
  if (!query.on_date.empty()) {
    const auto date = found.place(query.on_date);
    where += " and (valid_from is null or valid_from <= " + date + ") and (valid_to is null or valid_to > " +
             date + ")";
  }
  for (std::size_t i = 0; i < std::min(query.words.size(), kMostWords); ++i)
    where += " and id in (select unit_id from unit_word where " + found.begins("word", query.words[i]) + ")";
  const std::string columns = "id, code, type, name, short_name, parent_id, valid_from, valid_to, folded, ";
  const auto from = found.place(after.folded) + ", " + found.place(after.id) + ")";
  // Nothing is ranked where nothing was typed: an index has that order.
  std::string sql;
  if (query.words.empty())
    sql = "select " + columns + "0 from unit where " + where + " and (folded, id) > (" + from +
          " order by folded, id";
  else
    sql = "select " + columns + "rank from (select " + columns + rank_of(query, found) +
          " as rank from unit where " + where + ") u where (rank, folded, id) > (" +
          found.place(std::int64_t{after.rank}) + ", " + from + " order by rank, folded, id";
  sql += " limit " + found.place(std::int64_t{limit});
  std::vector<ListedUnit> units;
  reader.each(sql, found.values, [&](const store::Row& row) {
    units.push_back({unit_of(row), static_cast<int>(row.i64(9)), row.text(8)});
  });
  return units;
}

std::vector<Succession> successors(store::Reader& reader, UnitId id) {
  return reader.all(R"(
    select u.id, u.code, u.type, u.name, u.short_name, u.parent_id, u.valid_from, u.valid_to, s.kind, s.on_date
    from unit_successor s join unit u on u.id = s.successor_id
    where s.unit_id = $1
    order by u.folded, u.id)",
                    {id}, succession_of);
}

std::vector<Succession> predecessors(store::Reader& reader, UnitId id) {
  return reader.all(R"(
    select u.id, u.code, u.type, u.name, u.short_name, u.parent_id, u.valid_from, u.valid_to, s.kind, s.on_date
    from unit_successor s join unit u on u.id = s.unit_id
    where s.successor_id = $1
    order by u.folded, u.id)",
                    {id}, succession_of);
}

std::vector<UnitLine> all_unit_lines(store::Reader& reader) {
  struct After {
    std::vector<std::string> codes;
    std::string kind;
  };
  std::map<UnitId, After> after;
  reader.each(R"(
    select s.unit_id, u.code, s.kind
    from unit_successor s join unit u on u.id = s.successor_id
    order by s.unit_id, u.code)",
              {}, [&](const store::Row& row) {
                After& a = after[row.id<UnitId>(0)];
                a.codes.push_back(row.text(1));
                a.kind = row.text(2);
              });
  return reader.all(
      R"(
    select u.id, u.code, u.type, u.name, u.short_name, u.parent_id, u.valid_from, u.valid_to, coalesce(p.code, '')
    from unit u left join unit p on p.id = u.parent_id
    order by u.code)",
      {}, [&](const store::Row& row) {
        const Unit unit = unit_of(row);
        return UnitLine{"", unit, row.text(8), after[unit.id].codes, after[unit.id].kind};
      });
}

void insert_unit(store::Tx& tx, const Unit& u) {
  tx.exec(R"(
    insert into unit (id, code, type, name, short_name, parent_id, valid_from, valid_to, folded)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9))",
          {u.id, u.code, u.type, u.name, u.short_name, u.parent, null_if_empty(u.valid_from),
           null_if_empty(u.valid_to), fold(u.name)});
  write_words(tx, u.id, {}, words_of(u));
}

void update_unit(store::Tx& tx, const Unit& u, const Unit& before) {
  tx.exec(R"(
    update unit
    set type = $2, name = $3, short_name = $4, parent_id = $5, valid_from = $6, valid_to = $7, folded = $8,
        revision = revision + 1
    where id = $1)",
          {u.id, u.type, u.name, u.short_name, u.parent, null_if_empty(u.valid_from),
           null_if_empty(u.valid_to), fold(u.name)});
  write_words(tx, u.id, words_of(before), words_of(u));
}

void delete_successions(store::Tx& tx, UnitId from) {
  tx.exec("delete from unit_successor where unit_id = $1", {from});
}

void insert_succession(store::Tx& tx, UnitId from, UnitId to, const std::string& kind,
                       const std::string& on_date) {
  tx.exec(R"(
    insert into unit_successor (unit_id, successor_id, kind, on_date) values ($1, $2, $3, $4))",
          {from, to, kind, on_date});
}

}  // namespace guong::units
