// The handlers. Each may be run again after a crash, so each looks first whether its work is done.
#include "entries/jobs.h"

#include <algorithm>
#include <charconv>

#include "entries/file_store.h"
#include "entries/original_file.h"
#include "guong/base/temporary_file.h"
#include "guong/entries/use_cases.h"
#include "guong/uploads/upload.h"
#include "guong/works/scrub.h"

namespace guong::entries {
namespace {

std::int64_t id_in(const std::string& payload) {
  std::int64_t id = 0;
  std::from_chars(payload.data(), payload.data() + payload.size(), id);
  return id;
}

void make_rendition(store::Store& store, store::Blobs& blobs, Random& random, const api::Keys& keys,
                    EntryFileId id) {
  const auto file = store.read([&](store::Reader& reader) { return find_file(reader, id); });
  if (!file || file->rendition_state != "waiting") return;
  uploads::require_room(blobs.temporary_folder(), file->facts.size,
                        store.state().of<uploads::UploadLimits>());
  const TemporaryFile output(blobs.temporary_folder() / ("rendition-" + random.code(16)));
  const auto scrubbed = works::scrub_file(*original_bytes(blobs, keys, *file), output.path(),
                                          works::kind_from_name(file->facts.kind));
  if (!scrubbed.done) {
    store.write([&](store::Tx& tx) { set_rendition_failed(tx, id); });
    return;
  }
  const Rendition rendition{uploads::hash_file(output.path()), uploads::file_size_or_zero(output.path()),
                            std::string(works::media_type_of(scrubbed.kind))};
  blobs.adopt(output.path(), rendition.sha256);
  store.write([&](store::Tx& tx) { set_rendition(tx, id, rendition); });
}

}  // namespace

std::map<std::string, store::JobHandler> entry_jobs(store::Store& store, store::Blobs& blobs, Random& random,
                                                    const api::Keys& keys, std::function<Timestamp()> clock) {
  return {{std::string(kRenditionJob),
           [&](const std::string& payload) {
             make_rendition(store, blobs, random, keys, EntryFileId{id_in(payload)});
           }},
          {std::string(kCloseIntakeJob), [&, clock = std::move(clock)](const std::string& payload) {
             store.write([&](store::Tx& tx) {
               restore_last_submitted(tx, random, keys, clock(), EntryId{id_in(payload)});
             });
           }}};
}

}  // namespace guong::entries
