// The steps of an upload outside the stream of bytes: planned, finished into a file, dropped, expired.
#include "entries/upload_service.h"

#include <algorithm>

#include "entries/entry_access.h"
#include "entries/file_store.h"
#include "entries/part_file.h"
#include "entries/seal.h"
#include "entries/upload_turn.h"
#include "guong/entries/use_cases.h"
#include "guong/works/probe.h"

namespace guong::entries {
namespace {

const rules::Category& chosen_category(const rules::RuleBook& rules, const Entry& entry) {
  const auto* category = find_category(rules, entry.content.category);
  if (!category) refuse_if_any({{"/category", "entries.category_before_files", {}}});
  return *category;
}

const rules::FileRule& rule_for(const rules::Category& category, const std::string& purpose,
                                const std::string& name) {
  const auto* rule = find_file_rule(category, purpose);
  if (!rule) refuse_if_any({{"/purpose", "entries.file_not_taken", {{"name", name}}}});
  return *rule;
}

void refuse_late(const ContestNow& contest, const Entry& entry, Timestamp now) {
  const auto& calendar = contest.rules->calendar;
  if (contest.open() && now <= intake_end(calendar, entry.reply_by)) return;
  throw Error(ErrorKind::conflict, "entries.contest_closed",
              {{"time", to_local_text(intake_end(calendar, entry.reply_by), calendar.zone)}});
}

void refuse_too_many(store::Reader& reader, const Entry& entry, const rules::FileRule& rule, Timestamp now,
                     Lang lang) {
  const auto files = list_files(reader, entry.id);
  const auto there =
      std::ranges::count_if(files, [&](const EntryFile& f) { return f.facts.purpose == rule.purpose; });
  const auto coming = unfinished_uploads(reader, entry.id, rule.purpose, now);
  // Twice as many on their way as are taken: one that was given up stays for a week and must not bar the
  // next.
  if (there < rule.max_count && there + coming < 2 * std::int64_t{rule.max_count}) return;
  throw Error(ErrorKind::conflict, "entries.no_room_for_file",
              {{"name", rule.name.in(lang)}, {"max", std::to_string(rule.max_count)}});
}

NewFile file_of(const works::Probe& probe, const Upload& upload, std::string name, const Digest& digest) {
  return {std::move(name),
          probe.media_type,
          {upload.purpose, std::string(works::kind_name(probe.kind)), upload.length, probe.duration_ms,
           probe.width ? std::optional<std::int64_t>(*probe.width) : std::nullopt,
           probe.height ? std::optional<std::int64_t>(*probe.height) : std::nullopt},
          digest};
}

std::vector<Fault> faults_of(store::Reader& reader, const api::UseCaseContext& context, const Upload& upload,
                             const works::Probe& probe, const NewFile& file, Lang lang) {
  const auto entry = own_entry(reader, context, upload.entry);
  require_transition(entry, EntryAction::save);
  const auto contest = contest_now(reader, entry.contest);
  const auto& rule = rule_for(chosen_category(*contest.rules, entry), upload.purpose, file.name);
  auto faults = file_faults(rule, file.facts, file.name, "", lang);
  if (faults.empty() && !probe.problem.empty()) faults.push_back({"", probe.problem, {{"name", file.name}}});
  return faults;
}

}  // namespace

Upload plan_upload(store::Reader& reader, const api::UseCaseContext& context, const NewUpload& wanted,
                   Lang lang) {
  const auto entry = own_entry(reader, context, wanted.entry);
  require_transition(entry, EntryAction::save);
  const auto contest = contest_now(reader, entry.contest);
  refuse_late(contest, entry, context.now);
  const auto& rule = rule_for(chosen_category(*contest.rules, entry), wanted.purpose, wanted.name);
  FileFacts facts{wanted.purpose, rule.kinds.empty() ? "" : rule.kinds.front(), wanted.length, {}, {}, {}};
  for (const auto& fault : file_faults(rule, facts, wanted.name, "", lang))
    throw Error(ErrorKind::too_large, fault.key, fault.params);
  refuse_too_many(reader, entry, rule, context.now, lang);
  const auto id = context.random.id<UploadId>();
  return {id,
          wanted.entry,
          wanted.purpose,
          seal_upload_name(context.keys, id, wanted.name),
          wanted.length,
          context.now,
          context.now + kUploadLife,
          std::nullopt};
}

Upload own_upload(store::Reader& reader, const api::UseCaseContext& context, UploadId id) {
  auto upload = find_upload(reader, id, owner_tag(context.keys, context.actor.account));
  if (!upload || upload->expires_at <= context.now) throw Error::not_found();
  return std::move(*upload);
}

std::filesystem::path upload_path(const store::Blobs& blobs, UploadId id) {
  return blobs.temporary_folder() / ("upload-" + std::to_string(id.value));
}

std::int64_t upload_offset(const store::Blobs& blobs, const Upload& upload) {
  if (upload.finished_file) return upload.length;
  return std::min(file_size_or_zero(upload_path(blobs, upload.id)), upload.length - 1);
}

void finish_upload(const api::Services& services, const api::UseCaseContext& context, const Upload& upload,
                   const Digest& digest, Lang lang) {
  const auto path = upload_path(services.blobs, upload.id);
  const auto probe = works::probe_file(path);
  const auto file =
      file_of(probe, upload, open_upload_name(context.keys, upload.id, upload.name_sealed), digest);
  auto faults = services.store.read(
      [&](store::Reader& reader) { return faults_of(reader, context, upload, probe, file, lang); });
  if (!faults.empty()) {
    drop_upload(services, upload.id);
    refuse_if_any(std::move(faults));
  }
  services.blobs.adopt(path, digest);
  services.store.write([&](store::Tx& tx) {
    const auto id = attach_file(tx, context, upload.entry, file);
    finish_upload_row(tx, upload.id, id, context.now);
  });
  if (services.jobs) services.jobs->wake();
}

void drop_upload(const api::Services& services, UploadId upload) {
  services.store.write([&](store::Tx& tx) { delete_upload(tx, upload); });
  std::error_code ignored;
  std::filesystem::remove(upload_path(services.blobs, upload), ignored);
}

int remove_expired_uploads(store::Store& store, store::Blobs& blobs, Timestamp now) {
  constexpr int kAtOnce = 200;
  int removed = 0;
  const auto expired =
      store.read([&](store::Reader& reader) { return expired_uploads(reader, now, kAtOnce); });
  for (const auto id : expired) {
    const auto turn = UploadTurn::take(store.state(), id);
    if (!turn) continue;
    store.write([&](store::Tx& tx) { delete_upload(tx, id); });
    std::error_code ignored;
    std::filesystem::remove(upload_path(blobs, id), ignored);
    ++removed;
  }
  return removed;
}

}  // namespace guong::entries
