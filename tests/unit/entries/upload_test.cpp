// Uploads in pieces (tus 1.0): interrupted, resumed, after a crash, with wrong checksums.
#include <filesystem>
#include <nlohmann/json.hpp>

#include "desk.h"
#include "entries/file_store.h"
#include "guong/base/crypto.h"
#include "guong/uploads/upload.h"
#include "uploads/upload_turn.h"

using namespace guong;
using namespace guong::entries;
using namespace guong::entries::test;
using http::Method;
using uploads::PartFile;
using uploads::UploadTurn;

namespace {

/// A PNG of one pixel, and bytes after its end so that it can be made as long as a test wants.
std::string png(std::size_t size = 0) {
  auto bytes = std::string(as_text(*from_base64(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")));
  if (bytes.size() < size) bytes.resize(size, '\0');
  return bytes;
}

Headers creation(std::size_t length, const std::string& purpose = "photo",
                 const std::string& name = "Ảnh.png") {
  return {{"tus-resumable", "1.0.0"},
          {"upload-length", std::to_string(length)},
          {"upload-metadata", "filename " + to_base64(name) + ",purpose " + to_base64(purpose)}};
}
Headers patching(std::int64_t offset) {
  return {{"tus-resumable", "1.0.0"},
          {"content-type", "application/offset+octet-stream"},
          {"upload-offset", std::to_string(offset)}};
}
Headers with(Headers headers, const std::string& name, const std::string& value) {
  headers[name] = value;
  return headers;
}

/// A photo draft of the author, and what tests do to its uploads.
struct Uploads {
  explicit Uploads(const guong::test::TestDatabase& database) : desk(database) {
    auto draft = desk.world.good_draft();
    draft.content.category = "anh";
    entry = desk.world
                .write([&](store::Tx& tx) {
                  return create_entry(tx, desk.world.context(desk.world.author, desk.world.early),
                                      desk.world.contest, draft);
                })
                .id;
  }
  std::string begin(std::size_t length) {
    const auto answer = desk.send(desk.world.author, Method::post, target(), "", creation(length));
    REQUIRE(answer.status == 201);
    return answer.header("Location");
  }
  std::string target() const { return "/api/entries/" + std::to_string(entry.value) + "/uploads"; }
  Answer patch(const std::string& upload, std::int64_t offset, std::string_view bytes) {
    return desk.send(desk.world.author, Method::patch, upload, bytes, patching(offset));
  }
  std::string offset(const std::string& upload) {
    return desk.send(desk.world.author, Method::head, upload, "", {{"tus-resumable", "1.0.0"}})
        .header("Upload-Offset");
  }
  std::filesystem::path temporary(const std::string& upload) const {
    return desk.world.blobs.temporary_folder() / ("upload-" + upload.substr(upload.rfind('/') + 1));
  }
  std::vector<EntryFile> files() {
    return desk.world.read([&](store::Reader& reader) { return list_files(reader, entry); });
  }

  Desk desk;
  EntryId entry;
};

}  // namespace

TEST_CASE("a file that comes in pieces is whole, hashed and known by its content") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    Uploads uploads(database);
    const auto bytes = png(5000);
    const auto upload = uploads.begin(bytes.size());
    CHECK(uploads.offset(upload) == "0");
    CHECK(uploads.patch(upload, 0, bytes.substr(0, 1000)).status == 204);
    CHECK(uploads.offset(upload) == "1000");
    const auto middle = uploads.patch(upload, 1000, bytes.substr(1000, 3000));
    CHECK(middle.header("Upload-Offset") == "4000");
    CHECK_FALSE(middle.header("Upload-Expires").empty());
    CHECK(uploads.files().empty());
    CHECK(uploads.patch(upload, 4000, bytes.substr(4000)).status == 204);
    CHECK(uploads.offset(upload) == "5000");
    const auto files = uploads.files();
    REQUIRE(files.size() == 1);
    CHECK(as_text(files[0].sha256) == as_text(sha256(bytes)));
    CHECK(files[0].facts.kind == "png");
    CHECK(files[0].facts.width == 1);
    CHECK(uploads.desk.world.blobs.read(sha256(bytes)) == bytes);
    CHECK_FALSE(std::filesystem::exists(uploads.temporary(upload)));
  }
}

TEST_CASE("a small file comes with its creation") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    Uploads uploads(database);
    const auto bytes = png();
    auto headers = creation(bytes.size());
    headers["content-type"] = "application/offset+octet-stream";
    headers["content-length"] = std::to_string(bytes.size());
    const auto answer =
        uploads.desk.send(uploads.desk.world.author, Method::post, uploads.target(), bytes, headers);
    CHECK(answer.status == 201);
    CHECK(answer.header("Upload-Offset") == std::to_string(bytes.size()));
    CHECK(uploads.files().size() == 1);
  }
}

