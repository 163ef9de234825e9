// The same articles as on the page, laid out as a sheet, with the hash of the document that they say.
#include "publishing/rules_pdf.h"

#include "guong/base/bytes.h"
#include "guong/base/crypto.h"
#include "guong/documents/pdf.h"
#include "publishing/page.h"
#include "publishing/public_store.h"
#include "publishing/rules_text.h"

namespace guong::publishing {
namespace {

constexpr Lang kLang = Lang::vi;
constexpr Timestamp kForEver{INT64_MAX};

/// Where the paper comes from, and what the rules on the site must hash to if they are the same.
std::vector<std::string> remarks(const RuleBookRow& version, const std::string& zone,
                                 const std::string& address) {
  return {message("publishing.rules_version", kLang,
                  {{"version", std::to_string(version.version)},
                   {"time", to_local_text(version.created_at, zone)}}),
          message("publishing.rules_printed_from", kLang,
                  {{"address", address}, {"sha256", to_hex(as_text(sha256(version.document)))}})};
}

RenderedPage make_rules_pdf(store::Reader& reader, const std::string& base_url, const std::string& slug) {
  const auto contest = public_contest(reader, slug);
  if (!contest) return {"", kForEver};
  const auto version = rule_book_versions(reader, contest->id).front();
  const auto source = rules_source(reader, version.document, contest->host_unit);
  documents::Sheet sheet;
  sheet.lang = kLang;
  sheet.issuer = contest->host_unit;
  sheet.kind = message("publishing.rules", kLang);
  sheet.subject = contest->name.in(kLang);
  for (const auto& act : legal_basis(source))
    sheet.preamble.push_back(message("publishing.legal_basis_of", kLang, {{"act", act}}));
  sheet.articles = rules_articles(source, kLang);
  sheet.remarks = remarks(version, source.rules.calendar.zone, base_url + contest_path(kLang, slug));
  sheet.made = version.created_at;
  return {documents::pdf(sheet), kForEver, "application/pdf"};
}

}  // namespace

PageSource rules_pdf(const std::string& base_url, const std::string& slug) {
  return {[slug](store::Reader& reader) { return rules_fingerprint(reader, slug); },
          [=](store::Reader& reader) { return make_rules_pdf(reader, base_url, slug); }};
}

}  // namespace guong::publishing
