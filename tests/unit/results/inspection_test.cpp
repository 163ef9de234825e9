// The inspector reads a contest as of any day, and nobody learns from it what the time has not come for.
#include <algorithm>
#include <catch2/catch.hpp>

#include "guong/base/bytes.h"
#include "guong/base/error.h"
#include "guong/ledger/checkpoint.h"
#include "guong/store/public_log.h"
#include "results/inspection.h"
#include "results/inspection_pdf.h"
#include "settling.h"

using namespace guong;
using namespace guong::test;

namespace {

struct Inspected : Settling {
  explicit Inspected(const TestDatabase& database) : Settling(database) {
    inspector = with_role("Hồ Giám Sát", api::Role::inspector);
    author = person("Nguyễn Văn An");
    code = entry(author, "Cô giáo xã đảo");
  }
  void judge_work() { judge_all({{code, {{"50", "25", "8"}, {"50.5", "25", "8"}}}}); }
  std::vector<results::InspectionLine> list(const std::string& name,
                                            std::optional<Timestamp> until = std::nullopt) {
    return list_as(inspector, name, until);
  }
  std::vector<results::InspectionLine> list_as(const Player& who, const std::string& name,
                                               std::optional<Timestamp> until = std::nullopt) {
    return read([&](store::Reader& reader) {
      return results::inspect(reader, context(who), contest, name, until.value_or(now), {}, 500);
    });
  }
  /// All that a list says, as one text.
  std::string text(const std::string& name) {
    std::string out;
    for (const auto& line : list(name))
      for (const auto& [key, value] : line.values) out += key + "=" + value + "\n";
    return out;
  }
  documents::Sheet sheet(Lang lang = Lang::vi, const Player* who = nullptr) {
    return read([&](store::Reader& reader) {
      return results::inspection_sheet(reader, context(who ? *who : inspector), contest,
                                       {now, "https://thi.test"}, lang);
    });
  }
  std::string number_of_work() {
    return read([&](store::Reader& reader) {
      return *reader.one("select number from entry where code = $1", {code},
                         [](const store::Row& row) { return row.text(0); });
    });
  }
  Player inspector, author;
  std::string code;
};

/// All that an article of the paper says, as one text.
std::string said(const documents::Article& article) {
  std::string out;
  const auto add = [&](const std::string& text) { out += text + "\n"; };
  for (const auto& block : article.blocks) {
    if (const auto* text = std::get_if<documents::Paragraph>(&block)) add(text->text);
    if (const auto* facts = std::get_if<documents::Facts>(&block))
      for (const auto& [name, value] : facts->pairs) add(name + "=" + value);
    if (const auto* table = std::get_if<documents::Table>(&block))
      for (const auto& row : table->rows)
        for (const auto& cell : row) add(cell.text);
  }
  return out;
}
std::string said(const documents::Sheet& sheet) {
  std::string out;
  for (const auto& article : sheet.articles) out += said(article);
  return out;
}

}  // namespace

TEST_CASE("An inspector reads works by code, assignments, roles and cards, the cards after the lock") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Inspected contest(database);
    CHECK(contest.list("works").empty());
    contest.seat_all();
    contest.open_round();
    for (const auto& judge : {contest.one, contest.two}) {
      contest.accept_terms(judge);
      contest.assign(contest.code, judge);
      contest.mark(judge, contest.code, {"50", "25", "8"});
    }
    CHECK(contest.list("works").size() == 1);
    CHECK(contest.list("works")[0].values.at("title") == "Cô giáo xã đảo");
    CHECK(contest.list("assignments").size() == 2);
    CHECK(contest.list("cards").empty());
    contest.lock();
    REQUIRE(contest.list("cards").size() == 2);
    CHECK_THAT(contest.text("cards"), Catch::Contains("Giám khảo Một"));
    CHECK_THAT(contest.text("people"), Catch::Contains("Hồ Giám Sát"));
  }
}

TEST_CASE("No list tells an author before the codes are joined; afterwards the ledger's records do") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Inspected contest(database);
    contest.judge_work();
    const auto number = contest.number_of_work();
    for (const auto name : results::kInspectionLists) {
      const auto text = contest.text(std::string(name));
      INFO(name << "\n" << text);
      CHECK_THAT(text, !Catch::Contains("Nguyễn Văn An"));
      CHECK_THAT(text, !Catch::Contains(number));
    }
    CHECK_THAT(contest.text("records"), !Catch::Contains("kind=entry.submitted"));
    CHECK_THAT(contest.text("records"), !Catch::Contains("kind=card.submitted"));
    CHECK_THAT(contest.text("records"), Catch::Contains("kind=round.locked"));
    const auto id = contest.compute();
    contest.join_by_two(id);
    CHECK_THAT(contest.text("records"), Catch::Contains("Nguyễn Văn An"));
    CHECK_THAT(contest.text("records"), Catch::Contains(number));
    CHECK_THAT(contest.text("works"), !Catch::Contains("Nguyễn Văn An"));
  }
}

