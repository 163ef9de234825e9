// Uploads in pieces (tus 1.0): interrupted, resumed, after a crash, with wrong checksums.
#include <sys/stat.h>

#include "uploading.h"
#include "uploads/upload_turn.h"

using namespace guong;
using namespace guong::entries;
using namespace guong::entries::test;
using http::Method;
using uploads::UploadTurn;

TEST_CASE("a file that comes in pieces is whole, hashed and known by its content") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    Uploading uploads(database);
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
    uploads.check_file(bytes);
    const auto facts = uploads.files()[0].facts;
    CHECK(facts.kind == "png");
    CHECK(facts.width == 1);
    const auto blobs = uploads.world.blobs.list();
    CHECK(std::ranges::find(blobs, sha256(bytes)) ==
          blobs.end());  // under no name that its sender could tell
    CHECK_FALSE(std::filesystem::exists(uploads.temporary(upload)));
  }
}

TEST_CASE("a large file takes no more of the disk than its bytes when it is whole") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    Uploading uploads(database);
    const auto bytes = png(2'500'000);
    const auto upload = uploads.begin(bytes.size());
    REQUIRE(uploads.patch(upload, 0, bytes.substr(0, 2'000'000)).status == 204);
    REQUIRE(uploads.patch(upload, 2'000'000, bytes.substr(2'000'000)).status == 204);
    uploads.check_file(bytes);
    for (const auto& digest : uploads.world.blobs.list()) {
      struct stat status {};
      REQUIRE(::fstat(*uploads.world.blobs.open(digest)->file_descriptor(), &status) == 0);
      CHECK(status.st_blocks * 512 < status.st_size + 100'000);
    }
  }
}

TEST_CASE("a small file comes with its creation") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    Uploading uploads(database);
    const auto bytes = png();
    auto headers = with(creation(bytes.size()), "content-type", "application/offset+octet-stream");
    headers["content-length"] = std::to_string(bytes.size());
    const auto answer = uploads.caller.send(uploads.author, Method::post, uploads.target(), bytes, headers);
    CHECK(answer.status == 201);
    CHECK(answer.header("Upload-Offset") == std::to_string(bytes.size()));
    CHECK(uploads.files().size() == 1);
  }
}

TEST_CASE("what arrived of a broken request is kept, and the rest follows") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    Uploading uploads(database);
    const auto bytes = png(3000);
    const auto upload = uploads.begin(bytes.size());
    uploads.caller.break_off(uploads.author, Method::patch, upload, bytes.substr(0, 1234), patching(0));
    CHECK(uploads.offset(upload) == "1234");
    CHECK(uploads.patch(upload, 1234, bytes.substr(1234)).status == 204);
    uploads.check_file(bytes);
  }
}

TEST_CASE("the hash is right when its running state was lost, as after a restart") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    Uploading uploads(database);
    const auto bytes = png(3000);
    const auto upload = uploads.begin(bytes.size());
    uploads.patch(upload, 0, bytes.substr(0, 1000));
    {
      auto turn = UploadTurn::take(uploads.world.store->state(), Uploading::id_of(upload));
      REQUIRE(turn);
      REQUIRE(turn->hash);
      turn->hash.reset();
    }
    uploads.patch(upload, 1000, bytes.substr(1000, 500));
    uploads.patch(upload, 1500, bytes.substr(1500));
    uploads.check_file(bytes);
  }
}

TEST_CASE("a file that was complete when the service died is asked for its last byte, and then taken over") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    Uploading uploads(database);
    const auto bytes = png();
    const auto upload = uploads.begin(bytes.size());
    uploads.caller.break_off(uploads.author, Method::patch, upload, bytes, patching(0));
    const auto last = static_cast<std::int64_t>(bytes.size()) - 1;
    CHECK(uploads.offset(upload) == std::to_string(last));
    CHECK(uploads.patch(upload, last, bytes.substr(bytes.size() - 1)).status == 204);
    uploads.check_file(bytes);
  }
}

/// A folder that dies once, just after a file was taken over.
class DyingBlobs final : public store::Blobs {
 public:
  explicit DyingBlobs(const std::filesystem::path& folder) : inner_(folder) {}
  using Blobs::put;
  Digest put(const ByteSource& bytes) override { return inner_.put(bytes); }
  void adopt(const std::filesystem::path& file, const Digest& digest) override {
    inner_.adopt(file, digest);
    if (!std::exchange(died_, true)) throw Error(ErrorKind::unavailable, "store.files_failed");
  }
  std::shared_ptr<const ByteSource> open(const Digest& digest) const override { return inner_.open(digest); }
  void remove(const Digest& digest) override { inner_.remove(digest); }
  bool remove_if_older(const Digest& digest, Timestamp since) override {
    return inner_.remove_if_older(digest, since);
  }
  std::vector<Digest> list() const override { return inner_.list(); }
  std::filesystem::path temporary_folder() const override { return inner_.temporary_folder(); }

