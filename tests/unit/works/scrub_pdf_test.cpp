// Renditions of PDF files, and the reading of their text.
#define POINTERHOLDER_TRANSITION 4

#include <catch2/catch.hpp>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

#include "guong/works/file_text.h"
#include "guong/works/probe.h"
#include "guong/works/scrub.h"
#include "unit/works/fixtures.h"

using namespace guong;
using namespace guong::works;
using namespace fixtures;

namespace {

using Handle = QPDFObjectHandle;

Handle parse(QPDF& pdf, const std::string& text) { return pdf.makeIndirectObject(Handle::parse(&pdf, text)); }
std::string reference(Handle object) { return object.unparse() + " "; }

const std::string kText = "(" + kToken + ")";

/// One page that says "Tam guong sang", with everything around it that tells.
void make_pdf(const Folder& folder, const fs::path& file) {
  QPDF pdf;
  pdf.emptyPDF();
  Handle xmp = Handle::newStream(&pdf, "<x:xmpmeta>" + kToken + "</x:xmpmeta>");
  Handle attached = Handle::newStream(&pdf, kToken);
  Handle content = Handle::newStream(&pdf, "BT /AA 12 Tf 20 100 Td (Tam guong sang) Tj ET /Im0 Do\n");
  Handle picture = Handle::newStream(&pdf);
  picture.replaceStreamData(telling_jpeg(folder), Handle::newName("/DCTDecode"), Handle::newNull());
  picture.getDict().replaceKey("/Type", Handle::newName("/XObject"));
  picture.getDict().replaceKey("/Subtype", Handle::newName("/Image"));
  picture.getDict().replaceKey("/Metadata", xmp);
  for (const auto& [key, value] : {std::pair{"/Width", 16}, {"/Height", 8}, {"/BitsPerComponent", 8}}) {
    picture.getDict().replaceKey(key, Handle::newInteger(value));
  }
  picture.getDict().replaceKey("/ColorSpace", Handle::newName("/DeviceRGB"));
  // A font under a name that is a private key elsewhere.
  Handle fonts = parse(pdf, "<< /AA << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>");
  Handle note = parse(pdf, "<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /T " + kText + " /M " + kText +
                               " /NM " + kText + " /Contents (Loi ban) >>");
  Handle link =
      parse(pdf, "<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (mailto:" + kToken +
                     "@example.vn) >> >>");
  Handle web = parse(pdf,
                     "<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI "
                     "(https://example.vn/nguon) /Next << /S /JavaScript /JS " +
                         kText + " >> >> >>");
  Handle file_note = parse(pdf, "<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS << /F " +
                                    kText + " /EF << /F " + reference(attached) + " >> >> >>");
  Handle signature =
      parse(pdf, "<< /Type /Annot /Subtype /Widget /FT /Sig /T (s) /Rect [0 0 0 0] /V << /Type /Sig /Name " +
                     kText + " /ByteRange [0 1 2 3] >> >>");
  Handle page = parse(pdf, "<< /Type /Page /MediaBox [0 0 200 200] /PieceInfo << /X " + kText +
                               " >> /LastModified " + kText + " /Resources << /Font " + reference(fonts) +
                               " /XObject << /Im0 " + reference(picture) + " >> >> /Contents " +
                               reference(content) + " /Annots [" + reference(note) + reference(link) +
                               reference(web) + reference(file_note) + reference(signature) + "] >>");
  pdf.addPage(page, false);
  Handle root = pdf.getRoot();
  root.replaceKey("/Metadata", xmp);
  root.replaceKey("/Names", parse(pdf, "<< /EmbeddedFiles << /Names [" + kText + " << /F " + kText +
                                           " /EF << /F " + reference(attached) + " >> >>] >> >>"));
  root.replaceKey("/OpenAction", parse(pdf, "<< /S /JavaScript /JS " + kText + " >>"));
  root.replaceKey("/AcroForm", parse(pdf, "<< /Fields [" + reference(signature) + "] /SigFlags 3 /XFA " +
                                              reference(attached) + " >>"));
  pdf.getTrailer().replaceKey(
      "/Info", parse(pdf, "<< /Author " + kText + " /Title " + kText + " /CreationDate (D:20260501) >>"));
  pdf.getTrailer().replaceKey("/DocChecksum", Handle::newName("/" + kToken));
  QPDFWriter(pdf, file.c_str()).write();
}

/// The file with nothing packed, so that a search sees every string.
std::string unpacked(const fs::path& file) {
  QPDF pdf;
  pdf.processFile(file.c_str());
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  writer.setQDFMode(true);
  writer.setStreamDataMode(qpdf_s_uncompress);
  writer.setObjectStreamMode(qpdf_o_disable);
  writer.write();
  const auto buffer = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

}  // namespace

TEST_CASE("a PDF's rendition has its page, links and notes and none of what tells") {
  const Folder folder;
  make_pdf(folder, folder / "in.pdf");
  REQUIRE(has_token(unpacked(folder / "in.pdf")));
  const auto result = scrub_file(*open_file_source(folder / "in.pdf"), folder / "out.pdf", FileKind::pdf);
  INFO(result.refusal);
  REQUIRE(result.done);
  const std::string out = unpacked(folder / "out.pdf");
  CHECK_FALSE(has_token(out));
  CHECK_FALSE(has_token(read_file(folder / "out.pdf")));
  for (const char* kept :
       {"(Tam guong sang)", "(Loi ban)", "https://example.vn/nguon", "/Helvetica", "/DCTDecode"}) {
    INFO(kept);
    CHECK(out.find(kept) != out.npos);
  }
  for (const char* gone :
       {"/Info", "/Metadata", "/EmbeddedFile", "/JavaScript", "/FileAttachment", "/ByteRange", "D:2026"}) {
    INFO(gone);
    CHECK(out.find(gone) == out.npos);
  }
  CHECK(probe_file(folder / "out.pdf").kind == FileKind::pdf);
}

TEST_CASE("the text of a PDF is read, before and after scrubbing alike") {
  const Folder folder;
  make_pdf(folder, folder / "in.pdf");
  REQUIRE(scrub_file(*open_file_source(folder / "in.pdf"), folder / "out.pdf", FileKind::pdf).done);
  for (const char* name : {"in.pdf", "out.pdf"}) {
    const auto text = text_of_file(*open_file_source(folder / name), FileKind::pdf, folder.path);
    REQUIRE(text);
    CHECK(text->find("Tam guong sang") != text->npos);
  }
}

TEST_CASE("a PDF that keeps an older revision loses it") {
  const Folder folder;
  make_pdf(folder, folder / "first.pdf");
  // A later revision that empties the document information, as editors append it: the old one is
  // still in the file.
  QPDF pdf;
  pdf.processFile((folder / "first.pdf").c_str());
  const int size = static_cast<int>(pdf.getTrailer().getKey("/Size").getIntValue());
  std::string bytes = read_file(folder / "first.pdf");
  const auto start =
      bytes.substr(bytes.rfind("startxref") + 10, bytes.rfind("%%EOF") - bytes.rfind("startxref") - 11);
  const auto table = bytes.size();
  bytes += "xref\n0 0\ntrailer << /Size " + std::to_string(size) + " /Root " + pdf.getRoot().unparse() +
           " /Prev " + start + " >>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
  write_file(folder / "second.pdf", bytes);
  REQUIRE(has_token(read_file(folder / "second.pdf")));
  REQUIRE(scrub_file(*open_file_source(folder / "second.pdf"), folder / "out.pdf", FileKind::pdf).done);
  CHECK_FALSE(has_token(unpacked(folder / "out.pdf")));
}

TEST_CASE("a PDF with a password is recognised and refused with the reason") {
  const Folder folder;
  make_pdf(folder, folder / "in.pdf");
  QPDF pdf;
  pdf.processFile((folder / "in.pdf").c_str());
  const std::string locked = folder / "locked.pdf";  // the writer keeps the pointer
  QPDFWriter writer(pdf, locked.c_str());
  writer.setR6EncryptionParameters("user", "owner", true, true, true, true, true, true, qpdf_r3p_full, true);
  writer.write();
  const auto probe = probe_file(folder / "locked.pdf");
  CHECK(probe.kind == FileKind::pdf);
  CHECK(probe.problem == "works.pdf_password");
  const auto result = scrub_file(*open_file_source(folder / "locked.pdf"), folder / "out.pdf", FileKind::pdf);
  CHECK_FALSE(result.done);
  CHECK(result.refusal == "works.pdf_password");
  CHECK_FALSE(fs::exists(folder / "out.pdf"));
}

TEST_CASE("what only begins like a PDF is unknown") {
  const Folder folder;
  write_file(folder / "a.pdf", "%PDF-1.7\nnothing of the kind");
  CHECK(probe_file(folder / "a.pdf").kind == FileKind::unknown);
}
