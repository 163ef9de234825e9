// What the public may read of results: documents frozen at publication, so that nothing that changes later
// alters them. Any thread.
#pragma once

#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guong/base/ids.h"
#include "guong/base/time.h"
#include "guong/http/message.h"
#include "guong/store/blobs.h"
#include "guong/store/store.h"

namespace guong::results {

/// Without its file, which may be long.
struct PublishedResult {
  ResultId id;
  std::int64_t number = 1;
  std::string decision_number;
  Timestamp published_at;
  bool superseded = false;
};
/// The newest first; superseded ones stay readable.
std::vector<PublishedResult> published_results(store::Reader& reader, ContestId contest);
std::optional<PublishedResult> latest_published(store::Reader& reader, ContestId contest);
/// The results file without `ranking` and the ledger's `records`, by schema/results.schema.json: what pages show. A
/// file that was published before files were kept in two parts has those too.
nlohmann::json published_document(store::Reader& reader, ResultId result);
/// The whole file, read where it lies. Where the row has all of it, it is in memory.
std::shared_ptr<const ByteSource> results_file_bytes(store::Reader& reader, const store::Blobs& blobs,
                                                     ResultId result);

/// `document`: {"slug", "code", "contest", "title", "body": [paragraphs], "language", "category": {id, name},
/// "field": {id, name}, "exemplar": {kind, name, unit, place}, "authors": [{name, unit}], "prizes": [{id,
/// name}], "files": [{position, purpose, kind, media_type, size, duration_ms, width, height}],
/// "published_at"}; a name is {"vi", "en"}.
struct PublishedWork {
  EntryId entry;
  ContestId contest;
  ResultId result;
  std::string slug, document;
  Timestamp published_at;
};
std::optional<PublishedWork> published_work(store::Reader& reader, std::string_view slug);
/// After `after_slug`, at most `limit`.
std::vector<PublishedWork> published_works(store::Reader& reader, ContestId contest,
                                           const std::string& after_slug, int limit);
/// The works of the same contest before and after it, in the order of their addresses; nothing at the ends.
struct WorksBeside {
  std::optional<PublishedWork> before, after;
};
WorksBeside works_beside(store::Reader& reader, const PublishedWork& work);
/// The bytes of one file of a published work: the rendition that the judges saw. Error{not_found}.
http::Response published_file(store::Reader& reader, const store::Blobs& blobs, const http::Request& request,
                              std::string_view slug, int position);

}  // namespace guong::results
