// Builds the contest through use cases, and hands in entries at moments of the test's choosing.
#include "world.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "entries/anonymous/judging_store.h"
#include "entries/draft/co_author_service.h"
#include "entries/entry_store.h"
#include "entries/file_store.h"
#include "guong/accounts/account.h"
#include "guong/accounts/grant.h"
#include "guong/contests/contest.h"
#include "guong/units/unit.h"
#include "support/sealed_file.h"

namespace guong::entries::test {
namespace {

constexpr const char* kUnits =
    R"(code,type,name,short_name,parent_code,valid_from,valid_to,successor_code,successor_kind
tinh,province,Tỉnh Bình Định,Bình Định,,,,,
huyen,district,Huyện Tuy Phước,Tuy Phước,tinh,,,,
xa,commune,Xã Phước Sơn,Phước Sơn,huyen,,,,
khac,province,Tỉnh Phú Yên,Phú Yên,,,,,
)";

constexpr const char* kDocument = R"({
  "name": {"vi": "Gương sáng", "en": "Good examples"}, "summary": {"vi": "Thử", "en": "A test"},
  "slug": "guong-sang", "level": "grassroots", "host_unit": "tinh",
  "calendar": {"opens": "2026-01-05T08:00:00+07:00", "deadline": "2026-02-05T17:00:00+07:00", "grace_minutes": 30},
  "eligibility": {"scope": "open", "excluded_roles": ["organiser", "secretary", "head"], "max_entries": 3},
  "declarations": [
    {"id": "own_work", "text": {"vi": "Tác phẩm của tôi", "en": "My own work"}},
    {"id": "publish_consent", "text": {"vi": "Cho công bố", "en": "May be published"}, "required": false}],
  "categories": [
    {"id": "bai-viet", "name": {"vi": "Bài viết", "en": "Writing"}, "kind": "writing", "media": "text", "text": true,
     "text_or_file": true, "min_words": 5, "max_words": 20, "max_authors": 3, "max_entries": 2,
     "files": [{"purpose": "work", "name": {"vi": "Tệp bài", "en": "Text file"}, "kinds": ["docx", "pdf", "png"],
                "min_count": 0, "max_count": 1, "max_megabytes": 1}]},
    {"id": "anh", "name": {"vi": "Ảnh", "en": "Photos"}, "kind": "reportage", "media": "photo", "text": true,
     "max_authors": 1,
     "files": [{"purpose": "photo", "name": {"vi": "Ảnh", "en": "Photo"}, "kinds": ["png", "jpeg"],
                "min_count": 1, "max_count": 3, "max_megabytes": 5}]}],
  "fields": [{"id": "education", "name": {"vi": "Giáo dục", "en": "Education"}},
             {"id": "health", "name": {"vi": "Y tế", "en": "Health"}}],
  "rounds": [{"id": "final", "name": {"vi": "Chung khảo", "en": "Final"}, "judges_per_entry": 2,
    "criteria": [{"id": "content", "name": {"vi": "Nội dung", "en": "Content"}, "weight": 100, "max": 100, "step": 0.5}]}],
  "prizes": [{"id": "first", "name": {"vi": "Giải Nhất", "en": "First prize"}, "rank": 1, "count": 1}]
})";

}  // namespace

Timestamp at(std::string_view rfc3339) { return *from_rfc3339(rfc3339); }

nlohmann::json contest_document() { return nlohmann::json::parse(kDocument); }

World::World(const guong::test::TestDatabase& database, const guong::test::BlobsKind& kind)
    : World(database, contest_document(), kind) {}

World::World(const guong::test::TestDatabase& database, const nlohmann::json& document,
             const guong::test::BlobsKind& kind)
    : store(database.open()), own_blobs(kind.make(folder.path() / "blobs")), blobs(*own_blobs) {
  api::Actor administrator = make_account("quantri@vidu.vn", "Quản Trị", std::nullopt);
  administrator.grants.push_back({api::Role::administrator, std::nullopt, std::nullopt});
  write([&](store::Tx& tx) { units::import_units(tx, context(administrator, opens), kUnits); });
  read([&](store::Reader& reader) {
    province = units::unit_by_code(reader, "tinh")->id;
    district = units::unit_by_code(reader, "huyen")->id;
    commune = units::unit_by_code(reader, "xa")->id;
    other = units::unit_by_code(reader, "khac")->id;
  });
  organiser = make_account("btc@vidu.vn", "Lê Tổ Chức", province);
  secretary = make_account("thuky@vidu.vn", "Phạm Thư Ký", province);
  head = make_account("truongban@vidu.vn", "Võ Trưởng Ban", province);
  author = make_account("lan@vidu.vn", "Nguyễn Thị Lan", commune);
  second = make_account("minh@vidu.vn", "Trần Văn Minh", other);
  stranger = make_account("khach@vidu.vn", "Đỗ Khách", std::nullopt);
  organiser.grants.push_back({api::Role::organiser, std::nullopt, province});
  write([&](store::Tx& tx) { contest = contests::create_contest(tx, context(organiser, opens), document); });
  organiser.grants.push_back({api::Role::organiser, contest, std::nullopt});
  write([&](store::Tx& tx) { contests::open_contest(tx, context(organiser, opens), contest, Revision{1}); });
  grant(secretary, api::Role::secretary);
  grant(head, api::Role::head);
}

