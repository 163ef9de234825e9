// A photo draft of the author, and what tests do to the uploads of its files.
#pragma once

#include <filesystem>

#include "desk.h"
#include "entries/original_file.h"
#include "guong/base/crypto.h"

namespace guong::entries::test {

/// A PNG of one pixel, and bytes after its end so that it can be made as long as a test wants.
inline std::string png(std::size_t size = 0) {
  auto bytes = std::string(as_text(*from_base64(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")));
  if (bytes.size() < size) bytes.resize(size, '\0');
  return bytes;
}

inline const Headers kTus{{"tus-resumable", "1.0.0"}};

inline Headers creation(std::size_t length, const std::string& purpose = "photo",
                        const std::string& name = "Ảnh.png") {
  return {{"tus-resumable", "1.0.0"},
          {"upload-length", std::to_string(length)},
          {"upload-metadata", "filename " + to_base64(name) + ",purpose " + to_base64(purpose)}};
}
inline Headers patching(std::int64_t offset) {
  return {{"tus-resumable", "1.0.0"},
          {"content-type", "application/offset+octet-stream"},
          {"upload-offset", std::to_string(offset)}};
}
inline Headers with(Headers headers, const std::string& name, const std::string& value) {
  headers[name] = value;
  return headers;
}
inline Headers without(Headers headers, const std::string& name) {
  headers.erase(name);
  return headers;
}

struct Uploading : Desk {
  explicit Uploading(const guong::test::TestDatabase& database,
                     const guong::test::BlobsKind& kind = guong::test::kBlobsKinds[0])
      : Desk(database, kind) {
    auto draft = world.good_draft();
    draft.content.category = "anh";
    entry = world.create(world.author, world.early, draft).id;
  }
  std::string target() const { return own(entry) + "/uploads"; }
  std::string begin(std::size_t length) {
    const auto answer = caller.send(author, http::Method::post, target(), nullptr, creation(length));
    REQUIRE(answer.status == 201);
    return answer.header("Location");
  }
  Answer patch(const std::string& upload, std::int64_t offset, const std::string& bytes) {
    return caller.send(author, http::Method::patch, upload, bytes, patching(offset));
  }
  std::string offset(const std::string& upload) {
    return caller.send(author, http::Method::head, upload, nullptr, kTus).header("Upload-Offset");
  }
  static UploadId id_of(const std::string& upload) {
    return UploadId{std::stoll(upload.substr(upload.rfind('/') + 1))};
  }
  std::filesystem::path temporary(const std::string& upload) const {
    return world.blobs.temporary_folder() / ("part-" + std::to_string(id_of(upload).value));
  }
  std::vector<EntryFile> files() {
    return world.read([&](store::Reader& reader) { return list_files(reader, entry); });
  }
  /// One file has come in, and it is these bytes.
  void check_file(const std::string& bytes) {
    const auto there = files();
    REQUIRE(there.size() == 1);
    CHECK(as_text(entries::original_of(world.keys, there[0]).sha256) == as_text(sha256(bytes)));
    CHECK((guong::test::read_whole(*entries::original_bytes(world.blobs, world.keys, there[0])) == bytes));
  }

  EntryId entry;
};

}  // namespace guong::entries::test
