// Uploads that are refused or given up, whose they are, and what becomes of a file that has come in.
#include <fstream>

#include "guong/uploads/upload.h"
#include "support/sealed_file.h"
#include "uploading.h"

using namespace guong;
using namespace guong::entries;
using namespace guong::entries::test;
using http::Method;

namespace {

/// Every database with every kind of blobs.
template <class F>
void everywhere(F f) {
  for (const auto& kind : guong::test::kBlobsKinds) {
    for (auto& database : guong::test::test_databases()) {
      INFO(database.name() << " " << kind.name);
      Uploading uploads(database, kind);
      f(uploads);
    }
  }
}

}  // namespace

TEST_CASE("requests that do not fit are refused and change nothing") {
  struct Row {
    const char* what;
    Headers headers;
    std::string body;
    int status;
  };
  const Row rows[] = {
      {"another offset", patching(4), "x", 409},
      {"no offset", without(patching(5), "upload-offset"), "x", 400},
      {"another type", with(patching(5), "content-type", "text/plain"), "x", 415},
      {"another version", with(patching(5), "tus-resumable", "0.2"), "x", 412},
      {"more than announced", with(patching(5), "content-length", "96"), "", 413},
      {"more than announced, in secret", patching(5), std::string(96, 'x'), 413},
  };
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    Uploading uploads(database);
    const auto upload = uploads.begin(100);
    uploads.patch(upload, 0, "12345");
    for (const auto& [what, headers, body, status] : rows) {
      INFO(what);
      check(uploads.caller, {{what, uploads.author, Method::patch, upload, body, status, {}, {}, headers}});
      CHECK(uploads.offset(upload) == "5");
    }
  }
}

TEST_CASE("an upload that cannot be is refused when it begins") {
  struct Row {
    const char* what;
    Headers headers;
    int status;
  };
  const Row rows[] = {
      {"too large", creation(6'000'000), 413},
      {"empty", creation(0), 422},
      {"no length", without(creation(10), "upload-length"), 400},
      {"a purpose the category does not have", creation(10, "work"), 422},
      {"metadata that is not base64", with(creation(10), "upload-metadata", "filename @@@"), 400},
  };
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    Uploading uploads(database);
    const auto refused = [&](const std::string& what, const Headers& headers, int status) {
      check(uploads.caller,
            {{what, uploads.author, Method::post, uploads.target(), nullptr, status, {}, {}, headers}});
    };
    for (const auto& [what, headers, status] : rows) refused(what, headers, status);
    uploads.caller.now = uploads.world.deadline + seconds(1);
    refused("after the deadline", creation(10), 409);
  }
}

TEST_CASE("a file that is not what its category takes is refused with the reason, and gone") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    Uploading uploads(database);
    const auto upload = uploads.begin(20);
    const auto answer = uploads.patch(upload, 0, "this is not a picture");
    CHECK(answer.status == 413);  // one byte more than was announced
    const auto wrong = uploads.patch(upload, uploads.offset(upload) == "0" ? 0 : 20, "this is no picture..");
    CHECK(wrong.status == 422);
    CHECK(wrong.text.find("entries.file_kind") != std::string::npos);
    CHECK(uploads.offset(upload).empty());
    CHECK(uploads.files().empty());
    CHECK_FALSE(std::filesystem::exists(uploads.temporary(upload)));
  }
}

TEST_CASE("an upload is its owner's: for others it does not exist") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    Uploading uploads(database);
    const auto upload = uploads.begin(100), target = uploads.target();
    for (auto* who : {&uploads.second, &uploads.secretary})
      check(uploads.caller, {{"look", *who, Method::head, upload, nullptr, 404, {}, {}, kTus},
                             {"add", *who, Method::patch, upload, "x", 404, {}, {}, patching(0)},
                             {"remove", *who, Method::del, upload, nullptr, 404, {}, {}, kTus},
                             {"begin", *who, Method::post, target, nullptr, 404, {}, {}, creation(10)}});
    check(uploads.caller, {{"its owner", uploads.author, Method::del, upload, nullptr, 204, {}, {}, kTus}});
    CHECK(uploads.offset(upload).empty());
  }
}

