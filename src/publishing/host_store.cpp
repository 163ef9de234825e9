// SQL of the host's identity.
#include "publishing/host_store.h"

#include <algorithm>
#include <mutex>

namespace guong::publishing {
namespace {

struct LastSeen {
  std::mutex mutex;
  Host host;
};

}  // namespace

Host find_host(store::Reader& reader) {
  Host found =
      reader
          .one(R"(select name, address, phone, email, theme, colour, portraits, emblem, revision
from host_identity
where id = 1)",
               {},
               [](const store::Row& row) {
                 Host out{row.text(0), row.text(1), row.text(2),  row.text(3),    row.text(4),
                          row.text(5), row.text(6), std::nullopt, row.revision(8)};
                 if (row.null(7)) return out;
                 const auto bytes = row.blob(7);
                 out.emblem.emplace();
                 std::copy_n(bytes.begin(), std::min(bytes.size(), out.emblem->size()), out.emblem->begin());
                 return out;
               })
          .value_or(Host{});
  auto& seen = reader.state().of<LastSeen>();
  const std::lock_guard lock(seen.mutex);
  return seen.host = std::move(found);
}

std::string host_fingerprint(store::Reader& reader) {
  return std::to_string(reader.number("select revision from host_identity where id = 1")) + "|";
}

Host known_host(store::Store& store) {
  if (store.is_in_process()) return store.read(find_host);
  auto& seen = store.state().of<LastSeen>();
  const std::lock_guard lock(seen.mutex);
  return seen.host;
}

bool update_host(store::Tx& tx, Revision expected, const Host& host) {
  return tx.exec(R"(update host_identity
set name = $2, address = $3, phone = $4, email = $5, theme = $6, colour = $7, portraits = $8,
    revision = revision + 1
where id = 1 and revision = $1)",
                 {expected, host.name, host.address, host.phone, host.email, host.theme, host.colour,
                  host.portraits}) == 1;
}

void update_emblem(store::Tx& tx, const std::optional<Digest>& emblem) {
  tx.exec("update host_identity set emblem = $1, revision = revision + 1 where id = 1", {emblem});
}

}  // namespace guong::publishing
