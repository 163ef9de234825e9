// Built once at start: two routes for one path and method end the program then, not a request later.
#include "api/route_trie.h"

#include <stdexcept>

namespace guong::api {
namespace {

/// The first segment of "/a/b" and what follows it ("/b", or nothing).
std::pair<std::string_view, std::string_view> split(std::string_view path) {
  path.remove_prefix(1);
  const auto slash = path.find('/');
  if (slash == std::string_view::npos) return {path, {}};
  return {path.substr(0, slash), path.substr(slash)};
}

void add(std::unique_ptr<RouteSet>& set, const Route& route) {
  if (!set) set = std::make_unique<RouteSet>();
  auto& slot = set->by_method.at(static_cast<std::size_t>(route.method));
  if (slot) throw std::logic_error("two routes for " + std::string(route.pattern));
  slot = &route;
}

}  // namespace

const Route* RouteSet::find(http::Method method) const {
  const Route* route = by_method.at(static_cast<std::size_t>(method));
  if (!route && method == http::Method::head) return find(http::Method::get);
  return route;
}

const http::FixedHeader* RouteSet::always() const {
  for (const auto* route : by_method)
    if (route && route->always) return route->always;
  return nullptr;
}

std::string RouteSet::allow() const {
  using http::Method;
  std::string list;
  for (const auto method :
       {Method::get, Method::head, Method::post, Method::put, Method::patch, Method::del, Method::options}) {
    if (method != Method::options && !find(method)) continue;
    list += (list.empty() ? "" : ", ") + std::string(http::method_name(method));
  }
  return list;
}

RouteTrie::RouteTrie(const std::vector<Route>& routes) {
  for (const auto& route : routes) {
    Node* node = &root_;
    std::string_view left = route.pattern;
    while (!left.empty()) {
      const auto [segment, next] = split(left);
      left = next;
      if (segment.ends_with("...}")) {
        add(node->rest, route);
        node = nullptr;
        break;
      }
      auto& below = child(*node, segment);
      if (!below) below = std::make_unique<Node>();
      node = below.get();
    }
    if (node) add(node->here, route);
  }
}

std::unique_ptr<RouteTrie::Node>& RouteTrie::child(Node& node, std::string_view segment) {
  if (!segment.starts_with('{')) return node.literal[std::string(segment)];
  if (segment.ends_with('}')) return node.value;
  return node.by_ending[std::string(segment.substr(segment.find('}') + 1))];
}

const RouteSet* RouteTrie::match(std::string_view path, std::vector<std::string_view>& values) const {
  if (!path.starts_with('/')) return nullptr;
  return descend(root_, path, values);
}

const RouteSet* RouteTrie::descend(const Node& node, std::string_view path,
                                   std::vector<std::string_view>& values) {
  if (path.empty()) return node.here.get();
  const auto [segment, left] = split(path);
  if (const auto found = node.literal.find(segment); found != node.literal.end())
    if (const auto* set = descend(*found->second, left, values)) return set;
  if (const auto* set = descend_by_ending(node, segment, left, values)) return set;
  if (node.value && !segment.empty()) {
    values.push_back(segment);
    if (const auto* set = descend(*node.value, left, values)) return set;
    values.pop_back();
  }
  if (node.rest) values.push_back(path.substr(1));
  return node.rest.get();
}

const RouteSet* RouteTrie::descend_by_ending(const Node& node, std::string_view segment,
                                             std::string_view left, std::vector<std::string_view>& values) {
  for (const auto& [ending, below] : node.by_ending) {
    if (segment.size() <= ending.size() || !segment.ends_with(ending)) continue;
    values.push_back(segment.substr(0, segment.size() - ending.size()));
    if (const auto* set = descend(*below, left, values)) return set;
    values.pop_back();
  }
  return nullptr;
}

PathValues named_values(std::string_view pattern, const std::vector<std::string_view>& values) {
  PathValues named;
  for (const auto value : values) {
    const auto open = pattern.find('{');
    const auto close = pattern.find('}', open);
    auto name = pattern.substr(open + 1, close - open - 1);
    if (name.ends_with("...")) name.remove_suffix(3);
    named.emplace_back(name, value);
    pattern.remove_prefix(close + 1);
  }
  return named;
}

}  // namespace guong::api
