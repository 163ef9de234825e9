// JSON whose long lists are read one element at a time is what it would be in memory.
#include "guong/standings/long_json.h"

#include <catch2/catch.hpp>

#include "guong/standings/verify.h"
#include "unit/standings/published.h"

using namespace guong;
using nlohmann::json;
using standings::ReadingLimits;
using test::published;
using test::verifier_key;

namespace {

constexpr ReadingLimits kAmple{1 << 20, 1 << 20};
constexpr std::string_view kLists[] = {"/a/*/long", "/b/long"};

std::optional<standings::ReadLong> read(const BorrowedBytes& text, const ReadingLimits& limits = kAmple) {
  return standings::read_long_json(text, kLists, limits);
}

std::string canonical(const standings::LongJson& value) {
  std::string out;
  standings::write_canonical(value, [&](std::string_view piece) { out += piece; });
  return out;
}

/// A contest of many works, with the records of all acts.
test::Published many_works(int count) {
  auto out = published();
  auto& works = out.file.ranking.rounds[0].works;
  const auto& round = out.rules.rounds.at(0);
  for (int i = 0; i < count; ++i)
    works.push_back(standings::score_entry(round, "M" + std::to_string(10'000 + i), "bai-viet",
                                           {test::card("J1", "20"), test::card("J2", "20.5")}));
  standings::rank(out.rules, out.file.ranking);
  test::seal_with_records(out.rules, out.file);
  return out;
}

}  // namespace

TEST_CASE("A text with long lists says what it says in memory, in any order and with any white space") {
  const json value{
      {"a", {{{"long", {1, {{"x", "]}\"\\"}}, json::array()}}, {"n", 1.5}}, {{"long", json::array()}}}},
      {"b", {{"long", {{{"z", nullptr}, {"ä", true}}}}, {"long/0", {3}}}},
      {"b/long", {1, 2}},
      {"b~1long", "x"}};
  for (const auto& text :
       {value.dump(), value.dump(3),
        R"( {"b~1long":"x","b\/long":[1,2],"b":{"long\/0":[3],"long":[{"z":null,"\u00e4":true}]},)"
        R"("a":[{"n":1.5,"long":[1,{"x":"]}\"\\"},[]]},{"long" : [ ]}]})" +
            std::string("\n")}) {
    INFO(text);
    const BorrowedBytes bytes(text);
    const auto found = read(bytes);
    REQUIRE(found);
    CHECK(found->value.lists.size() == 3);
    CHECK(found->value.frame["a"][0]["long"].empty());
    CHECK(standings::whole(found->value) == value);
    CHECK(canonical(found->value) == value.dump());
  }
}

TEST_CASE("Whatever one byte of a text becomes, it is read where it is JSON and nowhere else") {
  const auto text =
      json{{"a", {{{"long", {1.5e3, "x", {{"y", {true, nullptr}}}}}}}}, {"b", {{"long", {-1}}}}}.dump(1);
  for (std::size_t at = 0; at < text.size(); ++at)
    for (const char c : std::string_view(" \"\\,:[]{}0x-\x80\n")) {
      auto bent = text;
      bent[at] = c;
      INFO(bent);
      const BorrowedBytes bytes(bent);
      const auto found = read(bytes);
      REQUIRE(found.has_value() == json::accept(bent));
      if (found && !found->name_twice) CHECK(standings::whole(found->value) == json::parse(bent));
    }
  for (std::size_t length = 0; length < text.size(); ++length)
    CHECK_FALSE(read(BorrowedBytes(std::string_view(text).substr(0, length))));
}

TEST_CASE("A name that stands twice is found at every depth, also within a long list") {
  for (const char* text : {R"({"b":{"long":[]},"b":1})", R"({"a":[{"long":[1],"long":[2]}]})",
                           R"({"b":{"long":[{"x":{"y":1,"y":2}}]}})", R"({"c":{"y":1,"y":2}})"}) {
    INFO(text);
    const BorrowedBytes bytes(text);
    const auto found = read(bytes);
    REQUIRE(found);
    CHECK(found->name_twice);
    CHECK(canonical(found->value) == json::parse(text).dump());
  }
}

