// SQL of the public pages, and the fingerprints by which the page cache knows that a page is still true.
#include "publishing/public_store.h"

namespace guong::publishing {
namespace {

ContestRow contest_row(const store::Row& row) {
  return {row.id<ContestId>(0), row.text(1),     {row.text(2), row.text(3)},
          row.text(4),          row.time(5),     row.time(6),
          row.i64(7),           row.revision(8), row.text(9)};
}

/// The first `count` columns, all numbers, as one text.
template <int count>
std::string numbers(const store::Row& row) {
  std::string out;
  for (int column = 0; column < count; ++column) out += std::to_string(row.i64(column)) + "/";
  return out;
}

}  // namespace

std::vector<ContestRow> public_contests(store::Reader& reader, std::string_view state, int limit) {
  return reader.all(R"(
    select c.id, c.slug, c.name_vi, c.name_en, c.state, c.opens_at, c.deadline_at, c.rule_book_version, c.revision, u.name
    from contest c join unit u on u.id = c.host_unit_id
    where c.state = $1
    order by c.deadline_at desc, c.id
    limit $2)",
                    {state, limit}, contest_row);
}

std::optional<ContestRow> public_contest(store::Reader& reader, std::string_view slug) {
  return reader.one(R"(
    select c.id, c.slug, c.name_vi, c.name_en, c.state, c.opens_at, c.deadline_at, c.rule_book_version, c.revision, u.name
    from contest c join unit u on u.id = c.host_unit_id
    where c.slug = $1 and c.state <> 'draft')",
                    {slug}, contest_row);
}

std::int64_t count_contests(store::Reader& reader) {
  return reader.number("select count(*) from contest where state <> 'draft'");
}

std::vector<RuleBookRow> rule_book_versions(store::Reader& reader, ContestId contest) {
  return reader.all(R"(
    select version, document, reason, decision_number, created_at
    from rule_book
    where contest_id = $1
    order by version desc)",
                    {contest}, [](const store::Row& row) {
                      return RuleBookRow{row.i64(0), row.text(1), row.text(2), row.text(3), row.time(4)};
                    });
}

std::string contests_fingerprint(store::Reader& reader) {
  return reader
      .one(R"(
    select count(*), cast(coalesce(sum(c.revision), 0) as bigint), cast(coalesce(sum(u.revision), 0) as bigint)
    from contest c
    join unit u on u.id = c.host_unit_id
    where c.state <> 'draft')",
           {}, numbers<3>)
      .value_or("");
}

namespace {

/// Of all published results, and of the pictures that are ready.
std::string works_fingerprint(store::Reader& reader) {
  const auto results = reader.one(R"(
    select count(*), coalesce(max(published_at), 0), (select count(*) from published_cover where entry_id > $1)
    from published_result)",
                                  {EntryId{}}, numbers<3>);
  return results.value_or("");
}

}  // namespace

std::string site_fingerprint(store::Reader& reader) {
  return contests_fingerprint(reader) + "|" + works_fingerprint(reader);
}

std::string contest_fingerprint(store::Reader& reader, std::string_view slug) {
  return reader
      .one(R"(
    select c.id, c.revision, c.rule_book_version, u.revision,
           (select count(*) from published_result p where p.contest_id = c.id),
           (select coalesce(max(r.revision), 0) from result r where r.contest_id = c.id)
    from contest c
    join unit u on u.id = c.host_unit_id
    where c.slug = $1 and c.state <> 'draft')",
           {slug}, numbers<6>)
      .value_or("");
}

std::string results_fingerprint(store::Reader& reader, std::string_view slug) {
  const auto covers = reader.number(R"(select count(*)
from contest c
join published_work w on w.contest_id = c.id
join published_cover p on p.entry_id = w.entry_id
where c.slug = $1)",
                                    {slug});
  return contest_fingerprint(reader, slug) + "|" + std::to_string(covers);
}

std::string work_fingerprint(store::Reader& reader, std::string_view slug) {
  const auto own = reader.one("select w.result_id, w.published_at from published_work w where w.slug = $1",
                              {slug}, numbers<2>);
  return own ? *own + "|" + works_fingerprint(reader) : "";
}

}  // namespace guong::publishing
