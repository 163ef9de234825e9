// From a work's first picture to its sizes, and those over HTTP.
#include "guong/results/published_cover.h"

#include <charconv>
#include <nlohmann/json.hpp>

#include "guong/base/crypto.h"
#include "guong/base/error.h"
#include "guong/base/temporary_file.h"
#include "guong/entries/judging_view.h"
#include "guong/results/published.h"
#include "guong/store/checked_blobs.h"
#include "guong/store/jobs.h"
#include "guong/uploads/upload.h"
#include "guong/works/probe.h"
#include "guong/works/scaled_picture.h"
#include "results/cover_job.h"
#include "results/cover_store.h"
#include "results/publication_store.h"

namespace guong::results {
namespace {

using nlohmann::json;
using works::FileKind;

constexpr int kTogether = 200;
/// Between two old works' pictures, so that jobs of today do not wait for all of them.
constexpr Duration kApart = seconds(2);

std::optional<int> first_picture(const json& document) {
  for (const auto& file : document.at("files"))
    if (file.at("media_type").get_ref<const std::string&>().starts_with("image/"))
      return file.at("position").get<int>();
  return std::nullopt;
}

bool has_cover(store::Reader& reader, EntryId entry) { return !published_covers(reader, {entry}).empty(); }

/// Where pictures are made of one: a place for each, and the picture itself.
struct Workshop {
  api::Services& services;
  entries::AnonymousPicture source;

  TemporaryFile place() const {
    return TemporaryFile(services.blobs.temporary_folder() / ("cover-" + services.random.code(16)));
  }
  bool scale(const TemporaryFile& to, FileKind kind, int width) const {
    return works::scale_picture(*source.bytes, source.kind, to.path(), kind, width);
  }
};

/// One size in both kinds; how large it came out, nothing when it could not be made.
std::optional<std::pair<int, int>> make_size(const Workshop& workshop, int step,
                                             std::vector<CoverSize>& sizes) {
  std::optional<std::pair<int, int>> shown;
  for (const FileKind kind : {FileKind::webp, FileKind::jpeg}) {
    const TemporaryFile file = workshop.place();
    if (!workshop.scale(file, kind, step)) return std::nullopt;
    const auto probe = works::probe_file(file.path());
    if (!probe.width || !probe.height) return std::nullopt;
    const Digest digest = uploads::hash_file(file.path());
    workshop.services.blobs.adopt(file.path(), digest);
    sizes.push_back({step, std::string(works::kind_name(kind)), digest});
    shown = {*probe.width, *probe.height};
  }
  return shown;
}

/// Larger steps only while the picture is wider than the last.
std::optional<PublishedCover> make_sizes(const Workshop& workshop, std::vector<CoverSize>& sizes) {
  PublishedCover out;
  for (const int step : kCoverWidths) {
    const auto shown = make_size(workshop, step, sizes);
    if (!shown) return std::nullopt;
    std::tie(out.width, out.height) = *shown;
    if (out.width < step) break;
  }
  return out;
}

std::optional<Workshop> workshop_for(api::Services& services, EntryId entry) {
  return services.store.read([&](store::Reader& reader) -> std::optional<Workshop> {
    const auto work = published_work_of(reader, entry);
    if (!work || has_cover(reader, entry)) return std::nullopt;
    const auto document = json::parse(work->document);
    const auto position = first_picture(document);
    if (!position) return std::nullopt;
    auto source = entries::anonymous_picture(reader, services.blobs, work->contest,
                                             document.at("code").get<std::string>(), *position);
    if (!source) return std::nullopt;
    return Workshop{services, std::move(*source)};
  });
}

}  // namespace

void ask_for_cover(store::Tx& tx, const api::UseCaseContext& context, EntryId entry, const json& document) {
  if (first_picture(document))
    store::enqueue(tx, context.random, context.now, kCoverJob, std::to_string(entry.value));
}

void make_cover(api::Services& services, const std::string& payload) {
  EntryId entry;
  std::from_chars(payload.data(), payload.data() + payload.size(), entry.value);
  const auto workshop = workshop_for(services, entry);
  if (!workshop) return;
  std::vector<CoverSize> sizes;
  const auto cover = make_sizes(*workshop, sizes);
  if (!cover) return;
  services.store.write([&](store::Tx& tx) {
    // Taken back meanwhile, or made by somebody else.
    if (published_work_of(tx, entry) && !has_cover(tx, entry)) put_cover(tx, entry, *cover, sizes);
  });
}

std::vector<int> cover_steps(const PublishedCover& cover) {
  std::vector<int> out;
  for (const int step : kCoverWidths)
    if (out.empty() || out.back() < cover.width) out.push_back(step);
  return out;
}

void ask_for_old_covers(store::Store& store, const api::UseCaseContext& context) {
  EntryId last;
  for (Timestamp at = context.now;;) {
    const auto works =
        store.read([&](store::Reader& reader) { return works_without_cover(reader, last, kTogether); });
    if (works.empty()) return;
    store.write([&](store::Tx& tx) {
      for (const auto& work : works)
        if (first_picture(json::parse(work.document)))
          store::enqueue(tx, context.random, at = at + kApart, kCoverJob, std::to_string(work.entry.value));
    });
    last = works.back().entry;
  }
}

http::Response cover_file(store::Reader& reader, const store::Blobs& blobs, const http::Request& request,
                          std::string_view slug, int width, std::string_view kind) {
  const auto blob = find_cover_size(reader, slug, width, kind);
  if (!blob) throw Error::not_found();
  auto answer = http::file_response(request, store::open_checked(reader.state(), blobs, *blob),
                                    std::string(works::media_type_of(works::kind_from_name(kind))),
                                    "\"" + to_hex(as_text(*blob)) + "\"");
  answer.set("Cache-Control", "public, max-age=86400");
  return answer;
}

}  // namespace guong::results
