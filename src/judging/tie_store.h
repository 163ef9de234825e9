// Rows of accepted terms, declared ties (sealed) and waivers. SQL only.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "guong/base/bytes.h"
#include "guong/judging/tie.h"

namespace guong::judging {

std::optional<Timestamp> load_terms(store::Reader& reader, ContestId contest, AccountId judge);
void insert_terms(store::Tx& tx, ContestId contest, AccountId judge, Timestamp now);

struct TieRow {
  TieId id;
  AccountId judge;
  std::string kind;
  Bytes value_sealed;
};
void insert_tie(store::Tx& tx, ContestId contest, const TieRow& tie, Timestamp now);
/// Of one judge.
std::vector<TieRow> load_ties(store::Reader& reader, ContestId contest, AccountId judge);
/// Of all judges of the contest.
std::vector<TieRow> load_ties(store::Reader& reader, ContestId contest);

struct WaiverRow {
  std::string code;
  AccountId judge;
  friend auto operator<=>(const WaiverRow&, const WaiverRow&) = default;
};
void insert_waiver(store::Tx& tx, ContestId contest, const WaiverRow& waiver, const std::string& reason, AccountId by,
                   Timestamp now);
/// Sorted.
std::vector<WaiverRow> load_waivers(store::Reader& reader, ContestId contest);

}  // namespace guong::judging
