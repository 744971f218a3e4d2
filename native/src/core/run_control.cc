#include "run_control.h"

#include <sched.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

#include "copy_error.h"

namespace reinstate {

unsigned worker_count(const run_settings &settings) {
  if (settings.workers != 0) return settings.workers;
  cpu_set_t set;
  CPU_ZERO(&set);
  int cores = sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1;
  return static_cast<unsigned>(cores < 1 ? 1 : cores > 16 ? 16 : cores);
}

unsigned io_depth(const run_settings &settings) {
  // Six: measured with a delay of 2 ms, more brought little (docs/formats.md §7).
  return settings.io_depth == 0 ? 6 : std::min(settings.io_depth, io_depth_max);
}

void step_behind(const run_settings &settings) {
  // Linux keeps a nice value for each thread, so the rest of the process is not slowed.
  if (settings.nice != 0) setpriority(PRIO_PROCESS, static_cast<id_t>(syscall(SYS_gettid)), settings.nice);
}

void run_workers(const run_settings &settings, run_control &control, const std::function<void(unsigned)> &body) {
  std::mutex mutex;
  std::condition_variable ended;
  std::exception_ptr failure;
  unsigned running = worker_count(settings);
  std::vector<std::thread> threads;
  auto start = [&](unsigned worker) {
    threads.emplace_back([&, worker] {
      step_behind(settings);
      std::exception_ptr caught;
      try {
        body(worker);
      } catch (...) {
        caught = std::current_exception();
      }
      std::lock_guard<std::mutex> lock(mutex);
      if (caught && !failure) failure = caught;
      running--;
      ended.notify_all();
    });
  };
  unsigned count = running;
  threads.reserve(count);
  for (unsigned worker = 0; worker < count; worker++) {
    try {
      start(worker);
    } catch (const std::system_error &error) {
      // The limit on threads is reached: those that started do the work of all.
      std::lock_guard<std::mutex> lock(mutex);
      running -= count - worker;
      if (worker == 0) throw no_thread_error(error);
      break;
    }
  }
  {
    std::unique_lock<std::mutex> lock(mutex);
    while (running > 0) {
      ended.wait_for(lock, std::chrono::milliseconds(100));
      if (running == 0 || !control.on_tick) continue;
      lock.unlock();
      control.on_tick();
      lock.lock();
    }
  }
  for (std::thread &thread : threads) thread.join();
  if (failure) std::rethrow_exception(failure);
}

}  // namespace reinstate
