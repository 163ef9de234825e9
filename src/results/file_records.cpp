// Who acted and which entry a code stands for stays closed: of a card its code and marks are opened, which
// stand in the file.
#include "results/file_records.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "guong/ledger/canonical_json.h"
#include "guong/ledger/record.h"
#include "guong/store/log.h"
#include "guong/store/openings.h"
#include "guong/store/public_log.h"

namespace guong::results {
namespace {

constexpr int kPage = 500;

struct Found {
  ledger::Record record;
  std::string text;
  std::map<std::string, ledger::Opening> openings;  // of cards and works that were taken out

  std::string said(const std::string& name) const {
    if (const auto open = record.data.find(name); open != record.data.end()) return open->second;
    const auto closed = openings.find(name);
    return closed == openings.end() ? "" : closed->second.value;
  }
};

constexpr std::string_view kCard = "card.submitted", kTakenOut = "entry.disqualified";

/// By its text, which is canonical: most records tell of entries, and are not read any further.
bool is_told_of(std::string_view record) {
  constexpr std::string_view kNamed = R"("kind":")";
  constexpr std::string_view kKinds[] = {kCard,     kTakenOut,        "contest.opened", "contest.amended",
                                         "result.", "awards.adjusted"};
  for (auto at = record.find(kNamed); at != record.npos; at = record.find(kNamed, at + 1))
    if (std::ranges::any_of(kKinds,
                            [&](auto kind) { return record.substr(at + kNamed.size()).starts_with(kind); }))
      return true;
  return false;
}

bool may_be_needed(const ledger::Record& record, const standings::ResultsFile& file) {
  const auto says = [&](const char* name, std::int64_t value) {
    const auto found = record.data.find(name);
    return found != record.data.end() && found->second == std::to_string(value);
  };
  const auto& kind = record.kind;
  if (kind == kCard || kind == kTakenOut) return true;
  if (kind == "contest.opened" || kind == "contest.amended")
    return says("version", file.ranking.rules_version);
  return (kind.starts_with("result.") || kind == "awards.adjusted") && says("result", file.number);
}

/// In the order of the log, with the openings of cards and of works that were taken out.
std::vector<Found> find_records(store::Reader& reader, const api::Keys& keys,
                                const standings::ResultsFile& file) {
  std::vector<Found> out;
  const auto size = store::next_record(reader);
  for (std::int64_t from = 0;;) {
    const auto page = store::records_of_contest(reader, ContestId{file.contest}, from, size, kPage);
    if (page.empty()) return out;
    store::OpeningRange range{ContestId{file.contest}, from - 1, page.back().seq,
                              std::pair(kCard, kTakenOut)};
    auto openings = store::find_openings(reader, keys.seal, range);
    for (const auto& each : page) {
      if (!is_told_of(each.record)) continue;
      auto record = ledger::parse_record(each.record);
      if (!record || !may_be_needed(*record, file)) continue;
      Found found{std::move(*record), each.record, {}};
      if (found.record.kind == kCard || found.record.kind == kTakenOut) {
        if (!openings.contains(each.seq))  // what stands beside the record names another kind
          openings[each.seq] = store::find_openings(reader, keys.seal, each.seq);
        for (auto& [name, opening] : openings[each.seq])
          if (opening) found.openings[name] = std::move(*opening);
      }
      out.push_back(std::move(found));
    }
    from = page.back().seq + 1;
  }
}

/// A judge's card of a work is the one that was handed in last.
std::multimap<std::pair<std::string, std::string>, const Found*> last_cards(const std::vector<Found>& found) {
  std::map<std::tuple<std::string, std::string, std::string>, const Found*> last;
  for (const auto& each : found)
    if (each.record.kind == "card.submitted")
      last[{each.said("round"), each.said("code"), each.said("judge")}] = &each;
  std::multimap<std::pair<std::string, std::string>, const Found*> out;
  for (const auto& [key, each] : last) out.insert({{std::get<0>(key), std::get<1>(key)}, each});
  return out;
}

std::string marks_text(const scoring::Marks& marks) {
  ledger::Object object;
  for (const auto& [criterion, mark] : marks) object.push_back({criterion, to_text(mark)});
  return ledger::canonical_json(object);
}

/// False when a card of the file has no record.
bool take_cards(const standings::ResultsFile& file, const std::vector<Found>& found,
                std::vector<const Found*>& out) {
  auto cards = last_cards(found);
  for (const auto& round : file.ranking.rounds)
    for (const auto& work : round.works)
      for (const auto& card : work.cards) {
        const auto [first, last] = cards.equal_range({std::to_string(round.number), work.code});
        const auto text = marks_text(card.marks);
        const auto fit =
            std::find_if(first, last, [&](const auto& each) { return each.second->said("marks") == text; });
        if (fit == last) return false;
        out.push_back(fit->second);
        cards.erase(fit);
      }
  return true;
}

bool is_left(const standings::ResultsFile& file, const Found& found, std::vector<bool>& taken) {
  for (std::size_t i = 0; i < file.left.size(); ++i) {
    if (taken[i] || file.left[i].state != "disqualified" || file.left[i].reason != found.said("reason"))
      continue;
    taken[i] = true;
    return true;
  }
  return false;
}

bool is_decision(const standings::ResultsFile& file, const Found& found) {
  constexpr std::string_view kSteps[] = {"result.computed",    "result.proposed", "result.approved",
                                         "result.tie_decided", "contest.opened",  "contest.amended"};
  if (std::ranges::find(kSteps, found.record.kind) != std::end(kSteps)) return true;
  return found.record.kind == "awards.adjusted" &&
         std::ranges::any_of(file.departures, [&](const standings::Departure& departure) {
           return departure.decided_at == found.record.time && departure.reason == found.said("reason");
         });
}

standings::OpenedRecord opened(const Found& found) {
  standings::OpenedRecord out{found.text, {}};
  const bool card = found.record.kind == "card.submitted";
  const auto names = card ? std::vector<std::string>{"code", "marks"} : std::vector<std::string>{"reason"};
  for (const auto& name : names)
    if (const auto opening = found.openings.find(name); opening != found.openings.end())
      out.open.insert(*opening);
  return out;
}

}  // namespace

std::optional<std::vector<standings::OpenedRecord>> records_of_file(store::Reader& reader,
                                                                    const api::Keys& keys,
                                                                    const standings::ResultsFile& file) {
  const auto found = find_records(reader, keys, file);
  std::vector<const Found*> needed;
  if (!take_cards(file, found, needed)) return std::nullopt;
  std::vector<bool> taken(file.left.size());
  for (const auto& each : found)
    if (each.record.kind == "entry.disqualified" ? is_left(file, each, taken) : is_decision(file, each))
      needed.push_back(&each);
  std::ranges::sort(needed, {}, [](const Found* each) { return each->record.seq; });
  std::vector<standings::OpenedRecord> out;
  for (const auto* each : needed) out.push_back(opened(*each));
  return out;
}

}  // namespace guong::results
