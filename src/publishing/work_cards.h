// Published works as cards and as lines, the same wherever they are shown, and the words that their documents hold.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "guong/base/messages.h"
#include "guong/results/published.h"
#include "publishing/html.h"

namespace guong::publishing {

/// The text of {"vi", "en"} in this language; Vietnamese where there is no English.
std::string name_in(const nlohmann::json& name, Lang lang);
/// A member that is a text; empty when absent or null.
std::string text_of(const nlohmann::json& object, const char* member);
/// "A (Xã Vĩnh Sơn), B".
std::string authors_text(const nlohmann::json& authors);
/// "A and B write about C, xã Vĩnh Sơn".
std::string about_text(const nlohmann::json& work, Lang lang);
/// The names of the work's prizes, with a medal; nothing without prizes.
Html prize_marks(const nlohmann::json& work, Lang lang);

/// A published work and its document, parsed.
struct WorkShown {
  std::string slug;
  nlohmann::json document;
};
std::vector<WorkShown> works_shown(const std::vector<results::PublishedWork>& works);

/// The cover with the prize on it, field, title, who wrote about whom. `heading`: "h2" or "h3".
Html work_card(const WorkShown& work, const char* heading, Lang lang);
/// Cards in as many columns as there is room for.
Html work_cards(const std::vector<WorkShown>& works, const char* heading, Lang lang);

}  // namespace guong::publishing