TEST_CASE("What is longer than the limits, or nested too deeply, is not read") {
  const std::string text = R"({"b":{"long":[")" + std::string(50, 'x') + R"(","y"]}})";
  const BorrowedBytes bytes(text);
  CHECK(read(bytes, {text.size(), 52}));
  CHECK_FALSE(read(bytes, {text.size() - 1, 52}));
  CHECK_FALSE(read(bytes, {text.size(), 51}));
  for (const int depth : {29, 30, 200'000}) {
    const auto level = static_cast<std::size_t>(depth);
    const auto deep = R"({"b":{"long":[)" + std::string(level, '[') + std::string(level, ']') + "]}}";
    INFO(depth);
    CHECK(read(BorrowedBytes(deep)).has_value() == (depth < 30));
  }
}

TEST_CASE("A file of many works is verified with a small part of it in memory at once") {
  const auto made = many_works(400);
  const auto text = made.document().dump();
  const ReadingLimits limits{text.size(), 16 << 10};
  REQUIRE(text.size() > 20 * limits.value);
  const auto found = standings::verify_results_file(BorrowedBytes(text), verifier_key(), limits);
  CHECK(test::told(found.faults) == std::vector<std::string>{});
  CHECK(std::ranges::any_of(found.checked, [](const Fault& line) {
    return line.key == "standings.checked_records" && line.params.at("cards") == "806";
  }));
  auto bent = made.document();
  bent["ranking"]["rounds"][0]["works"][300]["cards"][1]["marks"]["form"] = 24.5;
  bent["ranking"]["rankings"][0]["places"][200]["shown"] = "1";
  const auto faults =
      test::told(standings::verify_results_file(BorrowedBytes(bent.dump()), verifier_key(), limits).faults);
  for (const char* place :
       {"/ranking/rounds/0/works/300/score standings.value_differs",
        "/ranking/rankings/0/places/200/shown standings.value_differs",
        "/ranking/rounds/0/works/300/cards/1 standings.card_unrecorded", " standings.file_not_published"}) {
    INFO(place);
    CHECK(std::ranges::find(faults, place) != faults.end());
  }
}

TEST_CASE("A file of which too much would have to be in memory at once is refused before it is published") {
  const auto made = many_works(50);
  const auto file = standings::long_results_file(made.rules, made.file);
  standings::WrittenPart written;
  std::string long_part;
  standings::write_long_part(file, [&](std::string_view piece) {
    written.bytes += piece.size();
    written.largest = std::max(written.largest, piece.size());
    long_part += piece;
  });
  const auto rest = standings::results_file_rest(file, *made.file.ledger, made.file.v);
  CHECK_FALSE(json::parse(rest).contains("ranking"));
  REQUIRE(rest.starts_with(standings::kRestBegin));
  const auto text = long_part + rest.substr(standings::kRestBegin.size());
  CHECK(json::parse(text) == made.document());
  const auto holds = [&](const ReadingLimits& limits) {
    return standings::verify_results_file(BorrowedBytes(text), verifier_key(), limits).faults.empty();
  };
  // What is said to be readable is; what is not read is never said to be.
  for (const std::size_t value : {100u, 2'000u, 5'000u, 12'000u, 100'000u})
    for (const std::uint64_t bytes : {text.size() / 2, text.size() - 1, text.size(), text.size() * 2}) {
      const ReadingLimits limits{bytes, value};
      INFO(bytes << " " << value);
      if (standings::can_be_read(file, written, limits)) CHECK(holds(limits));
    }
  CHECK(standings::can_be_read(file, written, {text.size() * 2, 100'000}));
  CHECK_FALSE(standings::can_be_read(file, written, {text.size() - 1, 100'000}));
  CHECK_FALSE(standings::can_be_read(file, written, {text.size() * 2, 2'000}));
}
