// Files made for one test, in a folder that goes with it.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace fixtures {

namespace fs = std::filesystem;

/// Stands in every place where metadata may be; must be in no rendition, in no encoding that the
/// format uses.
inline const std::string kToken = "TOKENnguyenvanan8842";

struct Folder {
  fs::path path;
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  fs::path operator/(std::string_view name) const { return path / name; }
};

using Parts = std::map<std::string, std::string>;
void write_file(const fs::path& file, std::string_view bytes);
std::string read_file(const fs::path& file);
void write_zip_file(const fs::path& file, const Parts& parts);
/// Names with their unpacked bytes.
Parts read_zip_file(const fs::path& file);

/// In Latin letters, or as UTF-16 of either order.
bool has_token(std::string_view bytes);

std::string plain_jpeg();  // 16 by 8 pixels
std::string plain_png();   // 2 by 1 pixels
/// The JPEG with tokens in Exif, IPTC, XMP, comment, preview and after its end; Orientation 6.
std::string telling_jpeg(const Folder& folder);
std::string telling_png();
std::string telling_webp();
std::string telling_gif();

/// A Word file of `body` (what stands inside w:body), with everything around it that tells.
Parts telling_docx(const std::string& body, const std::string& picture);

/// Runs a program that is not under test; the test fails when it does.
void run(const std::vector<std::string>& argv);

}  // namespace fixtures
