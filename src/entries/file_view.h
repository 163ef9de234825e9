// Files of an entry with their names opened, as the author and the desk see them.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "entries/document.h"
#include "entries/file_store.h"

namespace guong::entries {

struct FileView {
  VersionFile file;
  std::string rendition;  // waiting | ready | failed
};
std::vector<VersionFile> named_files(const api::Keys& keys, const std::vector<EntryFile>& files);
/// Those of the working copy.
std::vector<FileView> file_views(store::Reader& reader, const api::Keys& keys, EntryId entry);
/// Those that a submitted version names.
std::vector<FileView> file_views(store::Reader& reader, EntryId entry, const std::vector<VersionFile>& files);
nlohmann::json to_json(const FileView& view);
nlohmann::json to_json(const std::vector<FileView>& views);

}  // namespace guong::entries
