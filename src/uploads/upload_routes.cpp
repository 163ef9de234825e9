// What is asked of uploads without a body: the offer, the status, the removal. Bodies are upload_sink.cpp's.
#include "guong/http/date.h"
#include "uploads/tus.h"
#include "uploads/upload_service.h"
#include "uploads/upload_turn.h"

namespace guong::uploads {
namespace {

/// Told to whoever asks; what a target takes is the target's to say.
constexpr std::int64_t kAnnouncedMax = 10LL << 30;

}  // namespace

http::Response options_answer() { return tus::options_response(kAnnouncedMax); }

http::Response status_answer(api::ReadCall& call, const UploadTarget& target) {
  if (auto refusal = tus::version_refusal(call.request())) return std::move(*refusal);
  const auto upload = call.read([&](store::Reader& reader) {
    return own_upload(reader, call.context(), target, call.path_id<UploadId>("upload"));
  });
  http::Response answer;
  answer.status = 200;
  answer.set("Upload-Offset", std::to_string(upload_offset(call.blobs(), upload)));
  answer.set("Upload-Length", std::to_string(upload.length));
  answer.set("Upload-Expires", http::http_date(upload.expires_at));
  if (auto metadata = upload_metadata(call.services().keys, upload); !metadata.empty())
    answer.set("Upload-Metadata", std::move(metadata));
  return std::move(answer.set("Cache-Control", "no-store"));
}

http::Response removal_answer(api::WriteCall& call, const UploadTarget& target) {
  if (auto refusal = tus::version_refusal(call.request())) return std::move(*refusal);
  const auto id = call.path_id<UploadId>("upload");
  const auto turn = UploadTurn::take(call.services().store.state(), id);
  call.read([&](store::Reader& reader) { own_upload(reader, call.context(), target, id); });
  if (!turn) return api::problem(423, Error(ErrorKind::conflict, "entries.upload_busy"), call.lang());
  drop_upload(call.services(), id);
  return api::no_content();
}

}  // namespace guong::uploads
