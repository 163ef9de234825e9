// How much of something each client holds: transfers under way, bytes of bodies. One that would hold more than
// its share is refused, so that it cannot take what is everybody's.
#pragma once

#include <cstddef>
#include <mutex>
#include <string>
#include <unordered_map>
#include <utility>

namespace guong::http {

/// May be called by several threads; outlives its shares.
class ClientShares {
 public:
  explicit ClientShares(std::size_t most) : most_(most) {}
  ClientShares(const ClientShares&) = delete;

  /// What one client holds for one purpose; given back when it goes.
  class Share {
   public:
    Share(ClientShares& of, std::string client) : of_(of), client_(std::move(client)) {}
    Share(const Share&) = delete;
    ~Share() { of_.give(client_, held_); }
    /// To hold so much from now on, at least what is held already. False, and nothing changed, when the client
    /// would hold more than its share.
    bool grow_to(std::size_t amount);

   private:
    ClientShares& of_;
    const std::string client_;
    std::size_t held_ = 0;
  };

 private:
  bool take(const std::string& client, std::size_t amount);
  void give(const std::string& client, std::size_t amount);

  const std::size_t most_;
  std::mutex mutex_;
  std::unordered_map<std::string, std::size_t> held_;
};

}  // namespace guong::http
