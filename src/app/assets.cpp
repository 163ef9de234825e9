#include "app/assets.h"

#include <map>
#include <mutex>

#include "guong/base/embedded.h"
#include "guong/base/error.h"
#include "guong/http/encoding.h"

namespace guong::app {
namespace {

constexpr std::string_view kRoot = "frontend/dist/";

constexpr std::pair<std::string_view, std::string_view> kTypes[] = {
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".svg", "image/svg+xml"},
    {".json", "application/json"},
    {".woff2", "font/woff2"},
    {".png", "image/png"},
    {".webmanifest", "application/manifest+json"},
};

std::string_view type_of(std::string_view path) {
  for (const auto& [ending, type] : kTypes)
    if (path.ends_with(ending)) return type;
  return "application/octet-stream";
}

/// Compressed when first asked for, kept from then on. Any thread.
const http::Prepared* asset(const std::string& path) {
  static std::mutex mutex;
  static std::map<std::string, http::Prepared> ready;
  const std::lock_guard lock(mutex);
  if (const auto found = ready.find(path); found != ready.end()) return &found->second;
  const auto bytes = embedded(std::string(kRoot) + path);
  if (!bytes) return nullptr;
  const bool hashed = path.starts_with("assets/");
  return &ready
              .emplace(path, http::prepare(std::string(*bytes), std::string(type_of(path)),
                                           hashed ? "public, max-age=31536000, immutable" : "no-cache"))
              .first->second;
}

http::Response serve_asset(api::ReadCall& call) {
  const auto& path = call.path_text("path");
  const auto* found = path.empty() ? nullptr : asset(path);
  if (!found && !path.starts_with("assets/")) found = asset("index.html");
  if (!found) throw Error(ErrorKind::not_found, "api.no_such_path");
  return http::prepared_response(call.request(), *found);
}

http::Response to_application(api::ReadCall&) {
  http::Response answer;
  answer.status = 308;
  answer.set("Location", "/app/");
  return answer;
}

constexpr api::Route kRoutes[] = {
    api::get("/app", "page:application", api::kAnyone, to_application),
    api::slow_get("/app/{path...}", "page:asset", api::kAnyone, serve_asset),
};

}  // namespace

std::span<const api::Route> asset_routes() { return kRoutes; }

}  // namespace guong::app
