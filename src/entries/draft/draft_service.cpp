// Begins and saves drafts; who may hand in for somebody else, and how many drafts an account may keep.
#include "entries/draft/draft_service.h"

#include <algorithm>

#include "entries/entry_access.h"
#include "guong/entries/use_cases.h"

namespace guong::entries {
namespace {

// In one contest, drafts and withdrawn ones too; a coordinator hands in for a whole unit.
constexpr std::int64_t kEntriesPerAccount = 100, kEntriesPerCoordinator = 5000;

/// "1234-5678": random, so that it does not tell how many there are.
std::string draw_number(store::Reader& reader, Random& random, ContestId contest) {
  for (int tries = 0; tries < 20; ++tries) {
    auto digits = std::to_string(100'000'000 + random.below(100'000'000)).substr(1);
    digits.insert(4, "-");
    if (!number_taken(reader, contest, digits)) return digits;
  }
  throw Error(ErrorKind::internal, "base.internal");
}

void refuse_unknown_units(store::Reader& reader, const Draft& draft) {
  std::vector<UnitId> units;
  if (draft.content.exemplar.unit) units.push_back(*draft.content.exemplar.unit);
  if (draft.author && draft.author->unit) units.push_back(*draft.author->unit);
  for (const auto& author : draft.co_authors)
    if (author.unit) units.push_back(*author.unit);
  const auto unknown = unknown_units(reader, units);
  const auto is_unknown = [&](std::optional<UnitId> unit) {
    return unit && std::ranges::find(unknown, *unit) != unknown.end();
  };
  std::vector<Fault> faults;
  if (is_unknown(draft.content.exemplar.unit))
    faults.push_back({"/exemplar/unit", "entries.no_such_unit", {}});
  if (draft.author && is_unknown(draft.author->unit))
    faults.push_back({"/author/unit", "entries.no_such_unit", {}});
  for (std::size_t i = 0; i < draft.co_authors.size(); ++i)
    if (is_unknown(draft.co_authors[i].unit))
      faults.push_back({"/co_authors/" + std::to_string(i) + "/unit", "entries.no_such_unit", {}});
  refuse_if_any(std::move(faults));
}

/// Whoever hands in for somebody else is coordinator of that author's unit, or of one above it.
void refuse_unless_coordinator(store::Reader& reader, const api::UseCaseContext& context,
                               const Draft& draft) {
  if (!draft.author) return;
  if (!draft.author->unit) refuse_if_any({{"/author/unit", "entries.author_unit_missing", {}}});
  if (!coordinates(reader, context.actor, *draft.author->unit))
    refuse_if_any({{"/author/unit", "entries.not_coordinator", {}}});
}

SealedIdentity sealed_identity(store::Reader& reader, const api::UseCaseContext& context, EntryId entry,
                               const Draft& draft) {
  const auto owner = accounts::find_account(reader, context.actor.account);
  if (!owner) throw Error::not_found();
  return seal_identity(context.keys, entry, identity_of(*owner, draft));
}

/// For new drafts only: saving one that exists stays possible, so that nothing written is lost.
void refuse_unless_open(const ContestNow& contest, Timestamp now) {
  const auto& calendar = contest.rules->calendar;
  if (contest.open() && now < calendar.opens)
    throw Error(ErrorKind::conflict, "entries.not_yet_open",
                {{"time", to_local_text(calendar.opens, calendar.zone)}});
  if (!contest.open() || now > calendar.deadline)
    throw Error(ErrorKind::conflict, "entries.contest_closed",
                {{"time", to_local_text(calendar.deadline, calendar.zone)}});
}

}  // namespace

Identity identity_of(const accounts::AccountBrief& owner, const Draft& draft) {
  const Author author = draft.author.value_or(Author{owner.name, draft.pen_name, owner.unit, owner.id, ""});
  Identity identity{owner.id, {author}, draft.phone, draft.email, draft.address, draft.declared_interests};
  identity.authors.insert(identity.authors.end(), draft.co_authors.begin(), draft.co_authors.end());
  return identity;
}

Draft draft_of(const Content& content, const Identity& identity) {
  const auto& first = identity.authors.front();
  return {content,          first.account == identity.owner ? std::nullopt : std::optional(first),
          first.pen_name,   {identity.authors.begin() + 1, identity.authors.end()},
          identity.phone,   identity.email,
          identity.address, identity.declared_interests};
}

CreatedEntry create_entry(store::Tx& tx, const api::UseCaseContext& context, ContestId contest,
                          const Draft& draft) {
  if (!api::signed_in(context.actor)) throw Error::not_found();
  refuse_unless_open(contest_now(tx, contest), context.now);
  refuse_unknown_units(tx, draft);
  refuse_unless_coordinator(tx, context, draft);
  const auto tag = owner_tag(context.keys, context.actor.account);
  const auto most = draft.author ? kEntriesPerCoordinator : kEntriesPerAccount;
  if (count_owned(tx, contest, tag) >= most)
    throw Error(ErrorKind::conflict, "entries.too_many_drafts", {{"max", std::to_string(most)}});
  const auto id = context.random.id<EntryId>();
  const Entry entry{id,
                    contest,
                    draw_number(tx, context.random, contest),
                    State::draft,
                    Revision{1},
                    draft.content,
                    0,
                    "",
                    std::nullopt,
                    context.now,
                    context.now,
                    std::nullopt,
                    sealed_identity(tx, context, id, draft),
                    tag};
  insert_entry(tx, entry);
  add_event(tx, id, "created", context.now);
  return {id, entry.number, entry.revision};
}

Revision save_draft(store::Tx& tx, const api::UseCaseContext& context, EntryId id, Revision expected,
                    const Draft& draft) {
  auto entry = own_entry(tx, context, id);
  entry.state = require_transition(entry, EntryAction::save, expected);
  require_not_frozen(tx, entry, context.now);
  refuse_unknown_units(tx, draft);
  refuse_unless_coordinator(tx, context, draft);
  entry.content = draft.content;
  entry.identity = sealed_identity(tx, context, id, draft);
  entry.updated_at = context.now;
  return update_entry(tx, entry);
}

}  // namespace guong::entries
