// Records and commitments: one canonical form, and nothing private in it.
#include "guong/ledger/record.h"

#include <catch2/catch.hpp>

#include "guong/base/error.h"
#include "guong/ledger/canonical_json.h"

using namespace guong;
using namespace guong::ledger;

namespace {

constexpr Timestamp kTime{1'779'271'200'000'000};  // 2026-05-20T10:00:00Z

Opening opening(std::string value) { return {Bytes(16, 0x11), std::move(value)}; }

RecordDraft sample() {
  return {"entry.submitted", kTime, ContestId{123}, {{"version", "2"}, {"files", "1"}}, {{"actor", "42"}}};
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const auto at = text.find(from);
  REQUIRE(at != text.npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("a record is one line of canonical JSON") {
  CHECK(
      record_bytes(sample(), 17, {{"actor", commitment(opening("42"))}}) ==
      R"({"commitments":{"actor":"406b9067b0bbb863c45e16013776ead61f07e910c8c7eb92a26f7d8fcc87c5f7"},"contest":123,)"
      R"("data":{"files":"1","version":"2"},"kind":"entry.submitted","seq":17,"time":"2026-05-20T10:00:00.000000Z","v":1})");
}

TEST_CASE("a record without contest, data or secrets keeps its shape") {
  const RecordDraft draft{"installation.began", kTime, std::nullopt, {}, {}};
  CHECK(
      record_bytes(draft, 0, {}) ==
      R"({"commitments":{},"data":{},"kind":"installation.began","seq":0,"time":"2026-05-20T10:00:00.000000Z","v":1})");
}

TEST_CASE("a private value is not in the record, and its commitment depends on salt and value") {
  const auto bytes = record_bytes({"card.submitted", kTime, {}, {}, {{"mark", "TOKEN-8.75"}}}, 3,
                                  {{"mark", commitment(opening("TOKEN-8.75"))}});
  CHECK(bytes.find("TOKEN") == bytes.npos);
  CHECK(commitment(opening("8.75")) != commitment(opening("8.5")));
  CHECK(commitment({Bytes(16, 1), "8.75"}) != commitment({Bytes(16, 2), "8.75"}));
}

TEST_CASE("a private value without a commitment stops the record") {
  CHECK_THROWS_AS(record_bytes(sample(), 17, {}), Error);
}

TEST_CASE("a record read back says what was written") {
  const auto proof = commitment(opening("42"));
  const auto record = parse_record(record_bytes(sample(), 17, {{"actor", proof}}));
  REQUIRE(record);
  CHECK(record->seq == 17);
  CHECK(record->kind == "entry.submitted");
  CHECK(record->time == kTime);
  CHECK(record->contest == ContestId{123});
  CHECK(record->data == sample().data);
  CHECK(record->commitments == std::map<std::string, Digest>{{"actor", proof}});
}

TEST_CASE("a record in any other form is not one") {
  const std::string bytes = record_bytes(sample(), 17, {{"actor", commitment(opening("42"))}});
  REQUIRE(parse_record(bytes));
  CHECK_FALSE(parse_record(bytes + "\n"));
  CHECK_FALSE(parse_record(replaced(bytes, R"("seq":17)", R"("seq": 17)")));
  CHECK_FALSE(parse_record(replaced(bytes, R"("seq":17)", R"("seq":017)")));
  CHECK_FALSE(parse_record(replaced(bytes, R"("seq":17)", R"("seq":"17")")));
  CHECK_FALSE(parse_record(replaced(bytes, R"("v":1)", R"("v":2)")));
  CHECK_FALSE(parse_record(replaced(bytes, R"(,"v":1)", R"(,"v":1,"w":1)")));
  CHECK_FALSE(parse_record(replaced(bytes, R"("contest":123)", R"("contest":"123")")));
  CHECK_FALSE(parse_record(replaced(bytes, "10:00:00.000000Z", "10:00:00Z")));
  CHECK_FALSE(parse_record(replaced(bytes, R"("files":"1","version":"2")", R"("version":"2","files":"1")")));
  CHECK_FALSE(parse_record(replaced(bytes, R"("kind":"entry.submitted",)", "")));
  for (std::size_t i = 0; i < bytes.size(); ++i) REQUIRE_FALSE(parse_record(bytes.substr(0, i)));
}

TEST_CASE("canonical JSON orders names by UTF-16 and escapes as little as it may") {
  // The order that RFC 8785, 3.2.3 prescribes for these names.
  const Object object{{"\u20ac", std::string("Euro")},       {"\r", std::string("CR")},
                      {"\ufb33", std::string("Dalet")},      {"1", std::string("One")},
                      {"\U0001f600", std::string("Smiley")}, {"\u0080", std::string("Control")},
                      {"\u00f6", std::string("o")}};
  CHECK(canonical_json(object) ==
        "{\"\\r\":\"CR\",\"1\":\"One\",\"\u0080\":\"Control\",\"\u00f6\":\"o\",\"\u20ac\":\"Euro\","
        "\"\U0001f600\":\"Smiley\","
        "\"\ufb33\":\"Dalet\"}");
  CHECK(canonical_json({{"a", std::string("\u20ac$\x0f\nA'\x42\"\\\"/\x7f")}}) ==
        "{\"a\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\"/\x7f\"}");
}

TEST_CASE("canonical JSON is read back, nested and escaped") {
  const Object object{{"a", std::string("\x01\b\f\t\"\\ Gương")},
                      {"b", Object{{"c", std::int64_t{-5}}, {"d", Object{}}}}};
  const std::string text = canonical_json(object);
  const auto back = parse_canonical_json(text);
  REQUIRE(back);
  CHECK(canonical_json(*back) == text);
  CHECK(std::get<std::string>(back->front().value) == "\x01\b\f\t\"\\ Gương");
}

TEST_CASE("what has no canonical form is refused, not bent") {
  CHECK_THROWS_AS(canonical_json({{"a", std::string("\xff")}}), Error);
  CHECK_THROWS_AS(canonical_json({{"\xff", std::string()}}), Error);
  CHECK_THROWS_AS(canonical_json({{"a", std::int64_t{1} << 53}}), Error);
  CHECK_THROWS_AS(canonical_json({{"a", -(std::int64_t{1} << 53)}}), Error);
  CHECK_THROWS_AS(canonical_json({{"a", std::string()}, {"a", std::string()}}), Error);
  CHECK(canonical_json({{"a", (std::int64_t{1} << 53) - 1}}) == R"({"a":9007199254740991})");
}

TEST_CASE("text that is not canonical JSON is not read") {
  for (const char* text : {"",
                           "{",
                           "{}x",
                           " {}",
                           "{\"a\":1,}",
                           "{\"a\":1,\"a\":2}",
                           "{\"b\":1,\"a\":2}",
                           "{\"a\":-0}",
                           "{\"a\":1.0}",
                           "{\"a\":1e2}",
                           "{\"a\":true}",
                           "{\"a\":null}",
                           "{\"a\":[]}",
                           "{\"a\":\"\\u0041\"}",
                           "{\"a\":\"\\/\"}",
                           "{\"a\":\"\n\"}",
                           "{\"a\":\"\\ud83d\\ude00\"}",
                           "{\"a\":9007199254740992}",
                           "{\"a\":\"\xff\"}",
                           "{\"a\":\"\\u00\"}",
                           "{\"a\":\"\\u000A\"}"}) {
    INFO(text);
    CHECK_FALSE(parse_canonical_json(text));
  }
  std::string deep;
  for (int i = 0; i < 10'000; ++i) deep += "{\"a\":";
  CHECK_FALSE(parse_canonical_json(deep));
}
