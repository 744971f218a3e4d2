#include "restore.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

#include "chunk_feed.h"
#include "restore_target.h"

namespace reinstate {

// A group is committed when this much was written or this long has passed: what SIGKILL can cost is bounded by it.
static constexpr uint64_t group_bytes = 8u << 20;
static constexpr auto group_time = std::chrono::milliseconds(200);
// Workers wait when this much is written and not yet durable.
static constexpr uint64_t uncommitted_bytes_max = 64u << 20;

/** Collects written chunks and commits them in groups on a thread of its own, so that fsync holds up no worker. */
class group_committer {
 public:
  explicit group_committer(restore_target &target) try : target_(target), thread_([this] { run(); }) {
  } catch (const std::system_error &error) {
    throw no_thread_error(error);
  }
  ~group_committer() { stop(false); }

  /** Throws what the committing thread met. */
  void add(uint64_t ordinal, uint64_t bytes) {
    std::unique_lock<std::mutex> lock(mutex_);
    moved_.wait(lock, [&] { return failure_ || stopping_ || uncommitted_bytes_ < uncommitted_bytes_max; });
    if (failure_) std::rethrow_exception(failure_);
    pending_.add(ordinal, ordinal + 1);
    pending_bytes_ += bytes;
    uncommitted_bytes_ += bytes;
    if (pending_bytes_ >= group_bytes) moved_.notify_all();
  }

  /** Ends the thread; what is pending is committed first when `commit`. Throws what the thread met. */
  void stop(bool commit) {
    {
      std::lock_guard<std::mutex> lock(mutex_);
      stopping_ = true;
      commit_rest_ = commit;
      moved_.notify_all();
    }
    if (thread_.joinable()) thread_.join();
    if (commit && failure_) std::rethrow_exception(failure_);
  }

 private:
  void run() {
    std::unique_lock<std::mutex> lock(mutex_);
    while (!failure_) {
      moved_.wait_for(lock, group_time, [&] { return stopping_ || pending_bytes_ >= group_bytes; });
      if (stopping_ && (!commit_rest_ || pending_.empty())) return;
      if (pending_.empty()) continue;
      ordinal_ranges group;
      std::swap(group, pending_);
      uint64_t bytes = std::exchange(pending_bytes_, 0);
      lock.unlock();
      std::exception_ptr failure;
      try {
        target_.commit(group);
      } catch (...) {
        failure = std::current_exception();
      }
      lock.lock();
      failure_ = failure;
      uncommitted_bytes_ -= bytes;
      moved_.notify_all();
    }
  }

  restore_target &target_;
  std::mutex mutex_;
  std::condition_variable moved_;
  ordinal_ranges pending_;
  uint64_t pending_bytes_ = 0;
  uint64_t uncommitted_bytes_ = 0;
  bool stopping_ = false;
  bool commit_rest_ = false;
  std::exception_ptr failure_;
  std::thread thread_;
};

/** Shared by the workers of one restore. The feed calls `next` under its lock; that guards cursor and position. */
class restore_run {
 public:
  restore_run(const repository &from, index_cursor &cursor, restore_target &target, const run_settings &settings,
              run_control &control)
      : repository_(from),
        cursor_(cursor),
        target_(target),
        control_(control),
        committer_(target),
        feed_(from, [this](index_item &item, uint64_t &span) { return next(item, span); }, settings, control) {}

  void work() {
    try {
      chunk_decoder decoder;
      chunk_batch batch;
      while (feed_.take(batch)) restore_batch(batch, decoder);
    } catch (...) {
      feed_.stop();
      target_.stop();
      throw;
    }
  }

  void commit_rest() { committer_.stop(true); }
  uint64_t written_bytes() const { return written_bytes_; }
  uint64_t resumed_bytes() const { return resumed_bytes_; }

 private:
  bool next(index_item &item, uint64_t &span) {
    index_damage damage;
    while (!control_.abort) {
      index_cursor::step step = cursor_.next(item, damage);
      if (step == index_cursor::step::damage) throw index_error(repository_, damage);
      if (step == index_cursor::step::end) return false;
      uint64_t end = item.offset_bytes + item.length_bytes;
      span = end - position_;
      position_ = end;
      if (!target_.is_done(item.ordinal)) return true;
      resumed_bytes_ += std::min<uint64_t>(item.block_count * uint64_t{block_size}, item.length_bytes);
      control_.done_bytes += span;
    }
    return false;
  }

  void restore_batch(const chunk_batch &batch, chunk_decoder &decoder) {
    chunk_work works[chunks_at_once];
    for (size_t at = 0; at < batch.count; at++) {
      works[at].stored = batch.entries[at].stored;
      works[at].id = batch.entries[at].item.id;
    }
    decoder.decode(works, batch.count);
    for (size_t at = 0; at < batch.count && !control_.abort; at++) {
      write_chunk(batch.entries[at].item, works[at]);
      control_.done_bytes += batch.entries[at].span;
    }
  }

