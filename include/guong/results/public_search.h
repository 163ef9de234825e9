// Finding published works: by words, with or without diacritics, and by the exemplar that they are about.
// Only what was published is ever found. Any thread.
#pragma once

#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "guong/results/published.h"

namespace guong::results {

/// The address of an exemplar: the same for the same name and place, however they are written ("Nguyễn Thị
/// Hòa", "NGUYỄN THỊ HOÀ"). Empty without a name.
std::string exemplar_slug(std::string_view name, std::string_view place);

/// The newest first; a page begins after this one.
struct WorkCursor {
  Timestamp published_at{INT64_MAX};
  std::string slug;
  static auto parts(auto& cursor) { return std::tie(cursor.published_at, cursor.slug); }
};
/// Works that have a word beginning with each of the words asked for (the longest four are looked at).
/// Nothing without words.
std::vector<PublishedWork> find_published(store::Reader& reader, std::string_view text,
                                          const WorkCursor& after, int limit);
/// All works, the newest first.
std::vector<PublishedWork> newest_works(store::Reader& reader, const WorkCursor& after, int limit);
/// Of each exemplar the newest work, the newest first.
std::vector<PublishedWork> newest_work_of_each_exemplar(store::Reader& reader, int limit);
/// Works about one exemplar, the newest first.
std::vector<PublishedWork> works_about(store::Reader& reader, std::string_view exemplar, int limit);
/// Changes whenever a work about the exemplar is published or taken back; empty when there is none.
std::string exemplar_fingerprint(store::Reader& reader, std::string_view exemplar);

/// Where published works stand, for a map of the site: without what they say. The newest first.
struct WorkPlace {
  std::string slug, exemplar;
  Timestamp published_at;
};
std::vector<WorkPlace> published_places(store::Reader& reader, int limit);

/// Makes works findable that were published before there was a search; gives how many it did, at most
/// `limit`.
int index_published(store::Tx& tx, int limit);

}  // namespace guong::results
