// A results file made without a database: three works, two judges, a log of its own, a key.
#pragma once

#include <nlohmann/json.hpp>
#include <set>

#include "guong/base/crypto.h"
#include "guong/ledger/canonical_json.h"
#include "guong/ledger/checkpoint.h"
#include "guong/ledger/merkle.h"
#include "guong/ledger/record.h"
#include "guong/ledger/subset.h"
#include "guong/standings/results_file.h"
#include "unit/rules/books.h"

namespace guong::test {

inline const std::string kSeed(32, 's');
inline const std::string kOrigin = "thi.example/so-cai";
inline ledger::VerifierKey verifier_key() { return {kOrigin, ed25519_public_key(kSeed)}; }

inline standings::CountedCard card(const std::string& judge, const char* content) {
  return {judge,
          false,
          {{"content", *parse_decimal(content)},
           {"form", *parse_decimal("25")},
           {"impact", *parse_decimal("8.5")}}};
}

inline ledger::RecordDraft draft_of(const standings::ResultsFile& file, const std::string& kind,
                                    Timestamp time, std::map<std::string, std::string> data,
                                    std::map<std::string, std::string> secret = {}) {
  return {kind, time, ContestId{file.contest}, std::move(data), std::move(secret)};
}

/// The records of what the file rests on, as the acts of a contest would have left them.
inline std::vector<ledger::RecordDraft> acts_of(const rules::RuleBook& rules,
                                                const standings::ResultsFile& file) {
  const auto number = std::to_string(file.number);
  const auto ranking =
      standings::results_file_json(rules, file).at("ranking_sha256").template get<std::string>();
  const auto rule_book = to_hex(as_text(sha256(file.rules_document)));
  std::vector<ledger::RecordDraft> out{
      draft_of(file, "contest.opened", file.computed_at,
               {{"version", std::to_string(file.ranking.rules_version)}, {"rule_book_sha256", rule_book}})};
  for (const auto& round : file.ranking.rounds)
    for (const auto& work : round.works)
      for (const auto& card : work.cards) {
        ledger::Object marks;
        for (const auto& [name, mark] : card.marks) marks.push_back({name, to_text(mark)});
        out.push_back(
            draft_of(file, "card.submitted", file.computed_at, {{"round", std::to_string(round.number)}},
                     {{"code", work.code}, {"marks", ledger::canonical_json(marks)}, {"judge", "7"}}));
      }
  out.push_back(
      draft_of(file, "result.computed", file.computed_at, {{"result", number}, {"reason", file.reason}}));
  for (const auto& decision : file.ranking.decisions) {
    std::string order;
    for (const auto& code : decision.order) order += (order.empty() ? "" : " ") + code;
    out.push_back(
        draft_of(file, "result.tie_decided", file.computed_at,
                 {{"result", number}, {"order", order}, {"table", decision.category.value_or("")}}));
  }
  std::set<std::pair<Timestamp, std::string>> decided;  // at once, in one act
  for (const auto& departure : file.departures)
    if (decided.insert({departure.decided_at, departure.reason}).second)
      out.push_back(draft_of(file, "awards.adjusted", departure.decided_at,
                             {{"result", number}, {"reason", departure.reason}}));
  for (const auto& work : file.left)
    if (work.state == "disqualified")
      out.push_back(draft_of(file, "entry.disqualified", file.computed_at, {},
                             {{"reason", work.reason}, {"number", "1"}}));
  out.push_back(
      draft_of(file, "result.proposed", file.computed_at,
               {{"result", number}, {"decision_number", file.decision_number}, {"ranking_sha256", ranking}}));
  out.push_back(draft_of(file, "result.approved", *file.approved_at,
                         {{"result", number}, {"ranking_sha256", ranking}}));
  return out;
}

/// A file of version 4: behind the records of all acts stands the file's own. `recorded`: what really was done.
inline void seal_with_records(const rules::RuleBook& rules, standings::ResultsFile& file,
                              const std::optional<standings::ResultsFile>& recorded = std::nullopt) {
  file.v = 4;
  file.ledger.reset();
  std::vector<Digest> leaves{ledger::leaf_hash("one")};
  std::vector<std::int64_t> seqs;
  standings::LedgerSeal seal{kOrigin, "", "", {}, "", {}, {}};
  for (auto& draft : acts_of(rules, recorded.value_or(file))) {
    standings::OpenedRecord opened;
    std::map<std::string, Digest> commitments;
    for (const auto& [name, value] : draft.secret) {
      const ledger::Opening opening{Bytes(16, static_cast<std::uint8_t>(leaves.size())), value};
      commitments[name] = ledger::commitment(opening);
      if (name != "judge" && name != "number") opened.open[name] = opening;
    }
    seqs.push_back(static_cast<std::int64_t>(leaves.size()));
    opened.record = ledger::record_bytes(draft, seqs.back(), commitments);
    leaves.push_back(ledger::leaf_hash(opened.record));
    seal.records.push_back(std::move(opened));
    if (seqs.size() == 3) leaves.push_back(ledger::leaf_hash("somebody else's"));
  }
  const auto hash = standings::results_file_hash(standings::results_file_json(rules, file));
  const auto seq = static_cast<std::int64_t>(leaves.size());
  seal.record = ledger::record_bytes(
      draft_of(file, "result.published", file.published_at, {{"file_sha256", to_hex(as_text(hash))}}), seq,
      {});
  leaves.push_back(ledger::leaf_hash(seal.record));
  seal.head = ledger::sign_checkpoint({kOrigin, seq + 1, ledger::tree_root(leaves)}, kSeed);
  seal.path = ledger::inclusion_proof(leaves, seq);
  seal.key = ledger::format_verifier_key(kOrigin, as_text(verifier_key().public_key));
  seal.nodes = ledger::subset_proof(leaves, seqs);
  file.ledger = std::move(seal);
}

/// Puts the file's record behind two others and signs the head over all three.
inline void seal(const rules::RuleBook& rules, standings::ResultsFile& file) {
  file.ledger.reset();
  const auto hash = standings::results_file_hash(standings::results_file_json(rules, file));
  const auto record = ledger::record_bytes(
      {"result.published", file.published_at, ContestId{7}, {{"file_sha256", to_hex(as_text(hash))}}, {}}, 2,
      {});
  const std::vector<Digest> leaves{ledger::leaf_hash("one"), ledger::leaf_hash("two"),
                                   ledger::leaf_hash(record)};
  const auto head = ledger::sign_checkpoint({kOrigin, 3, ledger::tree_root(leaves)}, kSeed);
  file.ledger = {kOrigin, head, record, ledger::inclusion_proof(leaves, 2), "", {}, {}};
}

inline std::string sha256_key(const std::string& code) { return to_hex(as_text(sha256(code))).substr(0, 32); }

struct Published {
  rules::RuleBook rules;
  standings::ResultsFile file;
  nlohmann::json document() const { return standings::results_file_json(rules, file); }
};

/// AAA before BBB (equal totals: the head decided), then CCC; first and second prize given.
inline Published published(const std::vector<Change>& rule_changes = {}) {
  const auto document = with(example("api-test"), rule_changes);
  Published out{rules::parse_rule_book(document), {}};
  auto& file = out.file;
  file.contest = 7;
  file.slug = "guong-co-quan";
  file.name = out.rules.name;
  file.decision_number = "12/QĐ-BTC";
  file.computed_at = *from_rfc3339("2026-06-01T08:00:00Z");
  file.approved_at = *from_rfc3339("2026-06-02T08:00:00Z");
  file.published_at = *from_rfc3339("2026-06-03T08:00:00Z");
  file.rules_document = document.dump();
  const auto& round = out.rules.rounds.at(0);
  for (const auto& [code, mark] :
       {std::pair("AAA", "50"), std::pair("BBB", "45.5"), std::pair("CCC", "40")}) {
    if (file.ranking.rounds.empty()) file.ranking.rounds.push_back({1, {}});
    file.ranking.rounds[0].works.push_back(
        standings::score_entry(round, code, "bai-viet", {card("J1", mark), card("J2", mark)}));
  }
  standings::rank(out.rules, file.ranking);
  const auto allotted =
      scoring::allot(standings::prize_rule(out.rules), standings::prize_candidates(file.ranking, {}));
  for (const auto& given : allotted.allotted) {
    file.authors[given.code] = {sha256_key(given.code)};
    file.awards.push_back({given.tier,
                           "bai-viet",
                           given.code,
                           std::nullopt,
                           std::nullopt,
                           "Tác phẩm " + given.code,
                           {{"Nguyễn Văn " + given.code, "Xã Nhơn Lý"}},
                           "tac-pham-" + given.code});
  }
  seal(out.rules, file);
  return out;
}

}  // namespace guong::test
