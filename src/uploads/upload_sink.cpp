// Takes bodies on an event thread; what is slow happens in finish(), on the worker pool.
#include <charconv>

#include "guong/base/text.h"
#include "guong/http/date.h"
#include "uploads/part_file.h"
#include "uploads/tus.h"
#include "uploads/upload_service.h"
#include "uploads/upload_turn.h"

namespace guong::uploads {
namespace {

constexpr std::size_t kNameMax = 200, kMetadataMax = 4096;
constexpr std::string_view kBytesType = "application/offset+octet-stream";

/// Statuses of tus that are no ErrorKind.
http::Response tus_problem(int status, const char* key, const http::Request& request) {
  return api::problem(status, Error(ErrorKind::conflict, key), api::lang_of(request));
}

const UploadLimits& limits_of(const api::Services& services) {
  return services.store.state().of<UploadLimits>();
}

/// Answers when the body is through; the body is not kept.
class RefusingSink : public http::BodySink {
 public:
  explicit RefusingSink(http::Response answer) : answer_(std::move(answer)) {}
  void write(std::string_view) override {}
  http::Response finish(http::Request&&) override { return std::move(answer_); }

 private:
  http::Response answer_;
};

std::unique_ptr<http::BodySink> refusing(http::Response answer) {
  return std::make_unique<RefusingSink>(std::move(answer));
}

http::Response progress(int status, const Upload& upload, std::int64_t offset) {
  http::Response answer;
  answer.status = status;
  answer.set("Upload-Offset", std::to_string(offset));
  answer.set("Upload-Expires", http::http_date(upload.expires_at));
  return answer;
}

/// What a body does to an upload, whichever request brings it.
class UploadSink : public http::BodySink {
 public:
  UploadSink(api::Services& services, const UploadTarget& target, api::Actor actor, api::StillActs still,
             Upload upload, UploadTurn turn, Incoming incoming)
      : services_(services),
        target_(target),
        actor_(std::move(actor)),
        still_(std::move(still)),
        upload_(std::move(upload)),
        turn_(std::move(turn)),
        incoming_(std::move(incoming)) {}
  void write(std::string_view bytes) override { incoming_.take(bytes); }

 protected:
  api::UseCaseContext context(const http::Request& request) const {
    return {actor_, request.received, services_.random, services_.keys};
  }
  /// Durable, and when it is whole taken over.
  void take_over(const http::Request& request) {
    incoming_.settle();
    if (incoming_.complete())
      finish_upload(services_, context(request), target_, upload_,
                    {incoming_.digest(), incoming_.sealed_digest()}, api::lang_of(request),
                    [&](store::Tx& tx) { still_(tx, request); });
    else
      turn_.hash = incoming_.take_hash();
  }

  api::Services& services_;
  const UploadTarget& target_;
  const api::Actor actor_;
  const api::StillActs still_;
  Upload upload_;
  UploadTurn turn_;
  Incoming incoming_;
};

class PatchSink : public UploadSink {
 public:
  using UploadSink::UploadSink;
  /// The client left: what arrived is kept, unless it came with a checksum that nobody can check now.
  ~PatchSink() override {
    if (finished_) return;
    try {
      if (incoming_.has_checksum()) incoming_.cut_back();
      turn_.hash = incoming_.take_hash();
    } catch (const std::exception&) {
      turn_.hash.reset();
    }
  }
  http::Response finish(http::Request&& request) override {
    incoming_.check();
    if (!incoming_.checksum_holds()) {
      incoming_.cut_back();
      return tus_problem(460, "entries.checksum_differs", request);
    }
    finished_ = true;
    take_over(request);
    return progress(204, upload_, incoming_.offset());
  }

 private:
  bool finished_ = false;
};

class CreateSink : public UploadSink {
 public:
  CreateSink(api::Services& services, const UploadTarget& target, api::Actor actor, api::StillActs still,
             Upload upload, UploadTurn turn, Incoming incoming, NewUpload wanted)
      : UploadSink(services, target, std::move(actor), std::move(still), std::move(upload), std::move(turn),
                   std::move(incoming)),
        wanted_(std::move(wanted)) {}
  /// Nobody has been told of the upload: nothing is kept.
  ~CreateSink() override {
    std::error_code ignored;
    if (!told_) std::filesystem::remove(incoming_.path(), ignored);
  }
  http::Response finish(http::Request&& request) override {
    incoming_.check();
    if (!incoming_.checksum_holds()) return tus_problem(460, "entries.checksum_differs", request);
    // It begins when it is all there: whoever keeps the rest back has not begun.
    services_.store.write([&](store::Tx& tx) {
      still_(tx, request);
      const auto key_sealed = upload_.key_sealed;  // what has come is sealed with it
      upload_ = plan_upload(tx, context(request), target_, limits_of(services_), upload_.id, wanted_,
                            api::lang_of(request));
      upload_.key_sealed = key_sealed;
      insert_upload(tx, upload_, target_.owner_tag(services_.keys, actor_.account));
    });
    told_ = true;
    take_over(request);
    auto answer = progress(201, upload_, incoming_.offset());
    return std::move(answer.set("Location", "/api/uploads/" + std::to_string(upload_.id.value)));
  }

