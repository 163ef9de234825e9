// The cover of a contest, a work or an exemplar that nobody sent a picture of: a scene and its image in
// water, in the colours of lacquer. Field and title alone decide what it shows, so that it never changes. No
// flag, emblem, face or real place is drawn.
#pragma once

#include <string>
#include <string_view>

namespace guong::pictures {

/// 1200 by 800, without letters: beside it the title stands as text. Safe to crop from 1:1 to 24:9.
std::string cover_svg(std::string_view field, std::string_view title);

/// 1200 by 630, as PNG, with the title on the water: for whoever passes a page on. Takes tens of
/// milliseconds: not for event threads.
std::string share_png(std::string_view field, std::string_view title);

}  // namespace guong::pictures
