// The blob store: by content, whole, for ever. What holds for every kind of it, and what is a folder's own.
#include "guong/store/blobs.h"

#include <sys/stat.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <fstream>
#include <thread>

#include "small_schema.h"
#include "support/blobs.h"

namespace guong::store {
namespace {

using namespace test;
namespace fs = std::filesystem;

struct Place {
  explicit Place(const BlobsKind& kind = kBlobsKinds[0])
      : made(kind.make(folder.path() / "blobs")), blobs(*made) {}

  fs::path temporary(const std::string& name, const std::string& text) const {
    fs::path path = blobs.temporary_folder() / name;
    std::ofstream(path, std::ios::binary) << text;
    return path;
  }
  std::string content(const Digest& digest) const { return read_whole(*blobs.open(digest)); }
  std::string refusal(const Digest& digest) const {
    return error_of([&] { blobs.open(digest); });
  }
  /// Where the folder keeps it.
  fs::path path(const Digest& digest) const {
    const auto name = to_hex(as_text(digest));
    return folder.path() / "blobs" / "objects" / name.substr(0, 2) / name.substr(2);
  }

  TemporaryFolder folder;
  std::unique_ptr<Blobs> made;
  Blobs& blobs;
};

TEST_CASE("A blob is found by its content, whatever that is") {
  for (const auto& kind : kBlobsKinds) {
    INFO(kind.name);
    const Place place(kind);
    const std::string bytes("Gương\0sáng", 13);
    const Digest digest = place.blobs.put(bytes);
    CHECK(digest == sha256(bytes));
    CHECK(place.content(digest) == bytes);
    CHECK(read_range(*place.blobs.open(digest), 1, 4) == bytes.substr(1, 4));
    CHECK(place.blobs.put(bytes) == digest);
    CHECK(place.content(place.blobs.put("")) == "");
    const std::string large(3'000'001, 'x');
    CHECK((place.content(place.blobs.put(MemorySource(large))) == large));
    CHECK(fs::is_empty(place.blobs.temporary_folder()));
  }
}

TEST_CASE("A blob that is not there is missed") {
  for (const auto& kind : kBlobsKinds) {
    INFO(kind.name);
    const Place place(kind);
    CHECK(place.refusal(sha256("x")) == "internal store.blob_missing");
  }
}

TEST_CASE("Every blob is listed once, in order") {
  for (const auto& kind : kBlobsKinds) {
    INFO(kind.name);
    const Place place(kind);
    CHECK(place.blobs.list().empty());
    std::vector<Digest> all;
    for (int i = 0; i < 50; ++i) all.push_back(place.blobs.put(std::to_string(i)));
    place.blobs.put("7");
    std::ranges::sort(all);
    CHECK(place.blobs.list() == all);
  }
}

TEST_CASE("A blob that was removed is gone, and nothing else is") {
  for (const auto& kind : kBlobsKinds) {
    INFO(kind.name);
    const Place place(kind);
    const Digest gone = place.blobs.put("bỏ"), stays = place.blobs.put("giữ");
    place.blobs.remove(gone);
    CHECK(place.refusal(gone) == "internal store.blob_missing");
    CHECK(place.blobs.list() == std::vector{stays});
    place.blobs.remove(gone);
    CHECK(place.content(stays) == "giữ");
    CHECK(place.content(place.blobs.put("bỏ")) == "bỏ");
  }
}

TEST_CASE("A finished upload becomes a blob, and stays until whoever sent it is told") {
  for (const auto& kind : kBlobsKinds) {
    INFO(kind.name);
    const Place place(kind);
    const Digest digest = sha256("tác phẩm");
    for (const char* name : {"upload", "again"}) {
      const auto file = place.temporary(name, "tác phẩm");
      place.blobs.adopt(file, digest);
      CHECK(fs::exists(file));
      CHECK(place.content(digest) == "tác phẩm");
      place.blobs.adopt(file, digest);  // as after a kill before the commit
      fs::remove(file);
      CHECK(place.content(digest) == "tác phẩm");
    }
  }
}

TEST_CASE("A blob is removed as an old one only when nobody has stored it since") {
  for (const auto& kind : kBlobsKinds) {
    INFO(kind.name);
    const Place place(kind);
    const auto before = system_now() - seconds(10), after = system_now() + seconds(10);
    const Digest digest = place.blobs.put("x");
    CHECK_FALSE(place.blobs.remove_if_older(digest, before));
    CHECK(place.content(digest) == "x");
    CHECK(place.blobs.remove_if_older(digest, after));
    CHECK(place.refusal(digest) == "internal store.blob_missing");
    CHECK(place.blobs.remove_if_older(digest, after));
  }
}

TEST_CASE("Many may store the same content at once") {
  for (const auto& kind : kBlobsKinds) {
    INFO(kind.name);
    const Place place(kind);
    std::vector<std::thread> threads;
    std::atomic<int> wrong = 0;
    for (int t = 0; t < 6; ++t) {
      threads.emplace_back([&, t] {
        for (int i = 0; i < 20; ++i) {
          const std::string bytes = "content " + std::to_string(i);
          const Digest digest = sha256(bytes);
          if (t % 2 == 0) {
            place.blobs.put(bytes);
          } else {
            const auto file = place.temporary(std::to_string(t) + "-" + std::to_string(i), bytes);
            place.blobs.adopt(file, digest);
            fs::remove(file);
          }
          if (place.content(digest) != bytes) ++wrong;
        }
      });
    }
    for (auto& thread : threads) thread.join();
    CHECK(wrong == 0);
    CHECK(fs::is_empty(place.blobs.temporary_folder()));
  }
}

TEST_CASE("In a folder a blob is a read-only file, and opened as that file") {
  const Place place;
  const Digest digest = place.blobs.put("x");
  struct stat named {
  }, opened{};
  REQUIRE(::stat(place.path(digest).c_str(), &named) == 0);
  const auto source = place.blobs.open(digest);
  REQUIRE(source->file_descriptor());  // so that it is sent with sendfile
  REQUIRE(::fstat(*source->file_descriptor(), &opened) == 0);
  CHECK(opened.st_ino == named.st_ino);
  CHECK((named.st_mode & 0777) == 0440);
  place.blobs.remove(digest);
  CHECK(read_whole(*source) == "x");
}

TEST_CASE("In a folder a finished upload becomes a blob without being copied") {
  const Place place;
  const auto file = place.temporary("upload", "tác phẩm");
  const Digest digest = sha256("tác phẩm");
  struct stat before {
  }, after{};
  REQUIRE(::stat(file.c_str(), &before) == 0);
  place.blobs.adopt(file, digest);
  REQUIRE(::stat(place.path(digest).c_str(), &after) == 0);
  CHECK(before.st_ino == after.st_ino);
}

TEST_CASE("In a folder an adoption that a kill cut off at any step is done again") {
  const Place place;
  const auto file = place.temporary("upload", "tác phẩm");
  const Digest digest = sha256("tác phẩm");
  const auto second = place.blobs.temporary_folder() / "upload.adopted";
  fs::create_hard_link(file, second);  // killed before it got the blob's name
  place.blobs.adopt(file, digest);
  CHECK(place.content(digest) == "tác phẩm");
  CHECK_FALSE(fs::exists(second));
  fs::create_hard_link(file, second);  // and once more after it had it
  place.blobs.adopt(file, digest);
  CHECK(place.content(digest) == "tác phẩm");
  CHECK_FALSE(fs::exists(second));
}

TEST_CASE("Links, folders and files with a second name are not adopted") {
  const Place place;
  const Digest digest = sha256("x");
  const auto file = place.temporary("file", "x");
  const auto link = place.blobs.temporary_folder() / "link";
  fs::create_symlink(file, link);
  fs::create_hard_link(file, place.blobs.temporary_folder() / "second");
  for (const auto& path :
       {link, file, place.blobs.temporary_folder(), place.blobs.temporary_folder() / "none"}) {
    INFO(path);
    CHECK(error_of([&] { place.blobs.adopt(path, digest); }) == "unavailable store.files_failed");
  }
  CHECK(place.blobs.list().empty());
}

TEST_CASE("What has taken a blob's place as a link or a folder is not handed out") {
  const Place place;
  const Digest digest = place.blobs.put("thật");
  fs::remove(place.path(digest));
  fs::create_symlink(place.temporary("elsewhere", "thật"), place.path(digest));
  CHECK(place.refusal(digest) == "internal store.blob_missing");
  fs::remove(place.path(digest));
  fs::create_directory(place.path(digest));
  CHECK(place.refusal(digest) == "internal store.blob_missing");
}

}  // namespace
}  // namespace guong::store
