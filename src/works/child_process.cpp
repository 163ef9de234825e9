// fork and exec by hand: posix_spawn can set no resource limits, and they must hold before the program
// starts.
#include "guong/works/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <semaphore>
#include <string_view>
#include <thread>

#include "works/sandbox.h"

// The address sanitizer reserves terabytes of address space; a ceiling on it would stop every
// child.
#if defined(__SANITIZE_ADDRESS__)
#define GUONG_LIMIT_MEMORY 0
#else
#define GUONG_LIMIT_MEMORY 1
#endif

namespace guong::works {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::size_t kErrorsKept = 4096;
constexpr int kExecFailed = 127;

struct Fd {
  int fd = -1;
  Fd() = default;
  Fd(const Fd&) = delete;
  Fd& operator=(const Fd&) = delete;
  ~Fd() { close(); }
  void close() {
    if (fd >= 0) ::close(fd);
    fd = -1;
  }
};

struct Pipe {
  Fd read_end, write_end;
  bool open() {
    int fds[2];
    if (::pipe2(fds, O_CLOEXEC) != 0) return false;
    read_end.fd = fds[0];
    write_end.fd = fds[1];
    return true;
  }
};

/// Everything the child needs, made before the fork: afterwards only async-signal-safe calls are
/// allowed, because other threads may have held locks at that moment.
struct Plan {
  std::string program;
  std::vector<char*> argv;
  std::string path_setting;
  std::vector<char*> environment;
  Limits limits;
  int in = -1, out = -1, err = -1;
  const Sandbox* sandbox = nullptr;
};

/// Each may take a processor and a gigabyte: however many files come at once, a few are looked at.
std::counting_semaphore<>& places() {
  static std::counting_semaphore<> free(std::max(4U, 2 * std::thread::hardware_concurrency()));
  return free;
}

class Place {
 public:
  Place() { places().acquire(); }
  ~Place() { places().release(); }
  Place(const Place&) = delete;
};

std::string find_program(const std::string& name) {
  if (name.find('/') != name.npos) return name;
  const char* path = std::getenv("PATH");
  std::string_view folders = path ? path : "/usr/local/bin:/usr/bin:/bin";
  while (!folders.empty()) {
    const auto end = std::min(folders.find(':'), folders.size());
    std::string candidate = std::string(folders.substr(0, end)) + '/' + name;
    if (::access(candidate.c_str(), X_OK) == 0) return candidate;
    folders.remove_prefix(std::min(end + 1, folders.size()));
  }
  return {};
}

void limit(int resource, std::int64_t value) {
  const rlimit both{static_cast<rlim_t>(value), static_cast<rlim_t>(value)};
  ::setrlimit(static_cast<__rlimit_resource>(resource), &both);
}

[[noreturn]] void become(const Plan& plan) {
  // A group of its own, so that all it starts can be ended with it; and it ends when this process does.
  ::setpgid(0, 0);
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  sigset_t none;
  sigemptyset(&none);
  ::pthread_sigmask(SIG_SETMASK, &none, nullptr);
  ::signal(SIGPIPE, SIG_DFL);
  if (::dup2(plan.in, 0) < 0 || ::dup2(plan.out, 1) < 0 || ::dup2(plan.err, 2) < 0) ::_exit(kExecFailed);
  if (!plan.sandbox->enter()) ::_exit(kExecFailed);
  if (::close_range(3, ~0U, 0) != 0) {  // kernels before 5.9
    for (int fd = 3; fd < 4096; ++fd) ::close(fd);
  }
  if (GUONG_LIMIT_MEMORY) limit(RLIMIT_AS, plan.limits.memory_bytes);
  limit(RLIMIT_CPU, plan.limits.cpu_seconds);
  limit(RLIMIT_FSIZE, plan.limits.file_bytes);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_NOFILE, 256);
  ::execve(plan.program.c_str(), plan.argv.data(), plan.environment.data());
  ::_exit(kExecFailed);
}

int ms_left(Clock::time_point deadline) {
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
  return static_cast<int>(std::clamp<std::int64_t>(left, 0, 1'000'000));
}

