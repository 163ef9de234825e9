// The fields of work that provincial contests have.
#include "pictures/fields.h"

#include <algorithm>
#include <array>
#include <utility>

#include "pictures/random.h"

namespace guong::pictures {
namespace {

constexpr double kNeutralHue = 208;
constexpr int kMotifs = 8;

constexpr std::array<std::pair<std::string_view, FieldLook>, 14> kLooks{{
    {"education-training", {262, Motif::mountain}},
    {"health", {185, Motif::village}},
    {"agriculture-countryside", {132, Motif::rice_terrace}},
    {"defence-security", {160, Motif::boats}},
    {"social-security", {18, Motif::village}},
    {"culture-arts-sport", {42, Motif::cham_towers}},
    {"science-technology", {230, Motif::wind_turbines}},
    {"administrative-reform", {285, Motif::town}},
    {"industry-trade-construction-transport", {62, Motif::bridge}},
    {"party-government-building", {28, Motif::mountain}},
    {"information-communication", {310, Motif::wind_turbines}},
    {"finance-banking", {95, Motif::rice_terrace}},
    {"social-life", {350, Motif::town}},
    {"external-relations", {210, Motif::boats}},
}};

}  // namespace

FieldLook look_of(std::string_view field, std::string_view title) {
  const auto* const known = std::ranges::find(kLooks, field, [](const auto& look) { return look.first; });
  if (known != kLooks.end()) return known->second;
  return {kNeutralHue, static_cast<Motif>(SeededRandom(title)() * kMotifs)};
}

}  // namespace guong::pictures
