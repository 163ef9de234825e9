// Finding published works: by words, with or without diacritics, and by the exemplar that they are about.
// Only what was published is ever found. Any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
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
/// What a reader asks for; what is empty narrows nothing.
struct WorkFilter {
  std::string text;   // a word of the work begins with each of these words (the longest four are looked at)
  std::string field;  // its id
  std::string unit;   // of the exemplar, or where they live: the slug of its name
  std::string prize;  // the slug of its Vietnamese name
  std::optional<ContestId> contest;
  Timestamp from{INT64_MIN}, before{INT64_MAX};  // published
};
/// The newest first.
std::vector<PublishedWork> find_published(store::Reader& reader, const WorkFilter& filter,
                                          const WorkCursor& after, int limit);
/// A field in which works are published; `document` is that of one of them, which tells the field's name.
struct FieldCount {
  std::string field;
  std::int64_t works = 0;
  std::string document;
};
/// The most first.
std::vector<FieldCount> works_by_field(store::Reader& reader);
/// A unit or a prize of published works; `document` is that of one of them, which tells its name.
struct FacetCount {
  std::string value;
  std::int64_t works = 0;
  std::string document;
};
/// The most first. `kind`: "unit" or "prize".
std::vector<FacetCount> works_by_facet(store::Reader& reader, std::string_view kind, int limit);
/// How many works are published, and how many exemplars they tell of.
struct PublishedNumbers {
  std::int64_t works = 0, exemplars = 0;
};
PublishedNumbers published_numbers(store::Reader& reader);
/// When the first and the last work were published; nothing when there is none.
std::optional<std::pair<Timestamp, Timestamp>> published_span(store::Reader& reader);
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
