// A published results file, whole, out of the parts that it is kept in.
#pragma once

#include "guong/results/published.h"
#include "guong/standings/long_json.h"

namespace guong::results {

/// Piece by piece. `blobs` may be none where no file is kept in parts.
void each_file_piece(store::Reader& reader, const store::Blobs* blobs, ResultId result,
                     const standings::TakeText& take);

}  // namespace guong::results
