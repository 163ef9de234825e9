// Commands on published results files. They read a file and a key and touch no installation: nothing that is
// included here stands above `standings`, so that the check needs no trust in the service (a test holds that).
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <iostream>

#include "app/results_commands.h"
#include "app/verifier_key.h"
#include "guong/base/byte_source.h"
#include "guong/base/error.h"
#include "guong/standings/verify.h"

namespace guong::app {
namespace {

/// What is no file of the disk (a pipe) is put into one first: it is read several times.
std::shared_ptr<const ByteSource> open_results(const std::string& file) {
  const auto failed = [&] { return Error(ErrorKind::unavailable, "app.cannot_read", {{"file", file}}); };
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat status {};
  if (descriptor < 0 || ::fstat(descriptor, &status) != 0) throw failed();
  if (S_ISREG(status.st_mode)) return file_source(descriptor);
  const int copy =
      ::open(std::filesystem::temp_directory_path().c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  std::string piece(1 << 20, '\0');
  std::uint64_t bytes = 0;
  for (ssize_t got = 1; copy >= 0 && got > 0 && bytes <= standings::kResultsFileLimits.file;) {
    got = ::read(descriptor, piece.data(), piece.size());
    if (got < 0 || ::write(copy, piece.data(), static_cast<std::size_t>(got)) != got) throw failed();
    bytes += static_cast<std::uint64_t>(got);
  }
  ::close(descriptor);
  if (copy < 0) throw failed();
  return file_source(copy);
}

void print_lines(const std::vector<Fault>& lines, Lang lang) {
  for (const auto& line : lines)
    std::cout << (line.pointer.empty() ? "/" : line.pointer) << ": " << message(line.key, lang, line.params)
              << "\n";
}

}  // namespace

int verify_results(const std::string& file, const std::string& key, Lang lang) {
  const auto known = key.empty() ? std::nullopt : std::optional(read_verifier_key(key));
  const auto found = standings::verify_results_file(*open_results(file), known);
  print_lines(found.checked, lang);
  print_lines(found.faults, lang);
  print_lines(found.remarks, lang);
  const char* verdict = !found.faults.empty() ? "app.results_bent"
                        : known               ? "app.results_well_signed"
                                              : "app.results_well";
  std::cout << message(verdict, lang, {{"file", file}, {"count", std::to_string(found.faults.size())}})
            << "\n";
  return found.faults.empty() ? 0 : 1;
}

}  // namespace guong::app
