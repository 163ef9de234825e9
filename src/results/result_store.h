// Rows of results, consents and awards. SQL only.
#pragma once

#include <optional>
#include <vector>

#include "guong/results/result.h"

namespace guong::results {

void insert_result(store::Tx& tx, const Result& result);
std::optional<Result> load_result(store::Reader& reader, ContestId contest, ResultId id);
/// The newest first, without their rankings, which are long.
std::vector<Result> load_results(store::Reader& reader, ContestId contest);
/// Writes state, ranking, decision and times back. 0 when the revision is another by now.
std::int64_t update_result(store::Tx& tx, const Result& result);
/// Of a result of which the rest is updated in the same transaction: it is long, and most steps leave it as
/// it is.
void update_ranking(store::Tx& tx, const Result& result);
/// The record after which witnesses were asked to cosign; nothing while they were not.
std::optional<std::int64_t> load_witnessed_after(store::Reader& reader, ResultId id);
void set_witnessed_after(store::Tx& tx, ResultId id, std::int64_t seq);
/// Approved ones of any contest whose hour has come and whose witnesses were asked; without their rankings.
std::vector<Result> load_awaiting_witnesses(store::Reader& reader, Timestamp now);

/// 0 when the person has consented already.
std::int64_t insert_consent(store::Tx& tx, ResultId result, AccountId account, Timestamp now);
struct Consent {
  AccountId account;
  Timestamp at;
};
std::vector<Consent> load_consents(store::Reader& reader, ResultId result);
/// How many people consented to one result of the contest, where they were most.
std::int64_t most_consents(store::Reader& reader, ContestId contest);

std::vector<Award> load_awards(store::Reader& reader, ResultId result);
/// Puts these in the place of all.
void replace_awards(store::Tx& tx, Random& random, ResultId result, const std::vector<Award>& awards);

}  // namespace guong::results
