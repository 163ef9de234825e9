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

/// A column of a row: by its place, counted from 0, or by the name that it has in the select. A name costs a
/// look along the columns; a wide row that is read by names cannot drift from what is selected.
class Column {
 public:
  Column(int place) : place_(place) {}
  Column(const char* name) : name_(name) {}
  const char* name() const { return name_; }  // null when it is known by its place
  int place() const { return place_; }

 private:
  int place_ = 0;
  const char* name_ = nullptr;
};

/// The row a statement stands on; valid inside the callback only.
class Row {
 public:
  virtual ~Row() = default;
  bool null(Column column) const { return null_at(place_of(column)); }
  std::int64_t i64(Column column) const { return i64_at(place_of(column)); }
  std::string text(Column column) const { return text_at(place_of(column)); }
  Bytes blob(Column column) const { return blob_at(place_of(column)); }

  bool flag(Column column) const { return i64(column) != 0; }
  Timestamp time(Column column) const { return {i64(column)}; }
  Revision revision(Column column) const { return {i64(column)}; }
  template <class IdType>
  IdType id(Column column) const {
    return IdType{i64(column)};
  }
  template <class IdType>
  std::optional<IdType> opt_id(Column column) const {
    return null(column) ? std::nullopt : std::optional(IdType{i64(column)});
  }
  std::optional<std::int64_t> opt_i64(Column column) const {
    return null(column) ? std::nullopt : std::optional(i64(column));
  }
  std::optional<Timestamp> opt_time(Column column) const {
    return null(column) ? std::nullopt : std::optional(time(column));
  }
  std::optional<std::string> opt_text(Column column) const {
    return null(column) ? std::nullopt : std::optional(text(column));
  }
  /// All columns from this place on, each with its type and length: two rows are written alike only if they are alike.
  virtual std::string exactly(int from) const = 0;

 private:
  int place_of(Column column) const { return column.name() ? find(column.name()) : column.place(); }
  /// The place of the column; an error when none has the name.
  virtual int find(std::string_view name) const = 0;
  virtual bool null_at(int place) const = 0;
  virtual std::int64_t i64_at(int place) const = 0;
  virtual std::string text_at(int place) const = 0;
  virtual Bytes blob_at(int place) const = 0;
};

}  // namespace guong::store
