// One request to another server, for commands that look at a log from outside. Blocks; any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace guong::http {

struct Fetched {
  int status = 0;
  std::string body;
};
struct FetchLimits {
  int seconds = 20;  // for all of it
  std::size_t bytes = 4u << 20;
};

/// GETs an address (http or https; certificates are verified by the system's authorities). Redirections are not
/// followed. Error{unavailable, "http.cannot_reach"} with the address and why.
Fetched fetch(const std::string& url, const FetchLimits& limits = {});
/// POSTs plain text.
Fetched post_text(const std::string& url, std::string_view text, const FetchLimits& limits = {});

}  // namespace guong::http
