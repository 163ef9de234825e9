// Themes as colours for light and dark. A host's own colour is taken as it is where it is light, and gives
// its hue to all the rest.
#include "publishing/host_look.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>

#include "guong/pictures/tone.h"

namespace guong::publishing {
namespace {

using pictures::hex_of;
using pictures::Tone;

/// A value of the design in both appearances.
struct Both {
  std::string light, dark;
};
struct Look {
  Both brand, deep, on, soft;
};
/// What text stands on besides, as tokens.css has it: paper, surface, sunken.
const std::array<Both, 3>& grounds() {
  static const std::array<Both, 3> all{{{hex_of({0.984, 0.007, 85}), hex_of({0.178, 0.009, 55})},
                                        {hex_of({1, 0, 0}), hex_of({0.218, 0.01, 55})},
                                        {hex_of({0.958, 0.011, 85}), hex_of({0.15, 0.008, 55})}}};
  return all;
}

Both both(const Tone& light, const Tone& dark) { return {hex_of(light), hex_of(dark)}; }

Look sea() {
  return {both({0.435, 0.08, 208}, {0.77, 0.078, 202}), both({0.36, 0.07, 210}, {0.84, 0.07, 202}),
          both({1, 0, 0}, {0.2, 0.04, 212}), both({0.95, 0.022, 205}, {0.285, 0.038, 208})};
}
/// Vermilion.
Look son() {
  return {both({0.435, 0.125, 26}, {0.8, 0.095, 35}), both({0.36, 0.11, 26}, {0.86, 0.07, 35}),
          both({1, 0, 0}, {0.21, 0.05, 28}), both({0.955, 0.02, 32}, {0.29, 0.045, 30})};
}
/// Indigo.
Look cham() {
  return {both({0.415, 0.115, 268}, {0.81, 0.08, 270}), both({0.345, 0.1, 268}, {0.87, 0.06, 270}),
          both({1, 0, 0}, {0.21, 0.05, 270}), both({0.953, 0.018, 270}, {0.295, 0.045, 270})};
}
Look own(const Tone& tone) {
  const auto at = [&](double lightness, double most) {
    return Tone{lightness, std::min(tone.chroma, most), tone.hue};
  };
  return {both(tone, at(0.8, 0.085)), both(at(std::max(0.0, tone.lightness - 0.07), 0.12), at(0.86, 0.065)),
          both({1, 0, 0}, at(0.2, 0.04)), both(at(0.952, 0.02), at(0.29, 0.042))};
}

Look look_of(const Host& host) {
  if (host.theme == "son") return son();
  if (host.theme == "cham") return cham();
  const auto tone = host.theme == "own" ? pictures::tone_of(host.colour) : std::nullopt;
  return tone ? own(*tone) : sea();
}

double least_contrast(const Host& host) {
  double least = 21;
  for (const auto& [text, ground] : colour_pairs(host))
    least = std::min(least, pictures::contrast(text, ground));
  return least;
}

/// The same hue, only as much darker as it takes.
std::string readable(const Host& host, Tone tone) {
  constexpr double kStep = 0.01;
  Host darker = host;
  do {
    tone.lightness -= kStep;
    darker.colour = hex_of(tone);
  } while (tone.lightness > 0 && least_contrast(darker) < kLeastContrast);
  return darker.colour;
}

/// "2,9": one digit, rounded down, so that what is refused never looks as if it were enough.
std::string ratio_text(double ratio) {
  const auto tenths = static_cast<int>(std::floor(ratio * 10));
  return std::to_string(tenths / 10) + "," + std::to_string(tenths % 10);
}

}  // namespace

std::vector<ColourPair> colour_pairs(const Host& host) {
  const Look look = look_of(host);
  std::vector<ColourPair> out;
  const auto add = [&](const Both& text, const Both& ground) {
    out.push_back({text.light, ground.light});
    out.push_back({text.dark, ground.dark});
  };
  add(look.on, look.brand);
  add(look.on, look.deep);
  add(look.brand, look.soft);
  for (const Both& ground : grounds()) add(look.brand, ground);
  return out;
}

std::vector<Fault> colour_faults(const Host& host) {
  if (host.theme != "own") return {};
  const auto tone = pictures::tone_of(host.colour);
  if (!tone) return {{"/colour", "publishing.not_a_colour", {}}};
  const double least = least_contrast(host);
  if (least >= kLeastContrast) return {};
  return {{"/colour",
           "publishing.colour_too_light",
           {{"colour", host.colour}, {"ratio", ratio_text(least)}, {"better", readable(host, *tone)}}}};
}

std::string host_style(const Host& host) {
  if (host.theme == "sea") return "";
  const Look look = look_of(host);
  std::string out = ":root:root{";
  for (const auto& [name, value] :
       std::initializer_list<std::pair<const char*, const Both&>>{{"brand", look.brand},
                                                                  {"brand-deep", look.deep},
                                                                  {"on-brand", look.on},
                                                                  {"brand-soft", look.soft}})
    out += "--" + std::string(name) + ":light-dark(" + value.light + "," + value.dark + ");";
  return out + "}\n";
}

}  // namespace guong::publishing
