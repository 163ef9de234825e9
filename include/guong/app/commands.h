// The command line: `guong COMMAND ...`.
#pragma once

#include <string>
#include <vector>

namespace guong::app {

/// Runs one command and gives the program's exit status: 0 well, 1 refused or failed, 2 not understood.
int run_command(const std::vector<std::string>& arguments);

}  // namespace guong::app
