// HTTP of uploads without a body: options, status, removal. Bodies are the sinks' (upload_sink.cpp).
#include "entries/upload_service.h"
#include "entries/upload_sink.h"
#include "entries/upload_turn.h"
#include "guong/api/answer.h"
#include "guong/entries/entry_routes.h"
#include "guong/http/tus.h"

namespace guong::entries {
namespace {

using api::ReadCall;
using api::WriteCall;

/// Told to whoever asks; what a category takes is in its rules.
constexpr std::int64_t kAnnouncedMax = 10LL << 30;

http::Response get_options(ReadCall&) { return http::tus::options_response(kAnnouncedMax); }

http::Response get_status(ReadCall& call) {
  if (auto refusal = http::tus::version_refusal(call.request())) return std::move(*refusal);
  const auto context = call.context();
  const auto upload = call.read(
      [&](store::Reader& reader) { return own_upload(reader, context, call.path_id<UploadId>("upload")); });
  http::Response answer;
  answer.status = 200;
  answer.set("Upload-Offset", std::to_string(upload_offset(call.blobs(), upload)));
  answer.set("Upload-Length", std::to_string(upload.length));
  answer.set("Upload-Expires", http::tus::http_date(upload.expires_at));
  return std::move(with_tus_headers(answer));
}

http::Response delete_upload_route(WriteCall& call) {
  if (auto refusal = http::tus::version_refusal(call.request())) return std::move(*refusal);
  const auto id = call.path_id<UploadId>("upload");
  const auto turn = UploadTurn::take(call.services().store.state(), id);
  call.read([&](store::Reader& reader) { own_upload(reader, call.context(), id); });
  if (!turn) return api::problem(423, Error(ErrorKind::conflict, "entries.upload_busy"), call.lang());
  drop_upload(call.services(), id);
  auto answer = api::no_content();
  return std::move(with_tus_headers(answer));
}

constexpr api::Route kUploads[] = {
    {http::Method::options, "/api/uploads", "uploadOptions", api::kAnyone, get_options, nullptr, nullptr, 0,
     false, false},
    api::streamed(http::Method::post, "/api/entries/{entry}/uploads", "createUpload", api::kSignedIn,
                  create_upload_sink),
    api::get("/api/uploads/{upload}", "uploadStatus", api::kSignedIn, get_status),
    api::streamed(http::Method::patch, "/api/uploads/{upload}", "appendUpload", api::kSignedIn,
                  patch_upload_sink),
    api::del("/api/uploads/{upload}", "removeUpload", api::kSignedIn, delete_upload_route),
};

}  // namespace

const std::vector<api::Route>& upload_routes() {
  static const std::vector<api::Route> routes(std::begin(kUploads), std::end(kUploads));
  return routes;
}

}  // namespace guong::entries
