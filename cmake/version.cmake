# What `guong --version` says: the project's version and, from a checkout, the commit it was configured at.
set(GUONG_VERSION_TEXT ${PROJECT_VERSION})
find_package(Git QUIET)
if(GIT_FOUND)
  execute_process(
    COMMAND ${GIT_EXECUTABLE} describe --tags --always --dirty
    WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
    OUTPUT_VARIABLE described OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  if(described)
    string(APPEND GUONG_VERSION_TEXT " (${described})")
  endif()
endif()
set(GUONG_VERSION_SOURCE ${CMAKE_BINARY_DIR}/version.cpp)
file(CONFIGURE OUTPUT ${GUONG_VERSION_SOURCE} @ONLY CONTENT
"// Made by cmake/version.cmake.
#include \"guong/base/version.h\"
namespace guong {
std::string_view version() { return \"@GUONG_VERSION_TEXT@\"; }
}  // namespace guong
")
