// Runs a program on a file that nobody trusts: never through a shell, with ceilings on memory,
// processor time, written bytes, output and wall-clock time, with nothing inherited but three
// standard streams, without network, and out of reach of every file but its own. Blocks the caller; any thread
// but an event thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace guong::works {

struct Limits {
  std::int64_t memory_bytes = 1LL << 30;  // address space
  std::int64_t cpu_seconds = 20;
  std::int64_t file_bytes = 64LL << 20;  // the largest file it may write
  std::int64_t wall_ms = 30'000;
  std::int64_t output_bytes = 16LL << 20;  // more on its standard output ends it
};

struct ChildEnd {
  enum class How { exited, killed, timed_out, too_much_output, not_started };
  How how = How::not_started;
  int code = 0;        // exit status, or the signal's number
  std::string output;  // standard output
  std::string errors;  // the beginning of standard error, for the log
  bool succeeded() const { return how == How::exited && code == 0; }
};

/// argv[0] is looked for in PATH unless it has a slash. `input`: an open file that becomes the child's
/// standard input; empty without one. `output`: the only file that it may write, made when it is not there. The
/// child and all that it started are gone when this returns. More than a few at once wait for each other.
ChildEnd run_limited(const std::vector<std::string>& argv, const Limits& limits, int input = -1,
                     const std::filesystem::path& output = {});

}  // namespace guong::works
