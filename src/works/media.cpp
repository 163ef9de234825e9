// Reads what ffprobe says. Its flat output is one line a value: nothing nested that would need a parser.
#include "works/media.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

#include "guong/base/error.h"
#include "guong/works/child_process.h"

namespace guong::works {
namespace {

Limits probe_limits() {
  Limits out;
  out.memory_bytes = 2LL << 30;  // shared libraries alone take half a gigabyte of address space
  out.cpu_seconds = 10;
  out.file_bytes = 0;
  out.wall_ms = 10'000;
  out.output_bytes = 1 << 20;
  return out;
}

using Values = std::map<std::string, std::string, std::less<>>;

/// key="value" or key=value, one a line.
Values parse_flat(std::string_view text) {
  Values out;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    auto line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const auto equals = line.find('=');
    if (equals == line.npos) continue;
    auto value = line.substr(equals + 1);
    if (value.size() >= 2 && value.starts_with('"') && value.ends_with('"'))
      value = value.substr(1, value.size() - 2);
    out.emplace(line.substr(0, equals), value);
  }
  return out;
}

std::string_view value_of(const Values& values, const std::string& key) {
  const auto found = values.find(key);
  return found == values.end() ? std::string_view() : std::string_view(found->second);
}

std::optional<double> number(std::string_view text) {
  double out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(out)) return std::nullopt;
  return out;
}

std::optional<int> dimension(std::string_view text) {
  const auto value = number(text);
  if (!value || *value < 1 || *value > 100'000) return std::nullopt;
  return static_cast<int>(*value);
}

bool turned_sideways(const Values& values, const std::string& stream) {
  const auto turn = number(value_of(values, stream + "side_data_list.side_data.0.rotation"));
  return turn && std::lround(std::abs(*turn)) % 180 == 90;
}

void take_video(const Values& values, const std::string& stream, MediaFacts& out) {
  out.video_codec = value_of(values, stream + "codec_name");
  out.width = dimension(value_of(values, stream + "width"));
  out.height = dimension(value_of(values, stream + "height"));
  if (turned_sideways(values, stream)) std::swap(out.width, out.height);
}

constexpr double kLongestSeconds = 1e7;
/// What ffprobe is asked for.
constexpr const char* kWanted =
    "format=duration:stream=codec_type,codec_name,width,height:stream_disposition=attached_pic:"
    "stream_side_data=rotation";

}  // namespace

std::string demuxer(FileKind kind) {
  if (kind == FileKind::mp3) return "mp3";
  return kind == FileKind::wav ? "wav" : "mov";
}

std::string file_url(const std::filesystem::path& file) {
  return "file:" + std::filesystem::absolute(file).string();
}

std::optional<MediaFacts> read_ffprobe(std::string_view flat) {
  const auto values = parse_flat(flat);
  MediaFacts out;
  for (int i = 0; i < 64; ++i) {
    const std::string stream = "streams.stream." + std::to_string(i) + '.';
    const auto type = value_of(values, stream + "codec_type");
    const bool cover = value_of(values, stream + "disposition.attached_pic") == "1";
    if (type == "video" && !cover && out.video_codec.empty()) take_video(values, stream, out);
    if (type == "audio" && out.audio_codec.empty()) out.audio_codec = value_of(values, stream + "codec_name");
  }
  if (out.video_codec.empty() && out.audio_codec.empty()) return std::nullopt;
  const auto duration = number(value_of(values, "format.duration"));
  if (duration && *duration >= 0 && *duration < kLongestSeconds)
    out.duration_ms = std::llround(*duration * 1000);
  return out;
}

std::optional<MediaFacts> media_facts(const InputFile& file, FileKind kind) {
  const auto end = run_limited({"ffprobe", "-v", "error", "-protocol_whitelist", "file", "-f", demuxer(kind),
                                "-show_entries", kWanted, "-of", "flat", file_url(InputFile::name())},
                               probe_limits(), file.descriptor());
  if (end.how == ChildEnd::How::not_started) throw Error(ErrorKind::unavailable, "works.ffmpeg_missing");
  if (!end.succeeded()) return std::nullopt;
  return read_ffprobe(end.output);
}

Probe with_media_facts(Probe probe, const InputFile& file) {
  if (!is_media(probe.kind)) return probe;
  const auto facts = media_facts(file, probe.kind);
  if (!facts) return {};
  const bool video = !facts->video_codec.empty();
  if (!video && (probe.kind == FileKind::mp4 || probe.kind == FileKind::mov)) probe.kind = FileKind::m4a;
  if (video && probe.kind == FileKind::m4a) probe.kind = FileKind::mp4;
  probe.media_type = media_type_of(probe.kind);
  probe.width = facts->width;
  probe.height = facts->height;
  probe.duration_ms = facts->duration_ms;
  return probe;
}

}  // namespace guong::works
