#include "chunk_feed.h"

#include <system_error>

namespace reinstate {

// An abort comes from a thread that takes no lock here, so nobody wakes those that wait: they look by themselves.
static constexpr auto abort_look = std::chrono::milliseconds(20);
// As many again as are in flight: when one read is late, those behind it have room to go on.
static constexpr unsigned buffers_per_read = 2;

chunk_feed::chunk_feed(const repository &from, source next, const run_settings &settings, const run_control &control)
    : repository_(from), next_(std::move(next)), settings_(settings), control_(control) {
  slots_.resize(io_depth(settings) * size_t{buffers_per_read} + worker_count(settings) * chunks_at_once);
}

chunk_feed::~chunk_feed() {
  stop();
  for (std::thread &thread : threads_) thread.join();
}

void chunk_feed::stop() {
  lock held(mutex_);
  stopped_ = true;
  readable_.notify_all();
  ready_.notify_all();
}

bool chunk_feed::may_read() {
  return !named_all_ && reading_ < io_depth(settings_) && slot_of(named_).state == slot_state::free;
}

void chunk_feed::read_file(slot &into) {
  if (!into.stored) into.stored = std::make_unique<stored_chunk>();
  unique_fd file = repository_.open_object(object_kind::chunk, into.entry.item.id);
  into.stored->load(file.get());
  into.entry.stored = into.stored.get();
}

/** The caller saw `may_read`. The lock is let go while the file is read. */
void chunk_feed::read_next(lock &held) {
  slot &into = slot_of(named_);
  bool more = false;
  try {
    more = next_(into.entry.item, into.entry.span);
  } catch (...) {
    into.failure = std::current_exception();
    into.state = slot_state::ready;
    named_++;
  }
  if (!more) {
    named_all_ = true;
    ready_.notify_all();
    readable_.notify_all();
    return;
  }
  named_++;
  reading_++;
  into.state = slot_state::reading;
  held.unlock();
  std::exception_ptr failure;
  try {
    read_file(into);
  } catch (...) {
    failure = std::current_exception();
  }
  held.lock();
  into.failure = failure;
  into.state = slot_state::ready;
  reading_--;
  if (may_read()) readable_.notify_one();
  if (&into == &slot_of(handed_out_)) ready_.notify_one();
}

void chunk_feed::read_ahead() {
  step_behind(settings_);
  lock held(mutex_);
  while (!over() && !named_all_) {
    if (may_read()) read_next(held);
    else readable_.wait_for(held, abort_look);
  }
}

/** Called by the first worker: on a machine that is short of threads the workers come first. */
void chunk_feed::start_threads() {
  threads_.reserve(io_depth(settings_));
  try {
    while (threads_.size() < io_depth(settings_)) threads_.emplace_back([this] { read_ahead(); });
  } catch (const std::system_error &) {
    // The limit on threads is reached: workers read what nobody read ahead.
  }
}

void chunk_feed::give_back(chunk_batch &batch) {
  for (size_t at = 0; at < batch.count; at++) {
    slot_of(batch.entries[at].number).state = slot_state::free;
    readable_.notify_one();
  }
  batch.count = 0;
}

void chunk_feed::hand_out(chunk_batch &batch) {
  while (batch.count < chunks_at_once && handed_out_ < named_) {
    slot &next = slot_of(handed_out_);
    if (next.state != slot_state::ready || (next.failure && batch.count > 0)) break;
    if (next.failure) {
      stopped_ = true;
      readable_.notify_all();
      ready_.notify_all();
      std::rethrow_exception(next.failure);
    }
    next.state = slot_state::in_use;
    next.entry.number = handed_out_++;
    batch.entries[batch.count++] = next.entry;
  }
  if (handed_out_ < named_ && slot_of(handed_out_).state == slot_state::ready) ready_.notify_one();
}

bool chunk_feed::take(chunk_batch &batch) {
  std::call_once(started_, [this] { start_threads(); });
  lock held(mutex_);
  give_back(batch);
  while (!over()) {
    hand_out(batch);
    if (batch.count > 0) return true;
    if (named_all_ && handed_out_ == named_) return false;
    // A worker that waits for a read of its own cannot take what others have read meanwhile.
    if (threads_.empty() && may_read()) read_next(held);
    else ready_.wait_for(held, abort_look);
  }
  return false;
}

}  // namespace reinstate