TEST_CASE("an upload ends after a week, with its file") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    Uploading uploads(database);
    auto& world = uploads.world;
    const auto upload = uploads.begin(100);
    uploads.patch(upload, 0, "abc");
    CHECK(uploads::remove_expired(*world.store, world.blobs, world.early + days(6)) == 0);
    CHECK(std::filesystem::exists(uploads.temporary(upload)));
    uploads.caller.now = world.early + days(7) + seconds(1);
    CHECK(uploads.offset(upload).empty());
    CHECK(uploads::remove_expired(*world.store, world.blobs, uploads.caller.now) == 1);
    CHECK_FALSE(std::filesystem::exists(uploads.temporary(upload)));
  }
}

TEST_CASE("what is offered of tus can be asked by anyone") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    Uploading uploads(database);
    const auto answer = uploads.caller.send(uploads.nobody, Method::options, "/api/uploads");
    CHECK(answer.status == 204);
    CHECK(answer.header("Tus-Version") == "1.0.0");
    CHECK(answer.header("Tus-Extension").find("creation-with-upload") != std::string::npos);
  }
}

TEST_CASE("an account has a quota, which removed files count against until they are forgotten") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    Uploading uploads(database);
    auto& world = uploads.world;
    world.store->state().of<uploads::UploadLimits>().account_bytes = 2500;
    const auto bytes = png(1000);
    const auto refused = [&](std::size_t length) {
      const auto answer =
          uploads.caller.send(uploads.author, Method::post, uploads.target(), nullptr, creation(length));
      return answer.status == 409 && answer.json()["key"] == "entries.quota_used";
    };
    uploads.patch(uploads.begin(bytes.size()), 0, bytes);
    const auto file = uploads.files().at(0).id;
    const auto remove = [&](Timestamp now) {
      world.write([&](store::Tx& tx) {
        remove_entry_file(tx, world.context(world.author, now), uploads.entry, file);
      });
    };
    remove(world.early);
    const auto under_way = uploads.begin(1000);
    CHECK(refused(1000));
    CHECK(uploads.caller.send(uploads.author, Method::del, under_way, nullptr, kTus).status == 204);
    CHECK_FALSE(refused(1000));
    CHECK(refused(1000));
    const auto forget = [&](Timestamp now) {
      return world.write([&](store::Tx& tx) { return forget_removed_files(tx, now, 100); });
    };
    CHECK(forget(world.early + hours(23)) == 0);
    CHECK(forget(world.early + hours(25)) == 1);
    CHECK_FALSE(refused(1000));
    // Nobody else's files count.
    world.store->state().of<uploads::UploadLimits>().account_bytes = 1;
    CHECK(refused(2));
  }
}

TEST_CASE("a removed file that was submitted is not forgotten") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    Uploading uploads(database);
    auto& world = uploads.world;
    const auto bytes = png(1000);
    uploads.patch(uploads.begin(bytes.size()), 0, bytes);
    const auto file = uploads.files().at(0).id;
    world.submit(world.author, uploads.entry, world.early);
    world.reopen(world.author, uploads.entry, world.early + hours(1));
    world.write([&](store::Tx& tx) {
      remove_entry_file(tx, world.context(world.author, world.early + hours(2)), uploads.entry, file);
    });
    CHECK(world.write([&](store::Tx& tx) { return forget_removed_files(tx, world.early + days(30), 100); }) ==
          0);
  }
}

TEST_CASE("where little of the disk is free no upload begins or goes on") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    Uploading uploads(database);
    const auto bytes = png(1000);
    const auto upload = uploads.begin(bytes.size());
    uploads.world.store->state().of<uploads::UploadLimits>().free_bytes = std::int64_t{1} << 60;
    CHECK(uploads.patch(upload, 0, bytes).json()["key"] == "entries.disk_full");
    CHECK(uploads.caller.send(uploads.author, Method::post, uploads.target(), nullptr, creation(10)).status ==
          503);
    uploads.world.store->state().of<uploads::UploadLimits>().free_bytes = 0;
    CHECK(uploads.patch(upload, 0, bytes).status == 204);
  }
}

