// Files as sources of bytes, and files that are there for a while.
#include "guong/base/byte_source.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "guong/base/error.h"
#include "guong/base/temporary_file.h"
#include "support/byte_sources.h"
#include "support/temporary_folder.h"

namespace guong {
namespace {

namespace fs = std::filesystem;
using namespace test;

fs::path written(const TemporaryFolder& folder, const std::string& bytes) {
  auto path = folder.path() / "file";
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
  return path;
}

bool opens(const fs::path& path) {
  try {
    open_file_source(path);
    return true;
  } catch (const Error& error) {
    CHECK(error.key() == "base.file_unreadable");
    return false;
  }
}

TEST_CASE("A file is read by ranges, also after its name is gone") {
  const TemporaryFolder folder;
  const auto path = written(folder, "0123456789");
  const auto source = open_file_source(path);
  fs::remove(path);
  CHECK(source->size() == 10);
  CHECK(source->file_descriptor());
  CHECK(read_range(*source, 3, 4) == "3456");
  CHECK(read_range(*source, 10, 0).empty());
  CHECK(read_whole(*source) == "0123456789");
}

TEST_CASE("What a source does not have is refused, and never made up") {
  const TemporaryFolder folder;
  const auto path = written(folder, "0123456789");
  const auto source = open_file_source(path);
  const MemorySource memory("0123456789");
  for (const ByteSource* each : {source.get(), static_cast<const ByteSource*>(&memory)}) {
    CHECK_THROWS_AS(read_range(*each, 8, 3), Error);
    CHECK_THROWS_AS(read_range(*each, 11, 1), Error);
  }
  fs::resize_file(path, 5);
  CHECK_THROWS_AS(read_whole(*source), Error);
}

TEST_CASE("Only ordinary files are opened, and no link is followed") {
  const TemporaryFolder folder;
  const auto path = written(folder, "x");
  CHECK(opens(path));
  fs::create_symlink(path, folder.path() / "link");
  REQUIRE(::mkfifo((folder.path() / "pipe").c_str(), 0600) == 0);
  CHECK_FALSE(opens(folder.path() / "link"));
  CHECK_FALSE(opens(folder.path() / "pipe"));
  CHECK_FALSE(opens(folder.path()));
  CHECK_FALSE(opens(folder.path() / "none"));
}

TEST_CASE("A source of any size is given piece by piece, in order and whole") {
  for (const std::size_t size : {0, 1, 1 << 20, (1 << 20) + 1, 3'000'001}) {
    INFO(size);
    const auto bytes = pattern(size);
    std::string seen;
    each_piece(MemorySource(bytes), [&](std::string_view piece) { seen += piece; });
    CHECK((seen == bytes));
  }
}

TEST_CASE("A temporary file goes with whoever needed it, unless it was moved away") {
  const TemporaryFolder folder;
  {
    const TemporaryFile file(written(folder, "x"));
    const TemporaryFile never_made(folder.path() / "none");
    CHECK(fs::exists(file.path()));
  }
  CHECK(fs::is_empty(folder.path()));
  {
    const TemporaryFile file(written(folder, "x"));
    fs::rename(file.path(), folder.path() / "kept");
  }
  CHECK(fs::exists(folder.path() / "kept"));
}

}  // namespace
}  // namespace guong
