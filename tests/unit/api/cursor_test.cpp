// Cursors: whatever a list is ordered by survives the way to the client and back, and nothing else passes.
#include "guong/api/cursor.h"

#include <catch2/catch.hpp>
#include <limits>

#include "guong/base/bytes.h"
#include "guong/base/error.h"

using namespace guong;

namespace {

struct TextCursor {
  std::string text;
  static auto parts(auto& cursor) { return std::tie(cursor.text); }
};
struct MixedCursor {
  int round = 0;
  std::string code;
  Timestamp at;
  AccountId judge;
  static auto parts(auto& cursor) { return std::tie(cursor.round, cursor.code, cursor.at, cursor.judge); }
  friend bool operator==(const MixedCursor&, const MixedCursor&) = default;
};
struct NumberCursor {
  std::int64_t number = 0;
  static auto parts(auto& cursor) { return std::tie(cursor.number); }
};

template <class Cursor>
std::string refusal(const std::string& text) {
  try {
    api::read_cursor<Cursor>(text);
  } catch (const Error& error) {
    return error.kind() == ErrorKind::malformed ? error.key() : "another kind";
  }
  return "read";
}

std::string encoded(std::string_view plain) { return to_base64url(plain); }

}  // namespace

TEST_CASE("A cursor gives back any text it was made of, with separators, quotes and without a letter") {
  for (const std::string text : {"", " ", "a:1", "a/b\tc.d,e;f\ng", "\"quoted\" \\ [1]", "\x01\x7f",
                                 "Nguyễn Thị Hòa", "𝄞", "\xF4\x8F\xBF\xBF", "null", "1"}) {
    INFO(text);
    CHECK(api::read_cursor<TextCursor>(api::write_cursor(TextCursor{text})).text == text);
  }
}

TEST_CASE("A cursor gives back any number it was made of") {
  using Limits = std::numeric_limits<std::int64_t>;
  for (const auto number : {Limits::min(), std::int64_t{-1}, std::int64_t{0}, std::int64_t{1}, Limits::max()})
    CHECK(api::read_cursor<NumberCursor>(api::write_cursor(NumberCursor{number})).number == number);
}

TEST_CASE("A cursor of several parts gives them back in their order and can stand in an address as it is") {
  const MixedCursor cursor{-1, "K7/Q 2", Timestamp{1'700'000'000'000'000}, AccountId{(1LL << 53) - 1}};
  const auto text = api::write_cursor(cursor);
  CHECK(api::read_cursor<MixedCursor>(text) == cursor);
  CHECK(text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") ==
        text.npos);
}

TEST_CASE("What no list has written is refused as a wrong cursor") {
  const struct {
    const char* what;
    std::string text;
  } wrong[] = {
      {"nothing", ""},
      {"no base64url", "!!"},
      {"padding", encoded("[1]") + "="},
      {"no JSON", encoded("x")},
      {"no list", encoded("1")},
      {"too few parts", encoded("[]")},
      {"too many parts", encoded("[1,2]")},
      {"a text for a number", encoded("[\"1\"]")},
      {"a fraction", encoded("[1.5]")},
      {"a whole number written as a fraction", encoded("[1.0]")},
      {"a number above 64 bits", encoded("[99999999999999999999]")},
      {"a number above 63 bits", encoded("[9223372036854775808]")},
      {"a truth", encoded("[true]")},
      {"a list in the list", encoded("[[1]]")},
      {"the same number with spaces", encoded("[ 1 ]")},
      {"something after it", encoded("[1]x")},
      {"very many brackets", encoded(std::string(5000, '['))},
  };
  for (const auto& one : wrong) {
    INFO(one.what);
    CHECK(refusal<NumberCursor>(one.text) == "api.cursor_wrong");
  }
  CHECK(refusal<NumberCursor>(encoded("[1]")) == "read");
}

TEST_CASE("Texts that no database would take are refused as wrong cursors") {
  CHECK(refusal<TextCursor>(encoded("[\"\xff\"]")) == "api.cursor_wrong");
  CHECK(refusal<TextCursor>(encoded("[\"\xc3\"]")) == "api.cursor_wrong");
  CHECK(refusal<TextCursor>(encoded("[\"\\u0000\"]")) == "api.cursor_wrong");
  CHECK(refusal<TextCursor>(encoded("[1]")) == "api.cursor_wrong");
}

TEST_CASE("A small number is refused when it is a large one") {
  const auto text = api::join_cursor({std::int64_t{1} << 40, "", std::int64_t{0}, std::int64_t{0}});
  CHECK(refusal<MixedCursor>(text) == "api.cursor_wrong");
}

TEST_CASE("A page says where the next begins only when there is more") {
  const std::vector<std::int64_t> all{1, 2, 3, 4, 5};
  const auto lines_after = [&](const NumberCursor& after, int limit) {
    std::vector<std::int64_t> out;
    for (const auto one : all)
      if (one > after.number && static_cast<int>(out.size()) < limit) out.push_back(one);
    return out;
  };
  const auto page = [&](std::int64_t after, int limit) {
    return api::page_after(NumberCursor{after}, limit, lines_after,
                           [](std::int64_t one) { return NumberCursor{one}; });
  };
  CHECK(page(0, 2).lines == std::vector<std::int64_t>{1, 2});
  CHECK(page(0, 2).next == api::write_cursor(NumberCursor{2}));
  CHECK(page(2, 3).lines == std::vector<std::int64_t>{3, 4, 5});
  CHECK(page(2, 3).next.empty());
  CHECK(page(5, 3).lines.empty());
  CHECK(page(5, 3).next.empty());
}
