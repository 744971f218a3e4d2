#include "verify.h"

#include <algorithm>
#include <atomic>
#include <mutex>

#include "disk_index.h"

namespace reinstate {

static constexpr size_t damaged_listed_max = 1000;

/** Shared by the workers of one verification. `mutex_` guards all of it but the counters in `control_`. */
class verify_run {
 public:
  verify_run(const repository &from, index_cursor &cursor, run_control &control)
      : repository_(from), cursor_(cursor), control_(control) {}

  void work() {
    try {
      read_chunks();
    } catch (...) {
      failed_ = true;
      throw;
    }
  }

  verify_result result() {
    verify_result result;
    result.chunk_count = cursor_.chunk_count();
    result.data_bytes = cursor_.block_count() * block_size;
    result.damaged_chunk_count = damaged_count_;
    std::sort(damaged_.begin(), damaged_.end(),
              [](const damaged_chunk &a, const damaged_chunk &b) { return a.offset_bytes < b.offset_bytes; });
    result.damaged = std::move(damaged_);
    return result;
  }

 private:
  void read_chunks() {
    chunk_reader reader;
    index_item item;
    uint64_t span = 0;
    while (take(item, span)) {
      unique_fd file = repository_.open_object(object_kind::chunk, item.id);
      chunk_view view;
      std::string why;
      chunk_status status = reader.read(file.get(), item.id, view, why);
      if (status == chunk_status::unreadable) throw unreadable(item, why);
      bool fits = view.plain_length == item.length_bytes && view.block_count == item.block_count;
      if (status != chunk_status::good || !fits) {
        note({item.offset_bytes, item.length_bytes, to_hex(item.id), status == chunk_status::missing});
      }
      control_.done_bytes += span;
    }
  }

  bool take(index_item &item, uint64_t &span) {
    index_damage damage;
    for (;;) {
      std::unique_lock<std::mutex> lock(mutex_);
      if (control_.abort || failed_) return false;
      index_cursor::step step = cursor_.next(item, damage);
      if (step == index_cursor::step::end) return false;
      if (step == index_cursor::step::damage && damage.unreadable) throw index_error(repository_, damage);
      bool damaged = step == index_cursor::step::damage;
      uint64_t end = damaged ? damage.offset_bytes + damage.length_bytes : item.offset_bytes + item.length_bytes;
      span = end - position_;
      position_ = end;
      if (!damaged) return true;
      lock.unlock();
      note({damage.offset_bytes, damage.length_bytes, to_hex(damage.page_id), damage.missing});
      control_.done_bytes += span;
    }
  }

  /** No damage: what cannot be read now may be whole, and a verdict on it would be a guess. */
  copy_error unreadable(const index_item &item, const std::string &why) const {
    std::string path = repository_.object_path(object_kind::chunk, item.id);
    copy_error error("permanent", "IO_ERROR",
                     "The chunk " + path + " cannot be read: " + why +
                         ". Nothing is known of its content: give the executor's account permission to read it, or "
                         "look at the storage.",
                     path);
    return error.at(item.offset_bytes).chunk(to_hex(item.id));
  }

  void note(damaged_chunk chunk) {
    std::lock_guard<std::mutex> lock(mutex_);
    damaged_count_++;
    if (damaged_.size() < damaged_listed_max) damaged_.push_back(std::move(chunk));
  }

  const repository &repository_;
  index_cursor &cursor_;
  run_control &control_;
  std::mutex mutex_;
  std::atomic<bool> failed_{false};
  uint64_t position_ = 0;
  uint64_t damaged_count_ = 0;
  std::vector<damaged_chunk> damaged_;
};

verify_result verify_disk(const verify_request &request, const run_settings &settings, run_control &control) {
  digest index_hash = index_digest(request.index_hash, request.capacity_bytes);
  control.total_bytes = request.capacity_bytes;
  repository from = repository::open(request.repository_path);
  index_cursor cursor(from, index_hash, request.capacity_bytes);
  verify_run run(from, cursor, control);
  run_workers(settings, control, [&](unsigned) { run.work(); });
  if (control.abort) throw aborted_error();
  control.done_bytes = request.capacity_bytes;
  return run.result();
}

}  // namespace reinstate
