// Other programs that a measurement needs: started, waited for, weighed, stopped.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>
#include <vector>

namespace guong::bench {

std::uint16_t free_port();
/// The first word is the program, looked up in PATH; its output is dropped, its errors are shown.
pid_t start_process(const std::vector<std::string>& words);
/// Until something listens there; throws after 10 seconds.
void wait_for_port(std::uint16_t port);
/// Asks it to end and waits for it.
void stop_process(pid_t process);
/// What /proc says it holds in memory.
double resident_megabytes(pid_t process);

}  // namespace guong::bench
