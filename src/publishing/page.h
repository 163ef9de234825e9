// The frame of a public page: head, bar, main, foot. Pages need no JavaScript; Vietnamese stands at the plain
// address, English below /en.
#pragma once

#include <string>

#include "guong/base/messages.h"
#include "guong/publishing/host.h"
#include "publishing/html.h"

namespace guong::publishing {

/// Which way in the head of the page leads here: it is marked.
enum class Section { none, contests, works, exemplars, results };

struct Page {
  Lang lang = Lang::vi;
  std::string title, description;
  std::string path_vi, path_en;  // the same page in each language
  std::string base_url;
  Section section = Section::none;
  Html content;  // all of <main>, the page's h1 in it
  // For who passes the page on: what kind of thing it is, a picture of it (an absolute address), when it came
  // out.
  std::string kind = "website", image = "", published = "";
  bool listed = true;       // whether search engines may keep it
  std::string script = "";  // what makes it handier, by its name in the front end; the page works without
};

/// The whole document, with the style that the front end's build made, in the host's colours.
std::string render(const Page& page, const Host& host);

/// The Content-Security-Policy of these pages: that of every answer, and their own style by its hash.
const std::string& page_policy();

/// Addresses of public pages.
std::string home_path(Lang lang);
std::string contest_path(Lang lang, std::string_view slug);
std::string rules_pdf_path(std::string_view slug);
std::string results_path(Lang lang, std::string_view slug);
std::string work_path(Lang lang, std::string_view slug);
std::string contests_path(Lang lang);
std::string search_path(Lang lang);
std::string exemplars_path(Lang lang);
std::string exemplar_path(Lang lang, std::string_view slug);

/// "1.842" / "1,842".
std::string number_text(std::int64_t number, Lang lang);
/// "10.000.000 đồng" / "10,000,000 VND".
std::string money_text(std::int64_t dong, Lang lang);
/// "Xã, phường, thị trấn" for "commune". Types are data: one that nobody has named is shown as it is.
std::string unit_type_name(const std::string& type, Lang lang);

}  // namespace guong::publishing
