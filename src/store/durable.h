// What must be on disk before it is acknowledged.
#pragma once

#include <filesystem>

namespace guong::store {

/// fsync of a file or of a folder's entries. Throws Error{unavailable}.
void make_durable(const std::filesystem::path& path);
/// Whether an errno says that there is no more room.
bool is_full(int system_error);
/// Throws the Error for a failed system call: store.disk_full or store.files_failed.
[[noreturn]] void throw_system_error(int system_error);

}  // namespace guong::store