TEST_CASE("What came later than the day asked for is not read") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Inspected contest(database);
    const auto before = contest.now;
    const auto known = contest.list("records").size();
    contest.now.micros += 1'000'000;
    contest.judge_work();
    CHECK(contest.list("records").size() > known);
    CHECK(contest.list("records", before).size() == known);
    for (const std::string name : {"works", "assignments", "cards"})
      CHECK(contest.list(name, before).empty());
    CHECK(contest.list("people", Timestamp{1}).empty());
  }
}

TEST_CASE("A value in the database that is not what the ledger committed to is marked, not shown") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Inspected contest(database);
    contest.store->write([](store::Tx& tx) {
      tx.exec(
          "update ledger_record set record = replace(record, 'commitments\":{\"actor\":\"', "
          "'commitments\":{\"actor\":\"0') where kind = 'contest.opened'");
    });
    bool marked = false;
    for (const auto& line : contest.list("records"))
      for (const auto& [name, value] : line.values) marked = marked || value == "!";
    CHECK(marked);
  }
}

TEST_CASE("Nobody but an inspector of the contest reads its lists") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Inspected contest(database);
    for (const auto& who : {contest.organiser, contest.secretary, contest.head, contest.one, contest.author})
      CHECK_THROWS_AS(contest.list_as(who, "records"), Error);
    CHECK_THROWS_AS(contest.list("nothing"), Error);
  }
}

TEST_CASE(
    "The dossier on paper says who did what when, in the reader's language, and no author before time") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Inspected contest(database);
    contest.judge_work();
    const auto number = contest.number_of_work();
    auto text = said(contest.sheet());
    for (const char* part :
         {"Giám khảo Một", "Hồ Giám Sát", "Giám sát", "Khóa vòng chấm", "Mở cuộc thi", "(vòng 1)"})
      CHECK_THAT(text, Catch::Contains(part));
    CHECK_THAT(text, !Catch::Contains("Nguyễn Văn An"));
    CHECK_THAT(text, !Catch::Contains(number));
    CHECK_THAT(text, Catch::Contains("Chỉ đọc được sau khi ghép phách"));
    contest.join_by_two(contest.compute());
    text = said(contest.sheet(Lang::en));
    CHECK_THAT(text, Catch::Contains("Round locked") && Catch::Contains("Codes joined"));
    CHECK_THAT(text, !Catch::Contains("To be read once the codes are joined"));
    for (const auto& article : contest.sheet(Lang::en).articles) CHECK_FALSE(article.blocks.empty());
    CHECK(documents::pdf(contest.sheet()).starts_with("%PDF-"));
  }
}

TEST_CASE("Of a long list the paper has the first lines, and says how many more there are") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Inspected contest(database);
    contest.store->write([&](store::Tx& tx) {
      for (int i = 0; i < 230; ++i)
        tx.exec(
            "insert into conflict_waiver (contest_id, code, judge_id, reason, waived_by, waived_at) "
            "values ($1, $2, $3, 'Lý do', $3, $4)",
            {contest.contest, "M" + std::to_string(i), contest.inspector.id, contest.now});
    });
    const auto waivers = said(contest.sheet().articles.at(4));
    CHECK_THAT(waivers, Catch::Contains("200 dòng đầu; còn 30 dòng"));
    CHECK(std::count(waivers.begin(), waivers.end(), '\n') == 200 * 5 + 1);
    CHECK_THAT(said(contest.sheet().articles.at(1)), Catch::Contains("Xung đột được miễn trừ\n230\n"));
  }
}

TEST_CASE("The paper has the ledger's public head with its digest") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Inspected contest(database);
    CHECK_THAT(said(contest.sheet().articles.back()), Catch::Contains("chưa có mốc công khai"));
    contest.store->write([&](store::Tx& tx) {
      return store::publish_head(tx, contest.now, contest.context(contest.head).log_writer());
    });
    const auto head = contest.read([](store::Reader& reader) { return store::public_head(reader).value(); });
    const auto digest = to_hex(as_text(ledger::read_unverified_checkpoint(head.note)->root));
    CHECK_THAT(said(contest.sheet().articles.back()), Catch::Contains(digest) && Catch::Contains(head.note));
  }
}

TEST_CASE("Nobody but an inspector of the contest gets the dossier on paper") {
  for (auto& database : test_databases()) {
    INFO(database.name());
    Inspected contest(database);
    for (const auto& who : {contest.organiser, contest.secretary, contest.head, contest.one, contest.author})
      CHECK_THROWS_AS(contest.sheet(Lang::vi, &who), Error);
  }
}
