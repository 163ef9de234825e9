// The commands of the child process. Arguments and answers are plain text, so that it can be run by hand.
#include "guong/works/worker.h"

#include <cstdio>
#include <exception>
#include <string_view>
#include <vector>

#include "guong/works/file_text.h"
#include "works/docx.h"
#include "works/worker_protocol.h"

namespace guong::works {
namespace {

constexpr std::string_view kCommand = "works-worker";

std::string& program() {
  static std::string path = "/proc/self/exe";
  return path;
}

using Arguments = std::vector<std::string>;

/// What follows the command's name, however much of the command line the caller handed over.
Arguments arguments_of(int argc, char** argv) {
  Arguments all(argv, argv + argc);
  for (std::size_t i = 0; i < all.size() && i < 2; ++i) {
    if (all[i] == kCommand) return Arguments(all.begin() + static_cast<std::ptrdiff_t>(i) + 1, all.end());
  }
  return all;
}

void print(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
  std::fflush(stdout);
}

int run(const Arguments& arguments) {
  if (arguments.size() == 2 && arguments[0] == "probe") {
    print(to_lines(sniff(arguments[1])));
    return 0;
  }
  if (arguments.size() == 3 && arguments[0] == "text" && arguments[1] == "docx") {
    const auto text = visible_text_of_docx(arguments[2]);
    if (!text) return 1;
    print(*text);
    return 0;
  }
  if (arguments.size() == 4 && arguments[0] == "scrub") {
    print(to_lines(scrub_in_process(arguments[2], arguments[3], kind_from_name(arguments[1]))));
    return 0;
  }
  std::fputs("works-worker: probe FILE | text docx FILE | scrub KIND IN OUT\n", stderr);
  return 2;
}

}  // namespace

void set_worker_program(std::string path) { program() = std::move(path); }

std::vector<std::string> worker_command(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {program(), std::string(kCommand)});
  return arguments;
}

int works_worker_main(int argc, char** argv) {
  try {
    return run(arguments_of(argc, argv));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "works-worker: %s\n", error.what());
    return 1;
  }
}

}  // namespace guong::works
