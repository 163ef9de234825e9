// First the arithmetic: the file is written anew from its rule book, marks and awards, and every value that comes out
// otherwise is a fault. Then who published it: the hash of the file stands in a record, the record's leaf leads to
// a root, and the installation's key signed that root.
#include "guong/standings/verify.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <tuple>

#include "guong/base/crypto.h"
#include "guong/ledger/merkle.h"
#include "guong/ledger/record.h"
#include "guong/standings/results_file.h"
#include "guong/standings/round_rules.h"
#include "standings/record_check.h"

namespace guong::standings {
namespace {

using nlohmann::json;
using Faults = std::vector<Fault>;

/// Nobody counts twice: a work stands once in a round, and a judge marks it once.
void check_each_once(const Ranking& ranking, Faults& out) {
  for (std::size_t i = 0; i < ranking.rounds.size(); ++i) {
    std::set<std::string> works;
    const auto& round = ranking.rounds[i].works;
    for (std::size_t k = 0; k < round.size(); ++k) {
      const auto pointer = "/ranking/rounds/" + std::to_string(i) + "/works/" + std::to_string(k);
      if (!works.insert(round[k].code).second)
        out.push_back({pointer + "/code", "standings.work_twice", {{"code", round[k].code}}});
      std::set<std::string> judges;
      for (std::size_t n = 0; n < round[k].cards.size(); ++n)
        if (!judges.insert(round[k].cards[n].judge).second)
          out.push_back({pointer + "/cards/" + std::to_string(n) + "/judge",
                         "standings.judge_twice",
                         {{"code", round[k].code}, {"judge", round[k].cards[n].judge}}});
    }
  }
}

/// Who went on to a later round was in the one before, and nobody who stood before them was left behind.
void check_advancement(const rules::RuleBook& rules, const Ranking& ranking, Faults& out) {
  for (std::size_t i = 1; i < ranking.rounds.size(); ++i) {
    const auto pointer = "/ranking/rounds/" + std::to_string(i);
    std::set<std::string> went_on;
    for (const auto& work : ranking.rounds[i].works) went_on.insert(work.code);
    const auto& before = ranking.rounds[i - 1].works;
    std::set<std::string_view> were_there;
    for (const auto& work : before) were_there.insert(work.code);
    // Works that left the contest since are in neither round: so there may be fewer than the rules let through.
    const auto may_go_on = advanced_codes(rules, static_cast<int>(i), before);
    for (const auto& code : went_on)
      if (!were_there.contains(code))
        out.push_back({pointer, "standings.not_in_round_before", {{"code", code}}});
      else if (!std::ranges::binary_search(may_go_on, code))
        out.push_back({pointer, "standings.did_not_advance", {{"code", code}}});
    int last = 0;
    for (const auto& place : rank_entries(rules, before, {}))
      if (went_on.contains(place.code)) last = std::max(last, place.rank);
    for (const auto& place : rank_entries(rules, before, {}))
      if (!went_on.contains(place.code) && place.rank < last)
        out.push_back({pointer, "standings.left_behind", {{"code", place.code}}});
  }
}

void check_awards(const rules::RuleBook& rules, const ResultsFile& file, Faults& out) {
  std::map<std::pair<std::string, std::string>, int> given;
  std::set<std::pair<std::string, std::string>> held;
  for (std::size_t i = 0; i < file.awards.size(); ++i) {
    const auto& award = file.awards[i];
    const auto pointer = "/awards/" + std::to_string(i);
    const auto prize = std::ranges::find(rules.prizes, award.prize, &rules::Prize::id);
    if (prize == rules.prizes.end()) {
      out.push_back({pointer + "/prize", "standings.prize_unknown", {{"prize", award.prize}}});
      continue;
    }
    const bool per_category = prize->scope == "category";
    if (++given[{prize->id, per_category ? award.category.value_or("") : ""}] > prize->count && file.v < 3 &&
        rules.ties_at_prize_line != "all_pass")
      out.push_back({pointer,
                     "standings.too_many_awards",
                     {{"prize", prize->name.vi}, {"count", std::to_string(prize->count)}}});
    if (!award.code) continue;  // a prize to a unit
    const auto* place = find_place(file.ranking, *award.code, !per_category);
    if (!place)
      out.push_back({pointer + "/code", "standings.not_ranked", {{"code", *award.code}}});
    else if (prize->min_score && place->score < to_rational(*prize->min_score))
      out.push_back({pointer,
                     "standings.below_min_score",
                     {{"code", *award.code}, {"min", to_text(*prize->min_score)}}});
    else if (award.category && *award.category != place->category)
      out.push_back({pointer + "/category", "standings.other_category", {{"code", *award.code}}});
    if (!held.insert({award.prize, *award.code}).second)
      out.push_back({pointer, "standings.award_twice", {{"code", *award.code}}});
  }
}

/// A decision on a tie orders just the works that its table leaves open, and each once.
void check_tie_decisions(const rules::RuleBook& rules, const Ranking& ranking, Faults& out) {
  if (ranking.v == 1 || ranking.decisions.empty()) return;
  auto open = undecided_ties(rules, ranking);
  for (std::size_t i = 0; i < ranking.decisions.size(); ++i) {
    const auto& decision = ranking.decisions[i];
    const auto gone = std::erase_if(open, [&](const OpenTie& tie) {
      return tie.category == decision.category && std::ranges::is_permutation(tie.codes, decision.order);
    });
    if (gone == 0) out.push_back({"/ranking/decisions/" + std::to_string(i), "standings.no_such_tie", {}});
  }
}

using Given = std::tuple<std::string, std::string, std::string>;  // prize, code, unit

/// Since version 3 the awards are what ranking, rule book, authors' keys and the decisions of the file give: no more,
/// no fewer, no others.
void check_prizes(const rules::RuleBook& rules, const ResultsFile& file, Faults& out) {
  for (auto& fault : departure_faults(rules, file.ranking, file.authors, file.departures))
    out.push_back({"/departures" + fault.pointer, std::move(fault.key), std::move(fault.params)});
  std::multiset<Given> due;
  for (const auto& w : winners(rules, file.ranking, file.authors, file.departures))
    due.insert({w.prize, w.code, w.unit});
  for (std::size_t i = 0; i < file.awards.size(); ++i) {
    const auto& award = file.awards[i];
    const auto pointer = "/awards/" + std::to_string(i);
    const Given given{award.prize, award.code.value_or(""), award.unit_code.value_or("")};
    const auto keys = file.authors.find(award.code.value_or(""));
    if (const auto found = due.find(given); found != due.end())
      due.erase(found);
    else
      out.push_back({pointer, "standings.award_not_due", {{"prize", award.prize}}});
    if (award.code && (keys == file.authors.end() || keys->second.size() != award.authors.size()))
      out.push_back({pointer, "standings.author_keys_missing", {{"code", *award.code}}});
  }
  for (const auto& [prize, code, unit] : due)
    out.push_back(
        {"/awards", "standings.award_missing", {{"prize", prize}, {"who", code.empty() ? unit : code}}});
  for (const auto& line : allot_prizes(rules, file.ranking, file.authors, file.departures).undecided)
    out.push_back({"/departures", "standings.undecided", {{"prize", line.tier}}});
}

/// What a work that was taken out no longer has.
void check_left(const ResultsFile& file, Faults& out) {
  std::vector<std::set<std::string_view>> ranked;
  for (const auto& round : file.ranking.rounds) {
    auto& codes = ranked.emplace_back();
    for (const auto& work : round.works) codes.insert(work.code);
  }
  for (std::size_t i = 0; i < file.left.size(); ++i)
    for (const auto& codes : ranked)
      if (codes.contains(file.left[i].code))
        out.push_back(
            {"/left/" + std::to_string(i), "standings.left_but_ranked", {{"code", file.left[i].code}}});
}

/// Where the file parts from the log: its hash, the record, the way to the root, the signature.
void check_seal(const LongJson& raw, const ResultsFile& file, const std::optional<ledger::VerifierKey>& key,
                Verification& out) {
  if (!file.ledger) {
    out.faults.push_back({"/ledger", "standings.not_sealed", {}});
    return;
  }
  const auto& seal = *file.ledger;
  const auto own_key = file.v >= 4 ? ledger::parse_verifier_key(seal.key) : std::nullopt;
  if (file.v >= 4 &&
      (!own_key || (key && seal.key != ledger::format_verifier_key(key->name, as_text(key->public_key)))))
    out.faults.push_back({"/ledger/key", "standings.key_differs", {}});
  const auto& by = key ? key : own_key;
  const auto head = by ? ledger::open_checkpoint(seal.head, by->name, as_text(by->public_key))
                       : ledger::read_unverified_checkpoint(seal.head);
  if (!head || head->origin != seal.origin) {
    out.faults.push_back({"/ledger/head", by ? "standings.head_not_signed" : "standings.head_malformed", {}});
    return;
  }
  if (!key) out.remarks.push_back({"/ledger/head", "standings.no_key", {{"origin", seal.origin}}});
  if (file.v == 1) {
    // Else anybody could strip a file of its record and call it an old one.
    (key ? out.faults : out.remarks).push_back({"/ledger", "standings.no_record", {}});
    return;
  }
  const auto record = ledger::parse_record(seal.record);
  if (!record || record->kind != "result.published") {
    out.faults.push_back({"/ledger/record", "standings.record_malformed", {}});
    return;
  }
  if (!ledger::inclusion_holds(ledger::leaf_hash(seal.record), record->seq, head->size, seal.path,
                               head->root))
    out.faults.push_back({"/ledger/path", "standings.record_not_in_log", {}});
  const auto committed = record->data.find("file_sha256");
  if (committed == record->data.end() || committed->second != to_hex(as_text(results_file_hash(raw))))
    out.faults.push_back({"", "standings.file_not_published", {}});
  if (key) out.checked.push_back({"/ledger/head", "standings.checked_signature", {{"origin", seal.origin}}});
  if (file.v < 4) return;
  const auto checked =
      check_records(file, *head, raw.frame.at("ranking_sha256").get<std::string>(), out.faults);
  out.checked.push_back(
      {"/ledger/records",
       "standings.checked_records",
       {{"cards", std::to_string(checked.cards)}, {"decisions", std::to_string(checked.decisions)}}});
}

void verify(const LongJson& raw, const std::optional<ledger::VerifierKey>& key, Verification& out) {
  const auto rules = rules_of_results_file(raw);
  const auto file = read_results_file(rules, raw);
  const auto computed = long_results_file(rules, file);
  compare(raw, computed, out.faults);
  check_each_once(file.ranking, out.faults);
  check_advancement(rules, file.ranking, out.faults);
  check_tie_decisions(rules, file.ranking, out.faults);
  check_awards(rules, file, out.faults);
  if (file.v >= 3) {
    check_prizes(rules, file, out.faults);
    check_left(file, out.faults);
  }
  out.checked.push_back({"/ranking",
                         "standings.checked_arithmetic",
                         {{"rounds", std::to_string(file.ranking.rounds.size())},
                          {"prizes", std::to_string(file.awards.size())}}});
  check_seal(raw, file, key, out);
  for (const auto& exception : computed.frame.value("exceptions", json::array()))
    out.remarks.push_back({"/exceptions",
                           "standings." + exception.at("kind").get<std::string>(),
                           {{"prize", exception.at("prize").get<std::string>()},
                            {"code", exception.at("code").get<std::string>()}}});
}

}  // namespace

Verification verify_results_file(const ByteSource& text, const std::optional<ledger::VerifierKey>& key,
                                 const ReadingLimits& limits) {
  Verification out;
  auto read = read_long_json(text, long_lists_of_file(), limits);
  if (read && read->name_twice)
    out.faults.push_back({"", "standings.name_twice", {{"name", *read->name_twice}}});
  try {
    verify(read ? read->value : LongJson(), key, out);
  } catch (const json::exception&) {
    out.faults.push_back({"", "standings.not_a_results_file", {{"pointer", "/"}}});
  } catch (const Error& error) {
    const auto& faults = error.faults();
    if (faults.empty())
      out.faults.push_back({"", error.key(), error.params()});
    else
      for (const auto& fault : faults) out.faults.push_back(fault);
  }
  return out;
}

Verification verify_results_file(std::string_view text, const std::optional<ledger::VerifierKey>& key) {
  return verify_results_file(BorrowedBytes(text), key);
}

}  // namespace guong::standings
