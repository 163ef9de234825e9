# Puts the files that the program needs at run time (migrations, schemas, messages, built web pages) into the
# binary: one assembler file with an .incbin per file, and a table of paths. See include/guong/base/embedded.h.
file(GLOB_RECURSE GUONG_EMBEDDED_FILES CONFIGURE_DEPENDS
     schema/*.sql schema/*.json schema/*.csv schema/*.css schema/*.svg src/documents/faces/*.ttf
     frontend/dist/* frontend/src/styles/icons.json frontend/src/parts/places.json)
set(GUONG_EMBEDDED_SOURCE ${CMAKE_BINARY_DIR}/embedded_files.cpp)
set(_blobs "")
set(_table "")
set(_index 0)
foreach(_file ${GUONG_EMBEDDED_FILES})
  file(RELATIVE_PATH _path ${CMAKE_SOURCE_DIR} ${_file})
  string(APPEND _blobs "asm(\".section .rodata\\n.balign 16\\n.global guong_file_${_index}\\nguong_file_${_index}:\\n.incbin \\\"${_file}\\\"\\n.global guong_file_end_${_index}\\nguong_file_end_${_index}:\\n.byte 0\\n.previous\\n\");\nextern \"C\" const char guong_file_${_index}[];\nextern \"C\" const char guong_file_end_${_index}[];\n")
  string(APPEND _table "    {\"${_path}\", guong_file_${_index}, guong_file_end_${_index}},\n")
  math(EXPR _index "${_index} + 1")
endforeach()
file(GENERATE OUTPUT ${GUONG_EMBEDDED_SOURCE} CONTENT
"// Made by cmake/embed.cmake.
#include \"base/embedded_files.h\"
${_blobs}
namespace guong {
static const EmbeddedFile kFiles[] = {
${_table}};
std::span<const EmbeddedFile> embedded_files() { return kFiles; }
}  // namespace guong
")
set_source_files_properties(${GUONG_EMBEDDED_SOURCE} PROPERTIES OBJECT_DEPENDS "${GUONG_EMBEDDED_FILES}")
