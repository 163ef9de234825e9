// Renditions of Word files: text stays, traces go, the same bytes each time.
#include <catch2/catch.hpp>

#include "guong/works/file_text.h"
#include "guong/works/probe.h"
#include "guong/works/scrub.h"
#include "unit/works/fixtures.h"
#include "works/xml.h"

using namespace guong;
using namespace guong::works;
using namespace fixtures;

namespace {

std::string paragraph(const std::string& inside) {
  return "<w:p w:rsidR=\"00AB12CD\" w14:paraId=\"1A2B3C4D\">" + inside + "</w:p>";
}
std::string run_of(const std::string& text) {
  return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}
std::string mark(const std::string& type) { return "<w:r><w:fldChar w:fldCharType=\"" + type + "\"/></w:r>"; }
std::string field(const std::string& code, const std::string& result) {
  return mark("begin") + "<w:r><w:instrText> " + code + " </w:instrText></w:r>" + mark("separate") +
         run_of(result) + mark("end");
}
std::string revision(const std::string& name, const std::string& inside) {
  return "<w:" + name + " w:id=\"7\" w:author=\"" + kToken + "\" w:date=\"2026-05-01T10:00:00Z\">" + inside +
         "</w:" + name + ">";
}

struct Scrubbed {
  Parts parts;
  ScrubResult result;
  std::string text;
};

Scrubbed scrub(const Folder& folder, const Parts& parts) {
  write_zip_file(folder / "in.docx", parts);
  Scrubbed out;
  out.result = scrub_file(*open_file_source(folder / "in.docx"), folder / "out.docx", FileKind::docx);
  INFO(out.result.refusal);
  REQUIRE(out.result.done);
  out.parts = read_zip_file(folder / "out.docx");
  out.text = text_of_docx(folder / "out.docx").value();
  return out;
}

Scrubbed scrub_body(const Folder& folder, const std::string& body) {
  return scrub(folder, telling_docx(body, plain_jpeg()));
}

}  // namespace

TEST_CASE("a Word file's rendition has its text and none of what tells") {
  const Folder folder;
  const std::string drawing = "<w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"" + kToken +
                              ".jpg\" descr=\"" + kToken +
                              "\"/>"
                              "<pic:cNvPr id=\"2\" name=\"C:\\" +
                              kToken + "\"/><a:blip r:embed=\"rId3\"/></wp:inline></w:drawing></w:r>";
  const auto out =
      scrub(folder,
            telling_docx(paragraph(run_of("Tấm gương ") + run_of("sáng")) + paragraph(drawing) +
                             paragraph("<w:commentRangeStart w:id=\"1\"/>" + run_of("Đà Nẵng") +
                                       "<w:r><w:commentReference w:id=\"1\"/></w:r>") +
                             paragraph(revision("ins", run_of("thêm vào")) +
                                       revision("del", "<w:r><w:delText>" + kToken + "</w:delText></w:r>")) +
                             "<w:sectPr><w:headerReference r:id=\"rId8\"/></w:sectPr>",
                         telling_jpeg(folder)));

  CHECK(out.text == "Tấm gương sáng\nĐà Nẵng\nthêm vào");
  for (const auto& [name, bytes] : out.parts) {
    INFO(name << "\n" << bytes);
    CHECK_FALSE(has_token(name));
    CHECK_FALSE(has_token(bytes));
    CHECK(bytes.find("00AB12CD") == bytes.npos);
    CHECK(bytes.find("1A2B3C4D") == bytes.npos);
    CHECK(bytes.find("2026-05-01") == bytes.npos);
    if (name.ends_with(".xml") || name.ends_with(".rels")) CHECK(parse_xml(bytes));
  }
  CHECK(out.parts.contains("word/header1.xml"));
  CHECK(out.parts.at("word/header1.xml").find("Đầu trang") != std::string::npos);
  CHECK(out.parts.at("word/settings.xml").find("defaultTabStop") != std::string::npos);
  CHECK_FALSE(out.parts.contains("word/comments.xml"));
  CHECK_FALSE(out.parts.contains("docProps/core.xml"));
  CHECK(out.result.dropped == std::vector<std::string>{"word/embeddings/book.xlsx"});
  CHECK(probe_file(folder / "out.docx").kind == FileKind::docx);
}

