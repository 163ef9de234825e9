// Each record is needed for something in the file, and each thing in the file that an act made has its
// record: one more or one less is a fault. Cards are many: of their records nothing is kept but the leaf.
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
  std::size_t number = 0;  // in the file
  ledger::Record record;
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
      out.push_back({place_of(act.number) + "/open/" + name, "standings.opening_wrong", {{"name", name}}});
    act.values[name] = opening.value;
  }
  if (names != opened_names(act.record.kind))
    out.push_back({place_of(act.number) + "/open", "standings.opening_wrong", {{"name", act.record.kind}}});
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

constexpr std::string_view kCard = "card.submitted";

/// The cards of the file, each looked for among the records as these go by.
class Cards {
 public:
  explicit Cards(const ResultsFile& file) : rounds_(file.ranking.rounds) {
    for (const auto& round : rounds_) {
      auto& works = works_.emplace_back();
      auto& found = found_.emplace_back();
      for (std::size_t w = 0; w < round.works.size(); ++w) {
        works.emplace(round.works[w].code, w);
        found.emplace_back(round.works[w].cards.size());
      }
    }
  }

  /// Whether there is a card that says the same and has no record yet.
  bool take(const Act& act) {
    for (std::size_t r = 0; r < rounds_.size(); ++r) {
      if (act.said("round") != std::to_string(rounds_[r].number)) continue;
      const auto [first, last] = works_[r].equal_range(act.said("code"));
      for (auto work = first; work != last; ++work)
        if (take(rounds_[r].works[work->second].cards, act.said("marks"), found_[r][work->second]))
          return true;
    }
    return false;
  }
  int count() const { return count_; }

  void name_others(Faults& out) const {
    for (std::size_t r = 0; r < rounds_.size(); ++r)
      for (std::size_t w = 0; w < rounds_[r].works.size(); ++w)
        for (std::size_t c = 0; c < found_[r][w].size(); ++c) {
          if (found_[r][w][c]) continue;
          const auto& work = rounds_[r].works[w];
          out.push_back({place_of_card(r, w, c),
                         "standings.card_unrecorded",
                         {{"code", work.code}, {"judge", work.cards[c].judge}}});
        }
  }

 private:
  bool take(const std::vector<CountedCard>& cards, const std::string& marks, std::vector<bool>& found) {
    for (std::size_t c = 0; c < cards.size(); ++c)
      if (!found[c] && same_marks(cards[c].marks, marks)) {
        ++count_;
        return found[c] = true;
      }
    return false;
  }

  const std::vector<RankedRound>& rounds_;
  std::vector<std::multimap<std::string, std::size_t, std::less<>>> works_;  // by code
  std::vector<std::vector<std::vector<bool>>> found_;
  int count_ = 0;
};

struct ReadActs {
  std::vector<Act> others;  // no cards
  std::map<std::int64_t, Digest> leaves;
  std::map<std::size_t, std::string> unneeded;  // kinds by numbers
};

/// Every record in turn. One that cannot be read is no record.
ReadActs read_acts(const ResultsFile& file, Cards& cards, Faults& out) {
  ReadActs acts;
  for (std::size_t i = 0; i < file.ledger->records.size(); ++i) {
    const auto opened = file.ledger->records.at(i);
    auto record = ledger::parse_record(opened.record);
    const bool in_order = acts.leaves.empty() || (record && record->seq > acts.leaves.rbegin()->first);
    if (!record || !in_order || record->contest != ContestId{file.contest}) {
      out.push_back({place_of(i) + "/record", "standings.record_unreadable", {}});
      continue;
    }
    Act act{i, std::move(*record), {}};
    acts.leaves.emplace_hint(acts.leaves.end(), act.record.seq, ledger::leaf_hash(opened.record));
    act.values = act.record.data;
    open_values(opened, act, out);
    if (act.record.kind != kCard)
      acts.others.push_back(std::move(act));
    else if (!cards.take(act))
      acts.unneeded[i] = act.record.kind;
  }
  return acts;
}

void check_inclusion(const ResultsFile& file, const ReadActs& acts, const ledger::Checkpoint& head,
                     Faults& out) {
  if (ledger::subset_root(head.size, acts.leaves, file.ledger->nodes) != head.root)
    out.push_back({"/ledger/nodes", "standings.records_not_in_log", {}});
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
  Cards cards(file);
  auto acts = read_acts(file, cards, out);
  check_inclusion(file, acts, head, out);
  check_rules(file, acts.others, out);
  CheckedRecords checked;
  cards.name_others(out);
  checked.cards = cards.count();
  checked.decisions = check_steps(file, acts.others, ranking_sha256, out);
  checked.decisions += check_departures(file, acts.others, out) + check_left(file, acts.others, out);
  for (const auto& act : acts.others)
    if (!act.needed) acts.unneeded[act.number] = act.record.kind;
  for (const auto& [number, kind] : acts.unneeded)
    out.push_back({place_of(number), "standings.record_unneeded", {{"kind", kind}}});
  return checked;
}

}  // namespace guong::standings
