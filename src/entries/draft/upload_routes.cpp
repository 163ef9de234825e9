// HTTP of files that an author sends: addresses and rights; the protocol is that of `uploads`.
#include "entries/draft/upload_target.h"
#include "guong/entries/entry_routes.h"

namespace guong::entries {
namespace {

using uploads::PathValues;

http::Response get_options(api::ReadCall&) { return uploads::options_answer(); }
http::Response get_entry_options(api::ReadCall& call) {
  // What is no number is no address; whether there is such an entry is not told.
  call.path_id<EntryId>("entry");
  return uploads::options_answer();
}

http::Response get_status(api::ReadCall& call) { return uploads::status_answer(call, upload_target()); }

http::Response delete_upload(api::WriteCall& call) { return uploads::removal_answer(call, upload_target()); }

std::unique_ptr<http::BodySink> create_upload(api::Services& services, const http::Request& head,
                                              const api::Actor& actor, const api::StillActs& still,
                                              const PathValues& values) {
  return uploads::create_sink(services, head, actor, still, values, "entry", upload_target());
}

std::unique_ptr<http::BodySink> append_upload(api::Services& services, const http::Request& head,
                                              const api::Actor& actor, const api::StillActs& still,
                                              const PathValues& values) {
  return uploads::append_sink(services, head, actor, still, values, upload_target());
}

constexpr api::Route options(std::string_view pattern, std::string_view id,
                             http::Response (*handler)(api::ReadCall&)) {
  return {http::Method::options, pattern, id, api::kAnyone, handler, nullptr, nullptr, 0, false, false};
}

constexpr api::Route kUploads[] = {
    options("/api/uploads", "uploadOptions", get_options),
    options("/api/entries/{entry}/uploads", "entryUploadOptions", get_entry_options),
    api::streamed(http::Method::post, "/api/entries/{entry}/uploads", "createUpload", api::kSignedIn,
                  create_upload),
    api::get("/api/uploads/{upload}", "uploadStatus", api::kSignedIn, get_status),
    api::streamed(http::Method::patch, "/api/uploads/{upload}", "appendUpload", api::kSignedIn,
                  append_upload),
    api::del("/api/uploads/{upload}", "removeUpload", api::kSignedIn, delete_upload),
};

}  // namespace

const std::vector<api::Route>& upload_routes() {
  static const auto routes = [] {
    std::vector<api::Route> out;
    for (const auto& route : kUploads) out.push_back(uploads::resumable(route));
    return out;
  }();
  return routes;
}

}  // namespace guong::entries
