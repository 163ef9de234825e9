// What goes into a statement and what comes out of a row. Owned by the call that made it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "guong/base/bytes.h"
#include "guong/base/ids.h"
#include "guong/base/time.h"

namespace guong::store {

/// One parameter ($1, $2...). Text and blobs are borrowed until the statement has run.
struct Blob {
  std::string_view bytes;
};
class Value {
 public:
  using Variant = std::variant<std::monostate, std::int64_t, std::string_view, Blob>;
  Value(std::nullptr_t) {}
  Value(std::nullopt_t) {}
  Value(std::int64_t v) : v_(v) {}
  Value(int v) : v_(std::int64_t{v}) {}
  Value(bool v) : v_(std::int64_t{v}) {}
  Value(std::string_view v) : v_(v) {}
  Value(const std::string& v) : v_(std::string_view(v)) {}
  Value(const char* v) : v_(std::string_view(v)) {}
  Value(const Bytes& v) : v_(Blob{as_text(v)}) {}
  Value(const Digest& v) : v_(Blob{as_text(v)}) {}
  Value(Blob v) : v_(v) {}
  Value(Timestamp t) : v_(t.micros) {}
  Value(Revision r) : v_(r.value) {}
  template <class Tag>
  Value(Id<Tag> id) : v_(id.value) {}
  template <class T>
  Value(const std::optional<T>& v) {
    if (v) v_ = Value(*v).v_;
  }
  const Variant& get() const { return v_; }

 private:
  Variant v_;
};

/// The row a statement stands on; valid inside the callback only. Columns count from 0.
class Row {
 public:
  virtual ~Row() = default;
  virtual bool null(int column) const = 0;
  virtual std::int64_t i64(int column) const = 0;
  virtual std::string text(int column) const = 0;
  virtual Bytes blob(int column) const = 0;

  bool flag(int column) const { return i64(column) != 0; }
  Timestamp time(int column) const { return {i64(column)}; }
  Revision revision(int column) const { return {i64(column)}; }
  template <class IdType>
  IdType id(int column) const {
    return IdType{i64(column)};
  }
  template <class IdType>
  std::optional<IdType> opt_id(int column) const {
    return null(column) ? std::nullopt : std::optional(IdType{i64(column)});
  }
  std::optional<std::int64_t> opt_i64(int column) const {
    return null(column) ? std::nullopt : std::optional(i64(column));
  }
  std::optional<Timestamp> opt_time(int column) const {
    return null(column) ? std::nullopt : std::optional(time(column));
  }
  std::optional<std::string> opt_text(int column) const {
    return null(column) ? std::nullopt : std::optional(text(column));
  }
};

}  // namespace guong::store
