// Work on a whole repository: collection of garbage, scrub, trace of damage.
#pragma once
#include "operation.h"

namespace reinstate {

/** Each throws Napi::TypeError for a request of the wrong shape (src/ports/copy-engine.ts). */
operation_work collect_work(const Napi::Object &from);
operation_work scrub_work(const Napi::Object &from);
operation_work trace_work(const Napi::Object &from);

}  // namespace reinstate