TEST_CASE("what arrived of a broken request is kept, and the rest follows") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    Uploads uploads(database);
    const auto bytes = png(3000);
    const auto upload = uploads.begin(bytes.size());
    uploads.desk.break_off(uploads.desk.world.author, Method::patch, upload, bytes.substr(0, 1234),
                           patching(0));
    CHECK(uploads.offset(upload) == "1234");
    CHECK(uploads.patch(upload, 1234, bytes.substr(1234)).status == 204);
    REQUIRE(uploads.files().size() == 1);
    CHECK(as_text(uploads.files()[0].sha256) == as_text(sha256(bytes)));
  }
}

TEST_CASE("the hash is right when its running state was lost, as after a restart") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    Uploads uploads(database);
    const auto bytes = png(3000);
    const auto upload = uploads.begin(bytes.size());
    uploads.patch(upload, 0, bytes.substr(0, 1000));
    {
      auto turn = UploadTurn::take(uploads.desk.world.store->state(),
                                   UploadId{std::stoll(upload.substr(upload.rfind('/') + 1))});
      REQUIRE(turn);
      REQUIRE(turn->hash);
      turn->hash.reset();
    }
    uploads.patch(upload, 1000, bytes.substr(1000, 500));
    uploads.patch(upload, 1500, bytes.substr(1500));
    REQUIRE(uploads.files().size() == 1);
    CHECK(as_text(uploads.files()[0].sha256) == as_text(sha256(bytes)));
  }
}

TEST_CASE("a file that was complete when the service died is asked for its last byte, and then taken over") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    Uploads uploads(database);
    const auto bytes = png();
    const auto upload = uploads.begin(bytes.size());
    { PartFile(uploads.temporary(upload), 0).append(bytes); }
    const auto last = static_cast<std::int64_t>(bytes.size()) - 1;
    CHECK(uploads.offset(upload) == std::to_string(last));
    CHECK(uploads.patch(upload, last, bytes.substr(bytes.size() - 1)).status == 204);
    REQUIRE(uploads.files().size() == 1);
    CHECK(as_text(uploads.files()[0].sha256) == as_text(sha256(bytes)));
  }
}

TEST_CASE("a checksum that differs drops the piece it came with, and only that") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    Uploads uploads(database);
    auto& world = uploads.desk.world;
    const auto bytes = png(3000);
    const auto upload = uploads.begin(bytes.size());
    uploads.patch(upload, 0, bytes.substr(0, 1000));
    const auto piece = bytes.substr(1000, 1000);
    const auto right = "sha256 " + to_base64(as_text(sha256(piece)));
    const auto send = [&](const std::string& body, const std::string& checksum) {
      return uploads.desk.send(world.author, Method::patch, upload, body,
                               with(patching(1000), "upload-checksum", checksum));
    };
    CHECK(send(std::string(1000, 'x'), right).status == 460);
    CHECK(uploads.offset(upload) == "1000");
    CHECK(send(piece, "md5 abc=").status == 400);
    CHECK(send(piece, right).status == 204);
    CHECK(uploads.patch(upload, 2000, bytes.substr(2000)).status == 204);
    REQUIRE(uploads.files().size() == 1);
    CHECK(as_text(uploads.files()[0].sha256) == as_text(sha256(bytes)));
  }
}

