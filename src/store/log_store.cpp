// Rows of the ledger. The head is one row, so writers append one after the other on both engines.
#include <algorithm>

#include "guong/base/crypto.h"
#include "guong/base/error.h"
#include "guong/ledger/canonical_json.h"
#include "guong/ledger/checkpoint.h"
#include "guong/ledger/merkle.h"
#include "guong/store/log.h"
#include "store/log_rows.h"
#include "store/opening_store.h"

namespace guong::store {
namespace {

constexpr std::size_t kSaltBytes = 16;
// Records read at once: a long log is verified without being held in memory.
constexpr std::int64_t kPage = 500;

using ledger::Break;
using ledger::Frontier;

std::optional<Digest> to_digest(const Bytes& bytes) {
  Digest out{};
  if (bytes.size() != out.size()) return std::nullopt;
  std::copy(bytes.begin(), bytes.end(), out.begin());
  return out;
}

void store_head(Tx& tx, const Frontier& frontier) {
  const Bytes bytes = frontier.to_bytes();
  tx.exec(R"(
insert into ledger_head (id, size, frontier)
values (1, $1, $2)
on conflict (id) do update set size = excluded.size, frontier = excluded.frontier)",
          {frontier.size(), bytes});
}

void insert_record(Tx& tx, std::int64_t seq, const ledger::RecordDraft& draft, const std::string& record,
                   const Digest& leaf) {
  tx.exec(R"(
insert into ledger_record (seq, at, kind, contest_id, record, leaf_hash)
values ($1, $2, $3, $4, $5, $6))",
          {seq, draft.time, draft.kind, draft.contest, record, leaf});
}

struct RecordRow {
  std::int64_t seq = 0;
  Timestamp at;
  std::string kind;
  std::optional<std::int64_t> contest;
  std::string record;
  std::optional<Digest> leaf;
};

std::vector<RecordRow> list_records(Reader& reader, std::int64_t from) {
  return reader.all(R"(
select seq, at, kind, contest_id, record, leaf_hash
from ledger_record
where seq >= $1
order by seq
limit $2)",
                    {from, kPage}, [](const Row& row) {
                      return RecordRow{row.i64(0),     row.time(1), row.text(2),
                                       row.opt_i64(3), row.text(4), to_digest(row.blob(5))};
                    });
}

struct CheckpointRow {
  std::int64_t size = 0;
  std::string note;
};

std::vector<CheckpointRow> list_checkpoints(Reader& reader) {
  return reader.all(R"(select size, note from ledger_checkpoint order by size)", {}, [](const Row& row) {
    return CheckpointRow{row.i64(0), row.text(1)};
  });
}

template <class T>
bool says(const ledger::Value& value, const T& expected) {
  const T* actual = std::get_if<T>(&value);
  return actual && *actual == expected;
}

/// Whether the columns beside the record, by which it is found, say what the record says.
bool columns_agree(const RecordRow& row) {
  const auto object = ledger::parse_canonical_json(row.record);
  if (!object) return false;
  std::optional<std::int64_t> contest;
  bool kind = false;
  bool seq = false;
  bool time = false;
  for (const auto& [name, value] : *object) {
    if (name == "kind") kind = says(value, row.kind);
    if (name == "seq") seq = says(value, row.seq);
    if (name == "time") time = says(value, to_rfc3339(row.at));
    if (name == "contest" && std::holds_alternative<std::int64_t>(value))
      contest = std::get<std::int64_t>(value);
  }
  return kind && seq && time && contest == row.contest;
}

const char* fault_of(const RecordRow& row, std::int64_t expected) {
  if (row.seq != expected) return "ledger.record_missing";
  if (row.leaf != ledger::leaf_hash(row.record) || !columns_agree(row)) return "ledger.leaf_changed";
  return nullptr;
}

/// Walks the records once and checks each signed head when its size is reached.
class Verifier {
 public:
  Verifier(std::vector<CheckpointRow> checkpoints, std::string_view origin, std::string_view public_key)
      : checkpoints_(std::move(checkpoints)), origin_(origin), public_key_(public_key) {}

