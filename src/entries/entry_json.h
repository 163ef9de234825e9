// JSON that the author's side and the desk share: what an entry, a file and an author look like to both.
#pragma once

#include <nlohmann/json.hpp>

#include "entries/document.h"
#include "entries/entry_store.h"
#include "guong/base/nullable_json.h"

namespace guong::entries {

nlohmann::json text_or_null(const std::string& text);
nlohmann::json content_json(const Content& content);
/// `confirmation`: what the author has said to being named, see confirmations().
nlohmann::json author_json(const Author& author, const std::optional<std::string>& confirmation);
nlohmann::json events_json(const std::vector<Event>& events);
nlohmann::json file_json(const VersionFile& file);

}  // namespace guong::entries
