// Commands on published results files. They read a file and a key and touch no installation: nothing that is
// included here stands above `standings`, so that the check needs no trust in the service (a test holds that).
#include <fstream>
#include <iostream>
#include <iterator>

#include "app/results_commands.h"
#include "app/verifier_key.h"
#include "guong/base/error.h"
#include "guong/standings/verify.h"

namespace guong::app {
namespace {

/// At most one byte more than a results file may have: enough to see that it is too large.
std::string read_text(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw Error(ErrorKind::unavailable, "app.cannot_read", {{"file", file}});
  std::string text(standings::kResultsFileMax + 1, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (in.bad()) throw Error(ErrorKind::unavailable, "app.cannot_read", {{"file", file}});
  text.resize(static_cast<std::size_t>(in.gcount()));
  return text;
}

void print_lines(const std::vector<Fault>& lines, Lang lang) {
  for (const auto& line : lines)
    std::cout << (line.pointer.empty() ? "/" : line.pointer) << ": " << message(line.key, lang, line.params)
              << "\n";
}

}  // namespace

int verify_results(const std::string& file, const std::string& key, Lang lang) {
  const auto known = key.empty() ? std::nullopt : std::optional(read_verifier_key(key));
  const auto found = standings::verify_results_file(read_text(file), known);
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
