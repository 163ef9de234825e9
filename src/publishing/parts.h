// What public pages are built from: icons, sections, the way back, pictures, the ring of time left.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "guong/base/messages.h"
#include "guong/base/time.h"
#include "guong/publishing/host.h"
#include "publishing/html.h"

namespace guong::publishing {

/// One of the front end's icons (frontend/icons.mjs), for the eye only. Nothing when the front end was not
/// built.
Html icon(std::string_view name);

/// As wide as pages are, with their gutters.
Html in_page(const Html& content);

/// A section below a hairline: its heading, what stands beside that (a way to more), its content.
Html part(const std::string& heading, const Html& beside, const Html& content, const std::string& id = "");
/// "All contests →".
Html more_link(const std::string& href, const std::string& words);

/// The way back: addresses and names, then where one is.
Html crumbs(const std::vector<std::pair<std::string, std::string>>& way, const std::string& here, Lang lang);

/// A field with its dot, whose colour goes by the field's id.
Html field_mark(const nlohmann::json& field, Lang lang);

/// How much of a contest's time is left, as a ring with the number of days inside.
Html time_ring(Timestamp opens, Timestamp now, Timestamp deadline, Lang lang);

/// Where there is nothing: the mirror that has set behind the water.
Html empty_mirror();

struct Picture {
  std::string address, alt;
  int width = 1200, height = 800;
  bool first = false;           // the first that a reader sees: fetched at once
  std::string smaller = {};     // its sizes, as srcset has them; empty: there is one only
  std::string shown_wide = {};  // as sizes has it
};
Html picture_html(const Picture& picture);
/// The host's emblem, for the eye only; nothing where it has none.
Html emblem_picture(const Host& host, int size);
/// An exemplar as a disc: a drawn portrait, or the initials of the name where the host wants these.
Html portrait(const Host& host, const std::string& exemplar_slug, std::string_view name, int size);

}  // namespace guong::publishing
