// Whose turn it is to write to an upload, and the running hash between two requests. One table for the
// process; any thread.
#pragma once

#include <optional>

#include "entries/part_file.h"
#include "guong/base/ids.h"

namespace guong::entries {

/// Held by the one request that writes to an upload (or removes it); given back when destroyed.
class UploadTurn {
 public:
  /// Nothing while another request has it.
  static std::optional<UploadTurn> take(UploadId upload);
  UploadTurn(UploadTurn&& other) noexcept;
  UploadTurn& operator=(UploadTurn&&) = delete;
  ~UploadTurn();

  /// What the request before left; the request puts its own here when it ends.
  std::optional<RunningHash> hash;

 private:
  explicit UploadTurn(UploadId upload) : upload_(upload) {}
  UploadId upload_;  // 0: moved from
};

}  // namespace guong::entries
