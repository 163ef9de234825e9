// Names of enum values and tables of transitions.
#include "guong/base/enum_names.h"

#include <catch2/catch.hpp>

#include "guong/base/list_text.h"
#include "guong/base/transitions.h"

using namespace guong;

namespace {

enum class Light { red, green };
enum class Push { change };
constexpr EnumNames<Light, 2> kLights{{{{Light::red, "red"}, {Light::green, "green"}}}};
constexpr Transition<Light, Push> kPushes[] = {{Light::red, Push::change, Light::green}};

}  // namespace

TEST_CASE("A value and its name lead to each other") {
  for (const auto light : {Light::red, Light::green}) CHECK(kLights.read(kLights.name(light)) == light);
  CHECK(kLights.find("green") == Light::green);
}

TEST_CASE("Text that is no value's name is an error and never becomes another value") {
  CHECK_FALSE(kLights.find("amber"));
  CHECK_THROWS_AS(kLights.read("amber"), Error);
  CHECK_THROWS_AS(kLights.read(""), Error);
  CHECK_THROWS_AS(kLights.name(static_cast<Light>(7)), Error);
}

TEST_CASE("What a table of transitions does not name cannot happen") {
  CHECK(next_state(kPushes, Light::red, Push::change) == Light::green);
  CHECK_FALSE(next_state(kPushes, Light::green, Push::change));
}

TEST_CASE("A list in a text is what was joined") {
  CHECK(join({}, ", ").empty());
  CHECK(join({"a", "", "c"}, ", ") == "a, , c");
  CHECK(split("", ' ').empty());
  CHECK(split("a,,c", ',') == std::vector<std::string_view>{"a", "", "c"});
  CHECK(split(",", ',') == std::vector<std::string_view>{"", ""});
}
