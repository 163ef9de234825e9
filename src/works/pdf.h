// PDF files through qpdf.
#pragma once

#include <filesystem>
#include <string>

#include "guong/works/scrub.h"

namespace guong::works {

/// Why the PDF cannot be used, as a message's key: "works.pdf_password", "works.damaged"; empty when it can.
std::string pdf_problem(const std::filesystem::path& file);
ScrubResult scrub_pdf(const std::filesystem::path& input, const std::filesystem::path& output);

}  // namespace guong::works
