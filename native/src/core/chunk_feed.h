// The reading half of a copy: chunk files read ahead on threads of their own, handed to the workers in order.
#pragma once
#include <array>
#include <condition_variable>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "chunk_codec.h"
#include "disk_index.h"
#include "repository.h"
#include "run_control.h"

namespace reinstate {

/** What a worker takes at once: the next chunk and, when it has been read too, the one behind it. */
struct chunk_batch {
  struct entry {
    index_item item;
    /** Bytes of disk from the end of the chunk before to the end of this one. */
    uint64_t span = 0;
    const stored_chunk *stored = nullptr;
    /** The feed's own. */
    uint64_t number = 0;
  };
  std::array<entry, chunks_at_once> entries;
  size_t count = 0;
};

/**
 * Memory: buffers of 1 MiB, two for each read in flight and two for each worker, whatever the disk's size. Chunks are
 * given in the order in which `next` names them, so a worker may wait for the one that has the chunk before its own.
 */
class chunk_feed {
 public:
  /** Names the next chunk; false at the end. Never called by two threads at once; what it throws, `take` throws. */
  using source = std::function<bool(index_item &item, uint64_t &span)>;

  chunk_feed(const repository &from, source next, const run_settings &settings, const run_control &control);
  ~chunk_feed();
  chunk_feed(const chunk_feed &) = delete;
  chunk_feed &operator=(const chunk_feed &) = delete;

  /** Gives back what `batch` holds and fills it anew. False: at the end, aborted, or stopped. Safe for threads. */
  bool take(chunk_batch &batch);

  /** No chunk is handed out or read any more. */
  void stop();

 private:
  enum class slot_state { free, reading, ready, in_use };
  struct slot {
    slot_state state = slot_state::free;
    chunk_batch::entry entry;
    std::unique_ptr<stored_chunk> stored;
    std::exception_ptr failure;
  };
  using lock = std::unique_lock<std::mutex>;
  slot &slot_of(uint64_t number) { return slots_[number % slots_.size()]; }
  bool over() const { return stopped_ || control_.abort; }
  bool may_read();
  void read_next(lock &held);
  void read_file(slot &into);
  void hand_out(chunk_batch &batch);
  void give_back(chunk_batch &batch);
  void start_threads();
  void read_ahead();

  const repository &repository_;
  source next_;
  const run_settings settings_;
  const run_control &control_;
  std::once_flag started_;
  std::mutex mutex_;
  std::condition_variable readable_;
  std::condition_variable ready_;
  std::vector<slot> slots_;
  uint64_t named_ = 0;
  uint64_t handed_out_ = 0;
  unsigned reading_ = 0;
  bool named_all_ = false;
  bool stopped_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace reinstate
