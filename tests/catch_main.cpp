// Catch2's main(), compiled once for all test programs, and what the leak checker of the sanitizers must know.
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>

// Fontconfig keeps what it has read about fonts for as long as a program runs.
// NOLINTBEGIN(readability-identifier-naming): the sanitizer's own name.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig\n"; }
// NOLINTEND(readability-identifier-naming)
