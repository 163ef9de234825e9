// The awards of a published result as a reader meets them: the first prize, then tier by tier.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "guong/base/ids.h"
#include "guong/base/messages.h"
#include "guong/publishing/host.h"
#include "guong/store/store.h"
#include "publishing/html.h"
#include "publishing/work_cards.h"

namespace guong::publishing {

/// Awards of one prize (of one category, where a prize is given in each), in the order of the results file.
struct AwardTier {
  nlohmann::json prize;  // of the rule book
  std::string category;  // its name, where the prize is given in each; {"vi", "en"} as JSON
  std::vector<nlohmann::json> awards;
};

struct AwardTiers {
  std::vector<AwardTier> tiers;
  std::map<std::string, WorkShown> works;  // published works by slug
};
AwardTiers award_tiers(const nlohmann::json& document, store::Reader& reader, ContestId contest);

/// The one work of the first tier, large; nothing when the first tier has none or several.
Html first_prize_html(const Host& host, const AwardTiers& tiers, Lang lang);
/// All that is not in first_prize_html: works with pictures, units as plain lines.
Html other_tiers_html(const AwardTiers& tiers, Lang lang);

/// "92,50" in Vietnamese, "92.50" in English.
std::string score_text(std::string shown, Lang lang);

}  // namespace guong::publishing
