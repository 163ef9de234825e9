// The secretary's list, in the order of submission: of all entries or a state, by words and names.
#pragma once

#include <tuple>

#include "entries/entry_store.h"

namespace guong::entries {

struct ListFilter {
  std::optional<State> state;  // none: all but drafts
  std::string category;        // empty: all
  std::string field;           // the same
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

}  // namespace guong::entries
