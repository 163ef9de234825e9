// Answers: JSON with ETag, created, problem (RFC 9457), lists with cursors. And reading JSON bodies field by
// field.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guong/base/decimal.h"
#include "guong/base/error.h"
#include "guong/base/ids.h"
#include "guong/base/messages.h"
#include "guong/base/time.h"
#include "guong/http/message.h"

namespace guong::api {

http::Response json_answer(const nlohmann::json& body, int status = 200);
/// With ETag "r<revision>", which If-Match then names.
http::Response json_answer(const nlohmann::json& body, Revision revision, int status = 200);
http::Response created(const nlohmann::json& body, std::string_view location, Revision revision);
http::Response no_content();
/// {"items": [...], "next": "<cursor>" or null}. `next`: of a Page (api/cursor.h); empty on the last.
http::Response list_answer(std::vector<nlohmann::json> items, std::string_view next = {});

/// [{pointer, key, detail}], in the reader's language.
nlohmann::json faults_json(const std::vector<Fault>& faults, Lang lang);
/// The Content-Security-Policy that every answer carries but typefaces, styles and scripts, and what a page
/// of its own adds to it ("; style-src ...").
std::string content_policy(std::string_view more = {});
int status_of(ErrorKind kind);
/// application/problem+json: type, title, status, detail, key, faults [{pointer, key, detail}], in the
/// reader's language.
http::Response problem(const Error& error, Lang lang);
/// With members of its own besides.
http::Response problem(const Error& error, Lang lang, const nlohmann::json& more);
/// The same with a status that no ErrorKind has (405, 408, 431).
http::Response problem(int status, const Error& error, Lang lang);

/// Reads an object's fields and gathers a fault for each that is missing, of a wrong type, too long, or
/// unknown.
class FieldReader {
 public:
  FieldReader(const nlohmann::json& object, std::string pointer = "");
  /// Text in NFC. `max` and `min` count code points.
  std::string text(std::string_view name, std::size_t max, std::size_t min = 1);
  std::optional<std::string> opt_text(std::string_view name, std::size_t max);
  std::int64_t integer(std::string_view name, std::int64_t min, std::int64_t max);
  std::optional<std::int64_t> opt_integer(std::string_view name, std::int64_t min, std::int64_t max);
  template <class IdType>
  std::optional<IdType> opt_id(std::string_view name) {
    auto n = opt_integer(name, 1, (1LL << 53) - 1);
    return n ? std::optional(IdType{*n}) : std::nullopt;
  }
  template <class IdType>
  IdType id(std::string_view name) {
    return IdType{integer(name, 1, (1LL << 53) - 1)};
  }
  bool flag(std::string_view name, std::optional<bool> if_absent = std::nullopt);
  Decimal decimal(std::string_view name);
  std::optional<Timestamp> opt_time(std::string_view name);
  Timestamp time(std::string_view name);
  /// One of the choices.
  std::string choice(std::string_view name, std::initializer_list<std::string_view> choices);
  /// The raw value of an object or array field; null JSON when absent.
  const nlohmann::json& raw(std::string_view name, bool required);
  void add(Fault fault) { faults_.push_back(std::move(fault)); }
  const std::string& pointer() const { return pointer_; }
  /// Adds faults for fields that nobody asked for, and gives them all.
  std::vector<Fault> faults();
  /// Throws when there is any.
  void done();

 private:
  const nlohmann::json* field(std::string_view name, bool required);
  const nlohmann::json& object_;
  std::string pointer_;
  std::vector<std::string> seen_;
  std::vector<Fault> faults_;
};

}  // namespace guong::api
