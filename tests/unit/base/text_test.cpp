// UTF-8, normal form and folding.
#include "guong/base/text.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <thread>

using namespace guong;

namespace {

template <class Key>
void check_ascending(const std::vector<std::string>& texts, Key key) {
  for (std::size_t i = 1; i < texts.size(); ++i) {
    INFO(texts[i - 1] << " < " << texts[i]);
    CHECK(key(texts[i - 1]) < key(texts[i]));
  }
}

const std::string kDecomposed = "Nguye\u0302\u0303n Thi\u0323 Ha\u0306\u0300ng";

}  // namespace

TEST_CASE("UTF-8 is told from what is not") {
  CHECK(valid_utf8(""));
  CHECK(valid_utf8("Gương sáng 🌾"));
  for (const char* text :
       {"\xff", "\xc3", "a\xc3(", "\xc0\xaf", "\xed\xa0\x80", "\xf5\x80\x80\x80", "\xe1\xba"}) {
    INFO(text);
    CHECK_FALSE(valid_utf8(text));
  }
}

TEST_CASE("Decomposed text becomes the same bytes as composed text") {
  CHECK(nfc(kDecomposed) == "Nguyễn Thị Hằng");
  CHECK(nfc("Nguyễn Thị Hằng") == "Nguyễn Thị Hằng");
  // The order in which marks were typed does not matter.
  CHECK(nfc("e\u0323\u0302") == nfc("e\u0302\u0323"));
}

TEST_CASE("Control characters go, line ends become one kind") {
  CHECK(nfc("a\r\nb\rc\n\td") == "a\nb\nc\n\td");
  CHECK(nfc(std::string_view("a\0b\x1b[1m\x7f", 8)) == "ab[1m");
  CHECK(nfc("ừ\u0085\u009f!") == "ừ!");
}

TEST_CASE("The normal form is normal: done twice, it changes nothing") {
  for (const std::string& text :
       {kDecomposed, std::string("e\x01\u0302\u0301"), std::string("\r\r\n\u0080a\u0300")}) {
    CHECK(nfc(nfc(text)) == nfc(text));
  }
  CHECK(nfc("e\x01\u0302") == "ê");
}

TEST_CASE("Folding leaves bare lower-case letters") {
  struct Row {
    std::string text, folded;
  };
  const Row rows[] = {{"Hòa Đặng", "hoa dang"},
                      {"Hoà Đặng", "hoa dang"},
                      {"thuỷ THỦY", "thuy thuy"},
                      {kDecomposed, "nguyen thi hang"},
                      {"ƯỚC MƠ", "uoc mo"},
                      {"  Ngô\u00a0 Thị\t\nHằng ", "ngo thi hang"},
                      {"\u00d0à Nẵng", "da nang"},
                      {"", ""},
                      {"  ", ""},
                      {"Lớp 12A3", "lop 12a3"}};
  for (const auto& row : rows) {
    INFO(row.text);
    CHECK(fold(row.text) == row.folded);
    CHECK(fold(row.folded) == row.folded);
  }
}

TEST_CASE("Folding sees through what would hide a name") {
  CHECK(fold("Ng\u00aduy\u200dễn\u200bVăn") == "nguyen van");
  CHECK(fold("\uff2e\uff27\uff35\uff39\uff25\uff2e") == "nguyen");
  CHECK(fold("\ufb01n") == "fin");
}

TEST_CASE("Words are what white space parts") {
  CHECK(word_count("") == 0);
  CHECK(word_count(" \n ") == 0);
  CHECK(word_count("Gương sáng, việc tốt.") == 4);
  CHECK(word_count("một\u00a0hai\nba\tbốn  năm") == 5);
}

TEST_CASE("Code points are counted, not bytes") {
  CHECK(code_points("ễ") == 1);
  CHECK(code_points("Việt 🌾") == 6);
}

TEST_CASE("Folded words are distinct, sorted and without punctuation") {
  CHECK(folded_words("Đà Nẵng, (da nang) – Bình-Định 2023!") ==
        std::vector<std::string>{"2023", "binh", "da", "dinh", "nang"});
  CHECK(folded_words("…!").empty());
}

TEST_CASE("A slug is ASCII words joined by dashes") {
  CHECK(slug("Gương sáng Đà Nẵng") == "guong-sang-da-nang");
  CHECK(slug("  “Người tốt – việc tốt” lần 4/2022! ") == "nguoi-tot-viec-tot-lan-4-2022");
  CHECK(slug("日本") == "");
}

TEST_CASE("Letters stand in the order of the Vietnamese alphabet") {
  check_ascending({"a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "g", "h", "i", "k", "l", "m",
                   "n", "o", "ô", "ơ", "p", "q", "r", "s", "t", "u", "ư", "v", "x", "y"},
                  sort_key);
}

TEST_CASE("Tones stand in their order, after letters") {
  check_ascending({"ma", "mà", "mả", "mã", "má", "mạ"}, sort_key);
  check_ascending({"bạ", "ban", "bàn", "bản", "băn", "bân"}, sort_key);
}

TEST_CASE("A sort key does not depend on how the text was composed") {
  CHECK(sort_key(kDecomposed) == sort_key(nfc(kDecomposed)));
}

TEST_CASE("People are sorted by given name, then family name, then the rest") {
  check_ascending({"Cao An", "Cao Thị An", "Cao Văn An", "Đỗ An", "Bùi Án", "Trần Anh", "Nguyễn Thị Bình",
                   "Dung", "Lê Dung", "Lê Thị Đào"},
                  person_sort_key);
}

TEST_CASE("Text functions give the same from many threads at once") {
  const std::string expected = sort_key("Đặng Thuỳ Trâm") + fold("Đặng Thuỳ Trâm") + nfc(kDecomposed);
  std::vector<int> wrong(8);
  std::vector<std::thread> threads;
  for (int& count : wrong) {
    threads.emplace_back([&count, &expected] {
      for (int i = 0; i < 200; ++i)
        count += sort_key("Đặng Thuỳ Trâm") + fold("Đặng Thuỳ Trâm") + nfc(kDecomposed) != expected;
    });
  }
  for (auto& thread : threads) thread.join();
  CHECK(std::count(wrong.begin(), wrong.end(), 0) == 8);
}
