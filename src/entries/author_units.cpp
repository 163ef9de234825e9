// Facts of now are looked up by account; those of an accepted entry are read from it.
#include "entries/author_units.h"

#include <nlohmann/json.hpp>

#include "guong/base/crypto.h"
#include "guong/base/nullable_json.h"

namespace guong::entries {
namespace {

using accounts::MemberState;
using nlohmann::json;

UnitFact fact_of(store::Reader& reader, const Author& author, bool handed_in) {
  UnitFact fact;
  if (handed_in) fact.said.state = MemberState::confirmed;
  if (!author.account) return fact;
  fact.member = accounts::member_unit(reader, *author.account);
  if (author.unit && !handed_in) fact.said = accounts::membership(reader, *author.account, *author.unit);
  return fact;
}

}  // namespace

std::vector<UnitFact> unit_facts(store::Reader& reader, const Identity& identity) {
  const bool handed_in = identity.authors.front().account != identity.owner;
  std::vector<UnitFact> out;
  for (const auto& author : identity.authors)
    out.push_back(fact_of(reader, author, out.empty() && handed_in));
  return out;
}

bool lacks_member(const Identity& identity, const std::vector<UnitFact>& facts) {
  for (std::size_t i = 0; i < facts.size(); ++i)
    if (identity.authors[i].unit && facts[i].said.state != MemberState::confirmed) return true;
  return false;
}

void confirm_all(std::vector<UnitFact>& facts) {
  for (auto& fact : facts) fact.said = {MemberState::confirmed, ""};
}

std::string units_context(EntryId entry) { return "units/" + std::to_string(entry.value); }

Bytes seal_units(const api::Keys& keys, EntryId entry, const std::vector<UnitFact>& facts) {
  json list = json::array();
  for (const auto& fact : facts)
    list.push_back(
        {{"confirmed", fact.said.state == MemberState::confirmed}, {"member", or_null(fact.member)}});
  return seal(keys.seal, units_context(entry), list.dump());
}

std::vector<UnitFact> open_units(const api::Keys& keys, EntryId entry, const Bytes& sealed) {
  std::vector<UnitFact> out;
  for (const auto& one : json::parse(unseal(keys.seal, units_context(entry), as_text(sealed)))) {
    UnitFact fact;
    if (one.at("confirmed").get<bool>()) fact.said.state = MemberState::confirmed;
    if (!one.at("member").is_null()) fact.member = UnitId{one.at("member").get<std::int64_t>()};
    out.push_back(std::move(fact));
  }
  return out;
}

}  // namespace guong::entries
