// Units (cơ quan, đơn vị, địa phương): a tree of organisations, each with a time in which it exists
// and successors after it. Types and units are data. History keeps the old name: a renamed unit is
// a new unit that succeeds the old one. Plain values; any thread.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guong/api/use_case_context.h"
#include "guong/base/error.h"
#include "guong/base/ids.h"
#include "guong/store/store.h"

namespace guong::units {

/// No unit stands deeper below the top than this.
inline constexpr int kDeepest = 20;

struct Unit {
  UnitId id;
  std::string code, type, name, short_name;
  std::optional<UnitId> parent;
  /// "2025-07-01", empty when open. `valid_to` is the first day on which it exists no more.
  std::string valid_from, valid_to;
};

std::optional<Unit> find_unit(store::Reader& reader, UnitId id);
std::optional<Unit> unit_by_code(store::Reader& reader, std::string_view code);
/// One query; unknown codes are left out.
std::map<std::string, UnitId> units_by_code(store::Reader& reader, const std::vector<std::string>& codes);
/// The unit and all above it, itself first. One query.
std::vector<UnitId> ancestors(store::Reader& reader, UnitId id);
/// Units directly below. One query.
std::vector<UnitId> children(store::Reader& reader, UnitId id);
/// Names of up to 200 units; unknown ones are left out. One query.
std::map<UnitId, std::string> unit_names(store::Reader& reader, const std::vector<UnitId>& ids);
/// Changes whenever one of the units with these codes is changed or added.
std::int64_t revision_of(store::Reader& reader, const std::vector<std::string>& codes);

/// All there is to say of a unit: one line of a CSV file.
struct UnitLine {
  std::string at{};  // where it was sent, "/lines/7"; empty for what the installation has
  Unit unit{};
  std::string parent_code{};
  std::vector<std::string> successor_codes{};  // a split has several, parted by ';' in the file
  std::string successor_kind{};
};
struct UnitFile {
  std::vector<UnitLine> lines;
  std::vector<Fault> faults;  // pointer "/lines/7/code"
};
/// Reads "code,type,name,short_name,parent_code,valid_from,valid_to,successor_code,successor_kind"
/// (RFC 4180, a BOM is accepted); every fault at once. At most 5 MB and 20,000 lines.
UnitFile parse_unit_csv(std::string_view csv);
/// Every unit, in the form that parse_unit_csv reads.
std::string unit_csv(store::Reader& reader);

struct ImportCounts {
  int added = 0, changed = 0;
};
/// Adds units and changes those whose code is known already: a line says all there is to say of its
/// unit, its successors too. All of it or, with faults, nothing. The right to import is the
/// caller's to check.
ImportCounts import_units(store::Tx& tx, const api::UseCaseContext& context, std::string_view csv);

/// What happens to units on a day. The old ones end and the new ones begin on it.
enum class ChangeKind { rename, merge, split, add, correct };
struct UnitChange {
  ChangeKind kind = ChangeKind::rename;
  std::string on_date;       // "2026-07-01"; not of a correction
  std::vector<UnitId> from;  // rename, split and correct: one; merge: two or more; add: none
  struct To {
    std::string code, type, name, short_name;  // the code is new; a correction keeps the old one
    std::optional<UnitId> parent;
  };
  std::vector<To> to;  // split: two or more, else one
  /// Split: under which of `to` each unit below the old one goes. Otherwise all go to the one new unit.
  std::map<UnitId, std::size_t> children;
};
/// Gives the units of `to`. All of it or, with faults (pointers "/on_date", "/from/0", "/to/1/code",
/// "/children"), nothing. The right to change units is the caller's to check.
std::vector<UnitId> change_units(store::Tx& tx, const api::UseCaseContext& context, const UnitChange& change);

}  // namespace guong::units
