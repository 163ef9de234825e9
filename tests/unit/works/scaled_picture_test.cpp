// Smaller pictures: upright, of the width asked for, without anything that tells.
#include "guong/works/scaled_picture.h"

#include <catch2/catch.hpp>

#include "guong/works/probe.h"
#include "support/byte_sources.h"
#include "unit/works/fixtures.h"

using namespace guong;
using namespace guong::works;
using namespace fixtures;

namespace {

/// A picture of 1000 by 600 points.
std::string test_card(const Folder& folder, const std::string& name) {
  run({"ffmpeg", "-nostdin", "-v", "error", "-y", "-f", "lavfi", "-i", "testsrc=s=1000x600", "-frames:v", "1",
       folder / name});
  return folder / name;
}

Probe scaled(const Folder& folder, const std::string& in, FileKind in_kind, FileKind out_kind, int width) {
  REQUIRE(scale_picture(*open_file_source(in), in_kind, folder / "out", out_kind, width));
  return probe_file(folder / "out");
}

}  // namespace

TEST_CASE("a picture is made as wide as asked, and never wider than it was") {
  const Folder folder;
  for (const auto& [name, kind] : {std::pair("in.jpg", FileKind::jpeg), std::pair("in.png", FileKind::png),
                                   std::pair("in.webp", FileKind::webp)}) {
    INFO(name);
    const auto card = test_card(folder, name);
    for (const FileKind out : {FileKind::webp, FileKind::jpeg}) {
      const auto small = scaled(folder, card, kind, out, 400);
      CHECK(small.kind == out);
      CHECK(small.width == 400);
      CHECK(small.height == 240);
      CHECK(scaled(folder, card, kind, out, 1600).width == 1000);
    }
  }
  CHECK(scaled(folder, folder / "in.jpg", FileKind::jpeg, FileKind::webp, 16).width == 16);
}

TEST_CASE("a picture that was taken sideways stands upright, and nothing that tells stays") {
  const Folder folder;
  write_file(folder / "in.jpg", telling_jpeg(folder));
  for (const FileKind out : {FileKind::webp, FileKind::jpeg}) {
    const auto small = scaled(folder, folder / "in.jpg", FileKind::jpeg, out, 400);
    CHECK(small.width == 8);
    CHECK(small.height == 16);
    CHECK_FALSE(has_token(read_file(folder / "out")));
  }
}

TEST_CASE("what is no picture has no smaller one, and nothing is left behind") {
  const Folder folder;
  write_file(folder / "in", "#EXTM3U\nfile:/etc/passwd\n");
  const auto in = open_file_source(folder / "in");
  for (const FileKind kind : {FileKind::jpeg, FileKind::png, FileKind::webp, FileKind::pdf, FileKind::mp4}) {
    CHECK_FALSE(scale_picture(*in, kind, folder / "out", FileKind::webp, 400));
    CHECK_FALSE(std::filesystem::exists(folder / "out"));
  }
}
