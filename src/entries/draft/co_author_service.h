// What those who are named as authors see of it, and say to it.
#pragma once

#include "entries/co_author_store.h"
#include "guong/api/use_case_context.h"
#include "guong/rules/rule_book.h"

namespace guong::entries {

/// A submitted work that names the account's owner as author.
struct CoAuthorship {
  EntryId entry;
  ContestId contest;
  std::string contest_slug;
  rules::LocalText contest_name;
  std::string title, author;
  CoAuthorState state = CoAuthorState::asked;
  Timestamp asked_at;
  std::optional<Timestamp> confirm_by;  // where the rules ask for it
  bool open = false;                    // can still be confirmed or declined
};
/// Not of contests that the account judges: a judge learns no author, not even by being named.
std::vector<CoAuthorship> own_co_authorships(store::Reader& reader, const api::UseCaseContext& context);
/// Error{conflict, "entries.co_author_..."} when the rules bar the account, or it has too many entries.
void confirm_co_authorship(store::Tx& tx, const api::UseCaseContext& context, EntryId entry);
void decline_co_authorship(store::Tx& tx, const api::UseCaseContext& context, EntryId entry);

}  // namespace guong::entries
