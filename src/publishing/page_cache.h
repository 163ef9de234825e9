// Public pages made once and sent many times: rendered and compressed, kept until something they show has
// changed.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <shared_mutex>
#include <string>

#include "guong/base/time.h"
#include "guong/http/encoding.h"
#include "guong/store/store.h"

namespace guong::publishing {

/// A page and how long it stays true by itself (a contest closes at its deadline). An empty one is not there:
/// the route answers 404.
struct RenderedPage {
  std::string body;
  Timestamp true_until;
  std::string media_type = "text/html; charset=utf-8";
  std::string cache_control = "public, max-age=0, must-revalidate";
};

/// How a page is known to be still true, and how it is made. Both run in one snapshot.
struct PageSource {
  // cheap: changes whenever what the page shows has changed
  std::function<std::string(store::Reader&)> fingerprint;
  std::function<RenderedPage(store::Reader&)> make;
};

class PageCache {
 public:
  explicit PageCache(std::size_t most_pages = 4096) : most_pages_(most_pages) {}
  /// The page at `key`. Costs nothing while nothing was committed; after a commit the fingerprint is
  /// compared; made anew only when that differs or the page's time is over. Any thread. The number of pages
  /// is bounded: beyond it the one goes that was looked after longest ago. What is not there is not kept.
  std::shared_ptr<const http::Prepared> get(store::Store& store, const std::string& key, Timestamp now,
                                            const PageSource& source);

 private:
  struct Kept {
    std::shared_ptr<const http::Prepared> page;
    std::string fingerprint;
    std::uint64_t change = 0;
    Timestamp made, true_until;
  };
  std::shared_ptr<const http::Prepared> fresh(const std::string& key, std::uint64_t change, Timestamp now);
  /// Of pages that there are.
  std::map<std::string, Kept>::iterator oldest();
  const std::size_t most_pages_;
  std::shared_mutex mutex_;
  std::map<std::string, Kept> pages_;
};

}  // namespace guong::publishing
