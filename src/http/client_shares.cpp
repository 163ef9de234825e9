// A client that holds nothing takes no memory either.
#include "http/client_shares.h"

namespace guong::http {

bool ClientShares::Share::grow_to(std::size_t amount) {
  if (amount == held_) return true;
  if (!of_.take(client_, amount - held_)) return false;
  held_ = amount;
  return true;
}

bool ClientShares::take(const std::string& client, std::size_t amount) {
  const std::lock_guard lock(mutex_);
  const auto held = held_.find(client);
  if ((held == held_.end() ? 0 : held->second) + amount > most_) return false;
  held_[client] += amount;
  return true;
}

void ClientShares::give(const std::string& client, std::size_t amount) {
  if (amount == 0) return;
  const std::lock_guard lock(mutex_);
  const auto held = held_.find(client);
  if ((held->second -= amount) == 0) held_.erase(held);
}

}  // namespace guong::http
