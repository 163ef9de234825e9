// Whether others notice 300 readers that stall in the middle of a download and 5,000 connections that say
// nothing.
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdio>

#include "guong/base/crypto.h"
#include "guong/base/sealed_bytes.h"
#include "guong/entries/use_cases.h"
#include "support/installation.h"
#include "support/load.h"
#include "support/smoke.h"

namespace guong::bench {
namespace {

constexpr int kConnections = 8;
constexpr double kSeconds = 4;
const std::size_t kFileBytes = sized<std::size_t>(20'000'000, 1'000'000);
const std::uint32_t kStalled = sized(300U, 10U), kIdle = sized(5000U, 50U);

/// The path of a file of a draft; `author` may read it.
std::string big_file(Installation& on, const app::DemoAccount& author) {
  const auto bytes = "%PDF-" + std::string(kFileBytes - 5, 'x');
  const std::string key(32, 'k');
  const entries::NewFile file{"bai.pdf",
                              "application/pdf",
                              {"work", "pdf", static_cast<std::int64_t>(kFileBytes), {}, {}, {}},
                              sha256(bytes),
                              on.blobs().put(*sealing(BorrowedBytes(bytes), key)),
                              key};
  return on.as(author.id, system_now(), [&](store::Tx& tx, const api::UseCaseContext& context) {
    const ContestId contest{tx.number("select id from contest where slug = 'guong-sang-thanh-nien'")};
    app::DemoTexts texts(system_random());
    const auto entry = entries::create_entry(tx, context, contest, texts.draft("bai-viet", {}).draft);
    const auto id = entries::attach_file(tx, context, entry.id, file);
    tx.exec("delete from job");
    return "/api/entries/" + std::to_string(entry.id.value) + "/files/" + std::to_string(id.value);
  });
}

Load read_page(const Installation& on, const std::string& cookie) {
  return run_load(on.port(), kConnections, kSeconds, [&](int) { return get_request("/api/me", cookie); });
}

/// Asks for the file and reads its beginning only.
int stall(const Installation& on, const std::string& path, const std::string& cookie, std::uint32_t from) {
  const int socket = connect_to(on.port(), from);
  const int small = 4096;
  ::setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
  const auto request = get_request(path, cookie);
  (void)!::send(socket, request.data(), request.size(), MSG_NOSIGNAL);
  char begin[512];
  if (::recv(socket, begin, sizeof begin, 0) <= 0 || std::string_view(begin, 12) != "HTTP/1.1 200") {
    std::fprintf(stderr, "a download was refused: %.200s\n", begin);
  }
  return socket;
}

int measure() {
  rlimit files{};
  ::getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &files);
  Installation on;
  on.fill({20, 40});
  const auto path = big_file(on, on.account("entrant"));
  on.serve();
  const auto cookie = on.sign_in(on.account("entrant"));
  read_page(on, cookie);  // warms up
  const auto alone = read_page(on, cookie);
  print_load("alone", alone);
  const double before = on.resident();
  std::vector<int> sockets;
  for (std::uint32_t i = 0; i < kStalled; ++i) sockets.push_back(stall(on, path, cookie, i + 2));
  for (std::uint32_t i = 0; i < kIdle; ++i) sockets.push_back(connect_to(on.port(), i % 250 + 2));
  const auto crowded = read_page(on, cookie);
  print_load("beside " + std::to_string(kStalled) + " stalled and " + std::to_string(kIdle) + " idle",
             crowded);
  std::printf("p99 ratio %.2f   (wanted: under 2)\nmemory grew by %.1f MB\n",
              crowded.percentile(0.99) / alone.percentile(0.99), on.resident() - before);
  for (const int socket : sockets) ::close(socket);
  return crowded.refused == 0 ? 0 : 1;
}

}  // namespace
}  // namespace guong::bench

int main() { return guong::bench::measure(); }
