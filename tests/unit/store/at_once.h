// Writes that wait for each other: the first holds the database until the others have come.
#pragma once

#include <functional>
#include <future>
#include <string>
#include <thread>
#include <vector>

#include "small_schema.h"

namespace guong::test {

/// Runs the works on threads of their own, all waiting while an idle write is open; gives what each was told
/// (error_of).
inline std::vector<std::string> told_at_once(store::Store& store,
                                             const std::vector<std::function<void(store::Tx&)>>& works) {
  std::vector<std::string> told(works.size());
  std::vector<std::thread> threads;
  error_of([&] {
    store.write([&](store::Tx&) {
      if (!threads.empty()) return;  // this one may be run again
      for (std::size_t i = 0; i < works.size(); ++i)
        threads.emplace_back([&, i] { told[i] = error_of([&] { store.write(works[i]); }); });
      std::this_thread::sleep_for(std::chrono::milliseconds(200));
    });
  });
  for (auto& thread : threads) thread.join();
  return told;
}

}  // namespace guong::test
