// PDF sheets: text that can be read out again, every Vietnamese letter, the same bytes each time.
#include "guong/documents/pdf.h"

#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>

using namespace guong;
using namespace guong::documents;

namespace {

/// What a command prints about a PDF that lies in a file.
std::string told(const std::string& bytes, const std::string& before, const std::string& after = "") {
  const auto path =
      (std::filesystem::temp_directory_path() / ("guong-pdf-" + std::to_string(getpid()))).string();
  std::ofstream(path, std::ios::binary) << bytes;
  FILE* pipe = popen((before + " " + path + " " + after + " 2>&1").c_str(), "r");
  REQUIRE(pipe);
  std::string out;
  std::array<char, 4096> part{};
  for (std::size_t n = 0; (n = fread(part.data(), 1, part.size(), pipe)) > 0;) out.append(part.data(), n);
  pclose(pipe);
  std::filesystem::remove(path);
  return out;
}
std::string text_of(const std::string& bytes) { return told(bytes, "pdftotext -enc UTF-8 -layout", "-"); }
bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

Sheet small() {
  Sheet sheet{Lang::vi, "Sở Giáo dục",   "Thể lệ", "Cuộc thi viết “Gương sáng”", {"Căn cứ Kế hoạch số 5"},
              {},       {"In từ trang"}, {}};
  sheet.articles = {
      {"Điều 1. Đối tượng",
       {Paragraph{"Mọi người đều được dự thi."}, List{{"Từ đủ 16 tuổi", "Không quá 3 bài"}, true}}},
      {"Điều 2. Giải",
       {Facts{{{"Hạn", "17:00"}, {"Trống", ""}}},
        Table{"Giải", {{"Giải"}, {"Tiền", true}}, {{{"Nhất", "một giải"}, {"10.000.000 đồng", ""}}}}}}};
  sheet.made = {1'780'000'000'000'000};
  return sheet;
}

}  // namespace

TEST_CASE("A sheet becomes a PDF whose text is whole, in Tinos, with the nation's name above") {
  const auto bytes = pdf(small());
  CHECK(bytes.starts_with("%PDF-"));
  const auto text = text_of(bytes);
  for (const char* part : {"SỞ GIÁO DỤC", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
                           "THỂ LỆ", "Cuộc thi viết “Gương sáng”", "Căn cứ Kế hoạch số 5",
                           "Điều 1. Đối tượng", "Mọi người đều được dự thi.", "Từ đủ 16 tuổi", "2.", "17:00",
                           "10.000.000 đồng", "một giải", "In từ trang"}) {
    INFO(part);
    CHECK(has(text, part));
  }
  CHECK_FALSE(has(text, "Trống"));
  const auto fonts = told(bytes, "pdffonts");
  CHECK(has(fonts, "Tinos"));
  CHECK_FALSE(has(fonts, "DejaVu"));
  const auto facts = told(bytes, "pdfinfo");
  CHECK(has(facts, "Cuộc thi viết"));
  CHECK(has(facts, "A4"));
}

TEST_CASE("Every letter of Vietnamese is in the font and comes out again") {
  const std::string letters =
      "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
      " AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬBCDĐEÈẺẼÉẸÊỀỂỄẾỆGHIÌỈĨÍỊKLMNOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢPQRSTUÙỦŨÚỤƯỪỬỮỨỰVXYỲỶỸÝỴ";
  auto sheet = small();
  for (std::size_t at = 0; at < letters.size();) {
    auto end = std::min(letters.size(), at + 40);
    while (end < letters.size() && (static_cast<unsigned char>(letters[end]) & 0xC0) == 0x80) ++end;
    sheet.articles[0].blocks.push_back(Paragraph{letters.substr(at, end - at)});
    at = end;
  }
  const auto bytes = pdf(sheet);
  const auto text = text_of(bytes);
  for (const auto& block : sheet.articles[0].blocks)
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) CHECK(has(text, paragraph->text));
}

TEST_CASE("A long document goes on over numbered pages, and its table says its head again") {
  auto sheet = small();
  Table table{"Dài", {{"Tên gọi"}, {"Số", true}}, {}};
  for (int i = 0; i < 90; ++i)
    table.rows.push_back({{"Dòng " + std::to_string(i), ""}, {std::to_string(i), ""}});
  sheet.articles.push_back({"Điều 3. Dài", {table, Paragraph{std::string(9000, 'x')}}});
  const auto bytes = pdf(sheet);
  const auto text = text_of(bytes);
  std::size_t heads = 0, pages = 0;
  for (auto at = text.find("Tên gọi"); at != std::string::npos; at = text.find("Tên gọi", at + 1)) ++heads;
  for (const char c : text) pages += c == '\f';
  CHECK(pages >= 4);
  CHECK(heads >= 3);
  CHECK(has(text, "Dòng 89"));
  CHECK(text[text.find('\f') + 1] == ' ');
  CHECK(has(text.substr(text.find('\f'), 100), " 2\n"));
}

TEST_CASE("Characters that matter one by one stand together on a page, however much stands before them") {
  std::string exact;
  for (int i = 0; exact.size() < 4000; ++i) exact += "{\"name\":\"tệp-" + std::to_string(i) + "\"},";
  for (const int before : {1, 10, 20, 30}) {
    auto sheet = small();
    for (int i = 0; i < before; ++i) sheet.articles[0].blocks.emplace_back(Paragraph{"Một đoạn."});
    sheet.articles[0].blocks.emplace_back(Paragraph{exact, false, true});
    auto text = text_of(pdf(sheet));
    std::erase_if(text, [](unsigned char c) { return std::isspace(c); });
    INFO(before);
    CHECK(has(text, exact));
  }
}

TEST_CASE("The same sheet gives the same bytes, so that a cache can tell that nothing changed") {
  CHECK(pdf(small()) == pdf(small()));
  CHECK_FALSE(pdf({}).empty());
}
