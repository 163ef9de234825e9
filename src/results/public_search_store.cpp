// SQL of the search for published works, by the beginnings of folded words.
#include "results/public_search_store.h"

#include <algorithm>
#include <array>

namespace guong::results {
namespace {

using store::Row;
using store::Value;

constexpr std::size_t kWords = 4;

PublishedWork work_of(const Row& row) {
  return {row.id<EntryId>(0), row.id<ContestId>(1), row.id<ResultId>(2),
          row.text(3),        row.text(4),          row.time(5)};
}

/// The places $1 to $9 of every search.
std::vector<Value> narrowed(const WorkFilter& filter, const WorkCursor& after, int limit) {
  return {after.published_at, after.slug,    limit,
          filter.from,        filter.before, filter.contest.value_or(ContestId{}).value,
          filter.unit,        filter.prize,  filter.field};
}

}  // namespace

void set_indexed(store::Tx& tx, EntryId entry, const std::string& exemplar_slug, const std::string& field) {
  tx.exec("update published_work set exemplar_slug = $2, field = $3, indexed = 1 where entry_id = $1",
          {entry, exemplar_slug, field});
}

void replace_words(store::Tx& tx, EntryId entry, const std::vector<std::string>& words) {
  tx.exec("delete from published_work_word where entry_id = $1", {entry});
  for (const auto& word : words)
    tx.exec("insert into published_work_word (word, entry_id) values ($1, $2) on conflict do nothing",
            {word, entry});
}

void replace_facets(store::Tx& tx, EntryId entry, const std::vector<Facet>& facets) {
  tx.exec("delete from published_work_facet where entry_id = $1", {entry});
  for (const auto& facet : facets)
    tx.exec(
        "insert into published_work_facet (kind, value, entry_id) values ($1, $2, $3) on conflict do nothing",
        {facet.kind, facet.value, entry});
}

void delete_words(store::Tx& tx, ContestId contest, ResultId but) {
  tx.exec(R"(delete from published_work_facet
where entry_id in (select entry_id from published_work where contest_id = $1 and result_id <> $2))",
          {contest, but});
  tx.exec(R"(delete from published_work_word
where entry_id in (select entry_id from published_work where contest_id = $1 and result_id <> $2))",
          {contest, but});
}

std::vector<PublishedWork> works_not_indexed(store::Reader& reader, int limit) {
  return reader.all(R"(select entry_id, contest_id, result_id, slug, document, published_at
from published_work
where indexed = 0
order by entry_id limit $1)",
                    {limit}, work_of);
}

std::vector<PublishedWork> works_of(store::Reader& reader, const WorkFilter& filter, const WorkCursor& after,
                                    int limit) {
  std::vector<PublishedWork> out;
  const auto keep = [&](const Row& row) { out.push_back(work_of(row)); };
  if (!filter.field.empty())
    reader.each(R"(select entry_id, contest_id, result_id, slug, document, published_at
from published_work
where field = $9 and (published_at, slug) < ($1, $2)
  and published_at >= $4 and published_at < $5 and (cast($6 as bigint) = 0 or contest_id = $6)
  and (cast($7 as text) = '' or entry_id in (
    select entry_id from published_work_facet where kind = 'unit' and value = $7))
  and (cast($8 as text) = '' or entry_id in (
    select entry_id from published_work_facet where kind = 'prize' and value = $8))
order by published_at desc, slug desc limit $3)",
                narrowed(filter, after, limit), keep);
  else
    reader.each(R"(select entry_id, contest_id, result_id, slug, document, published_at
from published_work
where (published_at, slug) < ($1, $2)
  and published_at >= $4 and published_at < $5 and (cast($6 as bigint) = 0 or contest_id = $6)
  and (cast($7 as text) = '' or entry_id in (
    select entry_id from published_work_facet where kind = 'unit' and value = $7))
  and (cast($8 as text) = '' or entry_id in (
    select entry_id from published_work_facet where kind = 'prize' and value = $8))
  and cast($9 as text) = ''
order by published_at desc, slug desc limit $3)",
                narrowed(filter, after, limit), keep);
  return out;
}

std::vector<FieldCount> works_by_field(store::Reader& reader) {
  return reader.all(R"(select counted.field, counted.works, w.document
from (
  select field, count(*) as works, max(entry_id) as one
  from published_work
  where field <> ''
  group by field) counted
join published_work w on w.entry_id = counted.one
order by counted.works desc, counted.field)",
                    {}, [](const Row& row) {
                      return FieldCount{row.text(0), row.i64(1), row.text(2)};
                    });
}

