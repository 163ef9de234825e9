// A client over Beast: resolves, connects, speaks TLS where asked, sends one request, reads one answer. Everything runs
// against one clock, so that a server which drips its answer holds nobody.
#include "guong/http/client.h"

#include <utility>  // Asio's awaitable.h needs it and does not say so

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <chrono>
#include <exception>
#include <optional>

#include "guong/base/error.h"
#include "guong/base/version.h"

namespace guong::http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::use_awaitable;

struct UrlParts {
  bool secure = false;
  std::string host, port, target;
};

[[noreturn]] void cannot_reach(const std::string& url, const std::string& why) {
  throw Error(ErrorKind::unavailable, "http.cannot_reach", {{"url", url}, {"why", why}});
}

UrlParts parse_url(const std::string& url) {
  UrlParts out;
  out.secure = url.starts_with("https://");
  if (!out.secure && !url.starts_with("http://")) cannot_reach(url, "http://, https://");
  const std::string rest = url.substr(url.find("://") + 3);
  const auto slash = rest.find('/');
  out.host = rest.substr(0, slash);
  out.target = slash == rest.npos ? "/" : rest.substr(slash);
  out.port = out.secure ? "443" : "80";
  const auto colon = out.host.rfind(':');
  if (colon != std::string::npos && out.host.find(']', colon) == std::string::npos) {
    out.port = out.host.substr(colon + 1);
    out.host.resize(colon);
  }
  if (out.host.empty()) cannot_reach(url, "?");
  return out;
}

using ClientRequest = beast::http::request<beast::http::string_body>;

ClientRequest make_client_request(const UrlParts& address, const std::string* body) {
  ClientRequest request(body ? beast::http::verb::post : beast::http::verb::get, address.target, 11);
  request.set(beast::http::field::host, address.host + ":" + address.port);
  request.set(beast::http::field::user_agent, "guong/" + std::string(version()));
  request.set(beast::http::field::connection, "close");
  if (body) {
    request.set(beast::http::field::content_type, "text/plain; charset=utf-8");
    request.body() = *body;
  }
  request.prepare_payload();
  return request;
}

template <class Stream>
asio::awaitable<Fetched> exchange(Stream& stream, const ClientRequest& request, std::size_t bytes) {
  co_await beast::http::async_write(stream, request, use_awaitable);
  beast::flat_buffer buffer;
  beast::http::response_parser<beast::http::string_body> parser;
  parser.body_limit(bytes);
  co_await beast::http::async_read(stream, buffer, parser, use_awaitable);
  auto answer = parser.release();
  co_return Fetched{static_cast<int>(answer.result_int()), std::move(answer.body())};
}

asio::awaitable<Fetched> talk(asio::io_context& io, const UrlParts& address, const ClientRequest& request,
                              const FetchLimits& limits) {
  asio::ip::tcp::resolver resolver(io);
  const auto places = co_await resolver.async_resolve(address.host, address.port, use_awaitable);
  asio::ssl::context tls(asio::ssl::context::tls_client);
  tls.set_default_verify_paths();
  beast::ssl_stream<beast::tcp_stream> stream(io, tls);
  auto& plain = beast::get_lowest_layer(stream);
  plain.expires_after(std::chrono::seconds(limits.seconds));
  co_await plain.async_connect(places, use_awaitable);
  if (!address.secure) co_return co_await exchange(plain, request, limits.bytes);
  stream.set_verify_mode(asio::ssl::verify_peer);
  stream.set_verify_callback(asio::ssl::host_name_verification(address.host));
  SSL_set_tlsext_host_name(stream.native_handle(), address.host.c_str());
  co_await stream.async_handshake(asio::ssl::stream_base::client, use_awaitable);
  co_return co_await exchange(stream, request, limits.bytes);
}

Fetched send_request(const std::string& url, const std::string* body, const FetchLimits& limits) {
  const auto address = parse_url(url);
  const auto request = make_client_request(address, body);
  asio::io_context io;
  std::optional<Fetched> answer;
  std::exception_ptr failure;
  asio::co_spawn(io, talk(io, address, request, limits), [&](std::exception_ptr thrown, Fetched fetched) {
    failure = thrown;
    answer = std::move(fetched);
  });
  io.run_for(std::chrono::seconds(limits.seconds));
  try {
    if (failure) std::rethrow_exception(failure);
  } catch (const std::exception& error) {
    cannot_reach(url, error.what());
  }
  if (!answer) cannot_reach(url, "timeout");
  return std::move(*answer);
}

}  // namespace

Fetched fetch(const std::string& url, const FetchLimits& limits) {
  return send_request(url, nullptr, limits);
}

Fetched post_text(const std::string& url, std::string_view text, const FetchLimits& limits) {
  const std::string body(text);
  return send_request(url, &body, limits);
}

}  // namespace guong::http
