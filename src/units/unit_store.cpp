#include "units/unit_store.h"

#include "guong/base/text.h"

namespace guong::units {
namespace {

Unit unit_of(const store::Row& row) {
  return {row.id<UnitId>(0), row.text(1), row.text(2), row.text(3), row.text(4), row.opt_id<UnitId>(5),
          row.opt_text(6).value_or(""), row.opt_text(7).value_or("")};
}

Succession succession_of(const store::Row& row) { return {unit_of(row), row.text(8), row.text(9)}; }

store::Value null_if_empty(const std::string& text) { return text.empty() ? store::Value(nullptr) : store::Value(text); }

void write_words(store::Tx& tx, const Unit& unit) {
  tx.exec("delete from unit_word where unit_id = $1", {unit.id});
  for (const auto& word : folded_words(unit.name + " " + unit.short_name)) {
    tx.exec("insert into unit_word (word, unit_id) values ($1, $2)", {word, unit.id});
  }
}

}  // namespace

std::optional<Unit> find_unit(store::Reader& reader, UnitId id) {
  return reader.one(
      "select id, code, type, name, short_name, parent_id, valid_from, valid_to from unit where id = $1", {id}, unit_of);
}

std::optional<Unit> unit_by_code(store::Reader& reader, std::string_view code) {
  return reader.one(
      "select id, code, type, name, short_name, parent_id, valid_from, valid_to from unit where code = $1", {code},
      unit_of);
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
  std::string sql = "select id, name from unit where id in (";
  std::vector<store::Value> values;
  for (const UnitId id : ids) {
    values.emplace_back(id);
    sql += (values.size() > 1 ? ", $" : "$") + std::to_string(values.size());
  }
  reader.each(sql + ")", values, [&](const store::Row& row) { names[row.id<UnitId>(0)] = row.text(1); });
  return names;
}

UnitPage list_units(store::Reader& reader, const UnitQuery& query) {
  const auto tab = query.after.find('\t');
  const std::string after_name = query.after.substr(0, tab);
  const std::int64_t after_id = tab == std::string::npos ? 0 : std::stoll(query.after.substr(tab + 1));
  std::string sql = R"(
    select u.id, u.code, u.type, u.name, u.short_name, u.parent_id, u.valid_from, u.valid_to, u.folded
    from unit u
    where (u.folded, u.id) > ($1, $2) and ($3 = '' or ((u.valid_from is null or u.valid_from <= $3)
      and (u.valid_to is null or u.valid_to > $3))))";
  std::vector<store::Value> values{after_name, after_id, query.on_date};
  std::vector<std::string> bounds;  // the values borrow from here
  bounds.reserve(query.words.size());
  for (const auto& word : query.words) {
    bounds.push_back(word + "\x7f");
    values.emplace_back(word);
    values.emplace_back(bounds.back());
    const auto n = values.size();
    sql += " and exists (select 1 from unit_word w where w.unit_id = u.id and w.word >= $" + std::to_string(n - 1) +
           " and w.word < $" + std::to_string(n) + ")";
  }
  if (query.parent) {
    values.emplace_back(*query.parent);
    sql += " and u.parent_id = $" + std::to_string(values.size());
  }
  values.emplace_back(query.limit);
  sql += " order by u.folded, u.id limit $" + std::to_string(values.size());
  UnitPage page;
  std::string last;
  reader.each(sql, values, [&](const store::Row& row) {
    page.units.push_back(unit_of(row));
    last = row.text(8) + "\t" + std::to_string(row.i64(0));
  });
  if (static_cast<int>(page.units.size()) == query.limit) page.next = last;
  return page;
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
  return reader.all(R"(
    select u.id, u.code, u.type, u.name, u.short_name, u.parent_id, u.valid_from, u.valid_to, coalesce(p.code, '')
    from unit u left join unit p on p.id = u.parent_id
    order by u.code)",
                    {}, [&](const store::Row& row) {
                      const Unit unit = unit_of(row);
                      return UnitLine{0, unit, row.text(8), after[unit.id].codes, after[unit.id].kind};
                    });
}

std::map<std::string, UnitId> ids_by_code(store::Reader& reader) {
  std::map<std::string, UnitId> ids;
  reader.each("select code, id from unit", {}, [&](const store::Row& row) { ids[row.text(0)] = row.id<UnitId>(1); });
  return ids;
}

void insert_unit(store::Tx& tx, const Unit& u) {
  tx.exec(R"(
    insert into unit (id, code, type, name, short_name, parent_id, valid_from, valid_to, folded)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9))",
          {u.id, u.code, u.type, u.name, u.short_name, u.parent, null_if_empty(u.valid_from), null_if_empty(u.valid_to), fold(u.name)});
  write_words(tx, u);
}

void update_unit(store::Tx& tx, const Unit& u) {
  tx.exec(R"(
    update unit
    set type = $2, name = $3, short_name = $4, parent_id = $5, valid_from = $6, valid_to = $7, folded = $8,
        revision = revision + 1
    where id = $1)",
          {u.id, u.type, u.name, u.short_name, u.parent, null_if_empty(u.valid_from), null_if_empty(u.valid_to), fold(u.name)});
  write_words(tx, u);
}

void insert_succession(store::Tx& tx, UnitId from, UnitId to, const std::string& kind, const std::string& on_date) {
  tx.exec(R"(
    insert into unit_successor (unit_id, successor_id, kind, on_date) values ($1, $2, $3, $4)
    on conflict (unit_id, successor_id) do update set kind = excluded.kind, on_date = excluded.on_date)",
          {from, to, kind, on_date});
}

}  // namespace guong::units
