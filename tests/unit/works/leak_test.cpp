// Finding an author's traces in a text, without false alarms.
#include "guong/works/leak.h"

#include <catch2/catch.hpp>

using namespace guong::works;

namespace {

AuthorMarks name(const std::string& text) {
  return {.names = {text}, .phones = {}, .emails = {}, .addresses = {}, .units = {}};
}
AuthorMarks phone(const std::string& text) {
  return {.names = {}, .phones = {text}, .emails = {}, .addresses = {}, .units = {}};
}
AuthorMarks email(const std::string& text) {
  return {.names = {}, .phones = {}, .emails = {text}, .addresses = {}, .units = {}};
}
AuthorMarks address(const std::string& text) {
  return {.names = {}, .phones = {}, .emails = {}, .addresses = {text}, .units = {}};
}
AuthorMarks unit(const std::string& text) {
  return {.names = {}, .phones = {}, .emails = {}, .addresses = {}, .units = {text}};
}

bool leaks(std::string_view text, const AuthorMarks& marks) { return !find_leaks(text, marks).empty(); }

}  // namespace

TEST_CASE("an author's name is found however it is written") {
  for (const char* text :
       {"Tác giả: Nguyễn Văn An.", "NGUYỄN VĂN AN", "nguyen van an", "An Nguyen Van", "Văn An Nguyễn",
        "(Nguyễn\u00a0Văn\u2009An)", "Nguyễn\nVăn   An", "Nguye\u0302\u0303n Va\u0306n An", "N.V.An",
        "Nguyễn-Văn-An", "file nguyenvanan_2026.docx", "@annguyenvan", "Nguy\u200bễn Văn An",
        "Nguyễn \u201cVăn\u201d An"}) {
    INFO(text);
    CHECK(leaks(text, name("Nguyễn Văn An")));
  }
}

TEST_CASE("words that only resemble an author's name are no leak") {
  for (const char* text : {"", "Nguyễn Văn Anh", "Văn An đi với Nguyễn Du", "Nguyễn Văn", "bình an",
                           "Trần Văn An", "Nguyễn Văn B và An"}) {
    INFO(text);
    CHECK_FALSE(leaks(text, name("Nguyễn Văn An")));
  }
}

TEST_CASE("an author's telephone number is found however it is grouped") {
  for (const char* text :
       {"0912345678", "0912 345 678", "091.234.5678", "(091) 234-5678", "+84 912 345 678", "+84912345678",
        "0084-912-345-678", "84912345678", "ĐT: 0912\u00a0345\u00a0678."}) {
    INFO(text);
    CHECK(leaks(text, phone("0912 345 678")));
    CHECK(leaks(text, phone("+84 912345678")));
  }
  for (const char* text : {"0912345679", "912 nghìn 345 và 678", "0912", ""}) {
    INFO(text);
    CHECK_FALSE(leaks(text, phone("0912345678")));
  }
}

TEST_CASE("an author's e-mail address is found, and its name part alone") {
  CHECK(leaks("Liên hệ: AnNguyen90@Example.vn", email("annguyen90@example.vn")));
  CHECK(leaks("zalo: annguyen90", email("annguyen90@example.vn")));
  CHECK_FALSE(leaks("zalo: annguyen901", email("annguyen90@example.vn")));
  CHECK_FALSE(leaks("gửi an@ khác", email("an@example.vn")));
}

TEST_CASE("an author's address is found whole or by its street") {
  const auto marks = address("12 Lê Lợi, phường Hải Châu, Đà Nẵng");
  CHECK(leaks("nhà số 12 Lê Lợi", marks));
  CHECK(leaks("12 lê lợi phường hải châu đà nẵng", marks));
  CHECK_FALSE(leaks("đường Lê Lợi ở Đà Nẵng", marks));
  CHECK(leaks("ở Thôn Đông, xã Tây", address("thôn Đông, xã Tây")));
}

TEST_CASE("an author's unit is found with and without diacritics") {
  const auto marks = unit("Trường THPT Lê Quý Đôn");
  CHECK(leaks("học sinh truong thpt le quy don năm ấy", marks));
  CHECK_FALSE(leaks("Trường THPT Lê Lợi", marks));
}

TEST_CASE("a leak tells its kind, its mark and its place in the text as it stands") {
  const std::string text = "Mở đầu. Người viết là Nguyễn Văn An ở Huế, số 0912 345 678.";
  const auto found = find_leaks(
      text,
      {.names = {"nguyen van an"}, .phones = {"0912345678"}, .emails = {}, .addresses = {}, .units = {}});
  REQUIRE(found.size() == 2);
  CHECK(found[0].kind == LeakKind::name);
  CHECK(found[0].mark == "nguyen van an");
  CHECK(text.substr(found[0].at, found[0].size) == "Nguyễn Văn An");
  CHECK(found[0].excerpt.find("Người viết là Nguyễn Văn An ở Huế") != std::string::npos);
  CHECK(found[1].kind == LeakKind::phone);
  CHECK(text.substr(found[1].at, found[1].size) == "912 345 678");
}

TEST_CASE("each place is reported once, and a hundred at most") {
  CHECK(find_leaks("An Nguyễn Văn An", name("Nguyễn Văn An")).size() == 1);
  std::string text;
  for (int i = 0; i < 150; ++i) text += "Nguyễn Văn An; ";
  CHECK(find_leaks(text, name("Nguyễn Văn An")).size() == 100);
}

TEST_CASE("marks without content find nothing, nor does text that is not UTF-8 break the search") {
  CHECK_FALSE(leaks("bất kỳ", {.names = {"", " ", "."},
                               .phones = {"", "12"},
                               .emails = {"", "@"},
                               .addresses = {"", ","},
                               .units = {""}}));
  CHECK_FALSE(leaks("\xff\xfe\xc3", name("Nguyễn Văn An")));
}
