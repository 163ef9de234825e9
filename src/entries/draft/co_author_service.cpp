// Whoever signs in with what an entry names an author by says yes or no to it.
#include "entries/draft/co_author_service.h"

#include <algorithm>

#include "entries/author_units.h"
#include "entries/co_authors.h"
#include "entries/draft/submission.h"
#include "entries/entry_access.h"
#include "entries/seal.h"
#include "entries/search_store.h"
#include "guong/accounts/account.h"

namespace guong::entries {
namespace {

constexpr int kNamings = 200;

std::vector<Bytes> own_tags(store::Reader& reader, const api::UseCaseContext& context) {
  std::vector<Bytes> out;
  for (const auto& identifier : accounts::account_identifiers(reader, context.actor.account))
    out.push_back(identifier_tag(context.keys, identifier.text));
  return out;
}

/// Who judges, now or later, is not told of works: neither confirms nor reads.
bool judges(store::Reader& reader, const api::UseCaseContext& context, ContestId contest) {
  const auto roles = roles_of(reader, contest, {context.actor.account}, context.now);
  return std::ranges::any_of(roles, [](const auto& held) { return held.second == "judge"; });
}

bool still_open(const ContestNow& contest, Timestamp now) {
  const auto& by = contest.rules->eligibility.co_authors_confirm_by;
  return contest.open() && (!by || now <= *by);
}

/// An entry that names the actor.
struct Naming {
  Entry entry;
  ContestNow contest;
  Identity identity;
};
std::optional<Naming> naming_of(store::Reader& reader, const api::UseCaseContext& context, EntryId id) {
  auto entry = find_by_id(reader, id);
  if (!entry || entry->state == State::withdrawn || entry->state == State::refused ||
      entry->state == State::disqualified || judges(reader, context, entry->contest))
    return std::nullopt;
  auto contest = contest_now(reader, entry->contest);
  auto identity = open_identity(context.keys, entry->identity);
  return Naming{std::move(*entry), std::move(contest), std::move(identity)};
}

/// What would be faults of a submission are the confirming person's to hear, not the one's who named them.
void refuse_barred(store::Reader& reader, const api::UseCaseContext& context, const Naming& naming) {
  const Identity alone{
      context.actor.account, {{"", "", std::nullopt, context.actor.account, ""}}, "", "", "", {}};
  const auto facts = author_facts(reader, context, *naming.contest.rules, naming.entry, alone);
  auto rules = *naming.contest.rules;
  rules.eligibility.scope = "open";  // the unit is what the entry says
  if (!author_faults(rules, naming.entry.content.category, facts).empty())
    throw Error(ErrorKind::conflict, "entries.co_author_barred");
}

/// An entry that is accepted already: of which unit the one who says so is stands from now on.
void freeze_unit(store::Tx& tx, const api::UseCaseContext& context, const Entry& entry,
                 const Identity& identity) {
  const auto sealed = sealed_units(tx, entry.id);
  if (sealed.empty()) return;
  auto frozen = open_units(context.keys, entry.id, sealed);
  const auto now = unit_facts(tx, identity);
  for (std::size_t i = 0; i < frozen.size() && i < now.size(); ++i)
    if (identity.authors[i].account == context.actor.account) {
      frozen[i].member = now[i].member;
      if (now[i].said.state == accounts::MemberState::confirmed) frozen[i].said = now[i].said;
    }
  update_units(tx, entry.id, seal_units(context.keys, entry.id, frozen));
}

void decide(store::Tx& tx, const api::UseCaseContext& context, EntryId id, CoAuthorState state) {
  auto tags = own_tags(tx, context);
  const auto rows = co_authors_of(tx, id);
  std::erase_if(tags, [&](const Bytes& tag) { return !rows.contains(tag); });
  auto naming = tags.empty() ? std::nullopt : naming_of(tx, context, id);
  if (!naming) throw Error::not_found();
  if (!still_open(naming->contest, context.now))
    throw Error(ErrorKind::conflict, "entries.co_author_too_late");
  const bool confirmed = state == CoAuthorState::confirmed;
  if (confirmed) refuse_barred(tx, context, *naming);
  const auto account = confirmed ? seal_co_author(context.keys, id, context.actor.account) : Bytes{};
  for (const auto& tag : tags) decide_co_author(tx, tag, {id, state, {}, account}, context.now);
  auto& entry = naming->entry;
  fill_confirmed(tx, context.keys, id, naming->identity);
  entry.identity = seal_identity(context.keys, id, naming->identity);
  update_identity(tx, entry);
  if (confirmed) freeze_unit(tx, context, entry, naming->identity);
  record(tx, context, entry, "entry.co_author_" + std::string(co_author_state_name(state)));
  const auto tag = author_tag(context.keys, entry.contest, context.actor.account);
  if (confirmed)
    add_tag(tx, entry.contest, {*entry.submitted_at, id}, tag);
  else if (naming->identity.owner != context.actor.account)
    remove_tag(tx, id, tag);
}

}  // namespace

std::vector<CoAuthorship> own_co_authorships(store::Reader& reader, const api::UseCaseContext& context) {
  std::vector<CoAuthorship> out;
  for (const auto& tag : own_tags(reader, context)) {
    for (const auto& row : co_authors_tagged(reader, tag, kNamings)) {
      if (std::ranges::count(out, row.entry, &CoAuthorship::entry) > 0) continue;
      const auto naming = naming_of(reader, context, row.entry);
      if (!naming) continue;
      const auto& [entry, contest, identity] = *naming;
      out.push_back({row.entry, entry.contest, contest.head.slug, contest.head.name, entry.content.title,
                     identity.authors.front().name, row.state, row.asked_at,
                     contest.rules->eligibility.co_authors_confirm_by, still_open(contest, context.now)});
    }
  }
  return out;
}

void confirm_co_authorship(store::Tx& tx, const api::UseCaseContext& context, EntryId entry) {
  decide(tx, context, entry, CoAuthorState::confirmed);
}

void decline_co_authorship(store::Tx& tx, const api::UseCaseContext& context, EntryId entry) {
  decide(tx, context, entry, CoAuthorState::declined);
}

}  // namespace guong::entries
