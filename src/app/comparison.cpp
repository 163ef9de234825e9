// A finding stays on the installation's page until a later comparison finds nothing.
#include "app/comparison.h"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "app/comparison_store.h"
#include "app/deep_check.h"
#include "guong/base/messages.h"
#include "guong/store/jobs.h"

namespace guong::app {
namespace {

constexpr std::int64_t kHour = 19;  // in UTC: two in the morning
constexpr std::size_t kMostLogged = 20;

bool is_hour(Timestamp now) { return now.micros / hours(1).micros % 24 == kHour; }

}  // namespace

void enqueue_comparison(store::Tx& tx, Random& random, Timestamp now) {
  if (!is_hour(now)) return;
  const auto last = last_comparison(tx);
  if (last && last->at + hours(1) > now) return;
  store::enqueue(tx, random, now, kCompareJob, "");
}

void compare_ledger(const api::Services& services, Timestamp now) {
  const auto found = deep_differences(services.store, services.blobs, services.keys);
  for (std::size_t i = 0; i < std::min(found.size(), kMostLogged); ++i)
    spdlog::error("the ledger speaks otherwise: {}: {}", found[i].pointer,
                  message(found[i].key, Lang::en, found[i].params));
  const Comparison outcome{now, static_cast<std::int64_t>(found.size()),
                           found.empty() ? "" : found.front().pointer};
  services.store.write([&](store::Tx& tx) { put_comparison(tx, outcome); });
}

}  // namespace guong::app
