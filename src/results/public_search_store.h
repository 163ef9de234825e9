// Rows that published works are found by. SQL only.
#pragma once

#include <string>
#include <vector>

#include "guong/results/public_search.h"
#include "guong/rules/rule_book.h"

namespace guong::results {

/// Puts the work among those that can be found, in the place of what it was found by before.
void index_work(store::Tx& tx, const PublishedWork& work, const rules::LocalText& contest);

void set_indexed(store::Tx& tx, EntryId entry, const std::string& exemplar_slug, const std::string& field);
struct Facet {
  std::string kind, value;
};
/// In the place of those that the work had.
void replace_facets(store::Tx& tx, EntryId entry, const std::vector<Facet>& facets);
void replace_words(store::Tx& tx, EntryId entry, const std::vector<std::string>& words);
/// Before the work itself goes.
void delete_words(store::Tx& tx, ContestId contest, ResultId but);
std::vector<PublishedWork> works_not_indexed(store::Reader& reader, int limit);
/// All works that the filter lets through, whatever their words.
std::vector<PublishedWork> works_of(store::Reader& reader, const WorkFilter& filter, const WorkCursor& after,
                                    int limit);
/// Those of them with these words: the first four count; there is at least one.
std::vector<PublishedWork> works_with_words(store::Reader& reader, const std::vector<std::string>& words,
                                            const WorkFilter& filter, const WorkCursor& after, int limit);

}  // namespace guong::results