 private:
  const NewUpload wanted_;
  bool told_ = false;
};

std::int64_t path_id(const PathValues& values, std::string_view name) {
  std::int64_t id = 0;
  for (const auto& [key, text] : values)
    if (key == name) {
      const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
      if (error == std::errc{} && end == text.data() + text.size() && id > 0) return id;
    }
  throw Error::not_found();
}

[[noreturn]] void malformed(const char* key) { throw Error(ErrorKind::malformed, key); }

std::optional<tus::Checksum> read_checksum(const http::Request& head) {
  const auto text = head.header("upload-checksum");
  if (!text) return std::nullopt;
  auto checksum = tus::checksum(*text);
  if (!checksum) malformed("entries.checksum_unreadable");
  return checksum;
}

/// The author's name for the file, without folders.
std::string clean_file_name(const std::string& text) {
  if (!valid_utf8(text)) malformed("entries.metadata_unreadable");
  auto name = nfc(text.substr(text.find_last_of("/\\") + 1));
  if (code_points(name) > kNameMax) malformed("entries.metadata_unreadable");
  std::erase_if(name, [](char c) { return c == '\n' || c == '\t'; });
  return name.empty() ? "file" : name;
}

NewUpload read_new_upload(const http::Request& head, std::int64_t target) {
  const auto length = tus::length_header(head, "upload-length");
  if (!length) malformed("entries.upload_length_needed");
  if (*length == 0) throw Error(ErrorKind::invalid, "entries.file_empty");
  const std::string sent(head.header("upload-metadata").value_or(""));
  const auto metadata = tus::metadata(sent);
  if (!metadata || sent.size() > kMetadataMax) malformed("entries.metadata_unreadable");
  const auto value = [&](const char* key) {
    const auto found = metadata->find(key);
    return found == metadata->end() ? std::string() : found->second;
  };
  return {target, value("purpose"), clean_file_name(value("filename")), *length, sent};
}

/// Refuses a body that announces more than fits, before any of it comes.
void check_room(const http::Request& head, std::int64_t room) {
  const auto size = tus::length_header(head, "content-length");
  if (size && *size > room) throw Error(ErrorKind::too_large, "entries.more_than_announced");
}

void check_type(const http::Request& head) {
  if (head.header("content-type") != kBytesType)
    throw Error(ErrorKind::unsupported_type, "entries.upload_type");
}

}  // namespace

std::unique_ptr<http::BodySink> create_sink(api::Services& services, const http::Request& head,
                                            const api::Actor& actor, const api::StillActs& still,
                                            const PathValues& values, std::string_view name,
                                            const UploadTarget& target) {
  if (auto refusal = tus::version_refusal(head)) return refusing(std::move(*refusal));
  const auto wanted = read_new_upload(head, path_id(values, name));
  check_room(head, wanted.length);
  if (tus::length_header(head, "content-length").value_or(0) > 0) check_type(head);
  const api::UseCaseContext context{actor, head.received, services.random, services.keys};
  auto upload = services.store.read([&](store::Reader& reader) {
    return plan_upload(reader, context, target, limits_of(services), context.random.id<UploadId>(), wanted,
                       api::lang_of(head));
  });
  require_room(services.blobs.temporary_folder(), wanted.length, limits_of(services));
  auto turn = UploadTurn::take(services.store.state(), upload.id);
  Incoming incoming(upload_path(services.blobs, upload.id), part_key(services.keys, upload), 0, wanted.length,
                    std::nullopt, read_checksum(head));
  return std::make_unique<CreateSink>(services, target, actor, still, std::move(upload), std::move(*turn),
                                      std::move(incoming), wanted);
}

std::unique_ptr<http::BodySink> append_sink(api::Services& services, const http::Request& head,
                                            const api::Actor& actor, const api::StillActs& still,
                                            const PathValues& values, const UploadTarget& target) {
  if (auto refusal = tus::version_refusal(head)) return refusing(std::move(*refusal));
  check_type(head);
  const auto claimed = tus::length_header(head, "upload-offset");
  if (!claimed) malformed("entries.upload_offset_needed");
  const api::UseCaseContext context{actor, head.received, services.random, services.keys};
  auto turn = UploadTurn::take(services.store.state(), UploadId{path_id(values, "upload")});
  // What is someone else's answers 404 also while its owner writes to it.
  auto upload = services.store.read([&](store::Reader& reader) {
    return own_upload(reader, context, target, UploadId{path_id(values, "upload")});
  });
  if (!turn) return refusing(tus_problem(423, "entries.upload_busy", head));
  const auto offset = upload_offset(services.blobs, upload, turn->hash ? &*turn->hash : nullptr);
  if (*claimed != offset || upload.finished_file)
    throw Error(ErrorKind::conflict, "entries.offset_differs", {{"offset", std::to_string(offset)}});
  check_room(head, upload.length - offset);
  require_room(services.blobs.temporary_folder(), upload.length - offset, limits_of(services));
  Incoming incoming(upload_path(services.blobs, upload.id), part_key(services.keys, upload), offset,
                    upload.length, std::exchange(turn->hash, std::nullopt), read_checksum(head));
  return std::make_unique<PatchSink>(services, target, actor, still, std::move(upload), std::move(*turn),
                                     std::move(incoming));
}

}  // namespace guong::uploads
