// Renditions of video and sound through ffmpeg.
#include "works/media.h"

#include <catch2/catch.hpp>

#include "guong/works/child_process.h"
#include "guong/works/probe.h"
#include "guong/works/scrub.h"
#include "support/byte_sources.h"
#include "unit/works/fixtures.h"

using namespace guong;
using namespace guong::works;
using namespace fixtures;

namespace {

using Arguments = std::vector<std::string>;

/// Half a second of grey and a tone, with tokens in every tag, chapter and cover.
void make_media(const Folder& folder, const std::string& name, const Arguments& inputs,
                const Arguments& more) {
  write_file(folder / "tags.txt", ";FFMETADATA1\ntitle=" + kToken + "\nartist=" + kToken +
                                      "\ncomment=" + kToken + "\nlocation=+16.05+108.22/" + kToken +
                                      "\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=400\ntitle=" + kToken +
                                      "\n");
  Arguments command{"ffmpeg", "-nostdin", "-v", "error", "-y"};
  command.insert(command.end(), inputs.begin(), inputs.end());
  for (const char* each : {"-f", "ffmetadata", "-i"}) command.emplace_back(each);
  command.push_back(folder / "tags.txt");
  command.insert(command.end(), more.begin(), more.end());
  command.push_back(folder / name);
  run(command);
}

const Arguments kPicture{"-f", "lavfi", "-i", "color=c=gray:s=64x32:r=10:d=0.5"};
const Arguments kTone{"-f", "lavfi", "-i", "sine=frequency=440:duration=0.5"};

Arguments both() {
  Arguments out = kPicture;
  out.insert(out.end(), kTone.begin(), kTone.end());
  return out;
}

std::string video(const Folder& folder, const std::string& name) {
  make_media(folder, name, both(),
             {"-map", "0", "-map", "1", "-map_metadata", "2", "-c:v", "libx264", "-c:a", "aac",
              "-metadata:s:v", "handler_name=" + kToken, "-metadata:s:a", "handler_name=" + kToken,
              "-metadata", "creation_time=2026-05-01T10:00:00Z",
              // A note inside the picture stream, as cameras write it.
              "-bsf:v", "h264_metadata=sei_user_data=086f3693-b7b3-4f2c-9653-21492feee5b8+" + kToken,
              "-movflags", "use_metadata_tags"});
  return folder / name;
}

ScrubResult checked_scrub(const Folder& folder, const std::string& in, const std::string& out,
                          FileKind kind) {
  REQUIRE(has_token(read_file(folder / in)));
  const auto result = scrub_file(*open_file_source(folder / in), folder / out, kind);
  INFO(result.refusal);
  REQUIRE(result.done);
  CHECK_FALSE(has_token(read_file(folder / out)));
  return result;
}

/// The decoded pictures and sound, as one check sum each.
std::string content_of(const fs::path& file) {
  const auto open = open_file_source(file);
  const auto end = run_limited({"ffmpeg", "-nostdin", "-v", "error", "-i", "/proc/self/fd/0", "-map", "0:V?",
                                "-map", "0:a?", "-f", "streamhash", "-"},
                               {.memory_bytes = 4LL << 30}, *open->file_descriptor());
  REQUIRE(end.succeeded());
  return end.output;
}

}  // namespace

TEST_CASE("a video's rendition has its pictures and sound and none of what tells") {
  const Folder folder;
  video(folder, "in.mp4");
  const auto before = probe_file(folder / "in.mp4");
  CHECK(before.kind == FileKind::mp4);
  CHECK(before.media_type == "video/mp4");
  CHECK(before.width == 64);
  CHECK(before.height == 32);
  REQUIRE(before.duration_ms);
  CHECK(*before.duration_ms >= 450);
  CHECK(*before.duration_ms <= 600);

  CHECK(checked_scrub(folder, "in.mp4", "out.mp4", FileKind::mp4).kind == FileKind::mp4);
  const auto after = probe_file(folder / "out.mp4");
  CHECK(after.kind == FileKind::mp4);
  CHECK(after.width == 64);
  CHECK(content_of(folder / "out.mp4") == content_of(folder / "in.mp4"));
  // Ready to play before it has come whole: the index stands before the data.
  const std::string bytes = read_file(folder / "out.mp4");
  CHECK(bytes.find("moov") < bytes.find("mdat"));
  CHECK(bytes.find("x264") == bytes.npos);
  CHECK(bytes.find("Lavf") == bytes.npos);
  // The same of bytes that are in no file.
  const guong::test::MemorySource elsewhere(read_file(folder / "in.mp4"));
  REQUIRE(scrub_file(elsewhere, folder / "again.mp4", FileKind::mp4).done);
  CHECK((read_file(folder / "again.mp4") == bytes));
}

