// HTTP of the host's identity: its fields, its emblem, the style with its colours.
#include "publishing/host_routes.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "guong/api/answer.h"
#include "guong/base/crypto.h"
#include "guong/base/error.h"
#include "guong/store/checked_blobs.h"
#include "publishing/host_look.h"
#include "publishing/host_store.h"
#include "publishing/page_answer.h"

namespace guong::publishing {
namespace {

using nlohmann::json;

constexpr std::size_t kLongestName = 120, kLongestLine = 200;
constexpr std::size_t kEmblemBytes = 1 << 20;

json text_or_null(const std::string& text) { return text.empty() ? json() : json(text); }

http::Response host_answer(const Host& host) {
  return api::json_answer({{"name", host.name},
                           {"address", host.address},
                           {"phone", host.phone},
                           {"email", host.email},
                           {"theme", host.theme},
                           {"colour", text_or_null(host.colour)},
                           {"portraits", host.portraits},
                           {"emblem", text_or_null(emblem_path(host))},
                           {"style", text_or_null(host_style_path(host))},
                           {"revision", host.revision.value}},
                          host.revision);
}

http::Response get_host(api::ReadCall& call) { return host_answer(call.read(find_host)); }

/// "#1A2B3C" and "#1a2b3c" are the same colour.
std::string small_letters(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

Host read_host(const json& body) {
  api::FieldReader fields(body);
  Host out;
  out.name = fields.text("name", kLongestName, 0);
  out.address = fields.text("address", kLongestLine, 0);
  out.phone = fields.text("phone", kLongestLine, 0);
  out.email = fields.text("email", kLongestLine, 0);
  out.theme = fields.choice("theme", {"sea", "son", "cham", "own"});
  const auto colour = fields.opt_text("colour", kLongestLine);
  if (out.theme == "own") out.colour = small_letters(colour.value_or(""));
  out.portraits = fields.choice("portraits", {"drawn", "initials"});
  fields.done();
  return out;
}

http::Response put_host(api::WriteCall& call) {
  const Host host = read_host(call.body());
  return host_answer(call.write([&](store::Tx& tx) {
    change_host(tx, call.context(), call.if_match(), host);
    return find_host(tx);
  }));
}

http::Response put_emblem(api::WriteCall& call) {
  api::FieldReader fields(call.body());
  const auto picture = from_base64(fields.text("picture", 2 * kEmblemBytes));
  if (!picture || picture->size() > kEmblemBytes) fields.add({"/picture", "publishing.emblem_too_heavy", {}});
  fields.done();
  const Digest emblem = make_emblem(call.blobs(), call.context().random, as_text(*picture));
  return host_answer(call.write([&](store::Tx& tx) {
    change_emblem(tx, call.context(), emblem);
    return find_host(tx);
  }));
}

http::Response delete_emblem(api::WriteCall& call) {
  return host_answer(call.write([&](store::Tx& tx) {
    change_emblem(tx, call.context(), std::nullopt);
    return find_host(tx);
  }));
}

/// An address that is of no moment's colours leads nowhere; "moi-nhat" is always there, for pages that were
/// made before.
http::Response get_style(api::ReadCall& call) {
  const std::string version = call.path_text("version");
  const auto make = [version](store::Reader& reader) -> RenderedPage {
    const Host host = find_host(reader);
    const bool newest = version == "moi-nhat";
    if (!newest && version != std::to_string(host.revision.value)) return {"", Timestamp{INT64_MAX}};
    return {host_style(host) + "\n", Timestamp{INT64_MAX}, "text/css; charset=utf-8",
            newest ? "no-cache" : "public, max-age=31536000, immutable"};
  };
  return page_answer(call, {[](store::Reader&) { return std::string("style"); }, make});
}

http::Response get_emblem(api::ReadCall& call) {
  const auto host = call.read(find_host);
  if (!host.emblem || call.request().path != emblem_path(host)) throw Error::not_found();
  return call.read([&](store::Reader& reader) {
    auto answer =
        http::file_response(call.request(), store::open_checked(reader.state(), call.blobs(), *host.emblem),
                            "image/webp", "\"" + to_hex(as_text(*host.emblem)) + "\"");
    answer.set("Cache-Control", "public, max-age=31536000, immutable");
    return answer;
  });
}

/// A picture in base64 is a third longer, and its child processes take a second.
api::Route emblem_route(api::Route route) {
  route.body_limit = 2 * kEmblemBytes;
  return api::heavy(route);
}

}  // namespace

std::vector<api::Route> host_routes() {
  constexpr auto kAdministrator = api::only(api::Role::administrator);
  return {api::get("/api/host", "getHost", api::kAnyone, get_host),
          api::put("/api/host", "changeHost", kAdministrator, put_host),
          emblem_route(api::put("/api/host/emblem", "putEmblem", kAdministrator, put_emblem)),
          api::del("/api/host/emblem", "deleteEmblem", kAdministrator, delete_emblem),
          api::get("/giao-dien/{version}.css", "page:host-style", api::kAnyone, get_style),
          api::slow_get("/hinh/bieu-trung/{digest}.webp", "page:emblem", api::kAnyone, get_emblem)};
}

}  // namespace guong::publishing
