// Rows of published_cover and published_cover_size. SQL only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guong/base/bytes.h"
#include "guong/results/published.h"
#include "guong/results/published_cover.h"

namespace guong::results {

struct CoverSize {
  int width = 0;     // the step, as the address names it
  std::string kind;  // "webp", "jpeg"
  Digest blob{};
};

/// Published works that have no sizes, after this one, at most `limit`.
std::vector<PublishedWork> works_without_cover(store::Reader& reader, EntryId after, int limit);
std::optional<Digest> find_cover_size(store::Reader& reader, std::string_view slug, int width,
                                      std::string_view kind);
void put_cover(store::Tx& tx, EntryId entry, const PublishedCover& cover,
               const std::vector<CoverSize>& sizes);
/// Of works of the contest that this result does not publish.
void delete_covers(store::Tx& tx, ContestId contest, ResultId but);

}  // namespace guong::results
