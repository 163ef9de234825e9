// A value that may be missing, as JSON: a time in RFC 3339, an id as its number, anything else as it is.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <type_traits>

#include "guong/base/ids.h"
#include "guong/base/time.h"

namespace guong {

template <class T>
nlohmann::json or_null(const std::optional<T>& value) {
  if (!value) return nullptr;
  if constexpr (std::is_same_v<T, Timestamp>)
    return to_rfc3339(*value);
  else if constexpr (requires { value->value; })
    return value->value;
  else
    return *value;
}

}  // namespace guong
