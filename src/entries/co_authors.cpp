// An author is known by the e-mail address or phone number that they were named by. The account behind it is put
// into the sealed identity only when it has confirmed.
#include "entries/co_authors.h"

#include <algorithm>

#include "entries/seal.h"
#include "entries/submitted_work.h"
#include "guong/accounts/account.h"
#include "guong/base/crypto.h"
#include "guong/entries/use_cases.h"

namespace guong::entries {
namespace {

using Rows = std::map<Bytes, CoAuthorRow>;

constexpr int kPiece = 500;

/// Nothing when it is no e-mail address and no phone number.
std::optional<Bytes> tag_of_contact(const api::Keys& keys, std::string_view contact) {
  const auto identifier = accounts::parse_identifier(contact);
  return identifier ? std::optional(identifier_tag(keys, identifier->text)) : std::nullopt;
}

bool is_owner(const Identity& identity, const Author& author) { return author.account == identity.owner; }

std::optional<std::string> confirmation(const Rows& rows, const api::Keys& keys, const Identity& identity,
                                        const Author& author) {
  if (&author == &identity.authors.front() && is_owner(identity, author)) return std::nullopt;
  const auto tag = tag_of_contact(keys, author.contact);
  if (!tag) return "no_contact";
  const auto row = rows.find(*tag);
  return row == rows.end() ? "not_asked" : std::string(co_author_state_name(row->second.state));
}

bool names_others(const Identity& identity) {
  return identity.authors.size() > 1 || !is_owner(identity, identity.authors.front());
}

}  // namespace

void ask_authors(store::Tx& tx, const api::UseCaseContext& context, EntryId entry, const Identity& identity) {
  std::vector<Bytes> tags;
  for (const auto& author : identity.authors)
    if (auto tag = tag_of_contact(context.keys, author.contact)) tags.push_back(std::move(*tag));
  replace_co_authors(tx, entry, tags, context.now);
}

void tag_authors_anew(store::Tx& tx, const api::Keys& from, const api::Keys& to, EntryId entry,
                      const Identity& identity) {
  for (const auto& author : identity.authors)
    if (const auto tag = tag_of_contact(from, author.contact))
      change_contact_tag(tx, entry, *tag, *tag_of_contact(to, author.contact));
}

std::string co_author_context(EntryId entry) { return "co_author/" + std::to_string(entry.value); }

Bytes seal_co_author(const api::Keys& keys, EntryId entry, AccountId account) {
  return seal(keys.seal, co_author_context(entry), std::to_string(account.value));
}

void fill_confirmed(store::Reader& reader, const api::Keys& keys, EntryId entry, Identity& identity) {
  if (!names_others(identity)) return;
  const auto rows = co_authors_of(reader, entry);
  for (auto& author : identity.authors) {
    if (!confirmation(rows, keys, identity, author)) continue;
    author.account.reset();
    const auto tag = tag_of_contact(keys, author.contact);
    const auto row = tag ? rows.find(*tag) : rows.end();
    if (row != rows.end() && row->second.state == CoAuthorState::confirmed)
      author.account = AccountId{
          std::stoll(unseal(keys.seal, co_author_context(entry), as_text(row->second.account_sealed)))};
  }
}

std::vector<std::optional<std::string>> confirmations(store::Reader& reader, const api::Keys& keys,
                                                      EntryId entry, const Identity& identity) {
  const auto rows = names_others(identity) ? co_authors_of(reader, entry) : Rows{};
  std::vector<std::optional<std::string>> out;
  for (const auto& author : identity.authors) out.push_back(confirmation(rows, keys, identity, author));
  return out;
}

bool lacks_confirmation(store::Reader& reader, const api::Keys& keys, EntryId entry,
                        const Identity& identity) {
  const auto all = confirmations(reader, keys, entry, identity);
  return std::any_of(all.begin() + 1, all.end(), [](const auto& one) { return one != "confirmed"; });
}

void ask_old_authors(store::Store& store, const api::UseCaseContext& context) {
  EntryId last{};
  const auto ask_piece = [&](store::Tx& tx) {
    const auto ids = submitted_after(tx, last, kPiece);
    for (const auto id : ids) {
      const auto entry = find_by_id(tx, id);
      const auto document = submitted_document(tx, context.keys, *entry);
      if (names_others(document.identity)) ask_authors(tx, context, id, document.identity);
    }
    return ids.empty() ? std::optional<EntryId>{} : ids.back();
  };
  while (const auto reached = store.write(ask_piece)) last = *reached;
}

}  // namespace guong::entries
