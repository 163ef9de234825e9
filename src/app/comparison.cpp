// A finding stays on the installation's page until a later comparison does not find it, and is told once in
// that time.
#include "app/comparison.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <set>

#include "app/comparison_store.h"
#include "app/deep_check.h"
#include "guong/base/messages.h"
#include "guong/store/jobs.h"

namespace guong::app {
namespace {

constexpr std::int64_t kHour = 19;  // in UTC: two in the morning
constexpr std::size_t kMostLogged = 20;

constexpr std::size_t kMostKept = 1000;

/// What people read of it. The row that an invariant names first may say whose work a code stands for.
accounts::Says says(const Fault& fault) {
  auto params = fault.params;
  if (params.contains("first")) params["first"] = "…";
  return {message(fault.key, Lang::vi, params), message(fault.key, Lang::en, params)};
}

std::vector<Finding> findings_of(const store::Differences& found, Timestamp now) {
  std::vector<Finding> out;
  std::set<std::pair<std::string, std::string>> seen;
  for (const auto& fault : found) {
    if (out.size() == kMostKept) break;
    if (seen.insert({fault.pointer, fault.key}).second)
      out.push_back({fault.pointer, fault.key, says(fault), now});
  }
  return out;
}

accounts::Says notice_of(const Finding& first, const Comparison& outcome) {
  const Params params{{"count", std::to_string(outcome.differences)},
                      {"time", to_local_text(outcome.at, "Asia/Ho_Chi_Minh")},
                      {"place", first.place}};
  const auto in = [&](Lang lang, const std::string& first_says) {
    auto all = params;
    all["says"] = first_says;
    return message("app.ledger_differs_notice", lang, all);
  };
  return {in(Lang::vi, first.says.vi), in(Lang::en, first.says.en)};
}

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
  const auto findings = findings_of(found, now);
  services.store.write([&](store::Tx& tx) {
    const auto before = last_comparison(tx);
    const auto fresh = keep_findings(tx, findings, now);
    put_comparison(tx, outcome);
    // Beyond those that are kept, their number tells.
    const bool more = before && before->differences < outcome.differences;
    if (!fresh.empty() || (more && !findings.empty()))
      accounts::tell_administrators(tx, services.random, now, "comparison.differs",
                                    notice_of(fresh.empty() ? findings.front() : fresh.front(), outcome));
  });
}

}  // namespace guong::app