/// Reads both streams to their ends. Gives what stopped the reading early, or exited.
ChildEnd::How drain(Fd& out, Fd& err, const Limits& limits, Clock::time_point deadline, ChildEnd& end) {
  char buffer[16384];
  while (out.fd >= 0 || err.fd >= 0) {
    pollfd fds[2] = {{out.fd, POLLIN, 0}, {err.fd, POLLIN, 0}};
    const int left = ms_left(deadline);
    if (left == 0) return ChildEnd::How::timed_out;
    if (::poll(fds, 2, left) <= 0) continue;
    for (auto* stream : {&out, &err}) {
      const auto& state = fds[stream == &out ? 0 : 1];
      if (stream->fd < 0 || state.revents == 0) continue;
      const auto n = ::read(stream->fd, buffer, sizeof buffer);
      if (n < 0 && errno == EINTR) continue;
      if (n <= 0) {
        stream->close();
      } else if (stream == &out) {
        end.output.append(buffer, static_cast<std::size_t>(n));
      } else {
        end.errors.append(buffer, std::min(static_cast<std::size_t>(n), kErrorsKept - end.errors.size()));
      }
    }
    if (static_cast<std::int64_t>(end.output.size()) > limits.output_bytes)
      return ChildEnd::How::too_much_output;
  }
  return ChildEnd::How::exited;
}

/// Waits for a child that closed its streams. False when the time is up. Looks again and again, because
/// waitpid takes no deadline.
bool reap(pid_t child, Clock::time_point deadline, int& status) {
  for (useconds_t pause = 100;; pause = std::min<useconds_t>(pause * 2, 10'000)) {
    const pid_t got = ::waitpid(child, &status, WNOHANG);
    if (got == child) return true;
    if (got < 0 && errno != EINTR) return false;
    if (ms_left(deadline) == 0) return false;
    ::usleep(pause);
  }
}

void kill_group(pid_t child) { ::kill(-child, SIGKILL); }

void watch(pid_t child, Fd& out, Fd& err, const Limits& limits, ChildEnd& end) {
  const auto deadline = Clock::now() + std::chrono::milliseconds(limits.wall_ms);
  int status = 0;
  end.how = drain(out, err, limits, deadline, end);
  const bool ended = end.how == ChildEnd::How::exited && reap(child, deadline, status);
  kill_group(child);  // whatever the child left running
  if (!ended) {
    if (end.how == ChildEnd::How::exited) end.how = ChildEnd::How::timed_out;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return;
  }
  if (WIFSIGNALED(status)) {
    end.how = ChildEnd::How::killed;
    end.code = WTERMSIG(status);
  } else {
    end.code = WEXITSTATUS(status);
    if (end.code == kExecFailed) end.how = ChildEnd::How::not_started;
  }
}

}  // namespace

ChildEnd run_limited(const std::vector<std::string>& argv, const Limits& limits, int input,
                     const std::filesystem::path& output) {
  const Place place;
  ChildEnd end;
  Plan plan;
  plan.program = find_program(argv.at(0));
  Pipe out, err;
  Fd nothing;
  nothing.fd = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
  if (plan.program.empty() || nothing.fd < 0 || !out.open() || !err.open()) return end;

  for (const auto& argument : argv) plan.argv.push_back(const_cast<char*>(argument.c_str()));
  plan.argv.push_back(nullptr);
  const char* path = std::getenv("PATH");
  plan.path_setting = std::string("PATH=") + (path ? path : "/usr/bin:/bin");
  static char locale[] = "LC_ALL=C.UTF-8", home[] = "HOME=/nonexistent";
  plan.environment = {plan.path_setting.data(), locale, home, nullptr};
  plan.limits = limits;
  plan.in = input >= 0 ? input : nothing.fd;
  plan.out = out.write_end.fd;
  plan.err = err.write_end.fd;
  Fd written;
  if (!output.empty()) written.fd = ::open(output.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  const Sandbox sandbox(plan.program, plan.in, output);
  plan.sandbox = &sandbox;

  const pid_t child = ::fork();
  if (child < 0) return end;
  if (child == 0) become(plan);
  ::setpgid(child, child);  // in both processes, so that it is done whichever runs first
  out.write_end.close();
  err.write_end.close();
  watch(child, out.read_end, err.read_end, limits, end);
  return end;
}

}  // namespace guong::works
