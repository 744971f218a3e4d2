// What a running copy shares with whoever started it. Written by the copy's threads, read by any thread.
#pragma once
#include <atomic>
#include <cstdint>
#include <functional>

namespace reinstate {

struct run_control {
  std::atomic<bool> abort{false};
  std::atomic<uint64_t> done_bytes{0};
  std::atomic<uint64_t> total_bytes{0};
  /** Called by the copy's coordinating thread about ten times a second, never by a worker. May be empty. */
  std::function<void()> on_tick;
};

constexpr unsigned io_depth_max = 64;

struct run_settings {
  /** 0 = one worker for each core that this process may use, at most 16 (each holds about 4 MiB). */
  unsigned workers = 0;
  /** Workers step behind the service's own threads. */
  int nice = 10;
  int zstd_level = 1;
  /** Reads in flight at once, at most `io_depth_max`; 0 = six. */
  unsigned io_depth = 0;
};

unsigned worker_count(const run_settings &settings);
unsigned io_depth(const run_settings &settings);

/** Gives the calling thread, and no other, the nice value of `settings`. */
void step_behind(const run_settings &settings);

/** Runs `body(worker)` on each worker thread; returns when all ended. Calls control.on_tick meanwhile. */
void run_workers(const run_settings &settings, run_control &control, const std::function<void(unsigned)> &body);

}  // namespace reinstate
