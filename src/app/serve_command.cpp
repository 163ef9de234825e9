// The command that serves: log, signals, start, wait, stop.
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <cstdio>

#include "app/command.h"
#include "app/ending_signals.h"
#include "guong/app/service.h"

namespace guong::app {
namespace {

/// The text of a log line as the inside of a JSON string.
class EscapedText : public spdlog::custom_flag_formatter {
 public:
  void format(const spdlog::details::log_msg& message, const std::tm&, spdlog::memory_buf_t& out) override {
    for (const char c : message.payload) {
      const auto byte = static_cast<unsigned char>(c);
      if (c == '"' || c == '\\') {
        out.push_back('\\');
        out.push_back(c);
      } else if (byte < 0x20) {
        char escape[8];
        std::snprintf(escape, sizeof escape, "\\u%04x", byte);
        out.append(escape, escape + 6);
      } else {
        out.push_back(c);
      }
    }
  }
  std::unique_ptr<custom_flag_formatter> clone() const override { return std::make_unique<EscapedText>(); }
};

void start_log(const Config& config) {
  auto logger = std::make_shared<spdlog::logger>("guong", std::make_shared<spdlog::sinks::stderr_sink_mt>());
  if (config.json_log) {
    auto formatter = std::make_unique<spdlog::pattern_formatter>(spdlog::pattern_time_type::utc);
    formatter->add_flag<EscapedText>('*').set_pattern(
        R"({"time":"%Y-%m-%dT%H:%M:%S.%fZ","level":"%l","text":"%*"})");
    logger->set_formatter(std::move(formatter));
  } else {
    logger->set_pattern("%Y-%m-%dT%H:%M:%S.%fZ %^%l%$ %v", spdlog::pattern_time_type::utc);
  }
  logger->set_level(spdlog::level::from_str(config.log_level));
  logger->flush_on(spdlog::level::info);
  spdlog::set_default_logger(std::move(logger));
}

ServiceOptions options_of(const Config& config, api::Keys keys) {
  ServiceOptions options;
  options.database = config.database;
  options.data = config.data;
  options.keys = std::move(keys);
  options.base_url = config.base_url;
  options.witnesses = config.witnesses;
  options.witness_urls = config.witness_urls;
  options.http.address = config.address;
  options.http.port = config.port;
  options.http.event_threads = config.event_threads;
  options.http.pool_threads = config.pool_threads;
  options.uploads = {config.account_quota_mb * std::int64_t{1'000'000},
                     config.free_space_mb * std::int64_t{1'000'000}};
  options.http.trusted_proxies = config.trusted_proxies;
  return options;
}

}  // namespace

int run_serve(const CommandLine& line) {
  const EndingSignals ending;
  start_log(line.config);
  const KeysHold hold(line.config.keys, KeysHold::How::in_use);
  api::Keys keys = Installation(line.config, LedgerName::settle).keys;
  Service service(options_of(line.config, std::move(keys)));
  service.start();
  spdlog::info("listening on http://{}:{}", line.config.address, service.port());
  ending.wait();
  spdlog::info("stopping");
  service.stop();
  return 0;
}

}  // namespace guong::app
