// The commands of a witness: its key, one look or a watch that never ends, an address for logs that bring their heads
// themselves, and taking a new head after a break.
#include <unistd.h>

#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <thread>

#include "app/command.h"
#include "app/ending_signals.h"
#include "app/verifier_key.h"
#include "app/witness.h"
#include "guong/http/client.h"
#include "guong/http/server.h"

namespace guong::app {
namespace {

constexpr int kAlarm = 3;  // exit code
constexpr int kEvery = 300;
constexpr std::size_t kRequestMax = 32 * 1024;

std::string flag(const CommandLine& line, const std::string& name) {
  const auto found = line.flags.find(name);
  return found == line.flags.end() ? "" : found->second;
}

Witness open_witness(const CommandLine& line) {
  return Witness::open(line.config.data / "witness", flag(line, "name"));
}

int seconds_between(const CommandLine& line) {
  const auto text = flag(line, "every");
  int value = kEvery;
  if (text.empty()) return value;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 1)
    throw Error(ErrorKind::malformed, "app.flag_needs_value", {{"what", "--every"}});
  return value;
}

/// The hook learns what happened from its environment, never from words of a shell.
void run_hook(const std::string& program, const std::string& text) {
  if (program.empty()) return;
  ::setenv("GUONG_ALARM", text.c_str(), 1);
  if (std::system(program.c_str()) != 0) std::fputs("guong: --alarm\n", stderr);
}

/// `log`: its address, or its name where it is the log that calls.
int raise_alarm(const CommandLine& line, const std::string& alarm, const std::string& log) {
  const auto text = message(alarm, line.lang, {{"url", log}});
  std::fprintf(stderr, "guong: %s\n", text.c_str());
  run_hook(flag(line, "alarm"), text);
  return kAlarm;
}

/// The log keeps the cosignature if it counts this witness among its own; that it does not is no fault of the log.
void hand_in(const CommandLine& line, const LogReader& reader, const std::string& cosignature) {
  const auto answer = http::post_text(reader.url() + "/cosignatures", cosignature);
  if (answer.status >= 300) say(line, "app.witness_not_taken", {{"status", std::to_string(answer.status)}});
}

int look_once(const CommandLine& line, const Witness& witness, const ledger::VerifierKey& log) {
  const LogReader reader(line.words[0]);
  const auto found = look_at_log(witness, log, reader, system_now());
  if (!found.alarm.empty()) return raise_alarm(line, found.alarm, line.words[0]);
  const auto size = ledger::read_unverified_checkpoint(found.note)->size;
  say(line, "app.witness_well", {{"size", std::to_string(size)}});
  std::fflush(stdout);
  hand_in(line, reader, found.cosignature);
  return 0;
}

/// tlog-witness: one address, for one log.
class WitnessDispatcher : public http::Dispatcher {
 public:
  WitnessDispatcher(const CommandLine& line, Witness witness, ledger::VerifierKey log)
      : line_(line), witness_(std::move(witness)), log_(std::move(log)) {}

  http::Plan plan(const http::Request& head) override {
    http::Plan plan;
    if (head.method != http::Method::post || head.path != "/add-checkpoint") {
      plan.answer = failure(404, &head);
      return plan;
    }
    plan.body_limit = kRequestMax;
    plan.where = http::Where::worker_pool;  // it waits for the disk
    plan.run = [this](http::Request&& request) { return answer(request); };
    return plan;
  }
  http::Response failure(int status, const http::Request*) override {
    http::Response response;
    response.status = status;
    return response;
  }

 private:
  http::Response answer(const http::Request& request) const {
    auto given = add_checkpoint(witness_, log_, request.body, request.received);
    if (!given.alarm.empty()) raise_alarm(line_, given.alarm, log_.name);
    http::Response response;
    response.status = given.status;
    response.set("Content-Type", given.media_type);
    response.body = std::move(given.body);
    return response;
  }
  const CommandLine& line_;
  const Witness witness_;
  const ledger::VerifierKey log_;
};

}  // namespace

int run_witness_serve(const CommandLine& line) {
  const EndingSignals ending;
  http::ServerOptions options;
  options.address = line.config.address;
  options.port = line.config.port;
  options.trusted_proxies = line.config.trusted_proxies;
  http::Server server(options, std::make_shared<WitnessDispatcher>(line, open_witness(line),
                                                                   read_verifier_key(flag(line, "key"))));
  server.start();
  say(line, "app.witness_serves",
      {{"url", "http://" + options.address + ":" + std::to_string(server.port()) + "/add-checkpoint"}});
  std::fflush(stdout);
  ending.wait();
  server.stop();
  return 0;
}

int run_witness_key(const CommandLine& line) {
  std::printf("%s\n", open_witness(line).verifier_key().c_str());
  return 0;
}

int run_witness(const CommandLine& line) {
  const auto witness = open_witness(line);
  const auto log = read_verifier_key(flag(line, "key"));
  if (line.has("once")) return look_once(line, witness, log);
  const auto pause = std::chrono::seconds(seconds_between(line));
  for (;;) {
    try {
      if (const int code = look_once(line, witness, log)) return code;
    } catch (const Error& error) {
      // A log that cannot be reached is not yet one that cheats.
      std::fprintf(stderr, "guong: %s\n", message(error.key(), line.lang, error.params()).c_str());
    }
    std::this_thread::sleep_for(pause);
  }
}

int run_witness_accept(const CommandLine& line) {
  const auto log = read_verifier_key(flag(line, "key"));
  if (!accept_break(open_witness(line), log, system_now()))
    throw Error(ErrorKind::conflict, "app.witness_saw_nothing");
  say(line, "app.witness_accepted");
  return 0;
}

}  // namespace guong::app