 private:
  store::FolderBlobs inner_;
  bool died_ = false;
};

TEST_CASE("a file whose taking over was cut short before the commit is neither lost nor written to again") {
  const guong::test::BlobsKind dying{
      "dying", [](const std::filesystem::path& folder) -> std::unique_ptr<store::Blobs> {
        return std::make_unique<DyingBlobs>(folder);
      }};
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    Uploading uploads(database, dying);
    const auto bytes = png(3000);
    const auto upload = uploads.begin(bytes.size());
    CHECK(uploads.patch(upload, 0, bytes.substr(0, 2000)).status == 204);
    CHECK(uploads.patch(upload, 2000, bytes.substr(2000)).status == 503);
    CHECK(uploads.offset(upload) == "2999");
    CHECK(uploads.patch(upload, 2999, "x").status == 409);  // not the byte that is there
    CHECK(uploads.offset(upload) == "2999");
    CHECK(uploads.patch(upload, 2999, bytes.substr(2999)).status == 204);
    uploads.check_file(bytes);
    CHECK_FALSE(std::filesystem::exists(uploads.temporary(upload)));
  }
}

TEST_CASE("an upload says what it was begun with") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    Uploading uploads(database);
    const auto upload = uploads.begin(10);
    const auto told = uploads.caller.send(uploads.author, Method::head, upload, nullptr, kTus);
    CHECK(told.header("Upload-Metadata") == creation(10).at("upload-metadata"));
    CHECK(told.header("Upload-Length") == "10");
  }
}

TEST_CASE("an upload whose beginning is complete only after the deadline has not begun in time") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    Uploading uploads(database);
    const auto bytes = png();
    auto headers = creation(bytes.size());
    headers["content-type"] = "application/offset+octet-stream";
    uploads.caller.now = uploads.world.deadline - seconds(1);
    auto held = uploads.caller.open(uploads.author, Method::post, uploads.target(), headers);
    uploads.caller.now = uploads.world.deadline + seconds(1);
    const auto answer = uploads.caller.complete(uploads.author, std::move(held), Method::post,
                                                uploads.target(), bytes, headers);
    CHECK(answer.status == 409);
    CHECK(uploads.files().empty());
    CHECK(std::filesystem::is_empty(uploads.world.blobs.temporary_folder()));
  }
}

TEST_CASE("a checksum that differs drops the piece it came with, and only that") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    Uploading uploads(database);
    const auto bytes = png(3000);
    const auto upload = uploads.begin(bytes.size());
    uploads.patch(upload, 0, bytes.substr(0, 1000));
    const auto piece = bytes.substr(1000, 1000);
    const auto right = "sha256 " + to_base64(as_text(sha256(piece)));
    const auto send = [&](const std::string& body, const std::string& checksum) {
      return uploads.caller.send(uploads.author, Method::patch, upload, body,
                                 with(patching(1000), "upload-checksum", checksum));
    };
    CHECK(send(std::string(1000, 'x'), right).status == 460);
    CHECK(uploads.offset(upload) == "1000");
    CHECK(send(piece, "md5 abc=").status == 400);
    CHECK(send(piece, right).status == 204);
    CHECK(uploads.patch(upload, 2000, bytes.substr(2000)).status == 204);
    uploads.check_file(bytes);
  }
}

TEST_CASE("two requests at once: the second is told that the upload is busy") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    Uploading uploads(database);
    const auto bytes = png();
    const auto upload = uploads.begin(bytes.size());
    auto first = uploads.caller.open(uploads.author, Method::patch, upload, patching(0));
    REQUIRE(first.sink);
    first.sink->write(bytes.substr(0, 10));
    check(uploads.caller,
          {{"another piece", uploads.author, Method::patch, upload, "x", 423, {}, {}, patching(10)},
           {"a removal", uploads.author, Method::del, upload, nullptr, 423, {}, {}, kTus}});
    first.sink.reset();
    CHECK(uploads.patch(upload, 10, bytes.substr(10)).status == 204);
  }
}

TEST_CASE("an upload begun in time may finish in the grace period, and its entry be submitted then") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    Uploading uploads(database);
    auto& world = uploads.world;
    auto draft = world.good_draft();
    draft.content.category = "anh";
    draft.content.body.clear();
    world.save(world.author, uploads.entry, world.early, draft);
    const auto bytes = png();
    uploads.caller.now = world.deadline - seconds(1);
    const auto upload = uploads.begin(bytes.size());
    uploads.caller.now = world.deadline + minutes(5);
    CHECK(uploads.patch(upload, 0, bytes).status == 204);
    CHECK(world.submit(world.author, uploads.entry, world.deadline + minutes(6)).files.size() == 1);
  }
}
