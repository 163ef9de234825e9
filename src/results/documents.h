// The documents that publication freezes: the results file and a page's worth of each winning work.
#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "guong/contests/contest.h"
#include "guong/entries/judging_view.h"
#include "guong/standings/results_file.h"
#include "results/awards.h"

namespace guong::results {

/// All that publication speaks of, gathered before.
struct Publication {
  const rules::RuleBook& rules() const { return *prizes.rules; }
  Result result;
  std::int64_t superseded_number = 0;  // 0: none
  contests::ContestHead contest;
  std::string rules_document;
  Prizes prizes;
  std::vector<Award> awards;
  std::map<UnitId, std::string> units;       // names
  std::map<UnitId, std::string> unit_codes;  // of those that have a prize
  std::map<AccountId, std::string> people;   // who decided on prizes
  std::string author_salt;                   // secret: without it a key says nothing of the author
  std::vector<standings::LeftWork> left;
  std::vector<standings::EarlierResult> earlier;
  std::map<std::string, std::string> slugs;  // by code: works whose authors let them be published
  Timestamp now;
};

/// The name an author wants to be known by.
std::string public_name(const entries::Author& author);
nlohmann::json authors_json(const Publication& publication, const entries::Identity& identity);

/// What publishing would tell: the awards as everybody would read them, and whether each work would be there
/// in full. Refused until the codes are joined.
nlohmann::json publication_preview(store::Reader& reader, const api::Keys& keys, ContestId contest,
                                   ResultId result, Timestamp now);

/// Everything but the ranking, and what ties the file to the ledger, which comes last.
standings::ResultsFile results_file(const Publication& publication);
nlohmann::json work_document(const Publication& publication, const entries::JoinedEntry& entry,
                             const entries::AnonymousWork& work);

}  // namespace guong::results
