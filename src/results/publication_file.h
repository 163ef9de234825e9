// What publishing freezes, made before its transaction: only what ties the file to the ledger is added in it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "guong/standings/long_json.h"
#include "results/documents.h"
#include "results/publication_store.h"

namespace guong::results {

struct PreparedFile {
  Publication publication;    // without the ranking
  standings::LongJson frame;  // the file without `ledger` and all that is long
  std::int64_t v = 3;
  Digest hash{};
  std::vector<std::int64_t> seqs;  // of the records that it carries; version 4
  std::vector<Digest> leaves;      // of the log, as far as it was then
  std::optional<Digest> long_part;
  std::string long_text;  // where it was put nowhere
};

/// What approval rested on has not moved, or Error{conflict}; so too when nobody could verify the file. The long part
/// is stored when there is somewhere to put it.
PreparedFile prepare_file(store::Reader& reader, const api::UseCaseContext& context, const Result& result,
                          const FileStore& files = {});
Publication gather(store::Reader& reader, const api::Keys& keys, const Result& result, Timestamp now);

/// Whether the work that an award is for may be read by everybody.
bool in_full(const Publication& publication, const std::string& code);

/// Records the publication, signs the head over it, and gives the file's text.
FileText seal_file(store::Tx& tx, const api::UseCaseContext& context, const PreparedFile& prepared);

}  // namespace guong::results
