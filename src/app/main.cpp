// The entry point: the program itself, or the child process that parses untrusted files.
#include <string_view>

#include "guong/app/commands.h"
#include "guong/works/worker.h"

int main(int count, char** arguments) {
  // Untrusted files are parsed by this program again, as a child with limits, before anything else is set up.
  if (count > 1 && std::string_view(arguments[1]) == "works-worker")
    return guong::works::works_worker_main(count, arguments);
  return guong::app::run_command({arguments + 1, arguments + count});
}
