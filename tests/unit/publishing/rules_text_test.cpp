// Every clause of a rule book appears in the text that is published.
#include "publishing/rules_text.h"

#include <catch2/catch.hpp>

#include "publishing/article_html.h"
#include "unit/results/settling.h"
#include "unit/rules/books.h"

using namespace guong;
using nlohmann::json;
using publishing::RulesSource;

namespace {

/// All the words of articles, part by part.
std::string words_of(const std::vector<documents::Article>& articles) {
  std::string out;
  const auto say = [&](const std::string& text) { out += text + "\n"; };
  for (const auto& article : articles) {
    say(article.title);
    for (const auto& block : article.blocks) {
      if (const auto* b = std::get_if<documents::Subheading>(&block)) say(b->text);
      if (const auto* b = std::get_if<documents::Paragraph>(&block)) say(b->text);
      if (const auto* b = std::get_if<documents::List>(&block))
        for (const auto& item : b->items) say(item);
      if (const auto* b = std::get_if<documents::Facts>(&block))
        for (const auto& [name, value] : b->pairs) say(name + ": " + value);
      if (const auto* b = std::get_if<documents::Table>(&block))
        for (const auto& row : b->rows)
          for (const auto& cell : row) say(cell.text + " " + cell.note);
    }
  }
  return out;
}

/// Every text that people wrote into a rule book: {"vi": ...}, paragraph by paragraph.
void texts_of(const json& value, std::vector<std::string>& out) {
  if (value.is_object() && value.contains("vi") && value["vi"].is_string()) {
    std::string text = value["vi"];
    out.push_back(text.substr(0, text.find("\n\n")));
    return;
  }
  if (value.is_object() || value.is_array())
    for (const auto& part : value) texts_of(part, out);
}

RulesSource source_of(const json& document) {
  return {rules::parse_rule_book(document), document, "Tỉnh Bình Định", "", {}};
}

json spoken(const char* vi) { return {{"vi", vi}}; }

/// A rule book that says as much as it can.
json talkative() {
  auto book = test::example("api-test");
  book["co_organisers"] = {spoken("Hội Nhà báo tỉnh")};
  book["topics"] = {spoken("Xây dựng nông thôn mới")};
  book["subject"] = {{"must", {spoken("Là người thật")}},
                     {"excluded", {spoken("Người đang bị kỷ luật")}},
                     {"not_yet_honoured", true},
                     {"deed_from", "2022-01-01"},
                     {"honour", spoken("Được đề nghị khen thưởng")}};
  book["submission"] = {
      {"channels", {"portal"}}, {"address", spoken("01 Trần Phú")}, {"notes", {spoken("Ghi rõ thể loại")}}};
  book["languages"] = {{"accepted", {"vi", "ba"}}};
  book["screening"] = {
      {"by", "secretary"}, {"grounds", {spoken("Bài sao chép")}}, {"identity_in_work", "redact"}};
  book["eligibility"]["excluded_others"] = {spoken("Người thân của giám khảo")};
  book["eligibility"]["guardian_consent_below"] = 16;
  book["notices"] = {
      {{"kind", "extension"}, {"date", "2026-01-20"}, {"number", "05-TB/BTC"}, {"reason", spoken("Mưa lũ")}}};
  book["previous_editions"] = {{{"edition", "I"}, {"from", "2024-01-01"}}};
  book["assumptions"] = {"Số giám khảo: không nêu"};
  book["quotas"] = {{{"unit_type", "commune"}, {"min", 2}, {"max", 5}}};
  book["awards_per_author"] = 1;
  book["most_awarded_percent"] = 12.5;
  book["categories"][0]["publication"] = {
      {"regime", "published"}, {"from", "2025-06-01"}, {"social_media_counts", false}};
  book["rounds"][0]["bonus"] = {{"name", spoken("Vùng sâu")}, {"max", 2.5}};
  return book;
}

}  // namespace

TEST_CASE("Every text of a rule book appears in the rules that are published") {
  auto names = test::example_names();
  std::vector<json> books{talkative()};
  for (const auto& name : names) books.push_back(test::example(name));
  for (const auto& book : books) {
    INFO(book.at("slug"));
    const auto words = words_of(publishing::rules_articles(source_of(book), Lang::vi));
    std::vector<std::string> texts;
    for (const auto& [name, value] : book.items())
      if (name != "name") texts_of(value, texts);
    for (const auto& text : texts) {
      INFO(text);
      CHECK(words.find(text) != std::string::npos);
    }
    CHECK(words.find("publishing.") == std::string::npos);
    CHECK(words.find('{') == std::string::npos);
    const auto english = words_of(publishing::rules_articles(source_of(book), Lang::en));
    CHECK(english.find("publishing.") == std::string::npos);
    CHECK(english.find('{') == std::string::npos);
  }
}

TEST_CASE("Rules that are numbers or choices are told in words") {
  const auto words = words_of(publishing::rules_articles(source_of(talkative()), Lang::vi));
  for (const char* part :
       {"01/01/2022", "30 phút để tải xong", "dưới 16 tuổi", "Chưa từng được tôn vinh",
        "Tên tác giả lộ trong tác phẩm sẽ được che", "tiếng Việt, ba", "05-TB/BTC", "Lần I (01/01/2024)",
        "tối đa 1 giải", "12,5%", "Xã, phường, thị trấn", "từ ngày 01/06/2025", "không tính là công bố",
        "tối đa 2,5 điểm, do thành viên Ban Giám khảo cho"}) {
    INFO(part);
    CHECK(words.find(part) != std::string::npos);
  }
}

TEST_CASE("Articles are numbered without gaps, and what the rules do not say has none") {
  const auto articles = publishing::rules_articles(source_of(test::example("api-test")), Lang::vi);
  for (std::size_t i = 0; i < articles.size(); ++i) {
    CHECK(articles[i].title.starts_with("Điều " + std::to_string(i + 1) + ". "));
    CHECK_FALSE(articles[i].blocks.empty());
  }
  for (const auto& article : articles) CHECK(article.title.find("Ghi chú") == std::string::npos);
}

TEST_CASE("Units are named, and so is the contest that winners go on to") {
  for (auto& database : test::test_databases()) {
    INFO(database.name());
    test::Settling stage(database);
    auto book = test::example("api-test");
    book["slug"] = "guong-to-dan-pho";
    book["parent"] = "guong-co-quan";
    book["eligibility"]["units"] = {"quy-nhon", "khong-co"};
    const auto source = stage.read([&](store::Reader& reader) {
      return publishing::rules_source(reader, book.dump(), "Tỉnh Bình Định");
    });
    CHECK(source.parent == book["name"]["vi"]);
    CHECK(words_of(publishing::rules_articles(source, Lang::vi)).find("Thành phố Quy Nhơn, khong-co") !=
          std::string::npos);
  }
}

TEST_CASE("Articles become HTML that nobody can break out of") {
  const documents::Article article{"Điều 1. <b>",
                                   {documents::Facts{{{"Tên", "\"A\""}}}, documents::List{{"x & y"}, true}}};
  CHECK(publishing::articles_html({article}).markup() ==
        "<section id=\"dieu-1\"><h3>Điều 1. &lt;b&gt;</h3><dl "
        "class=\"facts\"><dt>Tên</dt><dd>&quot;A&quot;</dd></dl>"
        "<ol class=\"clauses\"><li>x &amp; y</li></ol></section>");
  CHECK(publishing::article_links({article}).markup() ==
        "<li><a href=\"#dieu-1\">Điều 1. &lt;b&gt;</a></li>");
}
