// Records page by page, and their openings page by page: two queries for 500 records.
#include "guong/ledger/record.h"
#include "guong/store/ledger_reading.h"
#include "guong/store/openings.h"

namespace guong::store {
namespace {

constexpr std::int64_t kPage = 500;

struct Line {
  std::int64_t seq = 0;
  std::string record;
};

std::vector<Line> page(Reader& reader, const std::optional<ContestId>& contest, std::int64_t after) {
  const auto line = [](const Row& row) { return Line{row.i64(0), row.text(1)}; };
  if (!contest)
    return reader.all(R"(select seq, record from ledger_record where seq > $1 order by seq limit $2)",
                      {after, kPage}, line);
  return reader.all(
      R"(select seq, record from ledger_record where contest_id = $1 and seq > $2 order by seq limit $3)",
      {*contest, after, kPage}, line);
}

void differs(Differences& out, std::int64_t seq, const char* key, const std::string& name = "") {
  const auto number = std::to_string(seq);
  out.push_back({"/ledger/" + number, key, {{"seq", number}, {"name", name}}});
}

std::optional<Told> told(const Line& line, const Openings& openings, Differences& out) {
  auto record = ledger::parse_record(line.record);
  if (!record || record->seq != line.seq) {
    differs(out, line.seq, "store.record_unreadable");
    return std::nullopt;
  }
  Told told{record->seq, record->kind, record->time, record->contest, std::move(record->data), {}};
  for (const auto& [name, commitment] : record->commitments) {
    const auto opening = openings.find(name);
    if (opening != openings.end() && opening->second && ledger::commitment(*opening->second) == commitment)
      told.secret[name] = opening->second->value;
    else
      differs(out, line.seq, "store.opening_differs", name);
  }
  for (const auto& [name, opening] : openings)
    if (!record->commitments.contains(name)) differs(out, line.seq, "store.opening_differs", name);
  return told;
}

}  // namespace

std::string Told::said(const std::string& name) const {
  if (const auto open = data.find(name); open != data.end()) return open->second;
  const auto closed = secret.find(name);
  return closed == secret.end() ? "" : closed->second;
}

void each_told(Reader& reader, std::string_view seal_key, std::optional<ContestId> contest,
               Differences& differences, const std::function<void(const Told&)>& f) {
  for (std::int64_t after = -1;;) {
    const auto lines = page(reader, contest, after);
    if (lines.empty()) return;
    auto openings = find_openings(reader, seal_key, {contest, after, lines.back().seq});
    for (const auto& line : lines)
      if (const auto one = told(line, openings[line.seq], differences)) f(*one);
    after = lines.back().seq;
  }
}

}  // namespace guong::store
