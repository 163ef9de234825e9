// Copies the streams into a new container with ffmpeg: no quality is lost, and no tag goes along.
#include <array>

#include "guong/base/error.h"
#include "guong/works/child_process.h"
#include "works/media.h"

namespace guong::works {
namespace {

using Arguments = std::vector<std::string>;

Limits scrub_limits(std::int64_t input_bytes) {
  Limits out;
  out.memory_bytes = 2LL << 30;
  out.cpu_seconds = 120;
  out.file_bytes = input_bytes + input_bytes / 4 + (16LL << 20);
  out.wall_ms = 300'000;
  out.output_bytes = 1 << 16;
  return out;
}

void add(Arguments& to, const Arguments& more) { to.insert(to.end(), more.begin(), more.end()); }

/// Cameras and encoders write notes (time, place, settings) into the picture stream itself, as
/// "supplemental" units.
Arguments without_notes(std::string_view video_codec) {
  if (video_codec == "h264") return {"-bsf:v", "filter_units=remove_types=6"};
  if (video_codec == "hevc") return {"-bsf:v", "filter_units=remove_types=39|40"};
  return {};
}

/// What kind the rendition has, and how ffmpeg is told to write it.
struct Output {
  FileKind from, to;
  Arguments arguments;
};
const Output* output_for(FileKind kind) {
  static const std::array<Output, 5> kOutputs{
      Output{FileKind::mp4,
             FileKind::mp4,
             {"-map", "0:V", "-map", "0:a?", "-movflags", "+faststart", "-f", "mp4"}},
      Output{FileKind::mov,
             FileKind::mp4,
             {"-map", "0:V", "-map", "0:a?", "-movflags", "+faststart", "-f", "mp4"}},
      Output{FileKind::m4a, FileKind::m4a, {"-map", "0:a", "-movflags", "+faststart", "-f", "ipod"}},
      Output{FileKind::mp3,
             FileKind::mp3,
             {"-map", "0:a:0", "-id3v2_version", "0", "-write_id3v1", "0", "-f", "mp3"}},
      Output{FileKind::wav, FileKind::wav, {"-map", "0:a:0", "-write_bext", "0", "-f", "wav"}}};
  for (const Output& each : kOutputs) {
    if (each.from == kind) return &each;
  }
  return nullptr;
}

}  // namespace

ScrubResult scrub_media(const InputFile& input, const std::filesystem::path& output, FileKind kind) {
  const Output* target = output_for(kind);
  const auto facts = target ? media_facts(input, kind) : std::nullopt;
  if (!facts) return {false, "works.damaged", kind, {}};
  // The form is named and only files may be opened: a playlist that poses as a video could otherwise make
  // ffmpeg fetch addresses or read other files.
  Arguments command{"ffmpeg",   "-nostdin", "-v", "error",       "-y", "-protocol_whitelist",      "file",
                    "-threads", "1",        "-f", demuxer(kind), "-i", file_url(InputFile::name())};
  add(command, {"-map_metadata", "-1", "-map_chapters", "-1", "-dn", "-sn", "-c", "copy", "-fflags",
                "+bitexact", "-flags", "+bitexact"});
  if (target->to == FileKind::mp4) add(command, without_notes(facts->video_codec));
  add(command, target->arguments);
  command.push_back(file_url(output));
  const auto end = run_limited(command, scrub_limits(input.size()), input.descriptor(), output);
  if (end.how == ChildEnd::How::not_started) throw Error(ErrorKind::unavailable, "works.ffmpeg_missing");
  if (end.how == ChildEnd::How::timed_out) return {false, "works.took_too_long", kind, {}};
  if (!end.succeeded()) return {false, "works.media_unfit", kind, {}};
  return {true, "", target->to, {}};
}

}  // namespace guong::works
