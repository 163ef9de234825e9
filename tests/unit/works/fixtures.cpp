// Pictures, PDF and media files with known traces of an author in them.
#include "unit/works/fixtures.h"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <zip.h>
#include <zlib.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <exiv2/exiv2.hpp>
#include <fstream>
#include <iterator>

#include "guong/base/bytes.h"
#include "guong/works/child_process.h"
#include "works/byte_reader.h"

namespace fixtures {

using namespace guong;

Folder::Folder() {
  std::string name = (fs::temp_directory_path() / "works-test-XXXXXX").string();
  REQUIRE(::mkdtemp(name.data()));
  path = name;
}
Folder::~Folder() {
  std::error_code ignored;
  fs::remove_all(path, ignored);
}

void write_file(const fs::path& file, std::string_view bytes) {
  std::ofstream out(file, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  REQUIRE(out.good());
}

std::string read_file(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  REQUIRE(in.good());
  return {std::istreambuf_iterator<char>(in), {}};
}

void write_zip_file(const fs::path& file, const Parts& parts) {
  zip_t* archive = zip_open(file.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
  REQUIRE(archive);
  for (const auto& [name, bytes] : parts) {
    auto* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    REQUIRE(zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8) >= 0);
  }
  REQUIRE(zip_close(archive) == 0);
}

Parts read_zip_file(const fs::path& file) {
  zip_t* archive = zip_open(file.c_str(), ZIP_RDONLY, nullptr);
  REQUIRE(archive);
  Parts out;
  for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
    const auto index = static_cast<zip_uint64_t>(i);
    auto* part = zip_fopen_index(archive, index, 0);
    REQUIRE(part);
    std::string& bytes = out[zip_get_name(archive, index, 0)];
    char buffer[4096];
    for (zip_int64_t n; (n = zip_fread(part, buffer, sizeof buffer)) > 0;)
      bytes.append(buffer, static_cast<std::size_t>(n));
    zip_fclose(part);
  }
  zip_discard(archive);
  return out;
}

bool has_token(std::string_view bytes) {
  std::string little, big;
  for (char c : kToken) {
    little += c;
    little += '\0';
    big += '\0';
    big += c;
  }
  return bytes.find(kToken) != bytes.npos || bytes.find(little) != bytes.npos ||
         bytes.find(big) != bytes.npos;
}

namespace {

std::string bytes_of(std::string_view base64) {
  const auto bytes = from_base64(base64);
  REQUIRE(bytes);
  return std::string(as_text(*bytes));
}

std::string png_chunk(std::string_view type, std::string_view data) {
  const std::string body = std::string(type) + std::string(data);
  const auto sum = crc32(0, reinterpret_cast<const Bytef*>(body.data()), static_cast<uInt>(body.size()));
  return works::be32_text(static_cast<std::uint32_t>(data.size())) + body +
         works::be32_text(static_cast<std::uint32_t>(sum));
}

std::string deflated(std::string_view bytes) {
  uLongf size = compressBound(bytes.size());
  std::string out(size, '\0');
  REQUIRE(compress(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(bytes.data()),
                   bytes.size()) == Z_OK);
  out.resize(size);
  return out;
}

std::string riff_chunk(std::string_view type, std::string data) {
  const auto size = static_cast<std::uint32_t>(data.size());
  if (size & 1) data += '\0';
  return std::string(type) + works::le32_text(size) + data;
}

}  // namespace

std::string plain_jpeg() {
  return bytes_of(
      "/9j/4AAQSkZJRgABAgAAAQABAAD/"
      "2wBDAAgEBAQEBAUFBQUFBQYGBgYGBgYGBgYGBgYHBwcICAgHBwcGBgcHCAgICAkJCQgICAgJCQoKCgwMCw"
      "sODg4RERT/"
      "xABKAAEAAAAAAAAAAAAAAAAAAAAAAQEAAAAAAAAAAAAAAAAAAAAAEAEAAAAAAAAAAAAAAAAAAAAAEQEAAAAAAAAAAAAA"
      "AAAAAAAA"
      "/8AAEQgACAAQAwEiAAIRAAMRAP/aAAwDAQACEQMRAD8AAA//2Q==");
}

std::string plain_png() {
  const std::string header("\0\0\0\x02\0\0\0\x01\x08\x02\0\0\0", 13);
  const std::string pixels("\0\xff\0\0\0\0\xff", 7);
  return std::string("\x89PNG\r\n\x1a\n", 8) + png_chunk("IHDR", header) +
         png_chunk("IDAT", deflated(pixels)) + png_chunk("IEND", "");
}

std::string telling_jpeg(const Folder& folder) {
  const auto file = folder / "exiv2.jpg";
  write_file(file, plain_jpeg());
  const auto image = Exiv2::ImageFactory::open(file.string());
  image->readMetadata();
  Exiv2::ExifData exif;
  exif["Exif.Image.Artist"] = kToken;
  exif["Exif.Image.Model"] = kToken;
  exif["Exif.Photo.UserComment"] = "charset=Ascii " + kToken;
  exif["Exif.GPSInfo.GPSMapDatum"] = kToken;
  exif["Exif.Image.Orientation"] = std::uint16_t{6};
  Exiv2::IptcData iptc;
  iptc["Iptc.Application2.Byline"] = kToken;
  Exiv2::XmpData xmp;
  xmp["Xmp.dc.creator"] = kToken;
  image->setExifData(exif);
  image->setIptcData(iptc);
  image->setXmpData(xmp);
  image->setComment(kToken);
  image->writeMetadata();
  // Of another maker, and a whole second file after the end, as phones add for moving photos.
  std::string bytes = read_file(file);
  const auto length = kToken.size() + 2;
  bytes.insert(2, std::string("\xff\xe7") + std::string(1, '\0') + static_cast<char>(length) + kToken);
  return bytes + kToken;
}

std::string telling_png() {
  std::string bytes = plain_png();
  const auto before_picture = bytes.find("IDAT") - 4;
  const std::string compressed = deflated(kToken);
  bytes.insert(before_picture,
               png_chunk("tEXt", std::string("Author\0", 7) + kToken) +
                   png_chunk("zTXt", std::string("Author\0\0", 8) + compressed) +
                   png_chunk("iTXt", std::string("XML:com.adobe.xmp\0\0\0\0\0", 22) + kToken) +
                   png_chunk("eXIf", kToken) + png_chunk("tIME", std::string("\x07\xea\5\x14\n\0\0", 7)) +
                   png_chunk("iCCP", kToken + std::string("\0\0", 2) + compressed));
  return bytes + kToken;
}

std::string telling_webp() {
  const std::string header = std::string("\x0c\0\0\0\x01\0\0\0\0\0", 10);  // Exif and XMP flags; 2 by 1
  const std::string picture = std::string("\x2f\x01\0\0\0\x07\x50\x42\x42\x02\x22\xfa\x1f", 13);
  const std::string body = "WEBP" + riff_chunk("VP8X", header) + riff_chunk("VP8L", picture) +
                           riff_chunk("EXIF", kToken) + riff_chunk("XMP ", kToken) +
                           riff_chunk("note", kToken);
  return "RIFF" + works::le32_text(static_cast<std::uint32_t>(body.size())) + body + kToken;
}

std::string telling_gif() {
  const std::string comment =
      std::string("!\xfe") + static_cast<char>(kToken.size()) + kToken + std::string(1, '\0');
  return std::string("GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff", 19) + comment +
         std::string(",\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0", 15) + ";" + kToken;
}

void run(const std::vector<std::string>& argv) {
  std::vector<char*> words;
  for (const auto& word : argv) words.push_back(const_cast<char*>(word.c_str()));
  words.push_back(nullptr);
  pid_t child = 0;
  int status = 0;
  INFO(argv[0]);
  REQUIRE(::posix_spawnp(&child, words[0], nullptr, nullptr, words.data(), environ) == 0);
  REQUIRE(::waitpid(child, &status, 0) == child);
  REQUIRE(status == 0);
}

}  // namespace fixtures
