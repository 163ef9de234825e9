// A flat TOML file as texts. Apart, because toml++ is slow to compile.
#pragma once

#include <map>
#include <string>

namespace guong::app {

/// Strings, whole numbers and booleans as text; a list of strings joined by commas. Throws Error{invalid,
/// "app.config_unreadable"}.
std::map<std::string, std::string> read_toml(const std::string& path);

}  // namespace guong::app