TEST_CASE("the bytes of a Word rendition hold no token and no time, and are the same each time") {
  const Folder folder;
  scrub_body(folder, paragraph(run_of("chữ")));
  const std::string first = read_file(folder / "out.docx");
  CHECK_FALSE(has_token(first));
  scrub_body(folder, paragraph(run_of("chữ")));
  CHECK(read_file(folder / "out.docx") == first);
}

TEST_CASE("a picture in a Word file keeps its place under a new name") {
  const Folder folder;
  const auto out =
      scrub(folder, telling_docx(paragraph("<w:r><w:drawing><a:blip r:embed=\"rId3\"/></w:drawing></w:r>"),
                                 telling_jpeg(folder)));
  REQUIRE(out.parts.contains("word/media/image1.jpeg"));
  CHECK(out.parts.at("word/_rels/document.xml.rels").find("Target=\"/word/media/image1.jpeg\"") !=
        std::string::npos);
  CHECK(out.parts.at("word/document.xml").find("r:embed=\"rId3\"") != std::string::npos);
}

TEST_CASE("a picture that cannot be made safe is left out, with what shows it") {
  const Folder folder;
  const auto out =
      scrub(folder, telling_docx(paragraph("<w:r><w:drawing><a:blip r:embed=\"rId3\"/></w:drawing></w:r>"),
                                 "II*" + kToken));
  CHECK(out.parts.at("word/document.xml").find("r:embed") == std::string::npos);
  CHECK(out.result.dropped.size() == 2);
}

TEST_CASE("nothing in a Word rendition points to a part that is not there") {
  const Folder folder;
  const auto out =
      scrub_body(folder, paragraph("<w:r><w:object><o:OLEObject r:id=\"rId7\"/></w:object></w:r>"
                                   "<w:r><w:drawing><a:blip r:link=\"rId6\"/></w:drawing></w:r>"));
  const auto& document = out.parts.at("word/document.xml");
  CHECK(document.find("rId7") == std::string::npos);
  CHECK(document.find("rId6") == std::string::npos);
  CHECK(out.parts.at("word/_rels/document.xml.rels").find("spy.example") == std::string::npos);
  CHECK_FALSE(out.parts.contains("word/_rels/settings.xml.rels"));
}

TEST_CASE("a link's words stay; where it leads stays only on the web") {
  const Folder folder;
  const auto out =
      scrub_body(folder, paragraph("<w:hyperlink r:id=\"rId4\">" + run_of("thư") + "</w:hyperlink>" +
                                   "<w:hyperlink r:id=\"rId5\">" + run_of(" nguồn") + "</w:hyperlink>"));
  CHECK(out.text == "thư nguồn");
  CHECK(out.parts.at("word/document.xml").find("rId4") == std::string::npos);
  CHECK(out.parts.at("word/document.xml").find("rId5") != std::string::npos);
  CHECK(out.parts.at("word/_rels/document.xml.rels").find("mailto") == std::string::npos);
}

TEST_CASE("fields that tell go with their text, others keep it") {
  const Folder folder;
  const auto out = scrub_body(
      folder, paragraph(field("AUTHOR", kToken) + field("PAGE", "3") +
                        "<w:fldSimple w:instr=\" LastSavedBy \">" + run_of(kToken) + "</w:fldSimple>" +
                        field("HYPERLINK \"file:///C:/Users/" + kToken + "\"", " lời") +
                        field("author \\* MERGEFORMAT", field("PAGE", kToken))));
  CHECK(out.text == "3 lời");
  const auto& document = out.parts.at("word/document.xml");
  CHECK_FALSE(has_token(document));
  CHECK(document.find("PAGE") != std::string::npos);
  CHECK(document.find("HYPERLINK") == std::string::npos);
}

