// The application's files, embedded in the program: one file to install, and never a page of another version.
#include "app/assets.h"

#include <map>

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

http::Prepared made(const std::string& path) {
  const auto part = [&](std::string_view ending) {
    return std::string(embedded(path + std::string(ending)).value_or(""));
  };
  const bool hashed = path.starts_with(std::string(kRoot) + "assets/");
  return http::prepare(part(""), std::string(type_of(path)),
                       hashed ? "public, max-age=31536000, immutable" : "no-cache", part(".gz"), part(".br"));
}

/// Compressed when the pages are built; taken out of the program when the first is asked for. Any thread.
const http::Prepared* asset(const std::string& path) {
  static const auto all = [] {
    std::map<std::string, http::Prepared> out;
    for (const auto embedded_path : embedded_paths(kRoot)) {
      const std::string name(embedded_path);
      if (!name.ends_with(".br") && !name.ends_with(".gz"))
        out.emplace(name.substr(kRoot.size()), made(name));
    }
    return out;
  }();
  const auto found = all.find(path);
  return found == all.end() ? nullptr : &found->second;
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
