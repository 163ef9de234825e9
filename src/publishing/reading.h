// A published work as its readers see it: the text with its pictures, how long one reads, its beginning.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "guong/base/messages.h"
#include "publishing/html.h"

namespace guong::publishing {

/// A picture that leads to itself in full: the reading script shows it over the page.
Html enlarged_by(const std::string& address, const Html& picture);
/// The text; `base` is the address of the work's files.
Html prose(const nlohmann::json& document, const std::string& base, Lang lang);
/// The files that do not stand in the text; `but` is the address of one that is shown already.
Html other_files(const nlohmann::json& document, const std::string& base, const std::string& but, Lang lang);
/// The beginning of the text, for who passes the page on.
std::string opening(const nlohmann::json& document);
/// "1.842 chữ, 9 phút đọc"; empty without a text.
std::string reading_time_text(const nlohmann::json& document, Lang lang);

}  // namespace guong::publishing
