// libzip behind limits that are counted while unpacking; sizes in the directory are claims.
#include "works/zip.h"

#include <zip.h>
#include <fstream>
#include <vector>

namespace guong::works {
namespace {

struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};

constexpr zip_uint16_t kFirstDay = 1 << 5 | 1;  // 1 January 1980, the beginning of a zip file's time
constexpr std::string_view kContentTypes = "[Content_Types].xml";

struct FreeSource {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};

bool write_source(zip_source_t* source, const std::filesystem::path& file) {
  if (zip_source_open(source) != 0) return false;
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  std::vector<char> buffer(64 * 1024);
  zip_int64_t got = 0;
  while ((got = zip_source_read(source, buffer.data(), buffer.size())) > 0) out.write(buffer.data(), got);
  zip_source_close(source);
  out.flush();
  return got == 0 && out.good();
}

bool add(zip_t* archive, const std::string& name, const std::string& bytes) {
  zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
  if (!source) return false;
  const auto index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(source);
    return false;
  }
  return zip_file_set_dostime(archive, static_cast<zip_uint64_t>(index), 0, kFirstDay, 0) == 0;
}

}  // namespace

void ZipReader::Close::operator()(zip* archive) const { zip_discard(archive); }

std::optional<ZipReader> ZipReader::open(const std::filesystem::path& file) {
  ZipReader out;
  out.archive_.reset(zip_open(file.c_str(), ZIP_RDONLY, nullptr));
  if (!out.archive_) return std::nullopt;
  const auto count = zip_get_num_entries(out.archive_.get(), 0);
  if (count > kMostZipEntries) throw TooLargeInside();
  for (zip_int64_t i = 0; i < count; ++i) {
    if (const char* name = zip_get_name(out.archive_.get(), static_cast<zip_uint64_t>(i), 0)) {
      out.names_.emplace_back(name);
    }
  }
  return out;
}

std::optional<std::string> ZipReader::read(const std::string& name) {
  const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen(archive_.get(), name.c_str(), 0));
  if (!file) return std::nullopt;
  std::string out;
  char buffer[65536];
  for (;;) {
    const auto n = zip_fread(file.get(), buffer, sizeof buffer);
    if (n < 0) return std::nullopt;
    if (n == 0) return out;
    bytes_read_ += n;
    if (static_cast<std::int64_t>(out.size()) + n > kMostZipPartBytes || bytes_read_ > kMostZipBytes) {
      throw TooLargeInside();
    }
    out.append(buffer, static_cast<std::size_t>(n));
  }
}

// Made in memory and then written: libzip itself would write beside the file, where a child may not.
bool write_zip(const std::filesystem::path& file, const std::map<std::string, std::string>& parts) {
  const std::unique_ptr<zip_source_t, FreeSource> made(zip_source_buffer_create(nullptr, 0, 0, nullptr));
  if (!made) return false;
  zip_source_keep(made.get());  // for the archive, which gives it back
  std::unique_ptr<zip_t, Discard> archive(zip_open_from_source(made.get(), ZIP_TRUNCATE, nullptr));
  if (!archive) return false;
  // Programs that look at a file's first bytes expect a Word file to begin with its list of types.
  const std::string types(kContentTypes);
  if (parts.contains(types) && !add(archive.get(), types, parts.at(types))) return false;
  for (const auto& [name, bytes] : parts) {
    if (name != types && !add(archive.get(), name, bytes)) return false;
  }
  if (zip_close(archive.get()) != 0) return false;
  (void)archive.release();  // zip_close freed it
  return write_source(made.get(), file);
}

}  // namespace guong::works
