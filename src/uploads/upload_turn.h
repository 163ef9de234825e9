// Whose turn it is to write to an upload, and the running hash between two requests. One table for
// each store; any thread.
#pragma once

#include <mutex>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "guong/base/ids.h"
#include "guong/store/module_state.h"
#include "uploads/part_file.h"

namespace guong::uploads {

/// Held by the one request that writes to an upload (or removes it); given back when destroyed.
class UploadTurn {
 public:
  /// Nothing while another request has it. `state`: of the store that knows the upload; outlives the turn.
  static std::optional<UploadTurn> take(store::ModuleState& state, UploadId upload);
  UploadTurn(UploadTurn&& other) noexcept;
  UploadTurn& operator=(UploadTurn&&) = delete;
  ~UploadTurn();

  /// What the request before left; the request puts its own here when it ends.
  std::optional<RunningHash> hash;

 private:
  struct Turns {
    std::mutex mutex;
    std::unordered_set<UploadId> taken;
    std::unordered_map<UploadId, RunningHash> hashes;
  };
  UploadTurn(Turns& turns, UploadId upload) : turns_(&turns), upload_(upload) {}
  Turns* turns_;  // null: moved from
  UploadId upload_;
};

}  // namespace guong::uploads
