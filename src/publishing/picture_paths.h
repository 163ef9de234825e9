// Addresses of the pictures that the service draws of contests, works, exemplars and prizes. They are the
// same in every language. An SVG is for a card on a page (1200 by 800, without letters); a PNG is for whoever
// passes a page on (1200 by 630, with the title), as a whole address because others fetch it.
#pragma once

#include <string>
#include <string_view>

namespace guong::publishing {

std::string contest_cover_path(std::string_view slug);
std::string work_cover_path(std::string_view slug);
/// 480 by 480.
std::string portrait_path(std::string_view exemplar_slug);
/// 200 by 200; there is one for the ranks 1 to 3 only.
std::string medal_path(int rank);

/// The work's own first picture in one of the widths of `results::kCoverWidths`; `ending` is "webp" or "jpg".
std::string cover_size_path(std::string_view work_slug, int width, std::string_view ending);

/// Paths of the pictures for sharing: put the service's base address before them.
std::string home_share_path();
std::string contest_share_path(std::string_view slug);
std::string work_share_path(std::string_view slug);
std::string exemplar_share_path(std::string_view slug);

}  // namespace guong::publishing
