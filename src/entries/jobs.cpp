// The handlers. Each may be run again after a crash, so each looks first whether its work is done.
#include "entries/jobs.h"

#include <algorithm>
#include <charconv>

#include "entries/entry_store.h"
#include "entries/file_store.h"
#include "entries/kept_rows_store.h"
#include "entries/original_file.h"
#include "guong/api/record.h"
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

/// What judges will be given of a work that was submitted already is in the ledger; of a draft it comes with
/// the submission.
void record_rendition(store::Tx& tx, Random& random, const api::Keys& keys, Timestamp now,
                      const EntryFile& file) {
  if (!is_at_rest(tx, file.entry)) return;
  const api::Actor program;
  api::record(tx, {program, now, random, keys}, "entry.file_prepared", file.contest, {},
              {{"number", find_by_id(tx, file.entry).value().number},
               {std::string(store::kRowsTold), rendition_rows(tx, keys, file.contest, file.entry)}});
}

void make_rendition(store::Store& store, store::Blobs& blobs, Random& random, const api::Keys& keys,
                    Timestamp now, EntryFileId id) {
  const auto file = store.read([&](store::Reader& reader) { return find_file(reader, id); });
  if (!file || file->rendition_state != "waiting") return;
  uploads::require_room(blobs.temporary_folder(), file->facts.size,
                        store.state().of<uploads::UploadLimits>());
  const TemporaryFile output(blobs.temporary_folder() / ("rendition-" + random.code(16)));
  const auto scrubbed = works::scrub_file(*original_bytes(blobs, keys, *file), output.path(),
                                          works::kind_from_name(file->facts.kind));
  if (!scrubbed.done) {
    store.write([&](store::Tx& tx) {
      set_rendition_failed(tx, id);
      record_rendition(tx, random, keys, now, *file);
    });
    return;
  }
  const Rendition rendition{uploads::hash_file(output.path()), uploads::file_size_or_zero(output.path()),
                            std::string(works::media_type_of(scrubbed.kind))};
  blobs.adopt(output.path(), rendition.sha256);
  store.write([&](store::Tx& tx) {
    set_rendition(tx, id, rendition);
    record_rendition(tx, random, keys, now, *file);
  });
}

}  // namespace

std::map<std::string, store::JobHandler> entry_jobs(store::Store& store, store::Blobs& blobs, Random& random,
                                                    const api::Keys& keys, std::function<Timestamp()> clock) {
  return {{std::string(kRenditionJob),
           [&, clock](const std::string& payload) {
             make_rendition(store, blobs, random, keys, clock(), EntryFileId{id_in(payload)});
           }},
          {std::string(kCloseIntakeJob), [&, clock = std::move(clock)](const std::string& payload) {
             store.write([&](store::Tx& tx) {
               restore_last_submitted(tx, random, keys, clock(), EntryId{id_in(payload)});
             });
           }}};
}

}  // namespace guong::entries
