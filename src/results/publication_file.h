// What publishing freezes, made before its transaction: only what ties the file to the ledger is added in it.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "results/documents.h"

namespace guong::results {

struct PreparedFile {
  Publication publication;
  nlohmann::json file;  // without `ledger`
  std::int64_t v = 3;
  Digest hash{};
  std::vector<standings::OpenedRecord> records;  // version 4
};

/// What approval rested on has not moved, or Error{conflict}.
PreparedFile prepare_file(store::Reader& reader, const api::UseCaseContext& context, const Result& result);
Publication gather(store::Reader& reader, const api::Keys& keys, const Result& result, Timestamp now);

/// Whether the work that an award is for may be read by everybody.
bool in_full(const Publication& publication, const std::string& code);

/// Records the publication, signs the head over it, and gives the file's text.
std::string seal_file(store::Tx& tx, const api::UseCaseContext& context, const PreparedFile& prepared);

}  // namespace guong::results
