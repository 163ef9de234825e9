// What may be sent for a draft, and how a file that has arrived becomes one of its files.
#include "entries/draft/upload_target.h"

#include <algorithm>

#include "entries/entry_access.h"
#include "entries/file_store.h"
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
  const auto coming = uploads::on_their_way(reader, entry.id.value, rule.purpose, now);
  // Twice as many on their way as are taken: one that was given up stays for a week and must not bar the
  // next.
  if (there < rule.max_count && there + coming < 2 * std::int64_t{rule.max_count}) return;
  throw Error(ErrorKind::conflict, "entries.no_room_for_file",
              {{"name", rule.name.in(lang)}, {"max", std::to_string(rule.max_count)}});
}

NewFile file_of(const works::Probe& probe, const uploads::WholeFile& whole) {
  const auto whole_number = [](const auto& number) {
    return number ? std::optional<std::int64_t>(*number) : std::nullopt;
  };
  return {whole.upload.name,
          probe.media_type,
          {whole.upload.purpose, std::string(works::kind_name(probe.kind)), whole.upload.length,
           probe.duration_ms, whole_number(probe.width), whole_number(probe.height)},
          whole.sha256,
          whole.blob,
          whole.key};
}

std::vector<Fault> faults_of(store::Reader& reader, const api::UseCaseContext& context, EntryId id,
                             const works::Probe& probe, const NewFile& file, Lang lang) {
  const auto entry = own_entry(reader, context, id);
  require_transition(entry, EntryAction::save);
  const auto contest = contest_now(reader, entry.contest);
  const auto& rule = rule_for(chosen_category(*contest.rules, entry), file.facts.purpose, file.name);
  auto faults = file_faults(rule, file.facts, file.name, "", lang);
  if (faults.empty() && !probe.problem.empty()) faults.push_back({"", probe.problem, {{"name", file.name}}});
  return faults;
}

class DraftFiles : public uploads::UploadTarget {
 public:
  Bytes owner_tag(const api::Keys& keys, AccountId account) const override {
    return entries::owner_tag(keys, account);
  }

  void admit(store::Reader& reader, const api::UseCaseContext& context, const uploads::NewUpload& upload,
             Lang lang) const override {
    const auto entry = own_entry(reader, context, EntryId{upload.target});
    require_transition(entry, EntryAction::save);
    const auto contest = contest_now(reader, entry.contest);
    refuse_late(contest, entry, context.now);
    const auto& rule = rule_for(chosen_category(*contest.rules, entry), upload.purpose, upload.name);
    const FileFacts announced{
        upload.purpose, rule.kinds.empty() ? "" : rule.kinds.front(), upload.length, {}, {}, {}};
    for (const auto& fault : file_faults(rule, announced, upload.name, "", lang))
      throw Error(ErrorKind::too_large, fault.key, fault.params);
    refuse_too_many(reader, entry, rule, context.now, lang);
  }

  std::int64_t stored_bytes(store::Reader& reader, const api::UseCaseContext& context) const override {
    return bytes_of_owner(reader, entries::owner_tag(context.keys, context.actor.account));
  }

  TakeOver examine(const api::Services& services, const api::UseCaseContext& context,
                   const uploads::WholeFile& whole, Lang lang) const override {
    const EntryId entry{whole.upload.target};
    const auto probe = works::probe_bytes(*whole.bytes, services.blobs.temporary_folder());
    const auto file = file_of(probe, whole);
    refuse_if_any(services.store.read(
        [&](store::Reader& reader) { return faults_of(reader, context, entry, probe, file, lang); }));
    return [&context, entry, file](store::Tx& tx) { return attach_file(tx, context, entry, file).value; };
  }
};

}  // namespace

const uploads::UploadTarget& upload_target() {
  static const DraftFiles files;
  return files;
}

}  // namespace guong::entries
