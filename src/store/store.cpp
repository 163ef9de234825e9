// What both engines share: retries after conflicts, and database errors turned into those that people see.
#include "guong/store/store.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <thread>

#include "guong/base/error.h"
#include "guong/base/random.h"
#include "guong/base/time.h"
#include "store/engine.h"
#include "store/migrations.h"

namespace guong::store {
namespace {

constexpr int kTries = 10;

/// The error that people and use cases are shown for a database error.
[[noreturn]] void translate(const DbError& error) {
  switch (error.kind()) {
    case DbErrorKind::unique:
      throw DbError(error);
    case DbErrorKind::full:
      throw Error(ErrorKind::unavailable, "store.disk_full");
    case DbErrorKind::in_doubt:
      throw Error(ErrorKind::unavailable, "store.in_doubt");
    case DbErrorKind::busy:
    case DbErrorKind::retry:
      throw Error(ErrorKind::unavailable, "store.busy");
    default:
      throw Error(ErrorKind::internal, "store.internal", {{"cause", error.what()}});
  }
}

/// Random and growing, so that rivals do not meet again at the same moment.
void pause_before(int attempt) {
  const std::uint64_t limit = std::uint64_t{1000} << std::min(attempt, 7);
  std::this_thread::sleep_for(std::chrono::microseconds(system_random().below(limit)));
}

/// The stores that this thread is writing to: a second write would wait for the first for ever.
class Writing {
 public:
  explicit Writing(const void* store) {
    if (std::find(stores().begin(), stores().end(), store) != stores().end()) {
      throw Error(ErrorKind::internal, "store.internal", {{"cause", "a write inside a write"}});
    }
    stores().push_back(store);
  }
  ~Writing() { stores().pop_back(); }
  Writing(const Writing&) = delete;
  Writing& operator=(const Writing&) = delete;

 private:
  static std::vector<const void*>& stores() {
    thread_local std::vector<const void*> out;
    return out;
  }
};

}  // namespace

std::size_t parameter_count(std::string_view sql) {
  std::size_t out = 0;
  for (auto at = sql.find('$'); at != sql.npos; at = sql.find('$', at + 1)) {
    std::size_t number = 0;
    std::from_chars(sql.data() + at + 1, sql.data() + sql.size(), number);
    out = std::max(out, number);
  }
  return out;
}

ModuleState& Reader::state() const {
  if (!state_) misuse("a transaction of no store has no state of modules");
  return *state_;
}

std::unique_ptr<Engine> open_engine(const std::string& url) {
  const bool postgres = url.starts_with("postgresql://") || url.starts_with("postgres://");
  try {
    return postgres ? open_postgres(url) : open_sqlite(url);
  } catch (const DbError& error) {
    // A URL may hold a password; a path does not.
    throw Error(ErrorKind::unavailable, "store.cannot_open",
                {{"database", postgres ? "PostgreSQL" : url}, {"cause", error.what()}});
  }
}

std::unique_ptr<Store> Store::open(const std::string& url) {
  auto engine = open_engine(url);
  try {
    migrate(*engine, embedded_migrations(), system_now());
  } catch (const DbError& error) {
    translate(error);
  }
  return std::make_unique<Store>(std::move(engine));
}

Store::Store(std::unique_ptr<Engine> engine) : engine_(std::move(engine)) {}
Store::~Store() = default;

void Store::read_erased(const std::function<void(Reader&)>& f) {
  try {
    engine_->read([&](Reader& reader) {
      reader.set_state(state_);
      f(reader);
    });
  } catch (const DbError& error) {
    translate(error);
  }
}

void Store::write_erased(const std::function<void(Tx&)>& f) {
  const Writing writing(this);
  for (int attempt = 0;; ++attempt) {
    try {
      engine_->write(
          [&](Session& session) {
            session.set_state(state_);
            f(session);
          },
          attempt);
      changes_.note();
      return;
    } catch (const DbError& error) {
      if (error.kind() != DbErrorKind::retry || attempt + 1 == kTries) translate(error);
    }
    pause_before(attempt);
  }
}

void Store::backup_to(const std::string& file) {
  try {
    engine_->backup_to(file);
  } catch (const DbError& error) {
    translate(error);
  }
}

void Store::forget_deleted() {
  try {
    engine_->forget_deleted();
  } catch (const DbError& error) {
    translate(error);
  }
}

bool Store::is_sqlite() const { return engine_->is_sqlite(); }
bool Store::is_in_process() const { return engine_->is_in_process(); }

}  // namespace guong::store
