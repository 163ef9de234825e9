// Sealed identities, tags, version documents and receipts.
#include "entries/seal.h"

#include <catch2/catch.hpp>

#include "entries/document.h"
#include "guong/base/crypto.h"
#include "guong/entries/receipt.h"

using namespace guong;
using namespace guong::entries;

namespace {

api::Keys keys() { return {std::string(32, 'k'), std::string(32, 's'), "test.invalid/ledger"}; }

Identity identity() {
  return {AccountId{7},
          {{"Nguyễn Thị Lan", "Hoa Núi", UnitId{3}, AccountId{7}, ""},
           {"Trần Văn Minh", "", {}, {}, "minh@vidu.vn"}},
          "0905123456",
          "lan@vidu.vn",
          "12 Lê Lợi",
          {"Cô giáo Ba"}};
}

}  // namespace

TEST_CASE("a sealed identity opens to what was sealed, for its own entry and key only") {
  const auto sealed = seal_identity(keys(), EntryId{5}, identity());
  CHECK(as_text(sealed.bytes()).find("Lan") == std::string_view::npos);
  const auto opened = open_identity(keys(), sealed);
  REQUIRE(opened.authors.size() == 2);
  CHECK(opened.owner == AccountId{7});
  CHECK(opened.authors[0].name == "Nguyễn Thị Lan");
  CHECK(opened.authors[0].pen_name == "Hoa Núi");
  CHECK(opened.authors[0].unit == UnitId{3});
  CHECK(opened.authors[1].contact == "minh@vidu.vn");
  CHECK_FALSE(opened.authors[1].account);
  CHECK(opened.declared_interests == std::vector<std::string>{"Cô giáo Ba"});

  const SealedIdentity moved(EntryId{6}, sealed.bytes());
  CHECK_THROWS_AS(open_identity(keys(), moved), Error);
  auto others = keys();
  others.seal[0] = 'x';
  CHECK_THROWS_AS(open_identity(others, sealed), Error);
  auto bent = sealed.bytes();
  bent.back() ^= 1;
  CHECK_THROWS_AS(open_identity(keys(), SealedIdentity(EntryId{5}, bent)), Error);
}

TEST_CASE("an identity that an earlier release sealed opens with the interests its author declared") {
  const std::string written =
      R"({"owner":7,"authors":[],"phone":"","email":"","address":"","ties":["Cô giáo Ba"]})";
  const SealedIdentity sealed(EntryId{5}, seal(keys().seal, "identity/5", written));
  CHECK(open_identity(keys(), sealed).declared_interests == std::vector<std::string>{"Cô giáo Ba"});
}

TEST_CASE("sealing twice gives different bytes, tags do not") {
  CHECK(seal_identity(keys(), EntryId{5}, identity()).bytes() !=
        seal_identity(keys(), EntryId{5}, identity()).bytes());
  CHECK(owner_tag(keys(), AccountId{7}) == owner_tag(keys(), AccountId{7}));
}

TEST_CASE("tags differ by account, contest, purpose and key") {
  const auto tag = author_tag(keys(), ContestId{1}, AccountId{7});
  CHECK(tag != author_tag(keys(), ContestId{1}, AccountId{8}));
  CHECK(tag != author_tag(keys(), ContestId{2}, AccountId{7}));
  CHECK(tag != owner_tag(keys(), AccountId{7}));
  CHECK(author_tag(keys(), ContestId{1}, AccountId{17}) != author_tag(keys(), ContestId{11}, AccountId{7}));
  CHECK(name_tag(keys(), ContestId{1}, "lan") != name_tag(keys(), ContestId{2}, "lan"));
  auto others = keys();
  others.seal[0] = 'x';
  CHECK(tag != author_tag(others, ContestId{1}, AccountId{7}));
}

TEST_CASE("a version's document comes back whole") {
  const Document document{
      {"bai-viet",
       "health",
       "Tên",
       "Nội dung\n\"ngoặc\"",
       "vi",
       {"person", "Bà Tư", UnitId{9}, "Làng"},
       {"a", "b"}},
      identity(),
      {{EntryFileId{4}, "ảnh một.png", "image/png", std::string(64, 'a'), {"photo", "png", 12, {}, 3, 4}}}};
  const auto sealed = seal_document(keys(), EntryId{5}, 2, document);
  const auto opened = open_document(keys(), EntryId{5}, 2, sealed);
  CHECK(opened.content == document.content);
  CHECK(opened.identity.authors.size() == 2);
  REQUIRE(opened.files.size() == 1);
  CHECK(opened.files[0].name == "ảnh một.png");
  CHECK(opened.files[0].facts.width == 3);
  CHECK_FALSE(opened.files[0].facts.duration_ms);
  CHECK_THROWS_AS(open_document(keys(), EntryId{5}, 1, sealed), Error);
}

TEST_CASE("a receipt's signature covers every part of it") {
  Receipt receipt{"guong-sang",
                  "1234-5678",
                  1,
                  Timestamp{1'767'000'000'000'000},
                  std::string(64, 'b'),
                  {{"bài.docx", std::string(64, 'c'), 99}},
                  "",
                  ""};
  sign_receipt(receipt, keys().signing_seed);
  REQUIRE(receipt_holds(receipt));
  CHECK(receipt_holds(read_receipt(receipt_text(receipt))));
  const auto bend = [&](auto change) {
    auto bent = receipt;
    change(bent);
    return receipt_holds(bent);
  };
  CHECK_FALSE(bend([](Receipt& r) { r.number = "1234-5679"; }));
  CHECK_FALSE(bend([](Receipt& r) { r.time.micros += 1; }));
  CHECK_FALSE(bend([](Receipt& r) { r.version = 2; }));
  CHECK_FALSE(bend([](Receipt& r) { r.contest = "khac"; }));
  CHECK_FALSE(bend([](Receipt& r) { r.text_sha256[0] = 'x'; }));
  CHECK_FALSE(bend([](Receipt& r) { r.files[0].size = 1; }));
  CHECK_FALSE(bend([](Receipt& r) { r.files.clear(); }));
}

TEST_CASE("the signed bytes of a receipt are the canonical JSON that its header promises") {
  const Receipt receipt{"s", "1234-5678", 1, Timestamp{0}, "ab", {{"é", "cd", 1}}, "", ""};
  CHECK(
      receipt_bytes(receipt) ==
      R"({"contest":"s","files":[{"name":"é","sha256":"cd","size":1}],"number":"1234-5678","text_sha256":"ab",)"
      R"("time":"1970-01-01T00:00:00.000000Z","version":1})");
}
