// What was submitted, and nothing else: the desk reads the sealed versions, never the author's working copy.
#pragma once

#include "entries/document.h"
#include "entries/entry_store.h"
#include "entries/file_store.h"

namespace guong::entries {

/// The version last submitted of an entry that has one. Error{not_found} without.
Document submitted_document(store::Reader& reader, const api::Keys& keys, const Entry& entry);
/// A file of any version that was submitted. Error{not_found} for one that only a draft has.
EntryFile submitted_file(store::Reader& reader, const api::Keys& keys, const Entry& entry, EntryFileId file);

}  // namespace guong::entries
