// Fontconfig keeps what it has read about fonts for as long as the program runs; the leak checker of the
// sanitizers must know.
// NOLINTBEGIN(readability-identifier-naming): the sanitizer's own name.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig\n"; }
// NOLINTEND(readability-identifier-naming)
