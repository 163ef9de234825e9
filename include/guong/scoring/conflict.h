// Conflicts of interest between a judge and an entry, from facts. Pure; any thread. Ids are plain numbers
// here: scoring knows no accounts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace guong::scoring {

enum class InterestKind {
  self,  // author or co-author is the judge
  same_unit,
  claimed_unit,  // the judge's unit, or one they declared, is what an author says and nobody has confirmed
  unit_above_below,  // one unit above or below
  declared_person,   // the judge named an author as a relative or close person
  declared_unit,
  exemplar,       // the judge is the exemplar, or declared an interest in them
  exemplar_unit,  // the judge belongs to the exemplar's unit, or declared it
  handled,        // the judge handed the work in for its author, or confirmed its facts
  author_declared  // the author says to be close to the judge, or names the judge, who has not confirmed, as an author
};
std::string_view interest_kind_name(InterestKind kind);
/// A pair with a hard interest is never assigned; a soft one needs a waiver by the head.
bool is_hard(InterestKind kind);

/// The entry's side.
struct EntryFacts {
  std::set<std::int64_t> accounts;
  std::set<std::int64_t> units;          // that others have confirmed
  std::set<std::int64_t> claimed_units;  // that only the authors say
  std::set<std::string> folded_names;
  std::set<std::string> folded_declared;  // names of judges that the author declared to be close to
  std::string folded_exemplar;
  std::int64_t exemplar_unit = 0;     // 0: none
  std::set<std::int64_t> handlers{};  // accounts of coordinators
  std::set<std::string> contacts{};   // by which authors are named who have not confirmed
};

/// The judge's side.
struct JudgeFacts {
  std::int64_t account = 0;
  std::string folded_name;
  std::set<std::int64_t> units;
  std::set<std::int64_t> units_next;     // parents and children of these
  std::set<std::string> folded_persons;  // declared relatives and close persons
  std::set<std::int64_t> declared_units;
  std::set<std::string> contacts{};  // by which the judge could be named
};

/// Every interest there is, in the order of InterestKind. A declaration names a person when it holds the
/// whole name, whatever else it says ("anh Nguyễn Văn An, em trai").
std::vector<InterestKind> interests_between(const JudgeFacts& judge, const EntryFacts& entry);

/// Finds the judges who may have an interest in an entry without looking at each: comparing every judge with
/// every entry takes minutes where there are many of both. Whom it leaves out has none.
class JudgeIndex {
 public:
  explicit JudgeIndex(const std::vector<JudgeFacts>& judges);
  /// Positions in the list given, each once, in order.
  std::vector<std::size_t> candidates(const EntryFacts& entry) const;

 private:
  using Judges = std::vector<std::size_t>;
  void add_mentioning(const std::string& name, std::set<std::size_t>& out) const;

  std::map<std::int64_t, Judges> by_account_, by_unit_;
  std::map<std::string, Judges> by_contact_;
  std::map<std::string, Judges> by_word_;       // of names that they have or declared
  std::map<std::string, Judges> by_last_word_;  // of their own name
};

}  // namespace guong::scoring
