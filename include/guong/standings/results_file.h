// The published results file (schema/results.schema.json): its one reader and writer. What follows from the rule
// book and the marks is never taken from a file, always computed: the writer computes it, and the verifier holds
// a file against what the writer makes of it. Pure values; any thread.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "guong/base/bytes.h"
#include "guong/base/time.h"
#include "guong/ledger/record.h"
#include "guong/rules/rule_book.h"
#include "guong/standings/award_exceptions.h"
#include "guong/standings/departures.h"
#include "guong/standings/long_json.h"
#include "guong/standings/ranking.h"

namespace guong::standings {

struct PublishedAuthor {
  std::string name;  // the one that the author wants to be known by
  std::optional<std::string> unit;
};

/// A prize and who has it: a work by its code, or a unit. Its name, money, rank and score follow from the rule
/// book and the ranking.
struct PublishedAward {
  std::string prize;
  std::optional<std::string> category;
  std::optional<std::string> code;
  std::optional<std::string> unit;
  std::optional<std::string> unit_code;  // since version 3
  std::optional<std::string> title;
  std::vector<PublishedAuthor> authors;
  std::optional<std::string> work;  // last part of the address of the published work
};

/// A record with those of its private values that stand in the file anyway.
struct OpenedRecord {
  std::string record;  // canonical bytes
  std::map<std::string, ledger::Opening> open;
};

/// Records in the order of the log: kept here, or, where they are many, made one at a time.
struct OpenedRecords {
  std::vector<OpenedRecord> kept;
  std::size_t count = 0;
  std::function<OpenedRecord(std::size_t)> made;

  std::size_t size() const { return made ? count : kept.size(); }
  OpenedRecord at(std::size_t i) const { return made ? made(i) : kept.at(i); }
  void push_back(OpenedRecord record) { kept.push_back(std::move(record)); }
};

/// Ties the file to the installation's log: the record of the publication, its path to the root of a signed head.
struct LedgerSeal {
  std::string origin, head;
  std::string record;        // canonical bytes; holds file_sha256, the hash of the file without `ledger`
  std::vector<Digest> path;  // from the record's leaf to the head's root
  // Since version 4: the public key in words, the records of what the file rests on, and one proof for all of them.
  std::string key = {};
  OpenedRecords records = {};
  std::vector<Digest> nodes = {};  // ledger/subset.h
};

/// A work that was judged, or to be judged, and was taken out of the contest.
struct LeftWork {
  std::string code;
  std::string state;  // "disqualified", "withdrawn"
  std::string reason;
};

/// A result published before in the same contest.
struct EarlierResult {
  std::int64_t number = 1;
  std::string sha256;  // of its file, byte for byte
};

struct ResultsFile {
  /// 4 where the records of rule book, cards and decisions stand in the file; 3 since decisions on prizes,
  /// keys of authors, works that left and earlier results stand in the file; 2 since awards' exceptions and
  /// the ledger's record do; 1 before.
  std::int64_t v = 3;
  std::int64_t contest = 0;
  std::string slug;
  rules::LocalText name;
  std::int64_t number = 1;
  std::string decision_number;
  Timestamp computed_at, published_at;
  std::optional<Timestamp> approved_at;
  std::optional<std::int64_t> supersedes;  // number of the result that this one takes the place of
  std::string reason;
  std::string rules_document;  // byte for byte as it was in force
  Ranking ranking;
  std::vector<PublishedAward> awards;
  std::vector<Departure> departures;
  /// Of works with prizes, and of those that the limit of prizes per author passed over: what it takes to see that
  /// the limit was kept.
  AuthorKeys authors;
  std::vector<LeftWork> left;
  std::vector<EarlierResult> earlier;  // the newest first
  std::optional<LedgerSeal> ledger;
};

/// The long lists of a file: works of rounds, places of tables, records.
std::span<const std::string_view> long_lists_of_file();
/// Everything, computed anew from rules, marks and awards; `ledger` only where the file has it. Both arguments
/// outlive it.
LongJson long_results_file(const rules::RuleBook& rules, const ResultsFile& file);
/// Its awards alone.
nlohmann::json awards_json(const rules::RuleBook& rules, const ResultsFile& file);
/// The same in memory.
nlohmann::json results_file_json(const rules::RuleBook& rules, const ResultsFile& file);
/// SHA-256 of the file's canonical text without `ledger`: what the ledger's record of a publication commits to.
Digest results_file_hash(const LongJson& file);
Digest results_file_hash(const nlohmann::json& file);
/// SHA-256 of the canonical text of the value at a pointer, in hexadecimal digits.
std::string canonical_sha256(const LongJson& value, const std::string& pointer);

/// A file's text comes in two parts. The first is nearly all of it and is known before the file is tied to the log:
/// ranking and records. The second is JSON by itself, which pages read; in the file it stands without kRestBegin.
inline constexpr std::string_view kRestBegin = R"({"ledger":{)";
void write_long_part(const LongJson& file, const TakeText& take);
std::string results_file_rest(const LongJson& file, const LedgerSeal& seal, std::int64_t v);
/// Whether a file with so many bytes in its long part, written in such pieces, can be read again within the limits.
struct WrittenPart {
  std::uint64_t bytes = 0;
  std::size_t largest = 0;
};
bool can_be_read(const LongJson& file, const WrittenPart& long_part, const ReadingLimits& limits);

/// What cannot be computed, read from a file. Error{invalid, "standings.not_a_results_file"} with the place of the
/// first value of another shape; rounds, marks and awards that do not fit `rules` are such too.
ResultsFile read_results_file(const rules::RuleBook& rules, const LongJson& file);
/// The rule book that the file carries. Error{invalid} when there is none or it has faults.
rules::RuleBook rules_of_results_file(const LongJson& file);

}  // namespace guong::standings
