// Writer and reader of the same lines, side by side, so that neither is changed alone.
#include "works/worker_protocol.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

namespace guong::works {
namespace {

constexpr std::size_t kMostDropped = 1000;

void line(std::string& out, std::string_view key, std::string_view value) {
  out += key;
  out += '=';
  for (char c : value) out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  out += '\n';
}

template <class T>
void line_if(std::string& out, std::string_view key, const std::optional<T>& value) {
  if (value) line(out, key, std::to_string(*value));
}

template <class Take>
void for_each_line(std::string_view lines, Take take) {
  while (!lines.empty()) {
    const auto end = std::min(lines.find('\n'), lines.size());
    const auto one = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    const auto equals = one.find('=');
    if (equals != one.npos) take(one.substr(0, equals), one.substr(equals + 1));
  }
}

template <class T>
std::optional<T> count(std::string_view text) {
  T out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error != std::errc() || end != text.data() + text.size() || out < 0) return std::nullopt;
  return out;
}

std::string plain(std::string_view text, std::string_view also) {
  const auto good = [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || also.find(c) != also.npos;
  };
  return text.size() <= 100 && std::ranges::all_of(text, good) ? std::string(text) : std::string();
}

}  // namespace

std::string to_lines(const Probe& probe) {
  std::string out;
  line(out, "kind", kind_name(probe.kind));
  line(out, "media_type", probe.media_type);
  line_if(out, "width", probe.width);
  line_if(out, "height", probe.height);
  line(out, "problem", probe.problem);
  return out;
}

Probe probe_from_lines(std::string_view lines) {
  Probe out;
  for_each_line(lines, [&](std::string_view key, std::string_view value) {
    if (key == "kind") out.kind = kind_from_name(value);
    if (key == "media_type") out.media_type = plain(value, "/.+-");
    if (key == "width") out.width = count<int>(value);
    if (key == "height") out.height = count<int>(value);
    if (key == "problem") out.problem = plain(value, "._");
  });
  if (out.kind != FileKind::unknown || out.media_type.empty()) out.media_type = media_type_of(out.kind);
  return out;
}

std::string to_lines(const ScrubResult& result) {
  std::string out;
  line(out, "done", result.done ? "1" : "0");
  line(out, "refusal", result.refusal);
  line(out, "kind", kind_name(result.kind));
  for (const auto& name : result.dropped) line(out, "dropped", name);
  return out;
}

ScrubResult scrub_result_from_lines(std::string_view lines) {
  ScrubResult out;
  for_each_line(lines, [&](std::string_view key, std::string_view value) {
    if (key == "done") out.done = value == "1";
    if (key == "refusal") out.refusal = plain(value, "._");
    if (key == "kind") out.kind = kind_from_name(value);
    if (key == "dropped" && out.dropped.size() < kMostDropped) out.dropped.emplace_back(value);
  });
  return out;
}

}  // namespace guong::works
