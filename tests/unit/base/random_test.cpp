// Drawn numbers, ids, codes and tokens: range, alphabet, repeatability from a seed.
#include "guong/base/random.h"

#include <catch2/catch.hpp>
#include <set>

using namespace guong;

TEST_CASE("A seed gives the same draws again, another seed others") {
  SeededRandom a(7), b(7), c(8);
  CHECK(a.bytes(100) == b.bytes(100));
  CHECK(a.below(1'000'000'007) == b.below(1'000'000'007));
  CHECK(SeededRandom(7).bytes(32) != c.bytes(32));
}

TEST_CASE("Drawn numbers stay below the bound and reach all of it") {
  SeededRandom random(1);
  std::vector<int> counts(6);
  for (int i = 0; i < 6'000; ++i) ++counts.at(random.below(6));
  for (const int count : counts) {
    CHECK(count > 850);
    CHECK(count < 1'150);
  }
  CHECK(random.below(1) == 0);
}

TEST_CASE("Identifiers are positive, fit in a JSON number and do not repeat") {
  std::set<std::int64_t> seen;
  for (int i = 0; i < 1'000; ++i) {
    const EntryId id = system_random().id<EntryId>();
    CHECK(id.value >= 1);
    CHECK(id.value <= (1LL << 53) - 1);
    seen.insert(id.value);
  }
  CHECK(seen.size() == 1'000);
}

TEST_CASE("Codes have no letters that look alike") {
  const std::string code = system_random().code(2'000);
  CHECK(code.size() == 2'000);
  CHECK(code.find_first_of("0O1IL") == std::string::npos);
  CHECK(code.find_first_not_of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos);
}

TEST_CASE("A token carries 256 bits and needs no escaping in a link") {
  const std::string token = system_random().token();
  CHECK(from_base64url(token)->size() == 32);
  CHECK(token != system_random().token());
}
