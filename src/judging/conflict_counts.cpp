// How many conflicts of interest each judge has, kept for the organiser's page. Counting opens every author's
// name, which takes a second for tens of thousands of works: a job does it, when facts have changed.
#include "guong/api/record.h"
#include "guong/base/error.h"
#include "guong/judging/assignment.h"
#include "judging/conflict_count_store.h"
#include "judging/conflicts.h"
#include "judging/jobs.h"

namespace guong::judging {
namespace {

/// What a count has found, with the facts that it was made from.
struct Count {
  std::string facts;
  std::vector<ConflictCountRow> rows;
};

/// Nothing when the count that is kept was made from the same facts.
std::optional<Count> count_if_changed(store::Reader& reader, const api::Keys& keys, ContestId contest,
                                      Timestamp now) {
  const auto judges = contest_judges(reader, contest, now);
  Count out{conflict_facts_hash(reader, contest, judges), {}};
  if (const auto check = load_conflict_check(reader, contest); check && check->facts == out.facts)
    return std::nullopt;
  for (const auto& [key, works] : tally_conflicts(reader, keys, contest, judges))
    out.rows.push_back({key.first, std::string(scoring::interest_kind_name(key.second)), works});
  return out;
}

std::optional<scoring::InterestKind> kind_of(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(scoring::InterestKind::author_declared); ++i)
    if (const auto kind = static_cast<scoring::InterestKind>(i); scoring::interest_kind_name(kind) == name)
      return kind;
  return std::nullopt;
}

}  // namespace

ConflictCounts conflict_counts(store::Reader& reader, ContestId contest, Timestamp now) {
  ConflictCounts out;
  const auto check = load_conflict_check(reader, contest);
  if (!check) return out;
  out.counted_at = check->counted_at;
  const auto rows = load_conflict_counts(reader, contest);
  auto row = rows.begin();
  for (const auto& judge : contest_judges(reader, contest, now)) {
    while (row != rows.end() && row->judge < judge.id) ++row;
    for (; row != rows.end() && row->judge == judge.id; ++row)
      if (const auto kind = kind_of(row->kind))
        out.items.push_back({judge.id, judge.name, row->kind, scoring::is_hard(*kind), row->works});
  }
  return out;
}

bool recount_conflicts(store::Store& store, const api::Keys& keys, ContestId contest, Timestamp now) {
  const auto count =
      store.read([&](store::Reader& reader) { return count_if_changed(reader, keys, contest, now); });
  if (!count) return false;
  store.write([&](store::Tx& tx) { replace_conflict_counts(tx, contest, count->facts, count->rows, now); });
  return true;
}

void enqueue_conflict_count(store::Tx& tx, const api::UseCaseContext& context, ContestId contest) {
  store::enqueue(tx, context.random, context.now, kCountConflictsJob, id_text(contest));
}

void enqueue_stale_conflict_counts(store::Store& store, Random& random, Timestamp now) {
  const auto stale = store.read([&](store::Reader& reader) {
    auto contests = contests_with_judges(reader);
    std::erase_if(contests, [&](ContestId contest) {
      const auto check = load_conflict_check(reader, contest);
      return check &&
             check->facts == conflict_facts_hash(reader, contest, contest_judges(reader, contest, now));
    });
    return contests;
  });
  for (const auto contest : stale)
    store.write(
        [&](store::Tx& tx) { store::enqueue(tx, random, now, kCountConflictsJob, id_text(contest)); });
}

}  // namespace guong::judging
