// Texts for people, from schema/messages/MODULE.json: {"module.key": {"vi": "...", "en": "..."}}. {name} is a
// placeholder.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "guong/base/error.h"

namespace guong {

enum class Lang { vi, en };

/// The text of a message; the key itself when unknown (a test forbids that).
std::string message(std::string_view key, Lang lang, const Params& params = {});
bool has_message(std::string_view key);
std::vector<std::string_view> message_keys();
/// "vi" or "en".
std::string_view lang_code(Lang lang);

}  // namespace guong