TEST_CASE("requests that do not fit are refused and change nothing") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    Uploads uploads(database);
    auto& world = uploads.desk.world;
    const auto upload = uploads.begin(100);
    uploads.patch(upload, 0, "12345");
    struct Row {
      const char* what;
      Headers headers;
      std::string body;
      int status;
    };
    const Row rows[] = {
        {"another offset", patching(4), "x", 409},
        {"no offset",
         {{"tus-resumable", "1.0.0"}, {"content-type", "application/offset+octet-stream"}},
         "x",
         400},
        {"another type", with(patching(5), "content-type", "text/plain"), "x", 415},
        {"another version", with(patching(5), "tus-resumable", "0.2"), "x", 412},
        {"more than announced", with(patching(5), "content-length", "96"), "", 413},
        {"more than announced, in secret", patching(5), std::string(96, 'x'), 413},
    };
    for (const auto& row : rows) {
      INFO(row.what);
      CHECK(uploads.desk.send(world.author, Method::patch, upload, row.body, row.headers).status ==
            row.status);
      CHECK(uploads.offset(upload) == "5");
    }
  }
}

TEST_CASE("an upload that cannot be is refused when it begins") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    Uploads uploads(database);
    auto& world = uploads.desk.world;
    struct Row {
      const char* what;
      Headers headers;
      int status;
    };
    Headers no_length = creation(10);
    no_length.erase("upload-length");
    const Row rows[] = {
        {"too large", creation(6'000'000), 413},
        {"empty", creation(0), 422},
        {"no length", no_length, 400},
        {"a purpose the category does not have", creation(10, "work"), 422},
        {"metadata that is not base64", with(creation(10), "upload-metadata", "filename @@@"), 400},
    };
    for (const auto& row : rows) {
      INFO(row.what);
      CHECK(uploads.desk.send(world.author, Method::post, uploads.target(), "", row.headers).status ==
            row.status);
    }
    uploads.desk.now = world.deadline + seconds(1);
    CHECK(uploads.desk.send(world.author, Method::post, uploads.target(), "", creation(10)).status == 409);
  }
}

TEST_CASE("a file that is not what its category takes is refused with the reason, and gone") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    Uploads uploads(database);
    const auto upload = uploads.begin(20);
    const auto answer = uploads.patch(upload, 0, "this is not a picture" + std::string());
    CHECK(answer.status == 413);  // one byte more than was announced
    const auto wrong = uploads.patch(upload, uploads.offset(upload) == "0" ? 0 : 20, "this is no picture..");
    CHECK(wrong.status == 422);
    CHECK(wrong.text.find("entries.file_kind") != std::string::npos);
    CHECK(uploads.offset(upload).empty());
    CHECK(uploads.files().empty());
    CHECK_FALSE(std::filesystem::exists(uploads.temporary(upload)));
  }
}

TEST_CASE("two requests at once: the second is told that the upload is busy") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    Uploads uploads(database);
    auto& world = uploads.desk.world;
    const auto bytes = png();
    const auto upload = uploads.begin(bytes.size());
    auto first = uploads.desk.open(world.author, Method::patch, upload, patching(0));
    REQUIRE(first.sink);
    first.sink->write(bytes.substr(0, 10));
    CHECK(uploads.patch(upload, 10, "x").status == 423);
    CHECK(uploads.desk.send(world.author, Method::del, upload, "", {{"tus-resumable", "1.0.0"}}).status ==
          423);
    first.sink.reset();
    CHECK(uploads.patch(upload, 10, bytes.substr(10)).status == 204);
  }
}

TEST_CASE("an upload is its owner's: for others it does not exist") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    Uploads uploads(database);
    auto& world = uploads.desk.world;
    const auto upload = uploads.begin(100);
    for (const auto& actor : {world.second, world.secretary}) {
      CHECK(uploads.desk.send(actor, Method::head, upload, "", {{"tus-resumable", "1.0.0"}}).status == 404);
      CHECK(uploads.desk.send(actor, Method::patch, upload, "x", patching(0)).status == 404);
      CHECK(uploads.desk.send(actor, Method::del, upload, "", {{"tus-resumable", "1.0.0"}}).status == 404);
      CHECK(uploads.desk.send(actor, Method::post, uploads.target(), "", creation(10)).status == 404);
    }
    CHECK(uploads.desk.send(world.author, Method::del, upload, "", {{"tus-resumable", "1.0.0"}}).status ==
          204);
    CHECK(uploads.offset(upload).empty());
  }
}

