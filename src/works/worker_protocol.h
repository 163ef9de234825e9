// How a worker tells its parent what it found: lines "key=value". The parent trusts none of it: the
// child may have been taken over by the file that it parsed, so every value is checked when it is
// read.
#pragma once

#include <string>
#include <string_view>

#include "guong/works/probe.h"
#include "guong/works/scrub.h"

namespace guong::works {

std::string to_lines(const Probe& probe);
Probe probe_from_lines(std::string_view lines);
std::string to_lines(const ScrubResult& result);
ScrubResult scrub_result_from_lines(std::string_view lines);

/// What a worker does for `probe`: everything but sound and video, which the parent has another
/// program look at.
Probe sniff(const std::filesystem::path& file);
/// What a worker does for `scrub`: the kinds that no other program scrubs.
ScrubResult scrub_in_process(const std::filesystem::path& input, const std::filesystem::path& output,
                             FileKind kind);

/// The command line that runs a worker.
std::vector<std::string> worker_command(std::vector<std::string> arguments);

}  // namespace guong::works
