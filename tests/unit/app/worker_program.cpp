// The demo's pictures are cleaned by a child process: this test program is its own worker, as `guong` is.
#include "unit/works/worker_program.cpp"
