// The file of a contest of many works: kept in two parts, read as one, refused where nobody could verify it.
#include <catch2/catch.hpp>

#include "guong/base/crypto.h"
#include "results/publication_store.h"
#include "unit/results/settling.h"

using namespace guong;
using nlohmann::json;
using test::error_key;
using test::Three;

namespace {

ResultId approved(Three& contest, const std::string& reason = "") {
  const auto id = contest.compute(reason);
  contest.join_by_two(id);
  contest.propose(id);
  contest.approve(contest.head, id);
  return id;
}

/// As the route does it: what takes long before the transaction.
void publish(Three& contest, ResultId id,
             const standings::ReadingLimits& limits = standings::kResultsFileLimits) {
  const auto ahead = results::read_ahead(*contest.store, contest.context(contest.head), contest.contest, id,
                                         results::ResultAction::publish, {&contest.blobs, limits});
  contest.write(contest.head, [&](auto& tx, auto& context) {
    results::publish_result(tx, context, contest.contest, id, std::nullopt, ahead);
    return 0;
  });
}

results::FileText kept(Three& contest, ResultId id) {
  return contest.read([&](store::Reader& reader) { return results::load_file_text(reader, id); });
}

std::string hash_of(const std::string& text) { return to_hex(as_text(sha256(text))); }

}  // namespace

TEST_CASE("Of a published file the row has what pages show, a blob the rest, and everybody gets it whole") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Three contest(database);
    const auto id = approved(contest);
    publish(contest, id);
    const auto text = kept(contest, id);
    REQUIRE(text.long_part);
    const auto page = json::parse(text.rest);
    CHECK(page.contains("awards"));
    CHECK_FALSE(page.contains("ranking"));
    CHECK_FALSE(page["ledger"].contains("records"));
    CHECK(text.rest.find(contest.c) == std::string::npos);  // no prize
    // The blob lies there before the file is public: it names nobody.
    std::string blob;
    each_piece(*contest.blobs.open(*text.long_part), [&](auto piece) { blob += piece; });
    for (const char* name : {"Nguyễn Văn An", "Trần Thị Bình", "Lê Thị Chi", "Người giữ biển"})
      CHECK(blob.find(name) == std::string::npos);
    const auto file = contest.file_text(id);
    CHECK(file.size() > text.rest.size());
    const auto found = standings::verify_results_file(
        file, ledger::VerifierKey{contest.keys.origin, ed25519_public_key(contest.keys.signing_seed)});
    CHECK(found.faults == std::vector<Fault>{});
    const auto address = "/api/contests/" + std::to_string(contest.contest.value) + "/results/published";
    const auto answers = contest.calls(
        {{"anybody gets the file", contest.stranger, http::Method::get, address, nullptr, 200}});
    CHECK(answers[0].text == file);
  }
}

TEST_CASE("An earlier file is told by the digest of all its bytes, in whichever way it is kept") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Three contest(database);
    const auto first = approved(contest);
    contest.publish(first);  // all of it in the row
    CHECK_FALSE(kept(contest, first).long_part);
    contest.now = contest.now + hours(1);
    const auto second = approved(contest, "Tính lại");
    publish(contest, second);
    CHECK(kept(contest, second).long_part);
    contest.now = contest.now + hours(1);
    const auto third = approved(contest, "Tính lại lần nữa");
    publish(contest, third);
    const json earlier{{{"number", 2}, {"sha256", hash_of(contest.file_text(second))}},
                       {{"number", 1}, {"sha256", hash_of(contest.file_text(first))}}};
    CHECK(contest.document(third)["earlier"] == earlier);
  }
}

TEST_CASE("A step that reads anew in its transaction knows where earlier files lie") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Three contest(database);
    publish(contest, approved(contest));
    contest.now = contest.now + hours(1);
    const auto second = approved(contest, "Tính lại");
    const auto ahead = results::read_ahead(*contest.store, contest.context(contest.head), contest.contest,
                                           second, results::ResultAction::publish, {&contest.blobs});
    contest.publish(second, contest.now + hours(2));  // what was read ahead no longer stands
    contest.write(contest.head, [&](auto& tx, auto& context) {
      results::publish_result(tx, context, contest.contest, second, std::nullopt, ahead);
      return 0;
    });
    CHECK(test::faults_of(contest.published()).empty());
    CHECK(contest.published()["earlier"].size() == 1);
  }
}

TEST_CASE("A file that nobody could verify is not published, and the refusal says so") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    Three contest(database);
    const auto id = approved(contest);
    const auto& ample = standings::kResultsFileLimits;
    CHECK(error_key([&] { publish(contest, id, {2'000, ample.value}); }) == "results.file_too_large");
    CHECK(error_key([&] { publish(contest, id, {ample.file, 500}); }) == "results.file_too_large");
    CHECK(contest.result(id).state == results::ResultState::approved);
    CHECK(contest.records("result.published") == 0);
    CHECK(contest.works().empty());
    publish(contest, id);
    CHECK(test::faults_of(contest.published()).empty());
  }
}
