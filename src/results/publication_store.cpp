// SQL of published results and works: documents as they were frozen, never put together anew.
#include "results/publication_store.h"

#include <algorithm>

#include "guong/base/error.h"

namespace guong::results {
namespace {

std::optional<Digest> digest_of(const Bytes& bytes) {
  Digest out{};
  if (bytes.size() != out.size()) return std::nullopt;
  std::ranges::copy(bytes, out.begin());
  return out;
}

PublishedResult result_of(const store::Row& row) {
  return {row.id<ResultId>(0), row.i64(1), row.text(2), row.time(3), row.text(4) == "superseded"};
}

PublishedWork work_of(const store::Row& row) {
  return {row.id<EntryId>(0), row.id<ContestId>(1), row.id<ResultId>(2),
          row.text(3),        row.text(4),          row.time(5)};
}

}  // namespace

std::vector<PublishedResult> published_results(store::Reader& reader, ContestId contest) {
  return reader.all(
      R"(select p.result_id, r.number, coalesce(r.decision_number, ''), p.published_at, r.state
from published_result p
join result r on r.id = p.result_id
where p.contest_id = $1
order by p.published_at desc)",
      {contest}, result_of);
}

std::optional<PublishedResult> latest_published(store::Reader& reader, ContestId contest) {
  return reader.one(
      R"(select p.result_id, r.number, coalesce(r.decision_number, ''), p.published_at, r.state
from published_result p
join result r on r.id = p.result_id
where p.contest_id = $1
order by p.published_at desc
limit 1)",
      {contest}, result_of);
}

std::optional<PublishedWork> published_work(store::Reader& reader, std::string_view slug) {
  return reader.one(R"(select entry_id, contest_id, result_id, slug, document, published_at
from published_work
where slug = $1)",
                    {slug}, work_of);
}

std::optional<PublishedWork> published_work_of(store::Reader& reader, EntryId entry) {
  return reader.one(R"(select entry_id, contest_id, result_id, slug, document, published_at
from published_work
where entry_id = $1)",
                    {entry}, work_of);
}

std::vector<PublishedWork> published_works(store::Reader& reader, ContestId contest,
                                           const std::string& after_slug, int limit) {
  return reader.all(R"(select entry_id, contest_id, result_id, slug, document, published_at
from published_work
where contest_id = $1 and slug > $2
order by slug
limit $3)",
                    {contest, after_slug, limit}, work_of);
}

WorksBeside works_beside(store::Reader& reader, const PublishedWork& work) {
  return {reader.one(R"(select entry_id, contest_id, result_id, slug, document, published_at
from published_work
where contest_id = $1 and slug < $2
order by slug desc
limit 1)",
                     {work.contest, work.slug}, work_of),
          reader.one(R"(select entry_id, contest_id, result_id, slug, document, published_at
from published_work
where contest_id = $1 and slug > $2
order by slug
limit 1)",
                     {work.contest, work.slug}, work_of)};
}

void insert_published_result(store::Tx& tx, ContestId contest, ResultId result, const FileText& text,
                             Timestamp now) {
  tx.exec(
      R"(insert into published_result (result_id, contest_id, document, published_at, long_part_sha256)
values ($1, $2, $3, $4, $5))",
      {result, contest, text.rest, now, text.long_part});
}

FileText load_file_text(store::Reader& reader, ResultId result) {
  const auto text =
      reader.one(R"(select document, long_part_sha256 from published_result where result_id = $1)", {result},
                 [](const store::Row& row) {
                   return FileText{row.text(0), row.null(1) ? std::nullopt : digest_of(row.blob(1))};
                 });
  if (!text) throw Error::not_found();
  return *text;
}

std::vector<standings::LeftWork> load_left_works(store::Reader& reader, ContestId contest) {
  return reader.all(R"(select distinct e.code, e.state, coalesce(e.reason, '')
from round_entry r
join entry e on e.id = r.entry_id
where r.contest_id = $1 and e.state <> 'accepted'
order by e.code)",
                    {contest}, [](const store::Row& row) {
                      return standings::LeftWork{row.text(0), row.text(1), row.text(2)};
                    });
}

std::optional<std::string> known_slug(store::Reader& reader, EntryId entry) {
  return reader.one(R"(select slug from published_work where entry_id = $1)", {entry},
                    [](const store::Row& row) { return row.text(0); });
}

void put_published_work(store::Tx& tx, const PublishedWork& work) {
  tx.exec(R"(insert into published_work (entry_id, contest_id, result_id, slug, document, published_at)
values ($1, $2, $3, $4, $5, $6)
on conflict (entry_id) do update set result_id = excluded.result_id, document = excluded.document,
  published_at = excluded.published_at)",
          {work.entry, work.contest, work.result, work.slug, work.document, work.published_at});
}

void delete_works_of_others(store::Tx& tx, ContestId contest, ResultId result) {
  tx.exec(R"(delete from published_work where contest_id = $1 and result_id <> $2)", {contest, result});
}

}  // namespace guong::results
