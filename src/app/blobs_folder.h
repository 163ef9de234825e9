// Where this installation's files lie: the one place that chooses a kind of blobs.
#pragma once

#include <filesystem>
#include <memory>

#include "guong/store/folder_blobs.h"

namespace guong::app {

inline std::filesystem::path blobs_folder(const std::filesystem::path& data) { return data / "blobs"; }

inline std::unique_ptr<store::Blobs> open_blobs(const std::filesystem::path& data) {
  return std::make_unique<store::FolderBlobs>(blobs_folder(data));
}

}  // namespace guong::app