TEST_CASE("temporary files that are of no upload go, when nobody writes to them any more") {
  for (auto& database : guong::test::test_databases()) {
    INFO(database.name());
    Uploading uploads(database);
    auto& world = uploads.world;
    const auto upload = uploads.begin(1000);
    uploads.patch(upload, 0, "begun");
    const auto folder = world.blobs.temporary_folder();
    for (const char* name : {"upload-7", "rendition-abc", "put-abc"}) std::ofstream(folder / name) << "x";
    const auto sweep = [&](Timestamp now) { return uploads::remove_strays(*world.store, world.blobs, now); };
    CHECK(sweep(system_now()) == 0);
    CHECK(sweep(system_now() + hours(2)) == 3);
    CHECK(uploads.offset(upload) == "5");
  }
}

TEST_CASE("an original is read back by its owner and the secretary, byte for byte, wherever it lies") {
  everywhere([](Uploading& uploads) {
    auto& world = uploads.world;
    const auto bytes = png(3000);
    uploads.patch(uploads.begin(bytes.size()), 0, bytes);
    world.submit(world.author, uploads.entry, world.early);
    const auto file = "/files/" + std::to_string(uploads.files().at(0).id.value);
    const auto own = Desk::own(uploads.entry) + file, at_desk = uploads.at_desk(uploads.entry) + file;
    const auto etag = "\"" + to_hex(as_text(sha256(bytes))) + "\"";
    const auto answers =
        check(uploads.caller,
              {{"its owner", uploads.author, Method::get, own, nullptr, 200},
               {"the secretary", uploads.secretary, Method::get, at_desk, nullptr, 200},
               {"a part", uploads.author, Method::get, own, nullptr, 206, {}, {}, {{"range", "bytes=1-99"}}},
               {"known", uploads.author, Method::get, own, nullptr, 304, {}, {}, {{"if-none-match", etag}}},
               {"another", uploads.second, Method::get, own, nullptr, 404}});
    CHECK(answers[0].header("Content-Disposition") == "attachment; filename*=UTF-8''%E1%BA%A2nh.png");
    for (const int who : {0, 1}) CHECK((answers[who].text == bytes));
    CHECK(answers[2].header("Content-Range") == "bytes 1-99/3000");
    CHECK((answers[2].text == bytes.substr(1, 99)));
    CHECK(answers[3].text.empty());
  });
}

TEST_CASE("a rendition is made by a job wherever the original lies, or marked as one that cannot be") {
  everywhere([](Uploading& uploads) {
    auto& world = uploads.world;
    const auto bytes = png(500);
    uploads.patch(uploads.begin(bytes.size()), 0, bytes);
    const auto broken = guong::test::sealed_file(world.blobs, "no picture", "b.png", "image/png",
                                                 {"photo", "png", 10, {}, 1, 1});
    world.write([&](store::Tx& tx) {
      attach_file(tx, world.context(world.author, world.early), uploads.entry, broken);
    });
    store::JobRunner runner(
        *world.store,
        entry_jobs(*world.store, world.blobs, world.random, world.keys, [&] { return world.early; }), 0);
    runner.run_due(world.early + hours(1));
    const auto files = uploads.files();
    REQUIRE(files.size() == 2);
    CHECK(files[0].rendition_state == "ready");
    CHECK(files[1].rendition_state == "failed");
    const auto kept = world.blobs.list();
    REQUIRE(kept.size() == 3);
    CHECK(std::ranges::any_of(kept, [&](const Digest& digest) {
      return guong::test::read_whole(*world.blobs.open(digest)) == png();  // nothing after the picture's end
    }));
    CHECK(std::filesystem::is_empty(world.blobs.temporary_folder()));
  });
}
