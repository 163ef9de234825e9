// What a judge accepts and declares before seeing anything: the terms, and interests in people and units. An
// interest is personal data of others and is kept sealed; its judge sees it again, nobody else does. Once
// declared it stays: taking one back could open a barred work.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "guong/api/use_case_context.h"
#include "guong/base/ids.h"
#include "guong/base/time.h"
#include "guong/store/resealing.h"

namespace guong::judging {

struct Interest {
  std::string kind;  // relative | close_tie | unit | supervisor | shared_address
  std::string name;  // of a person, may be empty with a unit
  std::optional<UnitId> unit;
  friend auto operator<=>(const Interest&, const Interest&) = default;
};

struct Terms {
  std::optional<Timestamp> accepted_at;
  std::vector<Interest> interests;
};

/// The caller's own.
Terms own_terms(store::Reader& reader, const api::Keys& keys, AccountId judge, ContestId contest);
/// Accepts for good, and ends assignments that an interest bars. Later only declares interests.
void accept_terms(store::Tx& tx, const api::UseCaseContext& context, ContestId contest,
                  const std::vector<Interest>& interests);
/// Error{conflict, "judging.terms_first"} before the terms are accepted. While a round is open they bar what would be
/// assigned, and end what is assigned once the head says so (judge_change.h).
void declare_interests(store::Tx& tx, const api::UseCaseContext& context, ContestId contest,
                       const std::vector<Interest>& interests);

/// What of this module stands sealed under the installation's key.
std::vector<store::SealedColumn> sealed_columns();

}  // namespace guong::judging
