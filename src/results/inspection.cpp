// Puts the lists together. Records of the ledger come with the values that they commit to: the board's own
// steps at once, all others (submissions, cards, assignments) once the codes were joined: before, even their
// times would tell.
#include "results/inspection.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "guong/accounts/account.h"
#include "guong/base/error.h"
#include "guong/contests/contest.h"
#include "guong/ledger/record.h"
#include "guong/store/kept_rows.h"
#include "guong/store/openings.h"
#include "guong/store/public_log.h"
#include "results/inspection_store.h"

namespace guong::results {
namespace {

constexpr int kAtOnce = 500;
constexpr std::string_view kOpenSteps[] = {"contest.", "grant.",  "invitation.", "round.",
                                           "panel.",   "result.", "codes.",      "awards."};

bool is_joined(contests::ContestState state) {
  return state == contests::ContestState::settled || state == contests::ContestState::published;
}

bool may_read(std::string_view kind, bool joined) {
  if (kind == store::kNeverRead) return false;
  return joined || std::ranges::any_of(kOpenSteps, [&](auto step) { return kind.starts_with(step); });
}

std::optional<AccountId> account_in(const std::string& text) {
  AccountId id;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id.value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return id;
}

constexpr std::string_view kPersons[] = {"actor", "judge", "account", "first", "second", "given_by"};

void open_into(InspectionLine& line, const ledger::Record& record, const store::Openings& openings) {
  for (const auto& [name, opening] : openings) {
    if (name == store::kRowsTold) continue;  // says nothing to a person
    const auto committed = record.commitments.find(name);
    // A value that is not what the record commits to is named, not shown.
    const bool holds =
        opening && committed != record.commitments.end() && committed->second == ledger::commitment(*opening);
    const auto person = holds && std::ranges::find(kPersons, name) != std::end(kPersons)
                            ? account_in(opening->value)
                            : std::nullopt;
    if (person)
      line.people[name] = *person;
    else
      line.values[name] = holds ? opening->value : "!";
  }
}

/// Records have a number for a place; the cursor carries it as its time, one above.
InspectionLine line_of(store::Reader& reader, const api::Keys& keys, const InspectedRecord& row) {
  InspectionLine line{{row.seq + 1}, "", {{"seq", std::to_string(row.seq)}}, {}};
  const auto record = ledger::parse_record(row.record);
  if (!record) {
    line.values["kind"] = "!";
    line.values["time"] = to_rfc3339({});
    return line;
  }
  for (const auto& [name, value] : record->data) line.values[name] = value;
  line.values["kind"] = record->kind;
  line.values["time"] = to_rfc3339(record->time);
  open_into(line, *record, store::find_openings(reader, keys.seal, row.seq));
  return line;
}

/// Reads on until the page is full: what may not be read yet leaves no gap.
std::vector<InspectionLine> records(store::Reader& reader, const api::Keys& keys, InspectionSpan span) {
  const bool joined = is_joined(contests::find_contest(reader, span.contest).state);
  std::vector<InspectionLine> out;
  for (;;) {
    const auto rows = load_records(reader, span);
    for (const auto& row : rows) {
      if (!may_read(row.kind, joined)) continue;
      out.push_back(line_of(reader, keys, row));
      if (std::cmp_equal(out.size(), span.limit)) return out;
    }
    if (std::cmp_less(rows.size(), span.limit)) return out;
    span.after.at = {rows.back().seq + 1};
  }
}

void name_people(store::Reader& reader, std::vector<InspectionLine>& lines) {
  std::vector<AccountId> ids;
  for (const auto& line : lines)
    for (const auto& [name, id] : line.people) ids.push_back(id);
  std::ranges::sort(ids);
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  const auto names = accounts::account_names(reader, ids);
  for (auto& line : lines)
    for (const auto& [name, id] : line.people) {
      const auto found = names.find(id);
      line.values[name] = found == names.end() ? "" : found->second;
    }
}

std::vector<InspectionLine> load_list(store::Reader& reader, const api::Keys& keys, std::string_view list,
                                      const InspectionSpan& span) {
  if (list == "works") return load_works(reader, span);
  if (list == "people") return load_people(reader, span);
  if (list == "assignments") return load_assignments(reader, span);
  if (list == "waivers") return load_waivers(reader, span);
  if (list == "cards") return load_cards(reader, span);
  if (list == "records") return records(reader, keys, span);
  throw Error::not_found();
}

}  // namespace

std::vector<InspectionLine> inspect(store::Reader& reader, const api::UseCaseContext& context,
                                    ContestId contest, std::string_view list, Timestamp until,
                                    const InspectionCursor& after, int limit) {
  api::require(context.actor, api::Role::inspector, contest);
  auto lines = load_list(reader, context.keys, list, {contest, until, after, limit});
  name_people(reader, lines);
  return lines;
}

void each_line(store::Reader& reader, const api::UseCaseContext& context, ContestId contest,
               std::string_view list, Timestamp until,
               const std::function<void(const InspectionLine&)>& take) {
  for (InspectionCursor after;;) {
    const auto lines = inspect(reader, context, contest, list, until, after, kAtOnce);
    for (const auto& line : lines) take(line);
    if (lines.size() < kAtOnce) return;
    after = {lines.back().at, lines.back().key};
  }
}

}  // namespace guong::results
