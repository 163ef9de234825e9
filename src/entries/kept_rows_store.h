// What a record is to say of an entry's rows. SQL only.
#pragma once

#include "guong/api/use_case_context.h"
#include "guong/entries/kept_rows.h"

namespace guong::entries {

std::string entry_rows(store::Reader& reader, const api::Keys& keys, ContestId contest, EntryId entry);
/// Of state, code, times and time line alone: what decisions change.
std::string decision_rows(store::Reader& reader, const api::Keys& keys, ContestId contest, EntryId entry);
/// Of its renditions alone.
std::string rendition_rows(store::Reader& reader, const api::Keys& keys, ContestId contest, EntryId entry);
/// Whether what the ledger answers for includes the entry's content: nobody is working on it.
bool is_at_rest(store::Reader& reader, EntryId entry);

}  // namespace guong::entries
