// Child processes within limits of time, output, memory and files.
#include "guong/works/child_process.h"

#include <arpa/inet.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "guong/base/error.h"
#include "guong/works/probe.h"
#include "guong/works/scrub.h"
#include "guong/works/worker.h"
#include "unit/works/fixtures.h"
#include "works/worker_protocol.h"

using namespace guong;
using namespace guong::works;
using namespace fixtures;

namespace {

ChildEnd shell(const std::string& script, Limits limits = {}, const fs::path& output = {}) {
  return run_limited({"/bin/sh", "-c", script}, limits, -1, output);
}

struct OtherWorker {
  explicit OtherWorker(std::string path) { set_worker_program(std::move(path)); }
  ~OtherWorker() { set_worker_program("/proc/self/exe"); }
};

}  // namespace

TEST_CASE("a child's output, errors and status come back") {
  const auto end = shell("echo out; echo err >&2; exit 3");
  CHECK(end.how == ChildEnd::How::exited);
  CHECK(end.code == 3);
  CHECK(end.output == "out\n");
  CHECK(end.errors == "err\n");
  CHECK_FALSE(end.succeeded());
  CHECK(shell("true").succeeded());
}

TEST_CASE("arguments reach a program as they are, never through a shell") {
  const std::string argument = "a b; $(echo c) \"'*";
  CHECK(run_limited({"printf", "%s", argument}, {}).output == argument);
}

TEST_CASE("a program that is not there is not started") {
  CHECK(run_limited({"no-such-program-anywhere"}, {}).how == ChildEnd::How::not_started);
  CHECK(run_limited({"/no/such/program"}, {}).how == ChildEnd::How::not_started);
}

