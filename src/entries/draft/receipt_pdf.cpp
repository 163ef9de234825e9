// Words and order of the paper; the layout is the documents module's.
#include "entries/draft/receipt_pdf.h"

#include "guong/documents/pdf.h"

namespace guong::entries {
namespace {

using namespace documents;

std::string say(Lang lang, const char* key, const Params& params = {}) { return message(key, lang, params); }

Article submission(const Receipt& receipt, const ReceiptSetting& setting, Lang lang) {
  return {
      say(lang, "entries.receipt_work"),
      {Facts{{{say(lang, "entries.receipt_contest"), setting.contest_name},
              {say(lang, "entries.receipt_number"), receipt.number},
              {say(lang, "entries.receipt_title"), setting.title},
              {say(lang, "entries.receipt_version"), std::to_string(receipt.version)},
              {say(lang, is_vietnam(setting.zone) ? "entries.receipt_time_vietnam" : "entries.receipt_time"),
               to_local_text(receipt.time, setting.zone)},
              {say(lang, "entries.receipt_exact_time"), to_rfc3339(receipt.time)}}}}};
}

Article contents(const Receipt& receipt, Lang lang) {
  Table files{say(lang, "entries.receipt_files"),
              {{say(lang, "entries.receipt_file")}, {say(lang, "entries.receipt_size"), true}},
              {}};
  for (const auto& file : receipt.files)
    files.rows.push_back({{file.name, file.sha256}, {std::to_string(file.size), ""}});
  Article out{say(lang, "entries.receipt_contents"),
              {Facts{{{say(lang, "entries.receipt_text_sha256"), receipt.text_sha256}}}}};
  if (files.rows.empty()) {
    out.blocks.emplace_back(Paragraph{say(lang, "entries.receipt_no_files")});
  } else {
    out.blocks.emplace_back(Paragraph{say(lang, "entries.receipt_files")});
    out.blocks.emplace_back(std::move(files));
  }
  return out;
}

Article signature(const Receipt& receipt, Lang lang) {
  return {say(lang, "entries.receipt_signed"),
          {Facts{{{say(lang, "entries.receipt_signature"), receipt.signature},
                  {say(lang, "entries.receipt_key"), receipt.key}}}}};
}

/// The signed bytes themselves stand here: who has the paper alone can check the signature.
Article checking(const Receipt& receipt, const ReceiptSetting& setting, Lang lang) {
  return {
      say(lang, "entries.receipt_checking"),
      {List{{say(lang, "entries.receipt_check_files"), say(lang, "entries.receipt_check_signature"),
             say(lang, "entries.receipt_check_key", {{"address", setting.base_url}})},
            true},
       Paragraph{say(lang, "entries.receipt_signed_bytes")}, Paragraph{receipt_bytes(receipt), false, true}}};
}

}  // namespace

std::string receipt_pdf(const Receipt& receipt, const ReceiptSetting& setting, Lang lang) {
  Sheet sheet;
  sheet.lang = lang;
  sheet.issuer = setting.host_unit;
  sheet.kind = say(lang, "entries.receipt_kind");
  sheet.subject = say(lang, "entries.receipt_subject", {{"number", receipt.number}});
  sheet.articles = {submission(receipt, setting, lang), contents(receipt, lang), signature(receipt, lang),
                    checking(receipt, setting, lang)};
  sheet.made = receipt.time;
  return pdf(sheet);
}

}  // namespace guong::entries