TEST_CASE("a QuickTime film becomes an MP4 file") {
  const Folder folder;
  video(folder, "in.mov");
  CHECK(probe_file(folder / "in.mov").kind == FileKind::mov);
  CHECK(checked_scrub(folder, "in.mov", "out.mp4", FileKind::mov).kind == FileKind::mp4);
  CHECK(probe_file(folder / "out.mp4").kind == FileKind::mp4);
  CHECK(content_of(folder / "out.mp4") == content_of(folder / "in.mov"));
}

TEST_CASE("sound files keep their sound and lose tags and cover pictures") {
  const Folder folder;
  write_file(folder / "cover.jpg", telling_jpeg(folder));
  Arguments with_cover = kTone;
  with_cover.insert(with_cover.end(), {"-i", folder / "cover.jpg"});
  make_media(folder, "in.mp3", with_cover,
             {"-map", "0", "-map", "1", "-map_metadata", "2", "-c:v", "copy", "-write_id3v1", "1"});
  make_media(
      folder, "in.m4a", with_cover,
      {"-map", "0", "-map", "1", "-map_metadata", "2", "-c:v", "copy", "-disposition:v", "attached_pic"});
  make_media(folder, "in.wav", kTone, {"-map", "0", "-map_metadata", "1", "-write_bext", "1"});
  for (FileKind kind : {FileKind::mp3, FileKind::m4a, FileKind::wav}) {
    const std::string in = "in." + std::string(kind_name(kind)), out = "out." + std::string(kind_name(kind));
    INFO(in);
    const auto before = probe_file(folder / in);
    CHECK(before.kind == kind);
    CHECK_FALSE(before.width);
    REQUIRE(before.duration_ms);
    CHECK(*before.duration_ms >= 450);
    CHECK(*before.duration_ms <= 650);
    CHECK(checked_scrub(folder, in, out, kind).kind == kind);
    CHECK(probe_file(folder / out).kind == kind);
    CHECK(content_of(folder / out) == content_of(folder / in));
  }
}

TEST_CASE("a playlist that names other files is not opened as a video") {
  const Folder folder;
  video(folder, "secret.mp4");
  write_file(folder / "list.mp4",
             "#EXTM3U\n#EXTINF:1,\nfile:" + (folder / "secret.mp4").string() + "\n#EXT-X-ENDLIST\n");
  CHECK(probe_file(folder / "list.mp4").kind == FileKind::unknown);
  CHECK_FALSE(scrub_file(*open_file_source(folder / "list.mp4"), folder / "out.mp4", FileKind::mp4).done);
}

TEST_CASE("ffprobe's words are read, turned pictures as shown, nonsense not at all") {
  const auto facts = read_ffprobe(
      "streams.stream.0.codec_name=\"hevc\"\nstreams.stream.0.codec_type=\"video\"\nstreams.stream."
      "0.width=1920\nstreams.stream.0.height=1080\n"
      "streams.stream.0.side_data_list.side_data.0.rotation=-90\nstreams.stream.1.codec_name="
      "\"aac\"\nstreams.stream.1.codec_type=\"audio\"\n"
      "format.duration=\"432.100000\"\n");
  REQUIRE(facts);
  CHECK(facts->width == 1080);
  CHECK(facts->height == 1920);
  CHECK(facts->duration_ms == 432'100);
  CHECK(facts->video_codec == "hevc");
  CHECK_FALSE(read_ffprobe(""));
  CHECK_FALSE(read_ffprobe("streams.stream.0.codec_type=\"data\"\nformat.duration=\"1\"\n"));
  const auto strange = read_ffprobe(
      "streams.stream.0.codec_type=\"audio\"\nstreams.stream.0.codec_name=\"aac\"\nformat.duration="
      "\"nan\"\n");
  REQUIRE(strange);
  CHECK_FALSE(strange->duration_ms);
}
