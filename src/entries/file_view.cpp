// Opens the sealed names of files.
#include "entries/file_view.h"

#include "entries/entry_json.h"
#include "entries/original_file.h"
#include "entries/seal.h"

namespace guong::entries {

using nlohmann::json;

std::vector<VersionFile> named_files(const api::Keys& keys, const std::vector<EntryFile>& files) {
  std::vector<VersionFile> out;
  for (const auto& file : files)
    out.push_back({file.id, open_file_name(keys, file.id, file.name_sealed), file.media_type,
                   to_hex(as_text(original_of(keys, file).sha256)), file.facts});
  return out;
}

std::vector<FileView> file_views(store::Reader& reader, const api::Keys& keys, EntryId entry) {
  const auto rows = list_files(reader, entry);
  auto files = named_files(keys, rows);
  std::vector<FileView> out;
  for (std::size_t i = 0; i < rows.size(); ++i) out.push_back({std::move(files[i]), rows[i].rendition_state});
  return out;
}

std::vector<FileView> file_views(store::Reader& reader, EntryId entry,
                                 const std::vector<VersionFile>& files) {
  const auto states = rendition_states(reader, entry);
  std::vector<FileView> out;
  for (const auto& file : files) out.push_back({file, states.at(file.id)});
  return out;
}

json to_json(const FileView& view) {
  auto out = file_json(view.file);
  out["rendition"] = view.rendition;
  return out;
}

json to_json(const std::vector<FileView>& views) {
  json out = json::array();
  for (const auto& view : views) out.push_back(to_json(view));
  return out;
}

}  // namespace guong::entries
