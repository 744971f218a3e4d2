// The commands of fault-engine. Each prints one JSON object of counts and returns false when anything went wrong.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace reinstate::faults {

/** Settings of a run as words `--name value`. */
struct fault_settings {
  std::string folder;
  uint64_t seed = 1;
  /** How many mutations, or kills at random moments. */
  uint64_t count = 1000;
  /** Of the calls that can be struck one in so many is; 1 is all of them. */
  uint64_t one_in = 1;
  unsigned workers = 1;
};

/** Each call of each operation fails in each way that it can. */
bool sweep_storage_errors(const fault_settings &settings);

/** SIGKILL before, in and behind each call of each operation, and at random moments. */
bool sweep_kills(const fault_settings &settings);

/** Random damage to the files of a repository. */
bool sweep_mutations(const fault_settings &settings);

/** Runs each operation once between two marks that strace shows, and prints how often each call was made. */
bool count_calls(const fault_settings &settings);

/** Writes small valid inputs for each fuzz target into a folder of its name. */
bool write_seeds(const fault_settings &settings);

/** Failures that were seen, told at once; the run goes on until there are so many. */
constexpr uint64_t complaints_max = 200;

class complaints {
 public:
  /** True when enough were seen to stop. */
  bool tell(const std::string &where, const std::string &what);
  bool none() const { return count_ == 0; }
  uint64_t count() const { return count_; }

 private:
  uint64_t count_ = 0;
};

/** `"name":{"a":1,"b":2}`. */
std::string counts_json(const std::string &name, const std::map<std::string, uint64_t> &counts);

}  // namespace reinstate::faults
