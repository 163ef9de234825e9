// Each record is needed for something in the file, and each thing in the file that an act made has its
// record: one more or one less is a fault.
#include "standings/record_check.h"

#include <algorithm>
#include <map>
#include <set>

#include "guong/base/crypto.h"
#include "guong/base/decimal.h"
#include "guong/ledger/canonical_json.h"
#include "guong/ledger/subset.h"

namespace guong::standings {
namespace {

using Faults = std::vector<Fault>;

struct Act {
  std::string pointer;
  ledger::Record record;
  Digest leaf{};
  std::map<std::string, std::string> values;  // what it says, opened values too
  bool needed = false;

  std::string said(const std::string& name) const {
    const auto found = values.find(name);
    return found == values.end() ? "" : found->second;
  }
};

std::string place_of(std::size_t i) { return "/ledger/records/" + std::to_string(i); }

std::string place_of_card(std::size_t round, std::size_t work, std::size_t card) {
  return "/ranking/rounds/" + std::to_string(round) + "/works/" + std::to_string(work) + "/cards/" +
         std::to_string(card);
}

/// What a record may be opened to: never who acted, never which entry a code stands for.
const std::set<std::string>& opened_names(const std::string& kind) {
  static const std::set<std::string> kCard{"code", "marks"}, kLeft{"reason"}, kNone;
  if (kind == "card.submitted") return kCard;
  return kind == "entry.disqualified" ? kLeft : kNone;
}

void open_values(const OpenedRecord& from, Act& act, Faults& out) {
  std::set<std::string> names;
  for (const auto& [name, opening] : from.open) {
    names.insert(name);
    const auto committed = act.record.commitments.find(name);
    if (committed == act.record.commitments.end() || committed->second != ledger::commitment(opening))
      out.push_back({act.pointer + "/open/" + name, "standings.opening_wrong", {{"name", name}}});
    act.values[name] = opening.value;
  }
  if (names != opened_names(act.record.kind))
    out.push_back({act.pointer + "/open", "standings.opening_wrong", {{"name", act.record.kind}}});
}

std::vector<Act> read_acts(const ResultsFile& file, Faults& out) {
  std::vector<Act> acts;
  for (std::size_t i = 0; i < file.ledger->records.size(); ++i) {
    auto record = ledger::parse_record(file.ledger->records[i].record);
    const bool in_order = acts.empty() || (record && record->seq > acts.back().record.seq);
    if (!record || !in_order || record->contest != ContestId{file.contest}) {
      out.push_back({place_of(i) + "/record", "standings.record_unreadable", {}});
      continue;
    }
    Act act{place_of(i), std::move(*record), ledger::leaf_hash(file.ledger->records[i].record), {}};
    act.values = act.record.data;
    open_values(file.ledger->records[i], act, out);
    acts.push_back(std::move(act));
  }
  return acts;
}

void check_inclusion(const ResultsFile& file, const std::vector<Act>& acts, const ledger::Checkpoint& head,
                     Faults& out) {
  std::map<std::int64_t, Digest> leaves;
  for (const auto& act : acts) leaves[act.record.seq] = act.leaf;
  if (ledger::subset_root(head.size, leaves, file.ledger->nodes) != head.root)
    out.push_back({"/ledger/nodes", "standings.records_not_in_log", {}});
}

/// The first act of the kind that is as `fits` says, and not needed for anything yet.
template <class Fits>
Act* take(std::vector<Act>& acts, std::string_view kind, Fits fits) {
  const auto found = std::ranges::find_if(
      acts, [&](const Act& act) { return act.record.kind == kind && !act.needed && fits(act); });
  if (found == acts.end()) return nullptr;
  found->needed = true;
  return &*found;
}

bool same_marks(const scoring::Marks& marks, const std::string& text) {
  const auto object = ledger::parse_canonical_json(text);
  if (!object || object->size() != marks.size()) return false;
  return std::ranges::all_of(*object, [&](const ledger::Member& member) {
    const auto* number = std::get_if<std::string>(&member.value);
    const auto mark = number ? parse_decimal(*number) : std::nullopt;
    const auto ours = marks.find(member.name);
    return mark && ours != marks.end() && to_rational(*mark) == to_rational(ours->second);
  });
}

int check_cards(const ResultsFile& file, std::vector<Act>& acts, Faults& out) {
  std::multimap<std::pair<std::string, std::string>, Act*> by_work;  // round, code
  for (auto& act : acts)
    if (act.record.kind == "card.submitted") by_work.insert({{act.said("round"), act.said("code")}, &act});
  int found = 0;
  const auto& rounds = file.ranking.rounds;
  for (std::size_t r = 0; r < rounds.size(); ++r)
    for (std::size_t w = 0; w < rounds[r].works.size(); ++w) {
      const auto& work = rounds[r].works[w];
      for (std::size_t c = 0; c < work.cards.size(); ++c) {
        const auto [first, last] = by_work.equal_range({std::to_string(rounds[r].number), work.code});
        const auto fit = std::find_if(first, last, [&](const auto& each) {
          return !each.second->needed && same_marks(work.cards[c].marks, each.second->said("marks"));
        });
        if (fit == last) {
          out.push_back({place_of_card(r, w, c),
                         "standings.card_unrecorded",
                         {{"code", work.code}, {"judge", work.cards[c].judge}}});
          continue;
        }
        fit->second->needed = true;
        ++found;
      }
    }
  return found;
}

void check_rules(const ResultsFile& file, std::vector<Act>& acts, Faults& out) {
  const auto fits = [&](const Act& act) {
    return act.said("version") == std::to_string(file.ranking.rules_version) &&
           act.said("rule_book_sha256") == to_hex(as_text(sha256(file.rules_document)));
  };
  if (!take(acts, "contest.opened", fits) && !take(acts, "contest.amended", fits))
    out.push_back({"/rule_book", "standings.rules_unrecorded", {}});
}

std::string joined(const std::vector<std::string>& codes) {
  std::string out;
  for (const auto& code : codes) out += (out.empty() ? "" : " ") + code;
  return out;
}

/// The steps of this result, at the times that the file says.
int check_steps(const ResultsFile& file, std::vector<Act>& acts, const std::string& ranking_sha256,
                Faults& out) {
  const auto of_result = [&](const Act& act) { return act.said("result") == std::to_string(file.number); };
  int found = 0;
  const auto need = [&](const std::string& place, const char* kind, auto fits) {
    if (take(acts, kind, [&](const Act& act) { return of_result(act) && fits(act); }))
      ++found;
    else
      out.push_back({place, "standings.step_unrecorded", {{"step", kind}}});
  };
  need("/result", "result.computed", [&](const Act& act) {
    return act.record.time == file.computed_at && act.said("reason") == file.reason;
  });
  need("/result", "result.proposed", [&](const Act& act) {
    return act.said("decision_number") == file.decision_number &&
           act.said("ranking_sha256") == ranking_sha256;
  });
  need("/result", "result.approved", [&](const Act& act) {
    return act.record.time == file.approved_at && act.said("ranking_sha256") == ranking_sha256;
  });
  for (std::size_t i = 0; i < file.ranking.decisions.size(); ++i) {
    const auto& decision = file.ranking.decisions[i];
    need("/ranking/decisions/" + std::to_string(i), "result.tie_decided", [&](const Act& act) {
      return act.said("order") == joined(decision.order) &&
             (file.ranking.v == 1 || act.said("table") == decision.category.value_or(""));
    });
  }
  return found;
}

/// What was decided about prizes at once has one record.
int check_departures(const ResultsFile& file, std::vector<Act>& acts, Faults& out) {
  int found = 0;
  for (std::size_t i = 0; i < file.departures.size(); ++i) {
    const auto& departure = file.departures[i];
    const auto act = std::ranges::find_if(acts, [&](const Act& each) {
      const bool adjusted = each.record.kind == "awards.adjusted" && each.said("reason") == departure.reason;
      const bool proposed =
          each.record.kind == "result.proposed" && each.said("vacancy_reason") == departure.reason;
      return (adjusted || proposed) && each.record.time == departure.decided_at &&
             each.said("result") == std::to_string(file.number);
    });
    if (act == acts.end()) {
      out.push_back({"/departures/" + std::to_string(i), "standings.departure_unrecorded", {}});
      continue;
    }
    act->needed = true;
    ++found;
  }
  return found;
}

int check_left(const ResultsFile& file, std::vector<Act>& acts, Faults& out) {
  int found = 0;
  for (std::size_t i = 0; i < file.left.size(); ++i) {
    const auto& work = file.left[i];
    if (work.state != "disqualified") continue;
    if (take(acts, "entry.disqualified", [&](const Act& act) { return act.said("reason") == work.reason; }))
      ++found;
    else
      out.push_back({"/left/" + std::to_string(i), "standings.left_unrecorded", {{"code", work.code}}});
  }
  return found;
}

}  // namespace

CheckedRecords check_records(const ResultsFile& file, const ledger::Checkpoint& head,
                             const std::string& ranking_sha256, Faults& out) {
  auto acts = read_acts(file, out);
  check_inclusion(file, acts, head, out);
  check_rules(file, acts, out);
  CheckedRecords checked;
  checked.cards = check_cards(file, acts, out);
  checked.decisions = check_steps(file, acts, ranking_sha256, out);
  checked.decisions += check_departures(file, acts, out) + check_left(file, acts, out);
  for (const auto& act : acts)
    if (!act.needed) out.push_back({act.pointer, "standings.record_unneeded", {{"kind", act.record.kind}}});
  return checked;
}

}  // namespace guong::standings
