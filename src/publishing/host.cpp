// Changing whose installation it is.
#include "guong/publishing/host.h"

#include "guong/api/record.h"
#include "guong/base/crypto.h"
#include "guong/base/error.h"
#include "guong/base/temporary_file.h"
#include "guong/uploads/upload.h"
#include "guong/works/probe.h"
#include "guong/works/scaled_picture.h"
#include "publishing/host_look.h"
#include "publishing/host_store.h"

namespace guong::publishing {
namespace {

constexpr int kEmblemWidth = 256;
constexpr int kLeastWidth = 64, kMostWidth = 6000;

[[noreturn]] void refuse_picture(const char* key) {
  throw Error(ErrorKind::invalid, "base.invalid", {}, {{"/picture", key, {}}});
}

/// What the picture is; only what pages can show, and what a child process can make smaller.
works::FileKind emblem_kind(const works::Probe& probe) {
  using works::FileKind;
  const bool fits =
      probe.kind == FileKind::png || probe.kind == FileKind::jpeg || probe.kind == FileKind::webp;
  if (!fits || !probe.problem.empty() || !probe.width || !probe.height)
    refuse_picture("publishing.emblem_no_picture");
  if (std::min(*probe.width, *probe.height) < kLeastWidth) refuse_picture("publishing.emblem_too_small");
  if (std::max(*probe.width, *probe.height) > kMostWidth) refuse_picture("publishing.emblem_too_large");
  return probe.kind;
}

/// What could not be an address is a slip of the hand; whether it is one, only a letter to it would show.
std::vector<Fault> email_faults(const std::string& email) {
  const auto at = email.find('@');
  const bool fits = email.empty() || (at != 0 && at != std::string::npos && at + 1 < email.size() &&
                                      email.find_first_of(" <>,;\"") == std::string::npos);
  return fits ? std::vector<Fault>{} : std::vector<Fault>{{"/email", "publishing.not_an_email", {}}};
}

void tell(store::Tx& tx, const api::UseCaseContext& context) {
  api::record(tx, context, "installation.host_changed", std::nullopt,
              {{"revision", std::to_string(find_host(tx).revision.value)}});
}

}  // namespace

std::string emblem_path(const Host& host) {
  constexpr std::size_t kEnough = 16;
  return host.emblem ? "/hinh/bieu-trung/" + to_hex(as_text(*host.emblem)).substr(0, kEnough) + ".webp" : "";
}

std::string host_style_path(const Host& host) {
  return host.theme == "sea" ? "" : "/giao-dien/" + std::to_string(host.revision.value) + ".css";
}

void change_host(store::Tx& tx, const api::UseCaseContext& context, Revision expected, const Host& host) {
  auto faults = colour_faults(host);
  for (auto& fault : email_faults(host.email)) faults.push_back(std::move(fault));
  refuse_if_any(std::move(faults));
  if (!update_host(tx, expected, host)) throw Error(ErrorKind::stale, "base.stale");
  tell(tx, context);
}

Digest make_emblem(store::Blobs& blobs, Random& random, std::string_view picture) {
  const BorrowedBytes bytes(picture);
  const auto kind = emblem_kind(works::probe_bytes(bytes, blobs.temporary_folder()));
  const TemporaryFile file(blobs.temporary_folder() / ("emblem-" + random.code(16)));
  if (!works::scale_picture(bytes, kind, file.path(), works::FileKind::webp, kEmblemWidth))
    refuse_picture("publishing.emblem_no_picture");
  const Digest digest = uploads::hash_file(file.path());
  blobs.adopt(file.path(), digest);
  return digest;
}

void change_emblem(store::Tx& tx, const api::UseCaseContext& context, const std::optional<Digest>& emblem) {
  update_emblem(tx, emblem);
  tell(tx, context);
}

}  // namespace guong::publishing
