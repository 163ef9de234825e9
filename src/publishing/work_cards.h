// Published works as cards and as lines, the same wherever they are shown, and the words that their documents
// hold.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "guong/base/messages.h"
#include "guong/results/published.h"
#include "guong/results/published_cover.h"
#include "publishing/html.h"
#include "publishing/parts.h"

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

/// A published work, its document, parsed, and its own picture when the sizes of that are made.
struct WorkShown {
  std::string slug;
  nlohmann::json document;
  std::optional<results::PublishedCover> cover = std::nullopt;
};
std::vector<WorkShown> works_shown(store::Reader& reader, const std::vector<results::PublishedWork>& works);

/// The position of the work's first picture among its files; nothing without one.
std::string first_picture(const nlohmann::json& work);
/// The work's own picture in its sizes, otherwise its drawn cover; as wide as a card.
Picture cover_of(const WorkShown& work, Lang lang);
/// The same as the first of its page, over most of the width.
Picture leading_cover_of(const WorkShown& work, Lang lang);

/// The cover with the prize on it, field, title, who wrote about whom. `heading`: "h2" or "h3".
Html work_card(const WorkShown& work, const char* heading, Lang lang);
/// Cards in as many columns as there is room for.
Html work_cards(const std::vector<WorkShown>& works, const char* heading, Lang lang);

}  // namespace guong::publishing