  void write_chunk(const index_item &item, const chunk_work &work) {
    if (work.status != chunk_status::good) throw chunk_error(item, work.status, work.why);
    const chunk_view &view = work.view;
    if (view.plain_length != item.length_bytes || view.block_count != item.block_count) {
      throw copy_error("permanent", "INDEX_DAMAGED",
                       "The index names a chunk of another length at byte " + std::to_string(item.offset_bytes) +
                           ". Choose another restore point.")
          .at(item.offset_bytes)
          .chunk(to_hex(item.id));
    }
    target_.check_token();
    uint64_t written = 0;
    if (!target_.write_chunk(view, item, written)) return;
    written_bytes_ += written;
    committer_.add(item.ordinal, written);
  }

  copy_error chunk_error(const index_item &item, chunk_status status, const std::string &why) const {
    std::string path = repository_.object_path(object_kind::chunk, item.id);
    const char *code = status == chunk_status::missing    ? "CHUNK_MISSING"
                       : status == chunk_status::damaged ? "CHUNK_DAMAGED"
                                                         : "IO_ERROR";
    // What only cannot be read may be whole: a copy put over it would hide that the storage fails.
    const char *remedy = status == chunk_status::unreadable
                             ? ". Nothing is known of its content: give the executor's account permission to read it, "
                               "or look at the storage, then restore again."
                             : ". Bring it back from a copy of the repository or capture the disk again, then restore "
                               "again.";
    copy_error error("permanent", code,
                     "The chunk for byte " + std::to_string(item.offset_bytes) + " (" + path +
                         ") cannot be used: " + why + remedy,
                     path);
    return error.at(item.offset_bytes).chunk(to_hex(item.id));
  }

  const repository &repository_;
  index_cursor &cursor_;
  restore_target &target_;
  run_control &control_;
  group_committer committer_;
  std::atomic<uint64_t> written_bytes_{0};
  uint64_t resumed_bytes_ = 0;
  uint64_t position_ = 0;
  chunk_feed feed_;
};

static void check_request(const restore_request &request) {
  bool plain = !request.operation_id.empty() && request.operation_id.size() <= 200;
  for (char letter : request.operation_id) plain = plain && letter > ' ' && letter < 127;
  if (plain) return;
  throw copy_error("permanent", "JOURNAL_FOREIGN",
                   "The operation id must be 1 to 200 printable ASCII letters without spaces.");
}

static layout_setting setting_of(const restore_request &request) {
  layout_setting setting;
  setting.format = request.format;
  setting.capacity_bytes = request.capacity_bytes;
  digest_from_hex(request.index_hash, setting.index_hash);
  return setting;
}

std::string target_owner(const restore_request &request) {
  check_request(request);
  digest index_hash = index_digest(request.index_hash, request.capacity_bytes);
  restore_target target(request.target,
                        {request.operation_id, request.fencing_token, index_hash, request.capacity_bytes, 0},
                        setting_of(request));
  static const char *const names[] = {"ABSENT", "OURS", "FOREIGN", "UNMARKED"};
  return names[static_cast<size_t>(target.whose())];
}

restore_result restore_disk(const restore_request &request, const run_settings &settings, run_control &control) {
  check_request(request);
  digest index_hash = index_digest(request.index_hash, request.capacity_bytes);
  control.total_bytes = request.capacity_bytes;
  repository from = repository::open(request.repository_path);
  index_cursor cursor(from, index_hash, request.capacity_bytes);
  layout_setting setting = setting_of(request);
  setting.block_count = cursor.block_count();
  setting.from = &from;
  setting.abort = &control.abort;
  restore_target target(request.target,
                        {request.operation_id, request.fencing_token, index_hash, request.capacity_bytes, 0}, setting);
  restore_result result;
  result.capacity_bytes = request.capacity_bytes;
  if (control.abort) throw aborted_error();
  if (target.prepare() == restore_target::state::complete) {
    result.resumed_bytes = data_bytes_of(cursor.block_count(), request.capacity_bytes);
    control.done_bytes = request.capacity_bytes;
    return result;
  }
  if (control.abort) throw aborted_error();
  {
    restore_run run(from, cursor, target, settings, control);
    run_workers(settings, control, [&](unsigned) { run.work(); });
    if (control.abort) throw aborted_error();
    run.commit_rest();
    result.written_bytes = run.written_bytes();
    result.resumed_bytes = run.resumed_bytes();
  }
  target.finish();
  control.done_bytes = request.capacity_bytes;
  return result;
}

}  // namespace reinstate
