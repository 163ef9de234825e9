// A Word file with everything in it that tells of its author.
#include "unit/works/fixtures.h"

namespace fixtures {
namespace {

const std::string kHead = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";
const std::string kSpaces =
    R"( xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")"
    R"( xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")"
    R"( xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml")"
    R"( xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing")"
    R"( xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main")"
    R"( xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture")"
    R"( xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office")";
const std::string kOffice = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

struct Relation {
  std::string id, type, target, mode;
};

std::string relations(const std::vector<Relation>& all) {
  std::string out =
      kHead + R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
  for (const auto& [id, type, target, mode] : all) {
    out += "<Relationship Id=\"" + id + "\" Type=\"" + kOffice + type + "\" Target=\"" + target + "\"" +
           (mode.empty() ? "" : " TargetMode=\"" + mode + "\"") + "/>";
  }
  return out + "</Relationships>";
}

std::string part(const std::string& root, const std::string& inside) {
  return kHead + "<!-- " + kToken + " --><?note " + kToken + "?><w:" + root + kSpaces + ">" + inside +
         "</w:" + root + ">";
}

std::string content_types() {
  std::string out =
      kHead +
      R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
      R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
      R"(<Default Extension="xml" ContentType="application/xml"/>)"
      R"(<Default Extension="jpg" ContentType="image/jpeg"/>)";
  for (const char* name : {"document.main", "styles", "settings", "header", "footnotes", "comments"}) {
    const std::string kind = name;
    const std::string file = kind == "document.main" ? "document" : kind == "header" ? "header1" : kind;
    out += "<Override PartName=\"/word/" + file +
           ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml." + kind +
           "+xml\"/>";
  }
  return out + "</Types>";
}

}  // namespace

Parts telling_docx(const std::string& body, const std::string& picture) {
  const std::string& t = kToken;
  return {
      {"[Content_Types].xml", content_types()},
      {"_rels/.rels", relations({{"rId1", "officeDocument", "word/document.xml", ""},
                                 {"rId2", "extended-properties", "docProps/app.xml", ""}})},
      {"docProps/core.xml", "<cp><dc:creator>" + t + "</dc:creator></cp>"},
      {"docProps/app.xml", "<p><Company>" + t + "</Company></p>"},
      {"docProps/custom.xml", "<p>" + t + "</p>"},
      {"docProps/thumbnail.jpeg", t},
      {"customXml/item1.xml", "<x>" + t + "</x>"},
      {t + ".xml", "<x/>"},
      {"word/document.xml", part("document", "<w:body>" + body + "</w:body>")},
      {"word/_rels/document.xml.rels",
       relations({{"rId1", "styles", "styles.xml", ""},
                  {"rId2", "settings", "settings.xml", ""},
                  {"rId3", "image", "media/" + t + ".jpg", ""},
                  {"rId4", "hyperlink", "mailto:" + t + "@example.vn", "External"},
                  {"rId5", "hyperlink", "https://example.vn/nguon", "External"},
                  {"rId6", "image", "https://spy.example/" + t, "External"},
                  {"rId7", "oleObject", "embeddings/book.xlsx", ""},
                  {"rId8", "header", "header1.xml", ""},
                  {"rId9", "footnotes", "footnotes.xml", ""},
                  {"rId10", "comments", "comments.xml", ""}})},
      {"word/styles.xml",
       part("styles", R"(<w:style w:styleId="a"><w:name w:val="Normal"/><w:rsid w:val="00AA"/></w:style>)")},
      {"word/settings.xml",
       part("settings",
            "<w:attachedTemplate r:id=\"rId1\"/><w:rsids><w:rsidRoot w:val=\"00AB12CD\"/></w:rsids>"
            "<w:docVars><w:docVar w:name=\"who\" w:val=\"" +
                t +
                "\"/></w:docVars>"
                "<w:defaultTabStop w:val=\"720\"/><w:trackRevisions/>")},
      {"word/_rels/settings.xml.rels",
       relations({{"rId1", "attachedTemplate", "file:///C:/Users/" + t + "/a.dotx", "External"}})},
      {"word/media/" + t + ".jpg", picture},
      {"word/embeddings/book.xlsx", t},
      {"word/comments.xml",
       part("comments", "<w:comment w:id=\"1\" w:author=\"" + t + "\"><w:p/></w:comment>")},
      {"word/people.xml", "<w15:people>" + t + "</w15:people>"},
      {"word/vbaProject.bin", t},
      {"word/header1.xml", part("hdr", "<w:p w:rsidR=\"00AB12CD\"><w:r><w:t>Đầu trang</w:t></w:r></w:p>")},
      {"word/footnotes.xml",
       part("footnotes", "<w:footnote><w:p><w:r><w:t>Chú thích cuối</w:t></w:r></w:p></w:footnote>")},
  };
}

}  // namespace fixtures
