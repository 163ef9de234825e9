// A key for what each contest has in files, sealed with the installation's: that one can be changed for
// another without touching a file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "guong/base/ids.h"
#include "guong/base/random.h"
#include "guong/store/store.h"

namespace guong::store {

/// The data key of a contest, made when it is first needed. 32 bytes.
std::string data_key(Tx& tx, Random& random, std::string_view seal_key, ContestId contest);
/// The same from its row's `key_sealed`.
std::string open_data_key(std::string_view seal_key, ContestId contest, const Bytes& key_sealed);

/// Contests whose key does not open: its row was changed.
std::vector<ContestId> unopened_data_keys(Reader& reader, std::string_view seal_key);

}  // namespace guong::store
