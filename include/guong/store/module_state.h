// What modules keep in memory about one store: caches, turns, what is registered at the start. One object of
// each type, made when it is first asked for, gone with the store: two installations in one process share
// nothing.
#pragma once

#include <memory>
#include <mutex>
#include <typeindex>
#include <unordered_map>

namespace guong::store {

class ModuleState {
 public:
  /// The object of this type, which looks after its own locking. Any thread.
  template <class T>
  T& of() {
    const std::lock_guard lock(mutex_);
    auto& kept = objects_[typeid(T)];
    if (!kept) kept = std::make_shared<T>();
    return *static_cast<T*>(kept.get());
  }

 private:
  std::mutex mutex_;
  std::unordered_map<std::type_index, std::shared_ptr<void>> objects_;
};

}  // namespace guong::store
