// Bytes from strangers up to the request they become: Beast's parser with our limits, our checks of the head,
// our reading of the target. Nothing may crash, and what passes has a path without dots, empty parts or
// control characters.
#include <boost/asio/buffer.hpp>
#include <cstdlib>

#include "http/head.h"

using namespace guong::http;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Parser parser;
  parser.header_limit(32 * 1024);
  parser.body_limit(UINT64_MAX);
  boost::beast::error_code error;
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  while (!rest.empty() && !error && !parser.is_header_done()) {
    const auto used = parser.put(boost::asio::const_buffer(rest.data(), rest.size()), error);
    if (used == 0) break;
    rest.remove_prefix(used);
  }
  if (error || !parser.is_header_done() || head_fault(parser) != 0) return 0;
  const Request request = request_of(parser);
  for (const char c : request.path) {
    if (static_cast<unsigned char>(c) < 0x20) std::abort();
  }
  if (request.path.find("/../") != std::string::npos || request.path.find("//") != std::string::npos)
    std::abort();
  (void)request.query_value("q");
  (void)request.cookie("guong_session");
  (void)expects_continue(parser);
  return 0;
}
