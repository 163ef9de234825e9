// Published works as they stand in lists, and what is read from their documents.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "guong/base/messages.h"
#include "guong/results/published.h"
#include "publishing/html.h"

namespace guong::publishing {

/// A name {"vi", "en"} of a document, or nothing.
std::string name_in(const nlohmann::json& name, Lang lang);
/// A text of a document; null and absent are empty.
std::string text_of(const nlohmann::json& object, const char* member);
/// "Nguyễn Văn A (Sở Y tế), Trần B".
std::string authors_text(const nlohmann::json& authors);
/// A tag for each prize.
Html prize_tags(const nlohmann::json& document, Lang lang);
/// A list of cards: title, authors, exemplar, contest.
Html work_cards(store::Reader& reader, const std::vector<results::PublishedWork>& works, Lang lang);

}  // namespace guong::publishing
