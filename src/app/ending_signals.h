// The signals that end a program that serves, waited for in one place.
#pragma once

#include <csignal>

namespace guong::app {

/// Blocks them in this thread and all that it makes from then on: to be made before any other thread.
class EndingSignals {
 public:
  EndingSignals() {
    // A client that went away is an error of write(), not the end of the program.
    std::signal(SIGPIPE, SIG_IGN);
    sigemptyset(&signals_);
    sigaddset(&signals_, SIGINT);
    sigaddset(&signals_, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
  }
  void wait() const {
    int signal = 0;
    sigwait(&signals_, &signal);
  }

 private:
  sigset_t signals_;
};

}  // namespace guong::app
