// Lets this test program be its own worker, as `guong` is: before Catch2 sees the command line.
// glibc hands main's arguments to constructors.
#include <unistd.h>

#include <cstdlib>
#include <string_view>

#include "guong/works/worker.h"

namespace {

[[gnu::constructor]] void become_worker(int argc, char** argv, char**) {
  if (argc > 1 && std::string_view(argv[1]) == "works-worker") {
    ::_exit(guong::works::works_worker_main(argc, argv));
  }
}

}  // namespace
