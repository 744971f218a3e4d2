// Each call on files, one after the other, gives each error that it can give. What must hold: an answer that names
// what failed, never damage for what only could not be read; nothing wrong at the target; and the same operation
// repeated afterwards succeeds with the right bytes.
#include <cstdio>
#include <random>
#include <set>

#include "commands.h"
#include "fault_calls.h"
#include "fault_world.h"

namespace reinstate::faults {

static const std::set<std::string> codes_of_storage = {"IO_ERROR", "NO_SPACE", "TARGET_NOT_WRITABLE",
                                                       "SOURCE_NOT_FOUND", "PARENT_UNUSABLE"};

class storage_sweep {
 public:
  explicit storage_sweep(const fault_settings &settings)
      : settings_(settings), world_(settings.folder, 6, false), random_(settings.seed) {
    world_.workers = settings.workers;
  }

  bool run() {
    for (const operation &one : operations_of(world_)) {
      world_.whole().put_back(world_.repository());
      sweep(one);
    }
    printf("{\"seed\":%llu,\"injected\":%llu,\"answeredWithError\":%llu,\"succeeded\":%llu,\"complaints\":%llu,"
           "%s,%s,%s}\n",
           wide(settings_.seed), wide(injected_), wide(failed_), wide(injected_ - failed_), wide(told_.count()),
           counts_json("calls", calls_of_).c_str(), counts_json("byCall", by_call_).c_str(),
           counts_json("byFault", by_fault_).c_str());
    return told_.none();
  }

 private:
  static unsigned long long wide(uint64_t value) { return value; }

  void sweep(const operation &one) {
    one.prepare();
    arm({});
    outcome first = outcome_of(one.run);
    uint64_t calls = disarm().calls;
    calls_of_[one.name] = calls;
    std::string wrong = first.good ? one.after_success() : first.message;
    if (!wrong.empty() && told_.tell(one.name, "without a fault: " + wrong)) return;
    for (uint64_t at = 1; at <= calls; at++) {
      if (settings_.one_in > 1 && random_() % settings_.one_in != 0) continue;
      for (unsigned variant = 0;; variant++) {
        if (!inject(one, at, variant)) break;
        if (told_.count() >= complaints_max) return;
      }
    }
  }

  /** False when the call has no such variant. */
  bool inject(const operation &one, uint64_t at, unsigned variant) {
    one.prepare();
    arm({at, strike::error, variant});
    outcome result;
    std::string wrong;
    try {
      result = outcome_of(one.run);
    } catch (const std::exception &error) {
      wrong = std::string("unexpected: ") + error.what();
    }
    call_report report = disarm();
    if (report.call.empty()) return false;
    injected_++;
    by_call_[report.call]++;
    by_fault_[report.fault]++;
    if (!result.good) failed_++;
    if (wrong.empty()) wrong = judge(one, report, result);
    if (wrong.empty()) wrong = again(one);
    std::string where = one.name + ", call " + std::to_string(at) + " (" + report.call + "): " + report.fault;
    const std::string said = result.good ? "" : " [" + result.code + ": " + result.message + "]";
    if (!wrong.empty()) told_.tell(where, wrong + said);
    return true;
  }

  std::string judge(const operation &one, const call_report &report, const outcome &result) {
    if (result.good) {
      // A run that could not clear up behind itself left that to the next one.
      std::string wrong = one.after_success();
      return wrong == left_in_tmp ? "" : wrong;
    }
    if (report.transparent) return "a call to be repeated made the operation fail";
    if (codes_of_storage.count(result.code) == 0) return "an error of another kind";
    // The storage failed: nothing that was not read may be called in need of replacement.
    if (result.message.find("copy of the repository") != std::string::npos) return "the remedy is that of damage";
    if (result.path.empty() || result.message.find(result.path) == std::string::npos) return "names no file";
    return one.after_failure();
  }

  std::string again(const operation &one) {
    outcome second = outcome_of(one.run);
    if (!second.good) return "repeated, it fails: " + second.code + " " + second.message;
    std::string wrong = one.after_success();
    return wrong.empty() ? "" : "repeated: " + wrong;
  }

  fault_settings settings_;
  fault_world world_;
  std::mt19937_64 random_;
  complaints told_;
  uint64_t injected_ = 0;
  uint64_t failed_ = 0;
  std::map<std::string, uint64_t> calls_of_;
  std::map<std::string, uint64_t> by_call_;
  std::map<std::string, uint64_t> by_fault_;
};

bool sweep_storage_errors(const fault_settings &settings) { return storage_sweep(settings).run(); }

}  // namespace reinstate::faults
