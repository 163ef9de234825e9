// A results file made without a database: three works, two judges, a log of its own, a key.
#pragma once

#include <nlohmann/json.hpp>

#include "guong/base/crypto.h"
#include "guong/ledger/checkpoint.h"
#include "guong/ledger/merkle.h"
#include "guong/ledger/record.h"
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
  file.ledger = {kOrigin, head, record, ledger::inclusion_proof(leaves, 2)};
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
