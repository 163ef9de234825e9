// Rows of units. SQL only.
#pragma once

#include <string>
#include <tuple>
#include <vector>

#include "guong/units/unit.h"

namespace guong::units {

/// "2025-07-01", and a day that exists.
bool is_date(std::string_view text);
/// Letters, digits, dots, dashes and underscores: successors are parted by ';'.
bool is_code(std::string_view text);

using LinesByCode = std::map<std::string, UnitLine>;
LinesByCode known_lines(store::Reader& reader);
/// Writes lines that are well in themselves, once the tree as it will be is well, too; gives how many were
/// new.
ImportCounts write_lines(store::Tx& tx, const api::UseCaseContext& context, const LinesByCode& known,
                         const std::vector<UnitLine>& lines);

struct UnitCursor {
  int rank = 0;
  std::string folded;
  UnitId id;
  static auto parts(auto& cursor) { return std::tie(cursor.rank, cursor.folded, cursor.id); }
};
struct ListedUnit {
  Unit unit;
  int rank;            // of what was searched for: 0 and 1 exist today, 0 and 2 begin with what was typed
  std::string folded;  // the name
};
/// Units that begin a word with each folded word of the query, or those below a parent, or all; those that
/// exist today first, then those whose name begins with the query, then by folded name.
struct UnitQuery {
  std::vector<std::string> words;
  std::string typed;  // the same as it was typed, folded
  std::string today;  // for what is searched by words
  std::optional<UnitId> parent;
  bool roots = false;   // only units that stand below none
  std::string on_date;  // only units that exist then; empty: any
};
std::vector<ListedUnit> list_units(store::Reader& reader, const UnitQuery& query, const UnitCursor& after,
                                   int limit);

struct Succession {
  Unit unit;
  std::string kind, on_date;
};
std::vector<Succession> successors(store::Reader& reader, UnitId id);
std::vector<Succession> predecessors(store::Reader& reader, UnitId id);
/// Every unit with what it says in a CSV file, by code.
std::vector<UnitLine> all_unit_lines(store::Reader& reader);

void insert_unit(store::Tx& tx, const Unit& unit);
/// `before` as it stands, for the words that go.
void update_unit(store::Tx& tx, const Unit& unit, const Unit& before);
void delete_successions(store::Tx& tx, UnitId from);
void insert_succession(store::Tx& tx, UnitId from, UnitId to, const std::string& kind,
                       const std::string& on_date);

}  // namespace guong::units
