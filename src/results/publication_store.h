// Rows of what is public for good: results files and works. SQL only.
#pragma once

#include <string>

#include "guong/results/published.h"
#include "guong/standings/results_file.h"

namespace guong::results {

/// The text of a results file: what the row has, and the blob of the part that stands before it.
struct FileText {
  std::string rest;
  std::optional<Digest> long_part;  // nothing: `rest` is the whole file
};
void insert_published_result(store::Tx& tx, ContestId contest, ResultId result, const FileText& text,
                             Timestamp now);
/// Error{not_found} where none was published.
FileText load_file_text(store::Reader& reader, ResultId result);
/// Works of a round that have left the contest since, by code.
std::vector<standings::LeftWork> load_left_works(store::Reader& reader, ContestId contest);
/// Nothing when the entry is not published.
std::optional<PublishedWork> published_work_of(store::Reader& reader, EntryId entry);
/// The address of a work that was published before stays.
std::optional<std::string> known_slug(store::Reader& reader, EntryId entry);
void put_published_work(store::Tx& tx, const PublishedWork& work);
/// Works of the contest that earlier results published and this one does not.
void delete_works_of_others(store::Tx& tx, ContestId contest, ResultId result);

}  // namespace guong::results
