// Rows of rounds and the entries judged in them. SQL only.
#pragma once

#include <vector>

#include "guong/judging/round.h"

namespace guong::judging {

/// Rounds that have a row, by number; one query with the number of their entries.
std::vector<RoundStatus> load_rounds(store::Reader& reader, ContestId contest);
std::optional<RoundState> load_round_state(store::Reader& reader, ContestId contest, int round);
std::vector<RoundState> load_round_states(store::Reader& reader, ContestId contest);
/// Rows for rounds 1 to `count`, those that lack one: a later round that never opened shows as waiting.
void put_waiting_rounds(store::Tx& tx, ContestId contest, int count);
/// 0 when somebody else opened it first.
std::int64_t put_open_round(store::Tx& tx, ContestId contest, int round, Timestamp now);
/// 0 when it is not open.
std::int64_t mark_locked(store::Tx& tx, ContestId contest, int round, Timestamp now);
void insert_round_entry(store::Tx& tx, ContestId contest, int round, const RoundEntry& entry);
std::vector<RoundEntry> load_round_entries(store::Reader& reader, ContestId contest, int round);
/// Codes after `after_code`, at most `limit`.
std::vector<RoundEntry> page_round_entries(store::Reader& reader, ContestId contest, int round,
                                           const std::string& after_code, int limit);
std::optional<RoundEntry> load_round_entry(store::Reader& reader, ContestId contest, int round,
                                           const std::string& code);
/// Rounds of the contest that are open.
std::vector<int> open_rounds(store::Reader& reader, ContestId contest);

}  // namespace guong::judging
