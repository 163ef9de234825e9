// Rows of entry_file, the originals that authors sent, and of entry_rendition, what was made of them.
#pragma once

#include <map>

#include "guong/entries/entry.h"
#include "guong/store/store.h"

namespace guong::entries {

struct EntryFile {
  EntryFileId id;
  EntryId entry;
  int position = 0;
  Bytes name_sealed;
  FileFacts facts;
  std::string media_type;
  Bytes blob;                               // the SHA-256 of the sealed bytes
  Bytes original_sealed;                    // empty: of release 0.2.0 or before, its bytes lie open
  std::string rendition_state = "waiting";  // waiting | ready | failed
  ContestId contest{};
  Bytes data_key_sealed{};  // of the contest; empty before its first sealed file
};
struct Rendition {
  Digest sha256;
  std::int64_t size = 0;
  std::string media_type;
};

/// A file whose bytes are not sealed yet, removed ones too.
std::optional<EntryFile> next_open_file(store::Reader& reader, EntryFileId after);
void set_original(store::Tx& tx, EntryFileId id, const Digest& blob, const Bytes& original_sealed);
void insert_file(store::Tx& tx, const EntryFile& file);
/// Those that were not removed, in order.
std::vector<EntryFile> list_files(store::Reader& reader, EntryId entry);
/// Removed ones too: a version that was submitted may name them.
std::optional<EntryFile> find_file(store::Reader& reader, EntryId entry, EntryFileId id);
std::optional<EntryFile> find_file(store::Reader& reader, EntryFileId id);
/// Of every file that the entry ever had.
std::map<EntryFileId, std::string> rendition_states(store::Reader& reader, EntryId entry);
int next_position(store::Reader& reader, EntryId entry);
void remove_file(store::Tx& tx, EntryFileId id, Timestamp now);
void place_file(store::Tx& tx, EntryFileId id, int position);
/// Brings the files of an entry back to just these, in this order.
void restore_files(store::Tx& tx, EntryId entry, const std::vector<EntryFileId>& files, Timestamp now);
void set_rendition(store::Tx& tx, EntryFileId id, const Rendition& rendition);
void set_rendition_failed(store::Tx& tx, EntryFileId id);

/// Of all files that are kept for an owner, removed ones too.
std::int64_t bytes_of_owner(store::Reader& reader, const Bytes& owner_tag);
/// Files removed before that time that no submitted version can name, at most `limit`: their rows go. Gives how
/// many.
int delete_removed_files(store::Tx& tx, Timestamp before, int limit);

}  // namespace guong::entries
