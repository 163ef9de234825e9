// Sound and video through ffprobe and ffmpeg, each a limited child process that is told the format
// and may open files only.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "guong/works/probe.h"
#include "guong/works/scrub.h"
#include "works/input_file.h"

namespace guong::works {

struct MediaFacts {
  std::optional<int> width, height;
  std::optional<std::int64_t> duration_ms;
  std::string video_codec,
      audio_codec;  // "" when there is no such track; a cover picture is not video
};
/// Nothing when ffprobe finds no sound or video of that kind in it. Throws Error{unavailable} when
/// ffprobe cannot be started.
std::optional<MediaFacts> media_facts(const InputFile& file, FileKind kind);
/// The facts in ffprobe's output of the form "streams.stream.0.codec_type="video"".
std::optional<MediaFacts> read_ffprobe(std::string_view flat);

/// How ffmpeg's programs are told what to read. The demuxer is named: left to guess, ffmpeg would
/// also take playlists that open other files.
std::string demuxer(FileKind kind);
std::string file_url(const std::filesystem::path& file);

/// Adds duration and size to what a probe found; a file without sound and video becomes unknown,
/// one without video m4a.
Probe with_media_facts(Probe probe, const InputFile& file);

ScrubResult scrub_media(const InputFile& input, const std::filesystem::path& output, FileKind kind);

}  // namespace guong::works
