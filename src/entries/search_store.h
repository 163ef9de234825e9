// Finding entries: the secretary's list by plain words and by keyed tags of names, and who counts as an
// author of what.
#pragma once

#include <map>
#include <tuple>

#include "entries/entry_store.h"

namespace guong::entries {

struct ListFilter {
  std::optional<State> state;  // none: all but drafts
  std::string category;        // empty: all
  struct Word {
    std::string plain;  // folded; matches beginnings
    Bytes tag;          // matches a whole word of a name
  };
  std::vector<Word> words;  // the first three are looked at
};
struct ListCursor {
  Timestamp submitted_at;
  EntryId id;
  static auto parts(auto& cursor) { return std::tie(cursor.submitted_at, cursor.id); }
  friend bool operator<(const ListCursor& a, const ListCursor& b) { return parts(a) < parts(b); }
};

/// Replaces what an entry is found by, at its place in the list. `first`: it could not be found before. `tags`
/// are of names and of the authors' accounts.
void replace_search(store::Tx& tx, ContestId contest, const ListCursor& place, bool first,
                    const std::vector<std::string>& words, const std::vector<Bytes>& tags);

struct ListedEntry {
  EntryId id;
  std::string number;
  State state = State::submitted;
  Revision revision;
  std::string category, field, title, exemplar_name;
  std::int64_t version = 0;
  Timestamp submitted_at;
  std::optional<Timestamp> reply_by;
};
struct ListPage {
  std::vector<ListedEntry> lines;
  std::optional<ListCursor> next;  // where to go on; nothing when there is no more
};
/// A page of at most `limit` entries. Of a search it may hold fewer, even none, and still have a next one: what
/// is looked at for one page is bounded, and words that are common may seldom meet.
ListPage list_in_contest(store::Reader& reader, ContestId contest, const ListFilter& filter,
                         const ListCursor& after, int limit);

/// By account tag: the categories of other entries of the contest that stand to the author's account.
std::multimap<Bytes, std::string> categories_by_author(store::Reader& reader, ContestId contest, EntryId but,
                                                       const std::vector<Bytes>& account_tags);
/// Whether an entry that was submitted and not withdrawn bears the tag.
bool tag_in_contest(store::Reader& reader, ContestId contest, const Bytes& tag);

/// Roles in force on the contest or the installation, by account.
std::multimap<AccountId, std::string> roles_of(store::Reader& reader, ContestId contest,
                                               const std::vector<AccountId>& accounts, Timestamp now);

}  // namespace guong::entries
