// SQL of the sizes that were made of published works' first pictures.
#include "results/cover_store.h"

#include <algorithm>

namespace guong::results {

std::map<EntryId, PublishedCover> published_covers(store::Reader& reader,
                                                   const std::vector<EntryId>& entries) {
  constexpr std::size_t kAtOnce = 200;
  static const std::string sql = [] {
    std::string text = "select entry_id, width, height from published_cover where entry_id in ($1";
    for (std::size_t i = 2; i <= kAtOnce; ++i) text += ", $" + std::to_string(i);
    return text + ")";
  }();
  std::map<EntryId, PublishedCover> out;
  for (std::size_t from = 0; from < entries.size(); from += kAtOnce) {
    // Always as many parameters, so that the statement is prepared once; places to spare repeat an entry.
    std::vector<store::Value> values(kAtOnce, store::Value(entries[from]));
    for (std::size_t i = from; i < std::min(entries.size(), from + kAtOnce); ++i)
      values[i - from] = entries[i];
    reader.each(sql, values, [&](const store::Row& row) {
      out[row.id<EntryId>(0)] = {static_cast<int>(row.i64(1)), static_cast<int>(row.i64(2))};
    });
  }
  return out;
}

std::vector<PublishedWork> works_without_cover(store::Reader& reader, EntryId after, int limit) {
  return reader.all(R"(select w.entry_id, w.contest_id, w.result_id, w.slug, w.document, w.published_at
from published_work w
where w.entry_id > $1 and not exists (select 1 from published_cover c where c.entry_id = w.entry_id)
order by w.entry_id
limit $2)",
                    {after, limit}, [](const store::Row& row) {
                      return PublishedWork{row.id<EntryId>(0), row.id<ContestId>(1), row.id<ResultId>(2),
                                           row.text(3),        row.text(4),          row.time(5)};
                    });
}

std::optional<Digest> find_cover_size(store::Reader& reader, std::string_view slug, int width,
                                      std::string_view kind) {
  return reader.one(R"(select s.sha256
from published_work w
join published_cover_size s on s.entry_id = w.entry_id
where w.slug = $1 and s.width = $2 and s.kind = $3)",
                    {slug, width, kind}, [](const store::Row& row) {
                      Digest out{};
                      const auto bytes = row.blob(0);
                      std::copy_n(bytes.begin(), std::min(bytes.size(), out.size()), out.begin());
                      return out;
                    });
}

void put_cover(store::Tx& tx, EntryId entry, const PublishedCover& cover,
               const std::vector<CoverSize>& sizes) {
  tx.exec(R"(insert into published_cover (entry_id, width, height) values ($1, $2, $3))",
          {entry, cover.width, cover.height});
  for (const auto& size : sizes)
    tx.exec(R"(insert into published_cover_size (entry_id, width, kind, sha256) values ($1, $2, $3, $4))",
            {entry, size.width, size.kind, size.blob});
}

void delete_covers(store::Tx& tx, ContestId contest, ResultId but) {
  tx.exec(R"(delete from published_cover_size
where entry_id in (select entry_id from published_work where contest_id = $1 and result_id <> $2))",
          {contest, but});
  tx.exec(R"(delete from published_cover
where entry_id in (select entry_id from published_work where contest_id = $1 and result_id <> $2))",
          {contest, but});
}

}  // namespace guong::results
