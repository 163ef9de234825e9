// The first picture of a published work, in the sizes that pages show. Made by a job after publication; until
// then, and of a work without pictures, there is none.
#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "guong/api/use_case_context.h"
#include "guong/base/ids.h"
#include "guong/http/message.h"
#include "guong/store/blobs.h"
#include "guong/store/store.h"

namespace guong::results {

/// The steps of width that addresses name. A picture that is narrower than a step has that step at its own
/// width, and none above.
inline constexpr int kCoverWidths[] = {400, 800, 1600};

struct PublishedCover {
  int width = 0, height = 0;  // of the largest
};
/// The steps that there are: a picture has one above another only while it is wider.
std::vector<int> cover_steps(const PublishedCover& cover);
/// Of those of the entries that have one; a query for each two hundred.
std::map<EntryId, PublishedCover> published_covers(store::Reader& reader,
                                                   const std::vector<EntryId>& entries);
/// Asks for the sizes of works that an earlier release published, one after the other: other jobs come
/// between.
void ask_for_old_covers(store::Store& store, const api::UseCaseContext& context);

/// `kind`: "webp" or "jpeg". Error{not_found} where there is none, or the work is not published.
http::Response cover_file(store::Reader& reader, const store::Blobs& blobs, const http::Request& request,
                          std::string_view slug, int width, std::string_view kind);

}  // namespace guong::results
