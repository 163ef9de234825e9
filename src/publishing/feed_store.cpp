// SQL of feeds and the sitemap.
#include "publishing/feed_store.h"

#include "publishing/public_store.h"

namespace guong::publishing {

std::vector<FeedContest> feed_contests(store::Reader& reader, int limit) {
  return reader.all(R"(
    select c.slug, c.name_vi, c.name_en, u.name, c.opens_at, c.deadline_at,
           coalesce((select l.at from ledger_record l where l.contest_id = c.id and l.kind = 'contest.opened' order by l.seq limit 1),
                    c.created_at) as opened_at,
           r.created_at, c.id
    from contest c
    join unit u on u.id = c.host_unit_id
    join rule_book r on r.contest_id = c.id and r.version = c.rule_book_version
    where c.state <> 'draft'
    order by opened_at desc, c.id
    limit $1)",
                    {limit}, [](const store::Row& row) {
                      return FeedContest{row.id<ContestId>(8), row.text(0), {row.text(1), row.text(2)},
                                         row.text(3),          row.time(4), row.time(5),
                                         row.time(6),          row.time(7)};
                    });
}

std::vector<FeedResult> feed_results(store::Reader& reader, int limit) {
  return reader.all(
      R"(
    select c.slug, c.name_vi, c.name_en, u.name, r.number, coalesce(r.decision_number, ''), p.published_at, r.state, c.id
    from contest c
    join unit u on u.id = c.host_unit_id
    join published_result p on p.contest_id = c.id
    join result r on r.id = p.result_id
    where c.state = 'published'
    order by p.published_at desc, p.result_id
    limit $1)",
      {limit}, [](const store::Row& row) {
        return FeedResult{
            row.id<ContestId>(8), row.text(0), {row.text(1), row.text(2)}, row.text(3), row.i64(4),
            row.text(5),          row.time(6), row.text(7) == "superseded"};
      });
}

std::string feed_fingerprint(store::Reader& reader) {
  return contests_fingerprint(reader) + "/" +
         reader
             .one(R"(select count(*), coalesce(max(published_at), 0) from published_result)", {},
                  [](const store::Row& row) {
                    return std::to_string(row.i64(0)) + "/" + std::to_string(row.i64(1));
                  })
             .value_or("");
}

}  // namespace guong::publishing
