// The version of this program. The text is made when the build is configured: cmake/version.cmake.
#pragma once

#include <string_view>

namespace guong {

/// "0.2.0 (f0a09ca)": the release, and in brackets what `git describe` said; the release alone outside of a checkout.
std::string_view version();

}  // namespace guong
