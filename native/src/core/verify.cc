#include "verify.h"

#include <algorithm>
#include <mutex>

#include "chunk_feed.h"

namespace reinstate {

static constexpr size_t damaged_listed_max = 1000;

/** Shared by the workers of one verification. The feed calls `next` under its lock; `mutex_` guards the damage. */
class verify_run {
 public:
  verify_run(const repository &from, index_cursor &cursor, const run_settings &settings, run_control &control)
      : repository_(from),
        cursor_(cursor),
        control_(control),
        feed_(from, [this](index_item &item, uint64_t &span) { return next(item, span); }, settings, control) {}

  void work() {
    try {
      chunk_decoder decoder;
      chunk_batch batch;
      while (feed_.take(batch)) check_batch(batch, decoder);
    } catch (...) {
      feed_.stop();
      throw;
    }
  }

  verify_result result() {
    verify_result result;
    result.chunk_count = cursor_.chunk_count();
    result.data_bytes = data_bytes_of(cursor_.block_count(), cursor_.capacity_bytes());
    result.damaged_chunk_count = damaged_count_;
    std::sort(damaged_.begin(), damaged_.end(),
              [](const damaged_chunk &a, const damaged_chunk &b) { return a.offset_bytes < b.offset_bytes; });
    result.damaged = std::move(damaged_);
    return result;
  }

 private:
  void check_batch(const chunk_batch &batch, chunk_decoder &decoder) {
    chunk_work works[chunks_at_once];
    for (size_t at = 0; at < batch.count; at++) {
      works[at].stored = batch.entries[at].stored;
      works[at].id = batch.entries[at].item.id;
    }
    decoder.decode(works, batch.count);
    for (size_t at = 0; at < batch.count; at++) {
      const index_item &item = batch.entries[at].item;
      const chunk_work &work = works[at];
      if (work.status == chunk_status::unreadable) throw unreadable(item, work.why);
      bool fits = work.view.plain_length == item.length_bytes && work.view.block_count == item.block_count;
      if (work.status != chunk_status::good || !fits) {
        note({item.offset_bytes, item.length_bytes, to_hex(item.id), work.status == chunk_status::missing});
      }
      control_.done_bytes += batch.entries[at].span;
    }
  }

  bool next(index_item &item, uint64_t &span) {
    index_damage damage;
    for (;;) {
      if (control_.abort) return false;
      index_cursor::step step = cursor_.next(item, damage);
      if (step == index_cursor::step::end) return false;
      if (step == index_cursor::step::damage && damage.unreadable) throw index_error(repository_, damage);
      bool damaged = step == index_cursor::step::damage;
      uint64_t end = damaged ? damage.offset_bytes + damage.length_bytes : item.offset_bytes + item.length_bytes;
      span = end - position_;
      position_ = end;
      if (!damaged) return true;
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
  uint64_t position_ = 0;
  uint64_t damaged_count_ = 0;
  std::vector<damaged_chunk> damaged_;
  chunk_feed feed_;
};

verify_result verify_disk(const verify_request &request, const run_settings &settings, run_control &control) {
  digest index_hash = index_digest(request.index_hash, request.capacity_bytes);
  control.total_bytes = request.capacity_bytes;
  repository from = repository::open(request.repository_path);
  index_cursor cursor(from, index_hash, request.capacity_bytes);
  verify_run run(from, cursor, settings, control);
  run_workers(settings, control, [&](unsigned) { run.work(); });
  if (control.abort) throw aborted_error();
  control.done_bytes = request.capacity_bytes;
  return run.result();
}

}  // namespace reinstate
