// The sealed documents of an entry: its identity, and a submitted version with all that was sent. JSON
// inside, sealed outside.
//
// Version document: {"content": {...}, "identity": {...}, "files": [{id, purpose, name, kind, media_type,
// size, sha256, ...}]}
#pragma once

#include "guong/entries/entry.h"

namespace guong::entries {

struct VersionFile {
  EntryFileId id;
  std::string name, media_type, sha256;  // sha256 in hex
  FileFacts facts;
};
struct Document {
  Content content;
  Identity identity;
  std::vector<VersionFile> files;  // in order
};

std::string identity_text(const Identity& identity);
Identity read_identity(std::string_view text);

Bytes seal_document(const api::Keys& keys, EntryId entry, std::int64_t version, const Document& document);
Document open_document(const api::Keys& keys, EntryId entry, std::int64_t version, const Bytes& sealed);

}  // namespace guong::entries
