// Rows of co_author: what those whom an entry names as authors have said to it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "guong/base/bytes.h"
#include "guong/base/ids.h"
#include "guong/base/time.h"
#include "guong/store/store.h"

namespace guong::entries {

enum class CoAuthorState { asked, confirmed, declined };
std::string_view co_author_state_name(CoAuthorState state);

struct CoAuthorRow {
  EntryId entry;
  CoAuthorState state = CoAuthorState::asked;
  Timestamp asked_at;
  Bytes account_sealed;  // of who confirmed
};

/// Leaves those of `tags` that stand already as they are, asks the others, forgets all that are not named.
void replace_co_authors(store::Tx& tx, EntryId entry, const std::vector<Bytes>& tags, Timestamp now);
void decide_co_author(store::Tx& tx, const Bytes& tag, const CoAuthorRow& decided, Timestamp now);
/// For store::SealedColumn.
extern const char* const kSetCoAuthor;
void change_contact_tag(store::Tx& tx, EntryId entry, const Bytes& from, const Bytes& to);
/// Of an entry, by tag.
std::map<Bytes, CoAuthorRow> co_authors_of(store::Reader& reader, EntryId entry);
/// Of entries that name the tag, newest first.
std::vector<CoAuthorRow> co_authors_tagged(store::Reader& reader, const Bytes& tag, int limit);
/// Another text when anybody has decided in the contest.
std::string co_authors_mark(store::Reader& reader, ContestId contest);

}  // namespace guong::entries