TEST_CASE("an upload ends after a week, with its file") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    Uploads uploads(database);
    auto& world = uploads.desk.world;
    const auto upload = uploads.begin(100);
    uploads.patch(upload, 0, "abc");
    CHECK(uploads::remove_expired(*world.store, world.blobs, world.early + days(6)) == 0);
    CHECK(std::filesystem::exists(uploads.temporary(upload)));
    uploads.desk.now = world.early + days(7) + seconds(1);
    CHECK(uploads.offset(upload).empty());
    CHECK(uploads::remove_expired(*world.store, world.blobs, uploads.desk.now) == 1);
    CHECK_FALSE(std::filesystem::exists(uploads.temporary(upload)));
  }
}

TEST_CASE("an upload begun in time may finish in the grace period, and its entry be submitted then") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    Uploads uploads(database);
    auto& world = uploads.desk.world;
    auto draft = world.good_draft();
    draft.content.category = "anh";
    draft.content.body.clear();
    world.write([&](store::Tx& tx) {
      save_draft(tx, world.context(world.author, world.early), uploads.entry, Revision{1}, draft);
    });
    const auto bytes = png();
    uploads.desk.now = world.deadline - seconds(1);
    const auto upload = uploads.begin(bytes.size());
    uploads.desk.now = world.deadline + minutes(5);
    CHECK(uploads.patch(upload, 0, bytes).status == 204);
    CHECK(world.submit(world.author, uploads.entry, world.deadline + minutes(6)).files.size() == 1);
  }
}

TEST_CASE("what is offered of tus can be asked by anyone") {
  for (auto& database : guong::test::test_databases()) {
    Uploads uploads(database);
    const auto answer = uploads.desk.send({}, Method::options, "/api/uploads", "", {});
    CHECK(answer.status == 204);
    CHECK(answer.header("Tus-Version") == "1.0.0");
    CHECK(answer.header("Tus-Extension").find("creation-with-upload") != std::string::npos);
  }
}

TEST_CASE("an original is read back by its owner and the secretary, byte for byte") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    Uploads uploads(database);
    auto& world = uploads.desk.world;
    const auto bytes = png();
    uploads.patch(uploads.begin(bytes.size()), 0, bytes);
    const auto file = std::to_string(uploads.files().at(0).id.value);
    const auto own = "/api/entries/" + std::to_string(uploads.entry.value) + "/files/" + file;
    const auto answer = uploads.desk.send(world.author, Method::get, own, "", {});
    CHECK(answer.status == 200);
    CHECK(answer.header("Content-Disposition") == "attachment; filename*=UTF-8''%E1%BA%A2nh.png");
    CHECK(answer.file == world.blobs.path(sha256(bytes)));
    CHECK(uploads.desk.send(world.second, Method::get, own, "", {}).status == 404);
  }
}

TEST_CASE("a rendition is made by a job, and one that cannot be made is marked so") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    Uploads uploads(database);
    auto& world = uploads.desk.world;
    const auto bytes = png(500);
    uploads.patch(uploads.begin(bytes.size()), 0, bytes);
    const auto broken = world.blobs.put("no picture");
    world.write([&](store::Tx& tx) {
      attach_file(tx, world.context(world.author, world.early), uploads.entry,
                  {"b.png", "image/png", {"photo", "png", 10, {}, 1, 1}, broken});
    });
    store::JobRunner runner(
        *world.store,
        entry_jobs(*world.store, world.blobs, world.random, world.keys, [&] { return world.early; }), 0);
    runner.run_due(world.early + hours(1));
    const auto files = uploads.files();
    REQUIRE(files.size() == 2);
    CHECK(files[0].rendition_state == "ready");
    CHECK(files[1].rendition_state == "failed");
  }
}
