// Of which unit an entry's authors are: what they say, and what others have confirmed. Stands still, sealed,
// from the moment the entry is accepted: neither an author nor a coordinator changes afterwards what
// conflicts of interest are found by.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "guong/accounts/member.h"
#include "guong/entries/identity.h"

namespace guong::entries {

/// Of one author.
struct UnitFact {
  accounts::Membership said;     // what stands of the unit that the entry says
  std::optional<UnitId> member;  // that has confirmed the author's account last
};
/// In the order of the authors. For whom a coordinator hands in is of the unit by the coordinator's word.
std::vector<UnitFact> unit_facts(store::Reader& reader, const Identity& identity);
/// Whether an author is said to be of a unit that nobody has confirmed.
bool lacks_member(const Identity& identity, const std::vector<UnitFact>& facts);
/// The secretary's word: every author is of the unit that the entry says.
void confirm_all(std::vector<UnitFact>& facts);

std::string units_context(EntryId entry);
Bytes seal_units(const api::Keys& keys, EntryId entry, const std::vector<UnitFact>& facts);
std::vector<UnitFact> open_units(const api::Keys& keys, EntryId entry, const Bytes& sealed);

}  // namespace guong::entries
