// Files reach a child as its standard input, also those that are bytes in no file.
#include <catch2/catch.hpp>
#include <stdexcept>

#include "guong/works/child_process.h"
#include "guong/works/file_text.h"
#include "guong/works/scrub.h"
#include "support/byte_sources.h"
#include "unit/works/fixtures.h"

using namespace guong;
using namespace guong::works;
using namespace fixtures;
using guong::test::MemorySource;

namespace {

fs::path telling_file(const Folder& folder, FileKind kind) {
  auto path = folder / ("in" + std::string(extension_of(kind)));
  if (kind == FileKind::docx)
    write_zip_file(path, telling_docx("<w:p><w:r><w:t>Bài viết</w:t></w:r></w:p>", plain_jpeg()));
  else
    write_file(path, kind == FileKind::png ? telling_png() : telling_jpeg(folder));
  return path;
}

}  // namespace

TEST_CASE("bytes that are in no file are scrubbed like a file, and nothing of them is left behind") {
  for (const auto kind : {FileKind::docx, FileKind::jpeg, FileKind::png}) {
    INFO(kind_name(kind));
    const Folder folder, made;
    const auto file = telling_file(folder, kind);
    REQUIRE(scrub_file(*open_file_source(file), folder / "out", kind).done);
    REQUIRE(scrub_file(MemorySource(read_file(file)), made / "out", kind).done);
    CHECK((read_file(made / "out") == read_file(folder / "out")));
    CHECK(std::distance(fs::directory_iterator(made.path), {}) == 1);
  }
}

TEST_CASE("the text of bytes that are in no file is read, and nothing of them is left behind") {
  const Folder folder, scratch;
  const auto file = telling_file(folder, FileKind::docx);
  const auto text = text_of_file(MemorySource(read_file(file)), FileKind::docx, scratch.path);
  REQUIRE(text);
  CHECK(text->find("Bài viết") != text->npos);
  CHECK(text == text_of_file(*open_file_source(file), FileKind::docx, scratch.path));
  CHECK(fs::is_empty(scratch.path));
}

TEST_CASE("bytes that cannot be read or copied are our trouble, not the file's") {
  struct Gone : MemorySource {
    using MemorySource::MemorySource;
    void read(std::uint64_t, std::span<char>) const override { throw std::runtime_error("gone"); }
  };
  const Folder folder;
  CHECK_THROWS(scrub_file(Gone("x"), folder / "out", FileKind::png));
  CHECK_THROWS(text_of_file(MemorySource("x"), FileKind::pdf, folder / "none"));
  CHECK(fs::is_empty(folder.path));
}

TEST_CASE("a child's input is the file that it is given, and nothing when it is given none") {
  const Folder folder;
  write_file(folder / "in", "what stands in it");
  const auto file = open_file_source(folder / "in");
  fs::remove(folder / "in");
  for (int i = 0; i < 2; ++i)  // each child reads from the beginning
    CHECK(run_limited({"cat", "/proc/self/fd/0"}, {}, *file->file_descriptor()).output ==
          "what stands in it");
  CHECK(run_limited({"cat"}, {}).output.empty());
}
