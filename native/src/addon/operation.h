// One running copy as JavaScript sees it.
// Threads: `work` runs on a thread of this operation and touches no JavaScript value; everything else, the finalizer
// included, runs on the JavaScript thread. Shared between the two: `control`, and `pending_progress`.
#pragma once
#include <napi.h>

#include <functional>
#include <memory>
#include <optional>
#include <thread>

#include "../core/copy_error.h"
#include "../core/run_control.h"

namespace reinstate {

/** Builds the JavaScript result; called on the JavaScript thread after `work` has ended well. */
using result_builder = std::function<Napi::Object(Napi::Env)>;
using operation_work = std::function<result_builder(run_control &)>;

class operation : public std::enable_shared_from_this<operation> {
 public:
  /** `listener(type, value)` gets 'progress' at most ten times a second, then once 'done' or 'failed'. */
  static std::shared_ptr<operation> start(Napi::Env env, Napi::Function listener, operation_work work);

  void abort() { control_.abort = true; }

 private:
  void run(const operation_work &work);
  void post_progress();
  void report(Napi::Env env, Napi::Function listener);

  run_control control_;
  std::atomic<bool> pending_progress_{false};
  uint64_t posted_bytes_ = ~uint64_t{0};
  Napi::ThreadSafeFunction listener_;
  std::thread thread_;
  result_builder result_;
  std::optional<copy_error> error_;
};

}  // namespace reinstate
