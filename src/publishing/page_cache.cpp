// Three answers, from cheap to dear: nothing was committed since, the fingerprint is the same, the page is
// made anew. The lock is never held while a page is made: two may make the same page at once, and the last
// one stays.
#include "publishing/page_cache.h"

#include <algorithm>
#include <mutex>

#include "publishing/page.h"

namespace guong::publishing {
namespace {

/// Another process may write to the same database: what this one has not seen is at most this old.
constexpr Duration kOldest = seconds(2);

}  // namespace

std::shared_ptr<const http::Prepared> PageCache::fresh(const std::string& key, std::uint64_t change,
                                                       Timestamp now) {
  std::shared_lock lock(mutex_);
  const auto kept = pages_.find(key);
  if (kept == pages_.end()) return nullptr;
  const Kept& k = kept->second;
  const bool holds = k.change == change && now < k.true_until && now - k.made < kOldest;
  return holds ? k.page : nullptr;
}

std::map<std::string, PageCache::Kept>::iterator PageCache::oldest() {
  return std::ranges::min_element(pages_, {}, [](const auto& kept) { return kept.second.made; });
}

std::shared_ptr<const http::Prepared> PageCache::get(store::Store& store, const std::string& key,
                                                     Timestamp now, const PageSource& source) {
  // Read before the snapshot: a commit in between makes the page look older than it is, never newer.
  const std::uint64_t change = store.changes().now();
  if (auto page = fresh(key, change, now)) return page;
  return store.read([&](store::Reader& reader) {
    const std::string fingerprint = source.fingerprint(reader);
    {
      std::unique_lock lock(mutex_);
      const auto kept = pages_.find(key);
      if (kept != pages_.end() && kept->second.fingerprint == fingerprint && now < kept->second.true_until) {
        kept->second.change = change;
        kept->second.made = now;
        return kept->second.page;
      }
    }
    RenderedPage made = source.make(reader);
    auto prepared =
        http::prepare(std::move(made.body), std::move(made.media_type), std::move(made.cache_control));
    prepared.extra.emplace_back("Content-Security-Policy", page_policy());
    auto page = std::make_shared<const http::Prepared>(std::move(prepared));
    // What is not there is not kept: anybody can think of addresses without end.
    if (page->identity->empty()) return page;
    std::unique_lock lock(mutex_);
    if (pages_.size() >= most_pages_ && !pages_.contains(key)) pages_.erase(oldest());
    pages_[key] = {page, fingerprint, change, now, made.true_until};
    return page;
  });
}

}  // namespace guong::publishing
