// SQL by code. No statement here gives out an author in the clear.
#include "entries/anonymous/judging_store.h"

#include <algorithm>

namespace guong::entries {
namespace {

using store::Row;

/// Of the rendition: scrubbing turns mov into mp4.
std::string rendition_kind(std::string kind) { return kind == "mov" ? "mp4" : kind; }

SealedEntry sealed_of(const Row& row) {
  return {.code = row.text("code"),
          .number = row.text("number"),
          .category = row.text("category"),
          .field = row.text("field"),
          .title = row.text("title"),
          .publish_consent = row.flag("publish_consent"),
          .identity = SealedIdentity(row.id<EntryId>("id"), row.blob("identity_sealed")),
          .units = row.null("units_sealed") ? Bytes{} : row.blob("units_sealed"),
          .exemplar_name = row.text("exemplar_name"),
          .exemplar_unit = row.opt_id<UnitId>("exemplar_unit_id"),
          .accepted = row.text("state") == "accepted"};
}

FoundWork found_of(const Row& row) {
  return {.id = row.id<EntryId>("id"),
          .work = {.code = row.text("code"),
                   .category = row.text("category"),
                   .field = row.text("field"),
                   .title = row.text("title"),
                   .body = row.text("body"),
                   .language = row.text("language"),
                   .exemplar_kind = row.text("exemplar_kind"),
                   .exemplar_name = row.text("exemplar_name"),
                   .exemplar_unit = row.opt_text("exemplar_unit").value_or(""),
                   .exemplar_place = row.text("exemplar_place"),
                   .files = {}}};
}

}  // namespace

std::vector<SealedEntry> sealed_entries(store::Reader& reader, ContestId contest) {
  std::vector<SealedEntry> out;
  each_sealed_entry(reader, contest, [&](SealedEntry entry) { out.push_back(std::move(entry)); });
  return out;
}

void each_sealed_entry(store::Reader& reader, ContestId contest, const std::function<void(SealedEntry)>& f) {
  reader.each(
      R"(select id, code, number, category, field, title, publish_consent, identity_sealed, units_sealed, exemplar_name,
  exemplar_unit_id, state
from entry where contest_id = $1 and code is not null
order by code)",
      std::initializer_list<store::Value>{contest}, [&](const Row& row) { f(sealed_of(row)); });
}

std::optional<SealedEntry> find_sealed_entry(store::Reader& reader, ContestId contest,
                                             std::string_view code) {
  return reader.one(
      R"(select id, code, number, category, field, title, publish_consent, identity_sealed, units_sealed, exemplar_name,
  exemplar_unit_id, state
from entry where contest_id = $1 and code = $2)",
      {contest, code}, sealed_of);
}

std::string tally_text(store::Reader& reader, ContestId contest) {
  std::string out;
  reader.each(R"(select state, cast(sum(entries) as bigint) from entry_tally
where contest_id = $1 group by state order by state)",
              std::initializer_list<store::Value>{contest},
              [&](const Row& row) { out += row.text(0) + " " + std::to_string(row.i64(1)) + "\n"; });
  return out;
}

std::optional<FoundWork> find_work(store::Reader& reader, ContestId contest, std::string_view code) {
  return reader.one(
      R"(select e.id, e.code, e.category, e.field, e.title, e.body, e.language, e.exemplar_kind, e.exemplar_name,
  u.name as exemplar_unit, e.exemplar_place
from entry e
left join unit u on u.id = e.exemplar_unit_id
where e.contest_id = $1 and e.code = $2 and e.state = 'accepted')",
      {contest, code}, found_of);
}

std::map<std::string, std::string> picture_places(store::Reader& reader, EntryId entry) {
  std::map<std::string, std::string> out;
  reader.each(R"(select id, position from entry_file where entry_id = $1 and removed_at is null)",
              std::initializer_list<store::Value>{entry},
              [&](const Row& row) { out[std::to_string(row.i64(0))] = std::to_string(row.i64(1)); });
  return out;
}

std::vector<AnonymousFile> work_files(store::Reader& reader, EntryId entry) {
  return reader.all(
      R"(select f.position, f.purpose, f.kind, r.media_type, r.size, f.duration_ms, f.width, f.height,
  case when r.state = 'ready' then 1 else 0 end
from entry_file f
left join entry_rendition r on r.file_id = f.id
where f.entry_id = $1 and f.removed_at is null
order by f.position, f.id)",
      {entry}, [](const Row& row) {
        return AnonymousFile{static_cast<int>(row.i64(0)),
                             row.text(1),
                             rendition_kind(row.text(2)),
                             row.opt_text(3).value_or(""),
                             row.opt_i64(4).value_or(0),
                             row.opt_i64(5),
                             row.opt_i64(6),
                             row.opt_i64(7),
                             row.flag(8)};
      });
}

std::optional<RenditionRow> find_rendition(store::Reader& reader, ContestId contest, std::string_view code,
                                           int position) {
  return reader.one(R"(select r.sha256, r.media_type, f.kind
from entry e
join entry_file f on f.entry_id = e.id
join entry_rendition r on r.file_id = f.id
where e.contest_id = $1 and e.code = $2 and e.state = 'accepted' and f.position = $3 and f.removed_at is null
  and r.state = 'ready')",
                    {contest, code, position}, [](const Row& row) {
                      RenditionRow out{{}, row.text(1), rendition_kind(row.text(2))};
                      const auto bytes = row.blob(0);
                      std::copy_n(bytes.begin(), std::min(bytes.size(), out.sha256.size()),
                                  out.sha256.begin());
                      return out;
                    });
}

std::vector<CodedEntry> coded_entries(store::Reader& reader, ContestId contest) {
  return reader.all(
      R"(select code, id, category from entry where contest_id = $1 and state = 'accepted' order by code)",
      {contest}, [](const Row& row) {
        return CodedEntry{row.text(0), row.id<EntryId>(1), row.text(2)};
      });
}

std::vector<std::string> waiting_numbers(store::Reader& reader, ContestId contest, Timestamp now) {
  return reader.all(R"(select number from entry
where contest_id = $1 and state in ('draft', 'submitted', 'returned')
  and (state = 'submitted' or (state = 'returned' and reply_by > $2) or (state = 'draft' and version > 0))
order by number)",
                    {contest, now}, [](const Row& row) { return row.text(0); });
}

}  // namespace guong::entries
