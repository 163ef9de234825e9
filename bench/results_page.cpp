// The public results page against nginx serving the same bytes from a file: same client, same run,
// keep-alive, turn and turn about.
#include <cstdio>
#include <fstream>

#include "support/installation.h"
#include "support/load.h"
#include "support/processes.h"
#include "support/smoke.h"

namespace guong::bench {
namespace {

constexpr int kConnections = 16;
constexpr double kSeconds = 3;
const int kTurns = sized(3, 1);

class Nginx {
 public:
  explicit Nginx(const std::filesystem::path& folder) : port_(free_port()) {
    std::ofstream(folder / "nginx.conf")
        << "daemon off; worker_processes 2; pid " << (folder / "nginx.pid").string()
        << "; error_log stderr crit;\n"
        << "events { worker_connections 1024; }\n"
        << "http { access_log off; sendfile on; tcp_nodelay on; keepalive_requests 100000000; etag on; "
           "open_file_cache max=100;\n"
        << "types { text/html html; } server { listen 127.0.0.1:" << port_ << "; root " << folder.string()
        << "; } }\n";
    process_ = start_process({"nginx", "-c", (folder / "nginx.conf").string(), "-p", folder.string()});
    wait_for_port(port_);
  }
  ~Nginx() { stop_process(process_); }
  Nginx(const Nginx&) = delete;
  std::uint16_t port() const { return port_; }

 private:
  std::uint16_t port_;
  pid_t process_;
};

double rate(std::uint16_t port, const std::string& request) {
  return run_load(port, kConnections, kSeconds, [&](int) { return request; }).rate();
}

/// Both serve `bytes`; gives ours through theirs, of the sums of all turns.
void compare(const char* name, const Installation& on, const Nginx& nginx, const std::string& file,
             const std::string& ours_request) {
  const auto theirs_request = get_request("/" + file, "");
  double ours = 0, theirs = 0;
  for (int turn = 0; turn < kTurns; ++turn) {
    ours += rate(on.port(), ours_request) / kTurns;
    theirs += rate(nginx.port(), theirs_request) / kTurns;
  }
  std::printf("%-34s %8.0f/s   nginx %8.0f/s   ratio %.2f   (wanted: at least 0.90)\n", name, ours, theirs,
              ours / theirs);
}

int measure() {
  Installation on;
  on.fill({20, 40});
  on.serve();
  const std::string path = "/cuoc-thi/guong-sang-nam-truoc/ket-qua";
  test::TemporaryFolder folder;
  std::filesystem::permissions(folder.path(),
                               std::filesystem::perms::others_exec | std::filesystem::perms::others_read,
                               std::filesystem::perm_options::add);
  const std::pair<const char*, std::string> encodings[] = {
      {"plain", ""}, {"gzip", "Accept-Encoding: gzip\r\n"}, {"br", "Accept-Encoding: br\r\n"}};
  for (const auto& [name, header] : encodings) {
    const auto answer = ask_once(on.port(), get_request(path, "", header));
    std::ofstream(folder.path() / (std::string(name) + ".html"), std::ios::binary) << body_of(answer);
    std::printf("%s: %zu bytes\n", name, body_of(answer).size());
  }
  const Nginx nginx(folder.path());
  for (const auto& [name, header] : encodings) {
    compare(("results page, " + std::string(name)).c_str(), on, nginx, std::string(name) + ".html",
            get_request(path, "", header));
  }
  return 0;
}

}  // namespace
}  // namespace guong::bench

int main() { return guong::bench::measure(); }
