// What can go wrong in a use case. Faults are what a person can mend in what they sent, and come all at once;
// an Error is everything else. One place (api/problem) turns both into an RFC 9457 answer in the reader's
// language.
#pragma once

#include <exception>
#include <map>
#include <string>
#include <vector>

namespace guong {

/// Values for the {placeholders} of a message.
using Params = std::map<std::string, std::string>;

/// One thing to mend. `pointer` is a JSON pointer into what was sent ("/title"); `key` names a message.
struct Fault {
  std::string pointer;
  std::string key;
  Params params;
  friend bool operator==(const Fault&, const Fault&) = default;
};

enum class ErrorKind {
  invalid,                // 422: faults in what was sent
  malformed,              // 400: not even readable
  unauthenticated,        // 401
  forbidden,              // 403: known to exist for this person, but not theirs to do
  not_found,              // 404: does not exist, or must look so
  conflict,               // 409: the state does not allow it
  stale,                  // 412: If-Match names an older revision
  too_large,              // 413
  unsupported_type,       // 415
  precondition_required,  // 428: If-Match or Idempotency-Key is missing
  too_many,               // 429: rate limit
  unavailable,            // 503: disk full, database gone; trying again later may help
  internal                // 500
};

class Error : public std::exception {
 public:
  /// `key` names a message; `faults` only with ErrorKind::invalid.
  Error(ErrorKind kind, std::string key, Params params = {}, std::vector<Fault> faults = {})
      : kind_(kind), key_(std::move(key)), params_(std::move(params)), faults_(std::move(faults)) {}
  /// What is not there, or must look so: says nothing more.
  static Error not_found() { return {ErrorKind::not_found, "base.not_found"}; }
  ErrorKind kind() const { return kind_; }
  const std::string& key() const { return key_; }
  const Params& params() const { return params_; }
  const std::vector<Fault>& faults() const { return faults_; }
  const char* what() const noexcept override { return key_.c_str(); }

 private:
  ErrorKind kind_;
  std::string key_;
  Params params_;
  std::vector<Fault> faults_;
};

/// Throws Error{invalid, "base.invalid"} with all of them, if there is any.
void refuse_if_any(std::vector<Fault> faults);

}  // namespace guong
