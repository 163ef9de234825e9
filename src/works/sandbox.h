// What a child that parses a stranger's file can reach: what programs need to run, its input, its output, and
// nothing else. No file of the installation, no network, no other process.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace guong::works {

/// Made before the fork, because it allocates; entered after it, because it binds whoever enters. What the
/// kernel does not have is left out: the rest holds all the same.
class Sandbox {
 public:
  /// `program`: what will be run. `input`: an open file. `output`: a file that is there already; none when
  /// empty.
  Sandbox(const std::string& program, int input, const std::filesystem::path& output);
  ~Sandbox();
  Sandbox(const Sandbox&) = delete;
  Sandbox& operator=(const Sandbox&) = delete;

  /// Async-signal-safe. False when what the kernel has could not be entered: nothing is to be run then.
  bool enter() const;

 private:
  int ruleset_ = -1;  // of Landlock; none where the kernel has no such thing
};

}  // namespace guong::works
