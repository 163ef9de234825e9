// What somebody could do to the ledger's records in a results file of version 4: alone, with a log made anew around
// them, or by publishing another thing than was done.
#pragma once

#include "support/random_contest.h"

namespace guong::test {

inline std::int64_t seq_of(const std::string& record) {
  const auto read = ledger::parse_record(record);
  return read ? read->seq : -1;
}

/// Root, paths and signature as somebody would make them who holds the key; `record` is the publication's.
inline nlohmann::json relogged(nlohmann::json file, const std::string& record) {
  auto& seal = file["ledger"];
  const auto last = seq_of(record);
  std::vector<Digest> leaves(static_cast<std::size_t>(last) + 1, ledger::leaf_hash("somebody else's"));
  std::vector<std::int64_t> seqs;
  for (const auto& each : seal["records"]) {
    const auto text = each["record"].get<std::string>();
    const auto seq = seq_of(text);
    if (seq < 0 || seq >= last) continue;
    leaves[static_cast<std::size_t>(seq)] = ledger::leaf_hash(text);
    seqs.push_back(seq);
  }
  leaves.back() = ledger::leaf_hash(record);
  std::ranges::sort(seqs);
  seqs.erase(std::unique(seqs.begin(), seqs.end()), seqs.end());
  const auto texts = [](const std::vector<Digest>& digests) {
    auto out = nlohmann::json::array();
    for (const auto& digest : digests) out.push_back(to_base64(as_text(digest)));
    return out;
  };
  seal["record"] = record;
  seal["head"] = ledger::sign_checkpoint({kOrigin, last + 1, ledger::tree_root(leaves)}, kSeed);
  seal["path"] = texts(ledger::inclusion_proof(leaves, last));
  seal["nodes"] = texts(ledger::subset_proof(leaves, seqs));
  return file;
}

/// A value of one record changed: its time, what it is, what it says, what it commits to.
inline std::string change_record(RandomContest& chance, nlohmann::json& text) {
  auto record = nlohmann::json::parse(text.get<std::string>());
  const auto at = chance.pick(std::vector<std::string>{"time", "kind", "data", "commitments", "contest"});
  auto& value = record[at];
  if (at == "time")
    value = "2026-06-01T08:00:01.000000Z";
  else if (at == "kind")
    value = chance.pick(std::vector<std::string>{"result.computed", "card.submitted", "awards.adjusted"});
  else if (at == "contest")
    value = 8;
  else if (value.empty())
    value["more"] = std::string(64, 'a');
  else if (auto& one = *std::next(value.begin(), chance.below(static_cast<int>(value.size()))); at == "data")
    one = one.get<std::string>() + "1";
  else
    one = to_hex(as_text(sha256("another")));
  text = record.dump();
  return at;
}

inline std::string change_opening(RandomContest& chance, nlohmann::json& open) {
  if (open.empty()) {
    open["judge"] = {{"salt", to_base64(std::string(16, 's'))}, {"value", "7"}};
    return "opening added";
  }
  const auto name = std::next(open.begin(), chance.below(static_cast<int>(open.size()))).key();
  switch (chance.below(3)) {
    case 0:
      open[name]["value"] = open[name]["value"].get<std::string>() + "1";
      return "opening's value";
    case 1:
      open[name]["salt"] = to_base64(std::string(16, 's'));
      return "opening's salt";
    default:
      open.erase(name);
      return "opening removed";
  }
}

inline std::string change_nodes(RandomContest& chance, nlohmann::json& nodes) {
  if (nodes.empty() || chance.chance(30)) {
    nodes.push_back(to_base64(as_text(sha256("more"))));
    return "node added";
  }
  const auto at = static_cast<std::size_t>(chance.below(static_cast<int>(nodes.size())));
  if (chance.chance(50)) {
    nodes.erase(at);
    return "node removed";
  }
  nodes[at] = to_base64(as_text(sha256("another")));
  return "node changed";
}

/// One change somewhere in `ledger`; gives its name.
inline std::string plant(RandomContest& chance, nlohmann::json& seal) {
  auto& records = seal["records"];
  const auto at = static_cast<std::size_t>(chance.below(static_cast<int>(records.size())));
  const auto other = static_cast<std::size_t>(chance.below(static_cast<int>(records.size())));
  switch (chance.below(8)) {
    case 0:
      records.erase(at);
      return "record removed";
    case 1:
      records.push_back(nlohmann::json(records[at]));
      return "record twice";
    case 2:
      std::swap(records[at], records[other]);
      return "records swapped";
    case 3:
      return change_nodes(chance, seal["nodes"]);
    case 4:
    case 5:
      return change_opening(chance, records[at]["open"]);
    default:
      return "record's " + change_record(chance, records[at]["record"]);
  }
}

/// What really was done was another thing than the file says; gives its name, nothing where the contest has none such.
inline std::string do_otherwise(RandomContest& chance, standings::ResultsFile& done) {
  const auto later = *from_rfc3339("2026-06-01T12:00:00Z");
  switch (chance.below(8)) {
    case 0: {
      auto& content = done.ranking.rounds[0].works[0].cards[0].marks["content"];
      content = Decimal{to_text(content) == "3" ? 1 : 3, 0};
      return "marks";
    }
    case 1:
      done.reason = "Cộng nhầm";
      return "reason";
    case 2:
      done.decision_number = "13/QĐ-BTC";
      return "decision number";
    case 3:
      done.approved_at = later;
      return "time of approval";
    case 4:
      if (done.departures.empty()) return "";
      done.departures.back().reason += ", lần hai";
      return "decision on a prize";
    case 5:
      if (done.left.empty()) return "";
      done.left.front().reason += " một phần";
      return "disqualification";
    case 6:
      if (done.ranking.decisions.empty()) return "";
      std::ranges::reverse(done.ranking.decisions.front().order);
      return "decision on a tie";
    default:
      done.rules_document += " ";
      return "rule book";
  }
}

}  // namespace guong::test
