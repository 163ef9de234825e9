// Names made short, and names of units and prizes as readers see them.
#pragma once

#include <string>
#include <string_view>

#include "guong/base/messages.h"
#include "guong/results/public_search.h"

namespace guong::publishing {

/// The first letters of the first and the last word: "Đinh Thị Hạnh" is "ĐH".
std::string person_initials(std::string_view name);
/// Those of all words: "Hoài Nhơn Bắc" is "HNB".
std::string place_initials(std::string_view name);
/// "xã Vĩnh Sơn" where a line begins: "Xã Vĩnh Sơn".
std::string begun_large(std::string name);
/// The name of a unit or a prize, as the work that tells of it has it.
std::string facet_name(const results::FacetCount& facet, Lang lang);

}  // namespace guong::publishing
