// The program runs itself again as a limited child process to parse untrusted files, so that a
// parser's fault or a bomb takes down a child and not the service.
#pragma once

#include <string>

namespace guong::works {

/// The program to run as `PROGRAM works-worker COMMAND...`; by default the running one, which must
/// then hand over to works_worker_main. Call before threads start.
void set_worker_program(std::string path);

/// The body of `guong works-worker ...`: `probe FILE`, `text KIND FILE`, `scrub KIND IN OUT`. What
/// stands in argv up to and including "works-worker" is passed over. Gives the exit status.
int works_worker_main(int argc, char** argv);

}  // namespace guong::works
