// Who is named as an author is asked, and counts as one only after saying so. Until then naming somebody uses up
// nothing of theirs, bars nobody, and tells the one who names nothing about them.
#pragma once

#include "entries/co_author_store.h"
#include "entries/entry_store.h"
#include "guong/api/use_case_context.h"

namespace guong::entries {

/// Asks whomever the submitted identity names anew, and asks nobody else any more.
void ask_authors(store::Tx& tx, const api::UseCaseContext& context, EntryId entry, const Identity& identity);
/// Puts in the accounts of those who have confirmed, and takes out those of all others but the owner's.
void fill_confirmed(store::Reader& reader, const api::Keys& keys, EntryId entry, Identity& identity);
/// Under another key, what was asked and answered stays.
void tag_authors_anew(store::Tx& tx, const api::Keys& from, const api::Keys& to, EntryId entry,
                      const Identity& identity);
/// What the account of one who confirmed is sealed under.
std::string co_author_context(EntryId entry);
Bytes seal_co_author(const api::Keys& keys, EntryId entry, AccountId account);

/// For each author "asked", "confirmed", "declined", "not_asked" (named in what was not sent yet), "no_contact"
/// (nobody could be asked), or nothing for an owner who is the author.
std::vector<std::optional<std::string>> confirmations(store::Reader& reader, const api::Keys& keys,
                                                      EntryId entry, const Identity& identity);
/// Whether a co-author has not confirmed. For an author for whom a coordinator hands in, the coordinator answers.
bool lacks_confirmation(store::Reader& reader, const api::Keys& keys, EntryId entry,
                        const Identity& identity);

}  // namespace guong::entries