api::Actor World::make_account(const std::string& email, const std::string& name,
                               std::optional<UnitId> unit) {
  const auto id = write([&](store::Tx& tx) {
    return accounts::create_account(
        tx, random, opens, {{accounts::Identifier::Kind::email, email}, name, "hash", Lang::vi, unit});
  });
  return {id, SessionId{1}, {}};
}

void World::grant(api::Actor& actor, api::Role role) {
  write([&](store::Tx& tx) {
    accounts::grant_role(tx, context(organiser, opens), {actor.account, role, contest, {}, {}, {}, ""});
  });
  actor.grants.push_back({role, contest, std::nullopt});
}

Draft World::good_draft() const {
  Draft draft;
  draft.content.category = "bai-viet";
  draft.content.field = "education";
  draft.content.title = "Người gieo chữ trên núi";
  draft.content.body = "Cô giáo Hoa đã dạy học suốt hai mươi năm ở làng.";
  draft.content.exemplar = {"person", "Lý Thị Hoa", commune, "Làng Canh"};
  draft.content.declarations = {"own_work", "publish_consent"};
  draft.phone = "0905123456";
  return draft;
}

Draft World::titled(const std::string& title) const {
  auto draft = good_draft();
  draft.content.title = title;
  return draft;
}

CreatedEntry World::create(const api::Actor& actor, Timestamp now) {
  return create(actor, now, good_draft());
}
CreatedEntry World::create(const api::Actor& actor, Timestamp now, const Draft& draft) {
  return write([&](store::Tx& tx) { return create_entry(tx, context(actor, now), contest, draft); });
}

Receipt World::submit(const api::Actor& actor, EntryId entry, Timestamp now) {
  const auto revision = revision_of(entry);
  return write([&](store::Tx& tx) { return submit_entry(tx, context(actor, now), entry, revision); });
}

EntryId World::submitted(const api::Actor& actor, Timestamp now) {
  const auto made = create(actor, now);
  submit(actor, made.id, now);
  return made.id;
}

void World::confirm(const api::Actor& named, EntryId entry, Timestamp now) {
  write([&](store::Tx& tx) { confirm_co_authorship(tx, context(named, now), entry); });
}

EntryId World::accepted(const api::Actor& actor, Timestamp now) {
  const auto id = submitted(actor, now);
  accept(secretary, id, now);
  return id;
}

void World::save(const api::Actor& actor, EntryId entry, Timestamp now, const Draft& draft) {
  const auto revision = revision_of(entry);
  write([&](store::Tx& tx) { save_draft(tx, context(actor, now), entry, revision, draft); });
}
void World::reopen(const api::Actor& actor, EntryId entry, Timestamp now) {
  const auto revision = revision_of(entry);
  write([&](store::Tx& tx) { reopen_entry(tx, context(actor, now), entry, revision); });
}
void World::withdraw(const api::Actor& actor, EntryId entry, Timestamp now) {
  const auto revision = revision_of(entry);
  write([&](store::Tx& tx) { withdraw_entry(tx, context(actor, now), entry, revision); });
}
void World::accept(const api::Actor& actor, EntryId entry, Timestamp now) {
  const auto revision = revision_of(entry);
  write([&](store::Tx& tx) {
    accept_entry(tx, context(actor, now), contest, {entry, revision, {}, std::nullopt});
  });
}
void World::return_until(EntryId entry, Timestamp now, Timestamp reply_by) {
  const auto revision = revision_of(entry);
  write([&](store::Tx& tx) {
    return_entry(tx, context(secretary, now), contest, entry, revision, "Thiếu ảnh", reply_by);
  });
}

EntryFileId World::attach(const api::Actor& actor, EntryId entry, const std::string& name,
                          std::string_view bytes) {
  const auto file = guong::test::sealed_file(blobs, bytes, name, "image/png", {"work", "png", 0, {}, 10, 10});
  return write([&](store::Tx& tx) { return attach_file(tx, context(actor, early), entry, file); });
}
void World::remove(const api::Actor& actor, EntryId entry, EntryFileId file) {
  write([&](store::Tx& tx) { remove_entry_file(tx, context(actor, early), entry, file); });
}
std::vector<EntryFileId> World::files_of(EntryId entry) {
  std::vector<EntryFileId> out;
  for (const auto& file : read([&](store::Reader& reader) { return list_files(reader, entry); }))
    out.push_back(file.id);
  return out;
}
std::string World::title_of(EntryId entry) {
  return read([&](store::Reader& reader) { return find_by_id(reader, entry)->content.title; });
}

void World::run_jobs(Timestamp now) {
  auto jobs = entry_jobs(*store, blobs, random, keys, [now] { return now; });
  jobs["rendition"] = [](const std::string&) {};
  store::JobRunner runner(*store, jobs, 0);
  runner.run_due(now);
}

Revision World::revision_of(EntryId entry) {
  return read([&](store::Reader& reader) { return find_by_id(reader, entry)->revision; });
}
State World::state_of(EntryId entry) {
  return read([&](store::Reader& reader) { return find_by_id(reader, entry)->state; });
}
std::string World::code_of(EntryId entry) {
  const auto coded = read([&](store::Reader& reader) { return coded_entries(reader, contest); });
  const auto found = std::ranges::find_if(coded, [&](const CodedEntry& one) { return one.entry == entry; });
  return found == coded.end() ? "" : found->code;
}

std::vector<std::string> told(const std::vector<Fault>& faults) {
  std::vector<std::string> out;
  for (const auto& fault : faults) out.push_back(fault.pointer + " " + fault.key);
  return out;
}

}  // namespace guong::entries::test
