// An entry's rows are its working copy: a reopened draft has text and files in them that nobody submitted.
#include "entries/submitted_work.h"

namespace guong::entries {
namespace {

Document document_of(store::Reader& reader, const api::Keys& keys, EntryId entry, std::int64_t version) {
  const auto row = find_version(reader, entry, version);
  if (!row) throw Error::not_found();
  return open_document(keys, entry, version, row->document_sealed);
}

}  // namespace

Document submitted_document(store::Reader& reader, const api::Keys& keys, const Entry& entry) {
  return document_of(reader, keys, entry.id, entry.version);
}

EntryFile submitted_file(store::Reader& reader, const api::Keys& keys, const Entry& entry, EntryFileId file) {
  auto row = find_file(reader, entry.id, file);
  if (!row) throw Error::not_found();
  // The newest first: earlier ones are read only for who looks into an earlier version.
  for (auto version = entry.version; version > 0; --version)
    for (const auto& one : document_of(reader, keys, entry.id, version).files)
      if (one.id == file) return std::move(*row);
  throw Error::not_found();
}

}  // namespace guong::entries
