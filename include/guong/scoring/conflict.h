// Conflicts of interest between a judge and an entry, from facts. Pure; any thread. Ids are plain numbers here: scoring knows no accounts.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace guong::scoring {

enum class TieKind {
  self,  // author or co-author is the judge
  same_unit,
  unit_above_below,  // one unit above or below
  declared_person,   // the judge declared a relative or close tie with an author, or an author one with the judge
  declared_unit,
  exemplar,       // the judge is the exemplar, or declared a tie with them
  exemplar_unit,  // the judge belongs to the exemplar's unit, or declared it
  handled         // the judge handed the work in for its author, or confirmed its facts
};
std::string_view tie_kind_name(TieKind kind);
/// Hard ties are never assigned; soft ones need a waiver by the head.
bool is_hard(TieKind kind);

/// The entry's side.
struct EntryFacts {
  std::set<std::int64_t> accounts;
  std::set<std::int64_t> units;
  std::set<std::string> folded_names;
  std::set<std::string> folded_declared;  // names of judges that the author declared ties with
  std::string folded_exemplar;
  std::int64_t exemplar_unit = 0;     // 0: none
  std::set<std::int64_t> handlers{};  // accounts of coordinators
};

/// The judge's side.
struct JudgeFacts {
  std::int64_t account = 0;
  std::string folded_name;
  std::int64_t unit = 0;                 // 0: none
  std::set<std::int64_t> units_next;     // parent and children of the unit
  std::set<std::string> folded_persons;  // declared relatives and close ties
  std::set<std::int64_t> declared_units;
};

/// Every tie there is, in the order of TieKind. A declaration names a person when it holds the whole name, whatever else it says
/// ("anh Nguyễn Văn An, em trai").
std::vector<TieKind> ties_between(const JudgeFacts& judge, const EntryFacts& entry);

}  // namespace guong::scoring
