// Blobs that are sent: one that has gone bad is refused whenever that can be seen.
#include "guong/store/checked_blobs.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "guong/base/error.h"
#include "support/blobs.h"

using namespace guong;
using namespace guong::test;
namespace fs = std::filesystem;

namespace {

std::string opened(store::ModuleState& state, const store::Blobs& blobs, const Digest& digest) {
  try {
    return read_whole(*store::open_checked(state, blobs, digest));
  } catch (const Error& error) {
    return error.key();
  }
}

void overwrite(const fs::path& folder, const Digest& digest, const std::string& bytes) {
  const auto hex = to_hex(as_text(digest));
  const auto file = folder / "objects" / hex.substr(0, 2) / hex.substr(2);
  fs::permissions(file, fs::perms::owner_write, fs::perm_options::add);
  std::ofstream(file, std::ios::binary) << bytes;
}

}  // namespace

TEST_CASE("A blob is opened when it is what its name says, wherever it lies") {
  for (const auto& kind : kBlobsKinds) {
    INFO(kind.name);
    const TemporaryFolder folder;
    store::ModuleState state;
    const auto blobs = kind.make(folder.path() / "blobs");
    for (const auto& text : {std::string(), std::string("tác phẩm"), pattern(3'000'001)}) {
      const auto digest = blobs->put(text);
      CHECK(opened(state, *blobs, digest) == text);
      CHECK(opened(state, *blobs, digest) == text);
    }
  }
}

TEST_CASE("A blob gone bad is refused, before it was first opened and after") {
  const TemporaryFolder folder;
  store::ModuleState state;
  store::FolderBlobs blobs(folder.path());
  const auto digest = blobs.put(std::string("tác phẩm"));
  overwrite(folder.path(), digest, "tác phấm");
  CHECK(opened(state, blobs, digest) == "store.blob_damaged");
  overwrite(folder.path(), digest, "tác phẩm");
  CHECK(opened(state, blobs, digest) == "tác phẩm");
  overwrite(folder.path(), digest, "tác phấm");
  CHECK(opened(state, blobs, digest) == "store.blob_damaged");
}
