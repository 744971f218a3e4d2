// Stands between the engine and the C library: makes the Nth call on files fail, be short, or be the last one.
#pragma once
#include <cstdint>
#include <map>
#include <string>

namespace reinstate::faults {

/** What happens at the chosen call. */
enum class strike {
  /** The `variant`th error that this kind of call can give. */
  error,
  /** SIGKILL before the call, behind it, or when half of its bytes are written. */
  die_before,
  die_after,
  die_torn,
  /** Nothing happens; calls are counted by name, and nothing else asks the kernel for anything meanwhile. */
  none,
};

struct call_plan {
  /** 1 for the first call after `arm`; 0 only counts. */
  uint64_t at = 0;
  strike what = strike::error;
  unsigned variant = 0;
};

struct call_report {
  uint64_t calls = 0;
  /** With strike::none. */
  std::map<std::string, uint64_t> by_name;
  /** Name of the call that was struck; empty when the plan was never reached or has no such variant. */
  std::string call;
  std::string fault;
  /** A repeated or continued call is the right answer: the operation has to succeed as if nothing had been. */
  bool transparent = false;
  /** The bytes of a write-back that failed are gone, as after a power failure of the disk. */
  bool lost = false;
};

/** From now on calls count. Not nested; the caller has no other thread that touches files. */
void arm(const call_plan &plan);

/** Ends it. Safe to call when nothing is armed. */
call_report disarm();

}  // namespace reinstate::faults