TEST_CASE("a child that takes too long is ended, with what it started") {
  const Folder folder;
  const auto end = shell("sleep 1000 & echo $! > " + (folder / "pid").string() + "; sleep 1000",
                         {.wall_ms = 300}, folder / "pid");
  CHECK(end.how == ChildEnd::How::timed_out);
  const auto grandchild = static_cast<pid_t>(std::stol(read_file(folder / "pid")));
  bool gone = false;
  for (int i = 0; i < 500 && !gone; ++i) {
    // Until whoever inherited it has reaped it, a killed process still has its number, but no
    // memory.
    const bool exists = ::kill(grandchild, 0) == 0;
    gone = !exists || read_file("/proc/" + std::to_string(grandchild) + "/statm").starts_with("0 ");
    if (!gone) ::usleep(10'000);
  }
  CHECK(gone);
}

TEST_CASE("a child that closes its output and goes on is ended too") {
  CHECK(shell("exec >&- 2>&-; sleep 1000", {.wall_ms = 300}).how == ChildEnd::How::timed_out);
}

TEST_CASE("a child that floods its output is ended") {
  const auto end = shell("yes", {.output_bytes = 100'000});
  CHECK(end.how == ChildEnd::How::too_much_output);
  CHECK(end.output.size() < 200'000);
}

TEST_CASE("a child can neither write without bounds nor compute without end") {
  const Folder folder;
  shell("exec head -c 100000000 /dev/zero > " + (folder / "big").string(), {.file_bytes = 4096},
        folder / "big");
  CHECK(fs::file_size(folder / "big") == 4096);
  const auto end = shell("while :; do :; done", {.cpu_seconds = 1, .wall_ms = 60'000});
  CHECK(end.how == ChildEnd::How::killed);
}

TEST_CASE("a child inherits no open file and no setting of ours") {
  const Folder folder;
  write_file(folder / "secret", kToken);
  FILE* secret = std::fopen((folder / "secret").c_str(), "r");
  REQUIRE(secret);
  ::setenv("GUONG_TEST_SECRET", kToken.c_str(), 1);
  const auto end = shell("ls -l /proc/self/fd; env");
  ::unsetenv("GUONG_TEST_SECRET");
  std::fclose(secret);
  CHECK(end.output.find("secret") == end.output.npos);
  CHECK(end.output.find(kToken) == end.output.npos);
}

TEST_CASE("a child reaches no file but its own, no network and no other process") {
  const Folder folder;
  write_file(folder / "seal.key", kToken);
  write_file(folder / "in", "what was sent");
  const auto file = [&](const char* name) { return (folder / name).string(); };
  const auto tried = [&](const std::string& script) {
    const auto input = open_file_source(folder / "in");
    return run_limited({"/bin/bash", "-c", script}, {}, *input->file_descriptor(), folder / "out");
  };
  // What it is there for.
  CHECK(tried("cat /proc/self/fd/0 > " + file("out")).succeeded());
  CHECK(read_file(folder / "out") == "what was sent");

  const int listening = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  REQUIRE(::bind(listening, reinterpret_cast<sockaddr*>(&address), size) == 0);
  REQUIRE(::listen(listening, 1) == 0);
  REQUIRE(::getsockname(listening, reinterpret_cast<sockaddr*>(&address), &size) == 0);
  const auto port = std::to_string(ntohs(address.sin_port));

  const std::string self = std::to_string(::getpid());
  std::vector<std::string> scripts = {"cat " + file("seal.key"),
                                      "ls " + folder.path.string(),
                                      "echo x > " + file("seal.key"),
                                      "echo x > " + file("new"),
                                      "rm " + file("in"),
                                      "mv " + file("in") + " " + file("other"),
                                      "ln " + file("seal.key") + " " + file("link"),
                                      "chmod 777 " + file("seal.key"),
                                      "cat /etc/passwd",
                                      "kill -0 " + self,
                                      "exec 3<>/dev/tcp/127.0.0.1/" + port,
                                      "exec 3<>/dev/udp/127.0.0.1/53"};
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  scripts.push_back("cat /proc/" + self + "/environ");  // the sanitizers read /proc themselves
#endif
  for (const auto& script : scripts) {
    CAPTURE(script);
    const auto end = tried(script);
    CHECK(end.how == ChildEnd::How::exited);
    CHECK(end.code != 0);
    CHECK(end.output.find(kToken) == std::string::npos);
  }
  CHECK(read_file(folder / "seal.key") == kToken);
  ::close(listening);
}

#if !defined(__SANITIZE_ADDRESS__)
TEST_CASE("a child that wants too much memory does not get it") {
  const std::string script = "x=$(head -c 40000000 /dev/zero | tr '\\0' a); test ${#x} = 40000000";
  CHECK(shell(script, {.memory_bytes = 1LL << 30}).succeeded());
  CHECK_FALSE(shell(script, {.memory_bytes = 24LL << 20}).succeeded());
}
#endif

TEST_CASE("a worker that dies takes nothing with it: the file is unknown, no rendition stands") {
  const Folder folder;
  write_file(folder / "in", plain_jpeg());
  write_file(folder / "dies", "#!/bin/sh\nkill -SEGV $$\n");
  fs::permissions(folder / "dies", fs::perms::owner_all);
  const OtherWorker worker((folder / "dies").string());
  CHECK(probe_file(folder / "in").kind == FileKind::unknown);
  const auto result = scrub_file(*open_file_source(folder / "in"), folder / "out", FileKind::jpeg);
  CHECK_FALSE(result.done);
  CHECK_FALSE(fs::exists(folder / "out"));
}

TEST_CASE("a worker that cannot be started is our trouble, not the file's") {
  const Folder folder;
  write_file(folder / "in", plain_jpeg());
  const OtherWorker worker("/no/such/program");
  CHECK_THROWS_AS(probe_file(folder / "in"), Error);
  CHECK_THROWS_AS(scrub_file(*open_file_source(folder / "in"), folder / "out", FileKind::jpeg), Error);
  CHECK_THROWS_AS(probe_file(folder / "missing"), Error);
}

TEST_CASE("what a worker says is checked, since the file may be speaking") {
  const auto probe = probe_from_lines(
      "kind=jpeg\nmedia_type=text/"
      "html\nwidth=-5\nheight=12x\nproblem=<b>\nnonsense\n=\n");
  CHECK(probe.kind == FileKind::jpeg);
  CHECK(probe.media_type == "image/jpeg");
  CHECK_FALSE(probe.width);
  CHECK_FALSE(probe.height);
  CHECK(probe.problem.empty());
  CHECK(probe_from_lines("kind=unknown\nmedia_type=text/html; charset=x\n").media_type ==
        "application/octet-stream");
  CHECK_FALSE(scrub_result_from_lines("").done);
}

TEST_CASE("a worker that claims a rendition which it has not made is not believed") {
  const Folder folder;
  write_file(folder / "in", plain_jpeg());
  write_file(folder / "lies", "#!/bin/sh\necho done=1\n");
  fs::permissions(folder / "lies", fs::perms::owner_all);
  const OtherWorker worker((folder / "lies").string());
  CHECK_FALSE(scrub_file(*open_file_source(folder / "in"), folder / "out", FileKind::jpeg).done);
}
