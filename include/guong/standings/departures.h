// Where people decide about prizes because the rule book leaves it open: a place stays vacant, equals at a prize line
// are chosen among (or share a joint prize), special, side and collective prizes are given. With these, rule book and
// ranking say who has which prize; nothing else does. Pure; any thread. A verifier uses the same functions.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "guong/base/error.h"
#include "guong/base/time.h"
#include "guong/rules/rule_book.h"
#include "guong/scoring/prizes.h"
#include "guong/standings/ranking.h"

namespace guong::standings {

enum class DepartureKind {
  vacant,  // places of a ranked prize stay free: who ranked for them ranks for the next prize
  chosen,  // a work among equals at an undecided line
  given    // a prize that is not ranked, to a work or a unit
};
std::string_view departure_kind_name(DepartureKind kind);
DepartureKind read_departure_kind(std::string_view name);

struct Departure {
  DepartureKind kind = DepartureKind::given;
  std::string prize;
  std::string category;  // of a prize of each category; else empty
  std::string code;      // of the work; empty when vacant or given to a unit
  std::string unit;      // which unit: its code in a file
  int places = 1;        // when vacant
  std::string reason;
  std::string office, decided_by;  // as what and who
  Timestamp decided_at;
};

/// Keys of the authors of a work, by its code. They are the same for the same author and say nothing else.
using AuthorKeys = std::map<std::string, std::vector<std::string>>;

/// The ranked prizes, as rules, ranking and decisions give them.
scoring::Allotment allot_prizes(const rules::RuleBook& rules, const Ranking& ranking,
                                const AuthorKeys& authors, const std::vector<Departure>& departures);

/// Somebody has a prize: a work by its code, or a unit. `departure`: its number in the list when a decision
/// gave it, else -1.
struct Winner {
  std::string prize, category, code, unit;
  int departure = -1;
};
std::vector<Winner> winners(const rules::RuleBook& rules, const Ranking& ranking, const AuthorKeys& authors,
                            const std::vector<Departure>& departures);

/// What the rule book does not leave open, each with the number of the departure in its pointer ("/2"), or "" when it
/// concerns several: prizes that must not stay vacant, choices where nobody is equal, ranked prizes to units,
/// collective prizes to works, more prizes than there are, an author over the limit.
std::vector<Fault> departure_faults(const rules::RuleBook& rules, const Ranking& ranking,
                                    const AuthorKeys& authors, const std::vector<Departure>& departures);

/// Whether more works share the prize of this choice than it has places (đồng giải).
bool is_joint(const rules::RuleBook& rules, const std::vector<Departure>& departures, const Departure& one);

}  // namespace guong::standings