  std::optional<Break> check_heads() {
    for (; next_ < checkpoints_.size() && checkpoints_[next_].size <= tree_.size(); ++next_) {
      const auto signed_head = ledger::open_checkpoint(checkpoints_[next_].note, origin_, public_key_);
      if (!signed_head) return broken("ledger.signature_wrong");
      if (signed_head->size != checkpoints_[next_].size) return broken("ledger.root_differs");
      if (signed_head->root != tree_.root()) return broken("ledger.root_differs");
    }
    return std::nullopt;
  }
  std::optional<Break> take(const RecordRow& row) {
    if (const char* key = fault_of(row, tree_.size())) return broken(key);
    tree_.append(*row.leaf);
    return check_heads();
  }
  std::optional<Break> end(const std::optional<Frontier>& head) const {
    if (next_ != checkpoints_.size()) return broken("ledger.record_missing");
    if (head != tree_)
      return broken(head && head->size() > tree_.size() ? "ledger.record_missing" : "ledger.root_differs");
    return std::nullopt;
  }
  std::int64_t size() const { return tree_.size(); }

 private:
  Break broken(const char* key) const { return {tree_.size(), key}; }
  std::vector<CheckpointRow> checkpoints_;
  std::size_t next_ = 0;
  std::string_view origin_;
  std::string_view public_key_;
  Frontier tree_;
};

}  // namespace

std::optional<Frontier> find_head(Reader& reader) {
  const auto row = reader.one(R"(select size, frontier from ledger_head where id = 1)", {},
                              [](const Row& r) { return std::pair(r.i64(0), r.blob(1)); });
  if (!row) return Frontier{};
  auto frontier = Frontier::from_bytes(as_text(row->second));
  return frontier && frontier->size() == row->first ? frontier : std::nullopt;
}

Frontier load_head(Reader& reader) {
  auto frontier = find_head(reader);
  if (!frontier) throw Error(ErrorKind::internal, "store.log_damaged");
  return *frontier;
}

void each_leaf(Reader& reader, std::int64_t from, std::int64_t to,
               const std::function<void(const Digest&)>& f) {
  const auto take = [&](const Row& row) {
    const auto leaf = to_digest(row.blob(0));
    if (!leaf) throw Error(ErrorKind::internal, "store.log_damaged");
    f(*leaf);
  };
  const Value values[] = {from, to};
  reader.each(R"(select leaf_hash from ledger_record where seq >= $1 and seq < $2 order by seq)", values,
              take);
}

bool has_checkpoints(Reader& reader) {
  return reader.number(R"(select count(*) from ledger_checkpoint)") > 0;
}

std::optional<std::string> checkpoint_note(Reader& reader, std::int64_t size) {
  return reader.one(R"(select note from ledger_checkpoint where size = $1)", {size},
                    [](const Row& row) { return row.text(0); });
}

void insert_checkpoint(Tx& tx, std::int64_t size, const std::string& note, Timestamp now) {
  tx.exec(R"(insert into ledger_checkpoint (size, note, created_at) values ($1, $2, $3))", {size, note, now});
}

std::int64_t next_record(Reader& reader) { return load_head(reader).size(); }

Appended append_record(Tx& tx, Random& random, std::string_view seal_key, const ledger::RecordDraft& draft) {
  Frontier frontier = load_head(tx);
  const std::int64_t seq = frontier.size();
  auto path = frontier.path_of_next();
  std::map<std::string, ledger::Opening> openings;
  std::map<std::string, Digest> commitments;
  for (const auto& [name, value] : draft.secret) {
    const auto& opening = openings[name] = {random.bytes(kSaltBytes), value};
    commitments[name] = ledger::commitment(opening);
  }
  std::string record = ledger::record_bytes(draft, seq, commitments);
  const Digest leaf = ledger::leaf_hash(record);
  insert_record(tx, seq, draft, record, leaf);
  for (const auto& [name, opening] : openings) insert_opening(tx, seal_key, seq, name, opening);
  frontier.append(leaf);
  store_head(tx, frontier);
  return {seq, std::move(record), std::move(path)};
}

std::optional<Break> verify_log(Reader& reader, std::string_view origin, std::string_view public_key) {
  Verifier verifier(list_checkpoints(reader), origin, public_key);
  if (auto broken = verifier.check_heads()) return broken;
  for (;;) {
    const auto records = list_records(reader, verifier.size());
    if (records.empty()) return verifier.end(find_head(reader));
    for (const RecordRow& record : records) {
      if (auto broken = verifier.take(record)) return broken;
    }
  }
}

}  // namespace guong::store
