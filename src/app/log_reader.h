// A public log read over HTTP, by whoever looks at it from outside.
#pragma once

#include <string>

#include "guong/ledger/tiles.h"

namespace guong::app {

class LogReader {
 public:
  /// `url`: the log's address, "https://guong.example.vn/ledger".
  explicit LogReader(std::string url);
  const std::string& url() const { return url_; }
  /// What stands at an address below the log's. Error{unavailable, "http.cannot_reach"} when there is nothing.
  std::string fetch(const std::string& path) const;
  /// The tree of its first `size` records, by its tiles. The reader must outlive it.
  ledger::TiledTree tree(std::int64_t size) const;

 private:
  std::string url_;
};

}  // namespace guong::app
