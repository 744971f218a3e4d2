// Which calls pass through fault_calls.cc, so that a test can hold them against what the kernel saw: a call that goes
// past it would never fail in a sweep.
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdio>

#include "commands.h"
#include "fault_calls.h"
#include "fault_world.h"

namespace reinstate::faults {

/** A look at a file that cannot be there, because -1 is no folder. */
static void mark(const std::string &text) { syscall(SYS_faccessat, -1, text.c_str(), 0); }

bool count_calls(const fault_settings &settings) {
  fault_world world(settings.folder, 6, false);
  std::string text;
  bool good = true;
  for (const operation &one : operations_of(world)) {
    world.whole().put_back(world.repository());
    one.prepare();
    mark("begin " + one.name);
    arm({0, strike::none, 0});
    outcome result = outcome_of(one.run);
    call_report report = disarm();
    mark("end " + one.name);
    if (!result.good) fprintf(stderr, "%s: %s\n", one.name.c_str(), result.message.c_str());
    good = good && result.good;
    text += (text.empty() ? "" : ",") + counts_json(one.name, report.by_name);
  }
  printf("{%s}\n", text.c_str());
  return good;
}

}  // namespace reinstate::faults
