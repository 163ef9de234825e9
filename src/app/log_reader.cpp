// Fetches checkpoints and tiles.
#include "app/log_reader.h"

#include <algorithm>

#include "guong/base/error.h"
#include "guong/http/client.h"

namespace guong::app {

LogReader::LogReader(std::string url) : url_(std::move(url)) {
  while (url_.ends_with('/')) url_.pop_back();
}

std::string LogReader::fetch(const std::string& path) const {
  const auto address = url_ + "/" + path;
  auto answer = http::fetch(address);
  if (answer.status != 200)
    throw Error(ErrorKind::unavailable, "http.cannot_reach",
                {{"url", address}, {"why", std::to_string(answer.status)}});
  return std::move(answer.body);
}

ledger::TiledTree LogReader::tree(std::int64_t size) const {
  return {size, [this](const ledger::TileAddress& address) {
            const auto bytes = fetch(ledger::tile_path(address));
            std::vector<Digest> hashes(bytes.size() / sizeof(Digest));
            for (std::size_t i = 0; i < hashes.size(); ++i)
              std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(i * sizeof(Digest)), sizeof(Digest),
                          hashes[i].begin());
            return hashes;
          }};
}

}  // namespace guong::app
