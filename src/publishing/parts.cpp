// Pieces of public pages as HTML.
#include "publishing/parts.h"

#include <algorithm>
#include <map>

#include "guong/base/embedded.h"
#include "publishing/page.h"
#include "publishing/picture_paths.h"
#include "publishing/short_names.h"
#include "publishing/time_left.h"
#include "publishing/work_cards.h"

namespace guong::publishing {
namespace {

using nlohmann::json;

/// Drawings of icons by name; from the build, never from a person.
const std::map<std::string, Html, std::less<>>& icons() {
  static const auto all = [] {
    std::map<std::string, Html, std::less<>> out;
    const auto drawings = json::parse(embedded("frontend/src/styles/icons.json").value_or("{}"));
    for (const auto& [name, drawing] : drawings.items())
      out.emplace(name, element("svg", {{"class", "icon"}, {"viewBox", "0 0 24 24"}, {"aria-hidden", "true"}},
                                {built_markup(drawing.get_ref<const std::string&>())}));
    return out;
  }();
  return all;
}

/// What stands within the ring: whole days; on the last day that it is under 24 hours, in the last hour under
/// one.
std::pair<std::string, const char*> ring_number(Duration left) {
  if (const auto whole = left.micros / days(1).micros; whole > 0)
    return {std::to_string(whole), "publishing.days_unit"};
  return {left > hours(1) ? "<24" : "<1", "publishing.hours_unit"};
}

/// Drawn, so that the letters keep their share of the disc at every size. The name stands beside it.
Html initials_disc(std::string_view name) {
  return element(
      "svg", {{"class", "portrait initials"}, {"viewBox", "0 0 100 100"}, {"aria-hidden", "true"}},
      {element("text", {{"x", "50"}, {"y", "64"}, {"text-anchor", "middle"}}, {person_initials(name)})});
}

}  // namespace

Html icon(std::string_view name) {
  const auto found = icons().find(name);
  return found == icons().end() ? Html() : found->second;
}

Html in_page(const Html& content) { return element("div", {{"class", "page"}}, {content}); }

Html part(const std::string& heading, const Html& beside, const Html& content, const std::string& id) {
  const Html head = element("div", {{"class", "head"}}, {element("h2", {heading}), beside});
  if (id.empty()) return element("section", {{"class", "part"}}, {head, content});
  return element("section", {{"class", "part"}, {"id", id}}, {head, content});
}

Html more_link(const std::string& href, const std::string& words) {
  return element("a", {{"href", href}}, {words + " ", icon("arrow-right")});
}

Html crumbs(const std::vector<std::pair<std::string, std::string>>& way, const std::string& here, Lang lang) {
  Html out;
  for (const auto& [href, name] : way)
    out.add(element("a", {{"href", href}}, {name})).add(icon("chevron-right"));
  out.add(element("span", {{"aria-current", "page"}}, {here}));
  return element("nav", {{"class", "crumbs"}, {"aria-label", message("publishing.whereabouts", lang)}},
                 {out});
}

Html field_mark(const json& field, Lang lang) {
  const std::string name = name_in(field.at("name"), lang);
  if (name.empty()) return {};
  return element("span", {{"class", "field"}, {"data-f", text_of(field, "id")}}, {name});
}

Html time_ring(Timestamp opens, Timestamp now, Timestamp deadline, Lang lang) {
  constexpr std::int64_t kLate = 10;  // percent: the last tenth is shown as late
  const auto whole = std::max<std::int64_t>(1, (deadline - opens).micros / 100);
  const auto left = std::clamp<std::int64_t>((deadline - now).micros / whole, 1, 100);
  const auto circle = [](const char* kind, const std::string& dashes) {
    return element("circle", {{"class", kind},
                              {"cx", "24"},
                              {"cy", "24"},
                              {"r", "21"},
                              {"pathLength", "100"},
                              {"stroke-dasharray", dashes}});
  };
  const auto [number, unit] = ring_number(deadline - now);
  const Html inside = element("span", {{"aria-hidden", "true"}},
                              {element("b", {number}), element("small", {message(unit, lang)})});
  return element("span",
                 {{"class", left <= kLate ? "ring late" : "ring"},
                  {"role", "img"},
                  {"aria-label", time_left(now, deadline, lang).text}},
                 {element("svg", {{"viewBox", "0 0 48 48"}, {"aria-hidden", "true"}},
                          {circle("of", "100 0"), circle("is", std::to_string(left) + " 100")}),
                  inside});
}

Html empty_mirror() {
  const auto curve = [](const char* kind, const char* path) {
    return element("path", {{"class", kind}, {"d", path}});
  };
  return element(
      "svg", {{"viewBox", "0 0 176 116"}, {"aria-hidden", "true"}},
      {curve("glow", "M58 88a30 30 0 0 1 60 0z"), curve("water", "M20 88h136M44 98h36M96 98h44M60 108h60")});
}

Html picture_html(const Picture& picture) {
  const std::string width = std::to_string(picture.width), height = std::to_string(picture.height);
  const std::pair<std::string_view, std::string> when{picture.first ? "fetchpriority" : "loading",
                                                      picture.first ? "high" : "lazy"};
  if (picture.smaller.empty())
    return element("img", {{"class", "picture"},
                           {"src", picture.address},
                           {"width", width},
                           {"height", height},
                           {"alt", picture.alt},
                           when});
  return element("img", {{"class", "picture"},
                         {"srcset", picture.smaller},
                         {"sizes", picture.shown_wide},
                         {"src", picture.address},
                         {"width", width},
                         {"height", height},
                         {"alt", picture.alt},
                         when});
}

Html emblem_picture(const Host& host, int size) {
  const auto path = emblem_path(host);
  if (path.empty()) return {};
  return element("img", {{"class", "emblem"},
                         {"src", path},
                         {"width", std::to_string(size)},
                         {"height", std::to_string(size)},
                         {"alt", ""}});
}

Html portrait(const Host& host, const std::string& exemplar_slug, std::string_view name, int size) {
  if (host.portraits == "initials") return initials_disc(name);
  return element("img", {{"class", "portrait"},
                         {"src", portrait_path(exemplar_slug)},
                         {"width", std::to_string(size)},
                         {"height", std::to_string(size)},
                         {"alt", ""},
                         {"loading", "lazy"}});
}

}  // namespace guong::publishing
