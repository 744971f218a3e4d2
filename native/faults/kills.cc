// SIGKILL before, in the midst of and behind each call of each operation, then at random moments while two workers run.
// Each time the operation is begun again in another process, as the service does, until one is let finish.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <random>
#include <stdexcept>

#include "commands.h"
#include "fault_calls.h"
#include "fault_world.h"

namespace reinstate::faults {

static constexpr int exit_refused = 3;

/** Runs the operation in a process of its own; false when it did not get killed. */
static bool die_in_child(const operation &one, const call_plan &plan, int64_t after_us, std::string &wrong) {
  pid_t child = fork();
  if (child < 0) throw std::runtime_error("fork failed");
  if (child == 0) {
    arm(plan);
    outcome result = outcome_of(one.run);
    if (!result.good) fprintf(stderr, "%s: %s\n", result.code.c_str(), result.message.c_str());
    _exit(result.good ? 0 : exit_refused);
  }
  if (after_us >= 0) {
    usleep(static_cast<useconds_t>(after_us));
    kill(child, SIGKILL);
  }
  int status = 0;
  if (waitpid(child, &status, 0) != child) throw std::runtime_error("waitpid failed");
  bool killed = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
  if (!killed && status != 0) wrong = "ended with status " + std::to_string(status);
  return killed;
}

class kill_sweep {
 public:
  explicit kill_sweep(const fault_settings &settings) : settings_(settings), random_(settings.seed) {}

  bool run() {
    {
      fault_world world(settings_.folder + "/small", 6, false);
      for (const operation &one : operations_of(world)) {
        world.whole().put_back(world.repository());
        at_each_call(one);
      }
    }
    fault_world world(settings_.folder + "/large", 24, true);
    world.workers = 2;
    at_random(world);
    printf("{\"seed\":%llu,\"killsAtCalls\":%llu,\"killsAtRandom\":%llu,\"triesAtRandom\":%llu,"
           "\"complaints\":%llu,%s,%s}\n",
           wide(settings_.seed), wide(at_calls_), wide(at_random_), wide(tries_), wide(told_.count()),
           counts_json("callsStruck", struck_).c_str(), counts_json("killsByOperation", by_operation_).c_str());
    return told_.none();
  }

 private:
  static unsigned long long wide(uint64_t value) { return value; }

  void at_each_call(const operation &one) {
    one.prepare();
    arm({});
    outcome_of(one.run);
    uint64_t calls = disarm().calls;
    struck_[one.name] = 0;
    for (uint64_t at = 1; at <= calls && told_.count() < complaints_max; at++) {
      if (settings_.one_in > 1 && random_() % settings_.one_in != 0) continue;
      struck_[one.name]++;
      for (strike what : {strike::die_before, strike::die_torn, strike::die_after}) {
        std::string wrong;
        one.prepare();
        if (!die_in_child(one, {at, what, 0}, -1, wrong) && wrong.empty()) continue;
        at_calls_++;
        by_operation_[one.name]++;
        static const char *const names[] = {"", "before", "behind", "in the midst of"};
        finish(one, names[static_cast<size_t>(what)] + (" call " + std::to_string(at)), wrong);
      }
    }
  }

  void finish(const operation &one, const std::string &moment, std::string wrong) {
    if (wrong.empty()) wrong = one.after_failure();
    if (wrong.empty()) {
      outcome result = outcome_of(one.run);
      wrong = result.good ? one.after_success() : "begun again it fails: " + result.code + " " + result.message;
    }
    if (wrong.empty()) return;
    told_.tell("seed " + std::to_string(settings_.seed) + ", " + one.name + " killed " + moment, wrong);
  }

  void at_random(const fault_world &world) {
    std::vector<operation> operations = operations_of(world);
    std::map<std::string, int64_t> duration_us;
    for (size_t round = 0; at_random_ < settings_.count && told_.count() < complaints_max; round++) {
      const operation &one = operations[round % operations.size()];
      if (round % operations.size() == 0) world.whole().put_back(world.repository());
      if (duration_us.count(one.name) == 0) duration_us[one.name] = measure(one);
      one.prepare();
      uint64_t deaths = 1 + random_() % 4;
      std::string wrong;
      std::string moments;
      for (uint64_t death = 0; death < deaths && wrong.empty(); death++) {
        int64_t after_us = static_cast<int64_t>(random_() % static_cast<uint64_t>(duration_us[one.name]));
        tries_++;
        moments += " " + std::to_string(after_us);
        if (!die_in_child(one, {}, after_us, wrong)) continue;
        at_random_++;
        by_operation_[one.name]++;
      }
      finish(one, "at random after µs" + moments, wrong);
    }
  }

  int64_t measure(const operation &one) {
    using clock = std::chrono::steady_clock;
    one.prepare();
    auto begin = clock::now();
    std::string wrong;
    die_in_child(one, {}, -1, wrong);
    return 1 + std::chrono::duration_cast<std::chrono::microseconds>(clock::now() - begin).count();
  }

  fault_settings settings_;
  std::mt19937_64 random_;
  complaints told_;
  uint64_t at_calls_ = 0;
  uint64_t at_random_ = 0;
  uint64_t tries_ = 0;
  std::map<std::string, uint64_t> struck_;
  std::map<std::string, uint64_t> by_operation_;
};

bool sweep_kills(const fault_settings &settings) { return kill_sweep(settings).run(); }

}  // namespace reinstate::faults
