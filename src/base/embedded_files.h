// The table that cmake/embed.cmake generates.
#pragma once

#include <span>

namespace guong {
struct EmbeddedFile {
  const char* path;
  const char* begin;
  const char* end;
};
std::span<const EmbeddedFile> embedded_files();
}  // namespace guong
