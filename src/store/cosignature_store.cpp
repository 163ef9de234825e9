// Rows of cosignatures. They are checked when they come, and again when they are counted: a row alone proves nothing.
#include <algorithm>

#include "guong/ledger/cosignature.h"
#include "guong/store/cosignatures.h"

namespace guong::store {
namespace {

struct CosignatureRow {
  std::string note, line;
};

std::vector<CosignatureRow> rows_above(Reader& reader, std::int64_t seq) {
  return reader.all(R"(
select c.note, s.line
from ledger_cosignature s
join ledger_checkpoint c on c.size = s.size
where s.size > $1 and c.public_at is not null
order by s.size desc, s.witness
limit 200)",
                    {seq}, [](const Row& row) {
                      return CosignatureRow{row.text(0), row.text(1)};
                    });
}

}  // namespace

std::optional<Cosigner> find_cosigner(Reader& reader, std::string_view line) {
  const auto head = public_head(reader);
  if (!head) return std::nullopt;
  for (const auto& witness : reader.state().of<KnownWitnesses>().keys)
    if (ledger::cosigned_at(head->note, line, witness)) return Cosigner{head->size, witness.name};
  return std::nullopt;
}

bool keep_cosignature(Tx& tx, std::string_view line, Timestamp now) {
  const auto cosigner = find_cosigner(tx, line);
  if (!cosigner) return false;
  tx.exec(R"(
insert into ledger_cosignature (size, witness, line, created_at)
values ($1, $2, $3, $4)
on conflict (size, witness) do update set line = excluded.line)",
          {cosigner->size, cosigner->witness, std::string(line) + "\n", now});
  return true;
}

std::optional<PublicHead> cosigned_head(Reader& reader) {
  auto head = public_head(reader);
  if (!head) return head;
  const auto lines = reader.all(R"(select line from ledger_cosignature where size = $1 order by witness)",
                                {head->size}, [](const Row& row) { return row.text(0); });
  for (const auto& line : lines) head->note += line;
  return head;
}

std::vector<std::string> false_cosigners(Reader& reader) {
  std::vector<std::string> out;
  reader.each(R"(
select c.note, s.line, s.witness
from ledger_cosignature s
join ledger_checkpoint c on c.size = s.size)",
              {}, [&](const Row& row) {
                const auto& known = reader.state().of<KnownWitnesses>().keys;
                const bool held = std::any_of(known.begin(), known.end(), [&](const auto& witness) {
                  return witness.name == row.text(2) &&
                         ledger::cosigned_at(row.text(0), row.text(1), witness);
                });
                if (!held) out.push_back(row.text(2));
              });
  return out;
}

std::set<std::string> witnesses_of(Reader& reader, std::int64_t seq) {
  std::set<std::string> names;
  for (const auto& [note, line] : rows_above(reader, seq))
    for (const auto& witness : reader.state().of<KnownWitnesses>().keys)
      if (ledger::cosigned_at(note, line, witness)) names.insert(witness.name);
  return names;
}

}  // namespace guong::store
