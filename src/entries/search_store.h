// What entries are found by (plain words, keyed tags of names), and who counts as an author of what.
#pragma once

#include <map>

#include "entries/list_store.h"

namespace guong::entries {

/// Replaces what an entry is found by, at its place in the list. `first`: it could not be found before. `tags`
/// are of names and of the authors' accounts.
void replace_search(store::Tx& tx, ContestId contest, const ListCursor& place, bool first,
                    const std::vector<std::string>& words, const std::vector<Bytes>& tags);

/// One tag more, or less.
void add_tag(store::Tx& tx, ContestId contest, const ListCursor& place, const Bytes& tag);
void remove_tag(store::Tx& tx, EntryId entry, const Bytes& tag);
/// The tags alone, anew.
void replace_tags(store::Tx& tx, ContestId contest, const ListCursor& place, const std::vector<Bytes>& tags);
/// When an entry that is found by tags was submitted.
std::optional<Timestamp> place_in_search(store::Reader& reader, EntryId entry);

struct TaggedEntry {
  EntryId id;
  ContestId contest;
  std::int64_t version;
  Bytes identity_sealed;
};
std::vector<TaggedEntry> tagged_entries(store::Reader& reader, EntryId after, int limit);
void set_owner_tag(store::Tx& tx, EntryId entry, const Bytes& tag);

/// By account tag: the categories of other entries of the contest that stand to the author's account.
std::multimap<Bytes, std::string> categories_by_author(store::Reader& reader, ContestId contest, EntryId but,
                                                       const std::vector<Bytes>& account_tags);
/// Whether an entry that was submitted and not withdrawn bears the tag.
bool tag_in_contest(store::Reader& reader, ContestId contest, const Bytes& tag);

/// Roles in force on the contest or the installation, by account; who is to judge later counts as a judge.
std::multimap<AccountId, std::string> roles_of(store::Reader& reader, ContestId contest,
                                               const std::vector<AccountId>& accounts, Timestamp now);

/// For a change of the installation's key: a sealed value by its row.
extern const char* const kSetIdentity;
extern const char* const kSetUnits;
extern const char* const kSetDocument;
extern const char* const kSetReceipt;
extern const char* const kSetFileName;

}  // namespace guong::entries
