// Who acted and which entry a code stands for stays closed: of a card its code and marks are opened, which
// stand in the file. Cards are many: which of them are needed is found in one walk over the log that keeps what they
// say and no record, and the records are read in another.
#include "results/file_records.h"

#include <algorithm>
#include <map>
#include <memory>
#include <tuple>

#include "guong/base/error.h"
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

using Openings = std::map<std::int64_t, store::Openings>;

/// Records from a number on, at most a page, with the openings of cards and of works that were taken out.
struct Page {
  std::vector<store::LogRecord> records;
  Openings openings;
};
Page page_from(store::Reader& reader, const api::Keys& keys, ContestId contest, std::int64_t from,
               std::int64_t size) {
  Page page{store::records_of_contest(reader, contest, from, size, kPage), {}};
  if (page.records.empty()) return page;
  page.openings = store::find_openings(
      reader, keys.seal, {contest, from - 1, page.records.back().seq, std::pair(kCard, kTakenOut)});
  return page;
}

std::optional<Found> found_in(store::Reader& reader, const api::Keys& keys, const store::LogRecord& line,
                              Openings& openings) {
  auto record = ledger::parse_record(line.record);
  if (!record) return std::nullopt;
  Found found{std::move(*record), line.record, {}};
  if (found.record.kind != kCard && found.record.kind != kTakenOut) return found;
  if (!openings.contains(line.seq))  // what stands beside the record names another kind
    openings[line.seq] = store::find_openings(reader, keys.seal, line.seq);
  for (auto& [name, opening] : openings[line.seq])
    if (opening) found.openings[name] = *opening;
  return found;
}

/// What a judge said of a work: the card that was handed in last.
using CardKey = std::tuple<std::string, std::string, std::string>;  // round, code, judge
struct CardAct {
  std::int64_t seq = 0;
  std::string marks;
};
struct Acts {
  std::map<CardKey, CardAct> cards;
  std::vector<Found> others;
};

Acts find_acts(store::Reader& reader, const api::Keys& keys, const standings::ResultsFile& file) {
  Acts out;
  const auto size = store::next_record(reader);
  for (std::int64_t from = 0;;) {
    auto page = page_from(reader, keys, ContestId{file.contest}, from, size);
    if (page.records.empty()) return out;
    for (const auto& line : page.records) {
      if (!is_told_of(line.record)) continue;
      auto found = found_in(reader, keys, line, page.openings);
      if (!found || !may_be_needed(found->record, file)) continue;
      if (found->record.kind == kCard)
        out.cards[{found->said("round"), found->said("code"), found->said("judge")}] = {line.seq,
                                                                                        found->said("marks")};
      else
        out.others.push_back(std::move(*found));
    }
    from = page.records.back().seq + 1;
  }
}

std::string marks_text(const scoring::Marks& marks) {
  ledger::Object object;
  for (const auto& [criterion, mark] : marks) object.push_back({criterion, to_text(mark)});
  return ledger::canonical_json(object);
}

/// False when a card of the file has no record.
bool take_cards(const standings::ResultsFile& file, const std::map<CardKey, CardAct>& acts,
                std::vector<std::int64_t>& out) {
  std::multimap<std::pair<std::string_view, std::string_view>, const CardAct*> cards;  // by round and code
  for (const auto& [key, act] : acts) cards.insert({{std::get<0>(key), std::get<1>(key)}, &act});
  for (const auto& round : file.ranking.rounds) {
    const auto number = std::to_string(round.number);
    for (const auto& work : round.works)
      for (const auto& card : work.cards) {
        const auto [first, last] = cards.equal_range({number, work.code});
        const auto text = marks_text(card.marks);
        const auto fit =
            std::find_if(first, last, [&](const auto& each) { return each.second->marks == text; });
        if (fit == last) return false;
        out.push_back(fit->second->seq);
        cards.erase(fit);
      }
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

/// Reads the records of a file in their order, a page of the log at a time.
class RecordReader {
 public:
  RecordReader(store::Reader& reader, const api::Keys& keys, ContestId contest,
               std::vector<std::int64_t> seqs)
      : reader_(reader), keys_(keys), contest_(contest), seqs_(std::move(seqs)) {}

  standings::OpenedRecord at(std::size_t i) {
    const auto seq = seqs_.at(i);
    auto line = std::ranges::lower_bound(page_.records, seq, {}, &store::LogRecord::seq);
    if (line == page_.records.end() || line->seq != seq) {
      page_ = page_from(reader_, keys_, contest_, seq, seqs_.back() + 1);
      line = page_.records.begin();
    }
    auto found = line == page_.records.end() ? std::nullopt : found_in(reader_, keys_, *line, page_.openings);
    if (!found || line->seq != seq) throw Error(ErrorKind::internal, "store.log_damaged");
    return opened(*found);
  }

 private:
  store::Reader& reader_;
  const api::Keys& keys_;
  const ContestId contest_;
  const std::vector<std::int64_t> seqs_;
  Page page_;
};

}  // namespace

std::optional<FileRecords> records_of_file(store::Reader& reader, const api::Keys& keys,
                                           const standings::ResultsFile& file) {
  const auto acts = find_acts(reader, keys, file);
  std::vector<std::int64_t> seqs;
  if (!take_cards(file, acts.cards, seqs)) return std::nullopt;
  std::vector<bool> taken(file.left.size());
  for (const auto& each : acts.others)
    if (each.record.kind == kTakenOut ? is_left(file, each, taken) : is_decision(file, each))
      seqs.push_back(each.record.seq);
  std::ranges::sort(seqs);
  const auto records = std::make_shared<RecordReader>(reader, keys, ContestId{file.contest}, seqs);
  const auto count = seqs.size();
  return FileRecords{std::move(seqs), {{}, count, [records](std::size_t i) { return records->at(i); }}};
}

}  // namespace guong::results
