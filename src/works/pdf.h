// PDF files through qpdf.
#pragma once

#include <filesystem>
#include <string>

#include "guong/works/scrub.h"

namespace guong::works {

struct PdfFacts {
  int pages = 0;
  std::string problem;  // a message's key: "works.pdf_password", "works.damaged"
};
PdfFacts pdf_facts(const std::filesystem::path& file);
ScrubResult scrub_pdf(const std::filesystem::path& input, const std::filesystem::path& output);

}  // namespace guong::works