TEST_CASE("tracked changes are taken as accepted") {
  const Folder folder;
  const std::string deleted_row = "<w:tr><w:trPr>" + revision("del", "") + "</w:trPr><w:tc>" +
                                  paragraph(run_of("hàng bỏ")) + "</w:tc></w:tr>";
  const std::string inserted_row = "<w:tr><w:trPr>" + revision("ins", "") + "</w:trPr><w:tc>" +
                                   paragraph(run_of("hàng thêm")) + "</w:tc></w:tr>";
  const auto out = scrub_body(
      folder, paragraph("<w:pPr><w:rPr>" + revision("ins", "") + "</w:rPr>" +
                        revision("pPrChange", "<w:pPr/>") + "</w:pPr>" + run_of("một")) +
                  paragraph(revision("moveFrom", run_of("cũ")) + revision("moveTo", run_of("mới")) +
                            revision("ins", revision("del", run_of("thừa")))) +
                  "<w:tbl>" + deleted_row + inserted_row + "</w:tbl>");
  CHECK(out.text == "một\nmới\nhàng thêm");
  for (const char* gone : {"w:ins", "w:del", "moveTo", "moveFrom", "Change", "w:author"}) {
    INFO(gone);
    CHECK(out.parts.at("word/document.xml").find(gone) == std::string::npos);
  }
}

TEST_CASE("a Word file that writes other prefixes is scrubbed all the same") {
  const Folder folder;
  auto parts = telling_docx("", plain_jpeg());
  parts["word/document.xml"] =
      "<n:document "
      "xmlns:n=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><n:body><n:p "
      "n:rsidR=\"00AB12CD\">"
      "<n:ins n:author=\"" +
      kToken + "\"><n:r><n:t>chữ</n:t></n:r></n:ins></n:p></n:body></n:document>";
  const auto out = scrub(folder, parts);
  CHECK(out.text == "chữ");
  CHECK_FALSE(has_token(out.parts.at("word/document.xml")));
}

TEST_CASE("the text has the words of every part once, and none that were deleted") {
  const Folder folder;
  write_zip_file(folder / "in.docx",
                 telling_docx(paragraph(run_of("Người tốt ") + run_of("việc tốt")) +
                                  paragraph(revision("del", run_of("bỏ đi"))) +
                                  paragraph("<mc:AlternateContent xmlns:mc=\"m\"><mc:Choice>" +
                                            run_of("trong khung") + "</mc:Choice><mc:Fallback>" +
                                            run_of("trong khung") + "</mc:Fallback></mc:AlternateContent>"),
                              plain_jpeg()));
  CHECK(probe_file(folder / "in.docx").kind == FileKind::docx);
  const auto text = text_of_file(*open_file_source(folder / "in.docx"), FileKind::docx, folder.path);
  REQUIRE(text);
  CHECK(text->find("Người tốt việc tốt") != std::string::npos);
  CHECK(text->find("bỏ đi") == std::string::npos);
  CHECK(text->find("trong khung") == text->rfind("trong khung"));
  CHECK(text->find("Đầu trang") != std::string::npos);
  CHECK(text->find("Chú thích cuối") != std::string::npos);
}

TEST_CASE("a zip file that is no Word file is not taken for one") {
  const Folder folder;
  write_zip_file(folder / "a.docx", {{"word/other.xml", "<x/>"}});
  CHECK(probe_file(folder / "a.docx").kind == FileKind::unknown);
  auto parts = telling_docx("", "");
  parts["word/document.xml"] = "<w:document><unclosed>";
  write_zip_file(folder / "b.docx", parts);
  CHECK(probe_file(folder / "b.docx").kind == FileKind::unknown);
  const auto result = scrub_file(*open_file_source(folder / "b.docx"), folder / "out.docx", FileKind::docx);
  CHECK_FALSE(result.done);
  CHECK(result.refusal == "works.damaged");
  CHECK_FALSE(fs::exists(folder / "out.docx"));
}

TEST_CASE("a Word file that unpacks to more than the limit is refused") {
  const Folder folder;
  auto parts = telling_docx(paragraph(run_of("nhỏ")), plain_jpeg());
  parts["word/styles.xml"] = std::string((128 << 20) + 1, ' ');
  write_zip_file(folder / "bomb.docx", parts);
  REQUIRE(fs::file_size(folder / "bomb.docx") < 1'000'000);
  const auto result =
      scrub_file(*open_file_source(folder / "bomb.docx"), folder / "out.docx", FileKind::docx);
  CHECK_FALSE(result.done);
  CHECK(result.refusal == "works.too_large_inside");
  CHECK_FALSE(fs::exists(folder / "out.docx"));
}
