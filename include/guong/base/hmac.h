// HMAC-SHA-256 of a message that comes in pieces. Of one that is at hand: crypto.h.
#pragma once

#include <memory>
#include <string_view>

#include "guong/base/bytes.h"

namespace guong {

class Hmac {
 public:
  explicit Hmac(std::string_view key);
  Hmac(Hmac&&) noexcept;
  Hmac& operator=(Hmac&&) noexcept;
  ~Hmac();
  void update(std::string_view bytes);
  /// Once, at the end.
  Digest digest();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace guong
