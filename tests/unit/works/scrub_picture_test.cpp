// Renditions of pictures: nothing that tells of the author stays, the picture does.
#include <catch2/catch.hpp>
#include <exiv2/exiv2.hpp>

#include "guong/works/probe.h"
#include "guong/works/scrub.h"
#include "unit/works/fixtures.h"
#include "works/pictures.h"

using namespace guong;
using namespace guong::works;
using namespace fixtures;

TEST_CASE("a JPEG's rendition has its picture and orientation and none of what tells") {
  const Folder folder;
  write_file(folder / "in.jpg", telling_jpeg(folder));
  REQUIRE(has_token(read_file(folder / "in.jpg")));
  REQUIRE(scrub_file(*open_file_source(folder / "in.jpg"), folder / "out.jpg", FileKind::jpeg).done);
  const std::string out = read_file(folder / "out.jpg");
  CHECK_FALSE(has_token(out));
  const auto image = Exiv2::ImageFactory::open((folder / "out.jpg").string());
  image->readMetadata();
  CHECK(image->pixelWidth() == 16);
  CHECK(image->pixelHeight() == 8);
  REQUIRE(image->exifData().count() == 1);
  CHECK(image->exifData()["Exif.Image.Orientation"].toLong() == 6);
  CHECK(image->iptcData().count() == 0);
  CHECK(image->xmpData().count() == 0);
  CHECK(image->comment().empty());
  // Tables, frame and scan, byte for byte.
  const auto picture = plain_jpeg().substr(plain_jpeg().find("\xff\xdb"));
  CHECK(out.ends_with(picture));
}

TEST_CASE("a JPEG that is turned is reported as it is shown") {
  const Folder folder;
  write_file(folder / "in", telling_jpeg(folder));
  const auto probe = probe_file(folder / "in");
  CHECK(probe.kind == FileKind::jpeg);
  CHECK(probe.media_type == "image/jpeg");
  CHECK(probe.width == 8);
  CHECK(probe.height == 16);
}

TEST_CASE("a picture without metadata comes out as it went in") {
  CHECK(scrub_jpeg(plain_jpeg()) == plain_jpeg());
  CHECK(scrub_png(plain_png()) == plain_png());
}

TEST_CASE("a PNG's rendition has its picture and none of what tells") {
  const Folder folder;
  write_file(folder / "in.png", telling_png());
  REQUIRE(scrub_file(*open_file_source(folder / "in.png"), folder / "out.png", FileKind::png).done);
  const std::string out = read_file(folder / "out.png");
  CHECK_FALSE(has_token(out));
  for (const char* gone : {"tEXt", "zTXt", "iTXt", "eXIf", "tIME"}) CHECK(out.find(gone) == out.npos);
  CHECK(out.find("iCCPprofile") != out.npos);
  const auto probe = probe_file(folder / "out.png");
  CHECK(probe.kind == FileKind::png);
  CHECK(probe.width == 2);
  CHECK(probe.height == 1);
}

TEST_CASE("WebP and GIF lose what tells and keep their picture") {
  const auto webp = scrub_webp(telling_webp());
  REQUIRE(webp);
  CHECK_FALSE(has_token(*webp));
  CHECK(webp->find("VP8L") != webp->npos);
  CHECK(webp_size(*webp)->width == 2);
  CHECK((static_cast<unsigned char>((*webp)[20]) & 0x0c) == 0);
  const auto gif = scrub_gif(telling_gif());
  REQUIRE(gif);
  CHECK_FALSE(has_token(*gif));
  CHECK(gif->ends_with(";"));
  CHECK(gif->find(',') != gif->npos);
}

TEST_CASE("a picture cut off at any byte is refused or shows less, and never tells") {
  const Folder folder;
  for (const std::string& whole : {telling_jpeg(folder), telling_png(), telling_webp(), telling_gif()}) {
    for (std::size_t n = 0; n < whole.size(); ++n) {
      const auto picture = scrub_any_picture(whole.substr(0, n));
      if (picture) REQUIRE_FALSE(has_token(picture->bytes));
    }
  }
}

TEST_CASE("a file that lies about its type is found out") {
  const Folder folder;
  write_file(folder / "a.jpg", plain_png());
  CHECK(probe_file(folder / "a.jpg").kind == FileKind::png);
  write_file(folder / "b.jpg", "<html><script>alert(1)</script></html>");
  CHECK(probe_file(folder / "b.jpg").kind == FileKind::unknown);
  CHECK(probe_file(folder / "b.jpg").media_type == "text/html");
  write_file(folder / "c.jpg", "\xff\xd8\xff\xe0 not a picture");
  CHECK(probe_file(folder / "c.jpg").kind == FileKind::unknown);
  write_file(folder / "empty", "");
  CHECK(probe_file(folder / "empty").kind == FileKind::unknown);
}

TEST_CASE("a kind without a rendition is refused and nothing is passed on") {
  const Folder folder;
  write_file(folder / "in.doc", kToken);
  for (FileKind kind : {FileKind::doc, FileKind::unknown}) {
    const auto result = scrub_file(*open_file_source(folder / "in.doc"), folder / "out", kind);
    CHECK_FALSE(result.done);
    CHECK(result.refusal == "works.kind_refused");
    CHECK_FALSE(fs::exists(folder / "out"));
  }
}

TEST_CASE("a file of another kind than said is refused") {
  const Folder folder;
  write_file(folder / "in", kToken);
  for (FileKind kind : {FileKind::docx, FileKind::pdf, FileKind::jpeg, FileKind::png, FileKind::webp,
                        FileKind::mp4, FileKind::mp3}) {
    INFO(kind_name(kind));
    const auto result = scrub_file(*open_file_source(folder / "in"), folder / "out", kind);
    CHECK_FALSE(result.done);
    CHECK(result.refusal == "works.damaged");
    CHECK_FALSE(fs::exists(folder / "out"));
  }
}
