// fault-engine: the core of the copy engine under faults, in one process, so that thousands of them take seconds.
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>

#include "commands.h"

namespace reinstate::faults {

bool complaints::tell(const std::string &where, const std::string &what) {
  fprintf(stderr, "%s: %s\n", where.c_str(), what.c_str());
  return ++count_ >= complaints_max;
}

std::string counts_json(const std::string &name, const std::map<std::string, uint64_t> &counts) {
  std::string text = "\"" + name + "\":{";
  for (const auto &entry : counts) {
    if (text.back() != '{') text += ',';
    text += "\"" + entry.first + "\":" + std::to_string(entry.second);
  }
  return text + "}";
}

}  // namespace reinstate::faults

using namespace reinstate::faults;

static const char usage[] =
    "fault-engine storage-errors|kills|mutations|calls|seeds EMPTY_FOLDER\n"
    "options: [--seed N] [--count N] [--one-in N] [--workers N]\n";

int main(int argc, char **argv) {
  if (argc < 3 || argc % 2 == 0) {
    fputs(usage, stderr);
    return 2;
  }
  fault_settings settings;
  settings.folder = argv[2];
  for (int at = 3; at + 1 < argc; at += 2) {
    uint64_t value = strtoull(argv[at + 1], nullptr, 10);
    if (strcmp(argv[at], "--seed") == 0) settings.seed = value;
    else if (strcmp(argv[at], "--count") == 0) settings.count = value;
    else if (strcmp(argv[at], "--one-in") == 0) settings.one_in = value;
    else if (strcmp(argv[at], "--workers") == 0) settings.workers = static_cast<unsigned>(value);
  }
  const std::string command = argv[1];
  try {
    if (command == "storage-errors") return sweep_storage_errors(settings) ? 0 : 1;
    if (command == "kills") return sweep_kills(settings) ? 0 : 1;
    if (command == "mutations") return sweep_mutations(settings) ? 0 : 1;
    if (command == "calls") return count_calls(settings) ? 0 : 1;
    if (command == "seeds") return write_seeds(settings) ? 0 : 1;
  } catch (const std::exception &error) {
    fprintf(stderr, "seed %llu: %s\n", static_cast<unsigned long long>(settings.seed), error.what());
    return 1;
  }
  fputs(usage, stderr);
  return 2;
}
