// The blob store: by content, read-only, safe against links and changes.
#include "guong/store/blobs.h"

#include <sys/stat.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <fstream>
#include <thread>

#include "guong/base/crypto.h"
#include "small_schema.h"

namespace guong::store {
namespace {

using namespace test;
namespace fs = std::filesystem;

struct Folder {
  TemporaryFolder folder;
  Blobs blobs{folder.path() / "blobs"};

  fs::path temporary(const std::string& name, const std::string& text) const {
    const fs::path path = blobs.temporary_folder() / name;
    std::ofstream(path, std::ios::binary) << text;
    return path;
  }
};

TEST_CASE("A blob is found by its content, and is a read-only file") {
  Folder f;
  const std::string bytes("Gương\0sáng", 13);
  const Digest digest = f.blobs.put(bytes);
  CHECK(digest == sha256(bytes));
  CHECK(f.blobs.has(digest));
  CHECK(f.blobs.read(digest) == bytes);
  CHECK(fs::status(f.blobs.path(digest)).permissions() == (fs::perms::owner_read | fs::perms::group_read));
  CHECK(f.blobs.put(bytes) == digest);
  CHECK(f.blobs.read(f.blobs.put("")) == "");
  CHECK(fs::is_empty(f.blobs.temporary_folder()));
}

TEST_CASE("A blob that is not there is missed") {
  Folder f;
  const Digest digest = sha256("x");
  CHECK_FALSE(f.blobs.has(digest));
  CHECK(error_of([&] { f.blobs.read(digest); }) == "internal store.blob_missing");
}

TEST_CASE("A finished upload becomes a blob without being copied") {
  Folder f;
  const fs::path file = f.temporary("upload", "tác phẩm");
  struct stat before {};
  ::stat(file.c_str(), &before);
  const Digest digest = sha256("tác phẩm");
  f.blobs.adopt(file, digest);
  struct stat after {};
  ::stat(f.blobs.path(digest).c_str(), &after);
  CHECK(before.st_ino == after.st_ino);
  CHECK_FALSE(fs::exists(file));
  CHECK(f.blobs.read(digest) == "tác phẩm");
  f.blobs.adopt(f.temporary("again", "tác phẩm"), digest);
  CHECK(f.blobs.read(digest) == "tác phẩm");
}

TEST_CASE("Links, folders and files with a second name are not adopted") {
  Folder f;
  const Digest digest = sha256("x");
  const fs::path file = f.temporary("file", "x");
  const fs::path link = f.blobs.temporary_folder() / "link";
  fs::create_symlink(file, link);
  CHECK(error_of([&] { f.blobs.adopt(link, digest); }) == "unavailable store.files_failed");
  fs::create_hard_link(file, f.blobs.temporary_folder() / "second");
  CHECK(error_of([&] { f.blobs.adopt(file, digest); }) == "unavailable store.files_failed");
  CHECK(error_of([&] { f.blobs.adopt(f.blobs.temporary_folder(), digest); }) ==
        "unavailable store.files_failed");
  CHECK(error_of([&] { f.blobs.adopt(f.blobs.temporary_folder() / "none", digest); }) ==
        "unavailable store.files_failed");
  CHECK_FALSE(f.blobs.has(digest));
}

TEST_CASE("A blob that was changed or turned into a link is not handed out") {
  Folder f;
  const Digest digest = f.blobs.put("thật");
  const fs::path path = f.blobs.path(digest);
  fs::permissions(path, fs::perms::owner_all);
  std::ofstream(path) << "giả";
  CHECK(error_of([&] { f.blobs.read(digest); }) == "internal store.blob_damaged");
  fs::remove(path);
  fs::create_symlink(f.temporary("elsewhere", "thật"), path);
  CHECK_FALSE(f.blobs.has(digest));
  CHECK(error_of([&] { f.blobs.read(digest); }) == "internal store.blob_missing");
}

TEST_CASE("Many may store the same content at once") {
  Folder f;
  std::vector<std::thread> threads;
  std::atomic<int> wrong = 0;
  for (int t = 0; t < 6; ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < 20; ++i) {
        const std::string bytes = "content " + std::to_string(i);
        const Digest digest = sha256(bytes);
        if (t % 2 == 0) {
          f.blobs.put(bytes);
        } else {
          f.blobs.adopt(f.temporary(std::to_string(t) + "-" + std::to_string(i), bytes), digest);
        }
        if (f.blobs.read(digest) != bytes) ++wrong;
      }
    });
  }
  for (auto& thread : threads) thread.join();
  CHECK(wrong == 0);
  CHECK(fs::is_empty(f.blobs.temporary_folder()));
}

}  // namespace
}  // namespace guong::store
