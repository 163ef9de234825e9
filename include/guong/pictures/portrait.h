// The portrait of somebody of whom nobody sent a picture.
#pragma once

#include <string>
#include <string_view>

namespace guong::pictures {

/// Head and shoulders before a mosaic disc, without features: a place for a person, not a likeness. The
/// colours are the field's; what hair and which hour, the key alone decides.
std::string portrait_svg(std::string_view field, std::string_view key);

}  // namespace guong::pictures
