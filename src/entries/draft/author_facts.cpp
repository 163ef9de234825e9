// Looks up what the rules ask of the authors; the rules themselves are judged without a database
// (submission_faults.cpp).
#include <algorithm>

#include "entries/draft/submission.h"
#include "entries/seal.h"
#include "entries/search_store.h"
#include "guong/accounts/member.h"
#include "guong/units/unit.h"

namespace guong::entries {
namespace {

bool limits_entries(const rules::RuleBook& rules, const std::string& category) {
  const auto* found = find_category(rules, category);
  return rules.eligibility.max_entries || (found && found->max_entries);
}

bool asks_for_units(const rules::Eligibility& rules) {
  return !rules.excluded_units.empty() || rules::asks_for_members(rules);
}

void add_codes(store::Reader& reader, std::set<std::string>& codes, UnitId unit) {
  for (auto& code : unit_codes(reader, units::ancestors(reader, unit))) codes.insert(std::move(code));
}

/// Nobody gets round being excluded by saying another unit than the one that has confirmed them.
void fill_units(store::Reader& reader, AuthorFacts& facts, const Author& author) {
  if (author.unit) add_codes(reader, facts.unit_codes, *author.unit);
  const auto member = author.account ? accounts::member_unit(reader, *author.account) : std::nullopt;
  if (member && member != author.unit) add_codes(reader, facts.member_codes, *member);
}

void fill_counts(AuthorFacts& facts, const std::multimap<Bytes, std::string>& entries, const Bytes& tag,
                 const std::string& category) {
  const auto [first, last] = entries.equal_range(tag);
  for (auto entry = first; entry != last; ++entry) {
    ++facts.entries_in_contest;
    if (entry->second == category) ++facts.entries_in_category;
  }
}

}  // namespace

std::vector<AccountId> accounts_of(const Identity& identity) {
  std::vector<AccountId> out;
  for (const auto& author : identity.authors)
    if (author.account && std::ranges::find(out, *author.account) == out.end())
      out.push_back(*author.account);
  return out;
}

std::vector<AuthorFacts> author_facts(store::Reader& reader, const api::UseCaseContext& context,
                                      const rules::RuleBook& rules, const Entry& entry,
                                      const Identity& identity) {
  const auto accounts = accounts_of(identity);
  const auto roles = roles_of(reader, entry.contest, accounts, context.now);
  std::multimap<Bytes, std::string> entries;
  if (limits_entries(rules, entry.content.category)) {
    std::vector<Bytes> tags;
    for (const auto account : accounts) tags.push_back(author_tag(context.keys, entry.contest, account));
    entries = categories_by_author(reader, entry.contest, entry.id, tags);
  }
  std::vector<AuthorFacts> out;
  for (const auto& author : identity.authors) {
    AuthorFacts facts;
    facts.has_unit = author.unit.has_value();
    if (asks_for_units(rules.eligibility)) fill_units(reader, facts, author);
    if (author.account) {
      const auto [first, last] = roles.equal_range(*author.account);
      for (auto role = first; role != last; ++role) facts.roles.insert(role->second);
      fill_counts(facts, entries, author_tag(context.keys, entry.contest, *author.account),
                  entry.content.category);
    }
    out.push_back(std::move(facts));
  }
  return out;
}

}  // namespace guong::entries
