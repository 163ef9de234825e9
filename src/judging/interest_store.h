// Rows of accepted terms, declared interests (sealed) and waivers. SQL only.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "guong/base/bytes.h"
#include "guong/judging/interest.h"

namespace guong::judging {

std::optional<Timestamp> load_terms(store::Reader& reader, ContestId contest, AccountId judge);
void insert_terms(store::Tx& tx, ContestId contest, AccountId judge, Timestamp now);

struct InterestRow {
  InterestId id;
  AccountId judge;
  std::string kind;
  Bytes value_sealed;
  bool decided = true;  // ends assignments; else it waits for the head, or the head keeps them
};
void insert_interest(store::Tx& tx, ContestId contest, const InterestRow& interest, Timestamp now);
/// Of one judge.
std::vector<InterestRow> load_interests(store::Reader& reader, ContestId contest, AccountId judge);
/// Of all judges of the contest.
std::vector<InterestRow> load_interests(store::Reader& reader, ContestId contest);

struct WaiverRow {
  std::string code;
  AccountId judge;
  friend auto operator<=>(const WaiverRow&, const WaiverRow&) = default;
};
void insert_waiver(store::Tx& tx, ContestId contest, const WaiverRow& waiver, const std::string& reason,
                   AccountId by, Timestamp now);
/// Sorted.
std::vector<WaiverRow> load_waivers(store::Reader& reader, ContestId contest);

/// For a change of the installation's key: a sealed value by its row.
extern const char* const kSetInterest;

}  // namespace guong::judging