std::vector<FacetCount> works_by_facet(store::Reader& reader, std::string_view kind, int limit) {
  return reader.all(R"(select counted.value, counted.works, w.document
from (
  select value, count(*) as works, max(entry_id) as one
  from published_work_facet
  where kind = $1
  group by value
  order by works desc, value
  limit $2) counted
join published_work w on w.entry_id = counted.one
order by counted.works desc, counted.value)",
                    {kind, limit}, [](const Row& row) {
                      return FacetCount{row.text(0), row.i64(1), row.text(2)};
                    });
}

PublishedNumbers published_numbers(store::Reader& reader) {
  return reader
      .one(R"(select count(*), count(distinct case when exemplar_slug = '' then null else exemplar_slug end)
from published_work
where published_at > $1)",
           {Timestamp{INT64_MIN}},
           [](const Row& row) {
             return PublishedNumbers{row.i64(0), row.i64(1)};
           })
      .value_or(PublishedNumbers{});
}

std::optional<std::pair<Timestamp, Timestamp>> published_span(store::Reader& reader) {
  return reader.one("select min(published_at), max(published_at) from published_work having count(*) > 0", {},
                    [](const Row& row) { return std::pair(row.time(0), row.time(1)); });
}

std::vector<PublishedWork> works_with_words(store::Reader& reader, const std::vector<std::string>& words,
                                            const WorkFilter& filter, const WorkCursor& after, int limit) {
  // A prefix search as a range, which the index serves: from the word to the word and \x7f, behind all folded
  // (ASCII) text. Unused places repeat the last word.
  std::array<std::string, kWords> from, to;
  std::vector<Value> values = narrowed(filter, after, limit);
  for (std::size_t i = 0; i < kWords; ++i) {
    from[i] = words[std::min(i, words.size() - 1)];
    to[i] = from[i] + '\x7f';
    values.insert(values.end(), {from[i], to[i]});
  }
  std::vector<PublishedWork> out;
  reader.each(R"(select entry_id, contest_id, result_id, slug, document, published_at
from published_work
where (published_at, slug) < ($1, $2)
  and published_at >= $4 and published_at < $5 and (cast($6 as bigint) = 0 or contest_id = $6)
  and (cast($7 as text) = '' or entry_id in (
    select entry_id from published_work_facet where kind = 'unit' and value = $7))
  and (cast($8 as text) = '' or entry_id in (
    select entry_id from published_work_facet where kind = 'prize' and value = $8))
  and (cast($9 as text) = '' or field = $9)
  and entry_id in (select entry_id from published_work_word where word >= $10 and word < $11)
  and entry_id in (select entry_id from published_work_word where word >= $12 and word < $13)
  and entry_id in (select entry_id from published_work_word where word >= $14 and word < $15)
  and entry_id in (select entry_id from published_work_word where word >= $16 and word < $17)
order by published_at desc, slug desc limit $3)",
              values, [&](const Row& row) { out.push_back(work_of(row)); });
  return out;
}

std::vector<PublishedWork> newest_work_of_each_exemplar(store::Reader& reader, int limit) {
  return reader.all(R"(select w.entry_id, w.contest_id, w.result_id, w.slug, w.document, w.published_at
from published_work w
where w.exemplar_slug <> ''
  and not exists (
    select 1 from published_work newer
    where newer.exemplar_slug = w.exemplar_slug
      and (newer.published_at, newer.slug) > (w.published_at, w.slug))
order by w.published_at desc, w.slug desc limit $1)",
                    {limit}, work_of);
}

std::vector<PublishedWork> works_about(store::Reader& reader, std::string_view exemplar, int limit) {
  if (exemplar.empty()) return {};
  return reader.all(R"(select entry_id, contest_id, result_id, slug, document, published_at
from published_work
where exemplar_slug = $1
order by published_at desc, slug desc limit $2)",
                    {exemplar, limit}, work_of);
}

std::string exemplar_fingerprint(store::Reader& reader, std::string_view exemplar) {
  if (exemplar.empty()) return "";
  return reader
      .one(R"(select count(*), coalesce(max(w.published_at), 0), count(c.entry_id)
from published_work w
left join published_cover c on c.entry_id = w.entry_id
where w.exemplar_slug = $1)",
           {exemplar},
           [](const Row& row) {
             return row.i64(0) == 0 ? std::string()
                                    : std::to_string(row.i64(0)) + "/" + std::to_string(row.i64(1)) + "/" +
                                          std::to_string(row.i64(2));
           })
      .value_or("");
}

std::vector<WorkPlace> published_places(store::Reader& reader, int limit) {
  return reader.all(R"(select slug, exemplar_slug, published_at from published_work
order by published_at desc, slug desc limit $1)",
                    {limit}, [](const Row& row) {
                      return WorkPlace{row.text(0), row.text(1), row.time(2)};
                    });
}

}  // namespace guong::results
