// One walk over the records, then each contest's rows. This is the lowest module that knows all of them.
#include "guong/results/ledger_check.h"

#include <algorithm>
#include <vector>

#include "guong/accounts/kept_rows.h"
#include "guong/api/record.h"
#include "guong/contests/contest.h"
#include "guong/contests/kept_rows.h"
#include "guong/entries/kept_rows.h"
#include "guong/judging/kept_rows.h"
#include "guong/store/row_mark.h"
#include "results/kept_rows_store.h"

namespace guong::results {
namespace {

constexpr std::size_t kMostTold = 50;

const std::vector<store::KeptTable>& all_tables() {
  static const auto kTables = [] {
    std::vector<store::KeptTable> out;
    for (const auto tables : {contests::kept_tables(), accounts::kept_tables(), entries::kept_tables(),
                              judging::kept_tables(), result_tables(), publication_tables()})
      out.insert(out.end(), tables.begin(), tables.end());
    return out;
  }();
  return kTables;
}

/// Rows of no contest (roles on the installation) stand under number 0.
std::vector<ContestId> every_contest(store::Reader& reader) {
  auto out = contests::every_contest(reader);
  out.insert(out.begin(), ContestId{});
  return out;
}

}  // namespace

store::Differences contest_differences(store::Reader& reader, const api::Keys& keys, ContestId contest,
                                       const TellProgress& tell) {
  constexpr std::int64_t kTellEvery = 1000;
  store::Differences out;
  store::RowCheck rows;
  const auto last = tell ? store::last_record(reader, contest) : 0;
  store::each_told(reader, keys.seal, contest, out, [&](const store::Told& told) {
    rows.take(told);
    if (tell && told.seq % kTellEvery == 0) tell("comparing", static_cast<int>(told.seq * 100 / (last + 1)));
  });
  rows.compare(reader, keys.seal, all_tables(), contest, out);
  return out;
}

store::Differences all_differences(store::Reader& reader, const api::Keys& keys) {
  store::Differences out;
  store::RowCheck rows;
  store::each_told(reader, keys.seal, std::nullopt, out, [&](const store::Told& told) { rows.take(told); });
  for (const auto contest : every_contest(reader))
    rows.compare(reader, keys.seal, all_tables(), contest, out);
  return out;
}

void require_ledger_agrees(store::Reader& reader, const api::Keys& keys, ContestId contest,
                           const TellProgress& tell) {
  auto found = contest_differences(reader, keys, contest, tell);
  if (found.empty()) return;
  const Params params{{"place", found.front().pointer}, {"count", std::to_string(found.size())}};
  if (found.size() > kMostTold) found.resize(kMostTold);
  throw Error(ErrorKind::conflict, "results.ledger_differs", params, std::move(found));
}

Compared compare_ahead(store::Store& store, const api::Keys& keys, ContestId contest,
                       const std::function<void(store::Reader&)>& then, const TellProgress& tell) {
  Compared out{contest, store.is_sqlite(), {}, -1};
  out.mark =
      store.write([&](store::Tx& tx) { return store::row_mark(tx, out.sqlite, all_tables(), contest); });
  store.read([&](store::Reader& reader) {
    out.last_record = store::last_record(reader, contest);
    if (tell) tell("computing", 0);
    then(reader);
    require_ledger_agrees(reader, keys, contest, tell);
  });
  return out;
}

bool still_stands(store::Tx& tx, const Compared& compared) {
  return store::last_record(tx, compared.contest) == compared.last_record &&
         store::row_mark(tx, compared.sqlite, all_tables(), compared.contest) == compared.mark;
}

bool rows_are_told(store::Reader& reader, const api::Keys& keys) {
  bool told_since = false;
  store::Differences unread;
  store::each_told(reader, keys.seal, std::nullopt, unread, [&](const store::Told& told) {
    if (told.kind == kKeyChanged) told_since = false;
    if (told.secret.contains(std::string(store::kRowsTold))) told_since = true;
  });
  // An opening that is gone or changed told something all the same.
  return told_since || std::ranges::any_of(unread, [](const Fault& fault) {
           return fault.key == "store.record_unreadable" || fault.params.at("name") == store::kRowsTold;
         });
}

void tell_all_rows(store::Tx& tx, const api::UseCaseContext& context) {
  for (const auto contest : every_contest(tx)) {
    auto rows = store::tell_all_rows(tx, context.keys.seal, all_tables(), contest);
    if (rows.empty()) continue;
    api::record(tx, context, contest ? "contest.rows_told" : "installation.rows_told",
                contest ? std::optional(contest) : std::nullopt, {},
                {{std::string(store::kRowsTold), std::move(rows)}});
  }
}

}  // namespace guong::results
