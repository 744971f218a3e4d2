#include "capture.h"

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>

#include "disk_index.h"
#include "sha256.h"

namespace reinstate {

// A worker that is this many chunks ahead of the slowest one waits, so that finished results cannot pile up.
static constexpr uint64_t chunks_ahead_max = 4096;

struct captured_chunk {
  uint64_t number = 0;
  digest id{};
  uint32_t block_count = 0;
};

/** Shared by the workers of one capture. `mutex_` guards everything; the source and the writer guard themselves. */
class capture_run {
 public:
  capture_run(const capture_request &request, run_control &control)
      : source_(disk_source::open(request.source, request.format, request.capacity_bytes)),
        repository_(repository::open_or_create(request.repository_path)),
        writer_(repository_),
        control_(control),
        builder_(request.capacity_bytes,
                 [this](std::vector<uint8_t> page) { return writer_.put_page(std::move(page)); }) {
    control_.total_bytes = request.capacity_bytes;
  }

  void work(int zstd_level) {
    try {
      chunk_writer writer(zstd_level);
      chunk_reader reader;
      uint64_t ticket = 0;
      uint64_t number = 0;
      uint64_t span = 0;
      while (take(ticket, number, span)) {
        captured_chunk chunk = capture_chunk(number, writer, reader);
        hand_in(ticket, chunk, span);
      }
    } catch (...) {
      std::lock_guard<std::mutex> lock(mutex_);
      failed_ = true;
      moved_.notify_all();
      throw;
    }
  }

  capture_result finish() {
    if (control_.abort) throw aborted_error();
    capture_result result;
    result.index_hash = to_hex(builder_.finish());
    writer_.finish();
    control_.done_bytes = source_.capacity_bytes();
    result.capacity_bytes = source_.capacity_bytes();
    result.data_bytes = block_count_ * block_size;
    result.chunk_count = chunk_count_;
    result.new_chunk_count = new_chunk_count_;
    result.new_stored_bytes = writer_.stored_bytes();
    return result;
  }

 private:
  bool take(uint64_t &ticket, uint64_t &number, uint64_t &span) {
    std::unique_lock<std::mutex> lock(mutex_);
    moved_.wait(lock, [&] { return failed_ || control_.abort || next_ticket_ < handed_in_ + chunks_ahead_max; });
    if (failed_ || control_.abort) return false;
    uint64_t data = source_.next_data(position_);
    if (data >= source_.capacity_bytes()) return false;
    ticket = next_ticket_++;
    number = data / chunk_size;
    uint64_t end = std::min<uint64_t>((number + 1) * chunk_size, source_.capacity_bytes());
    span = end - position_;
    position_ = end;
    return true;
  }

  captured_chunk capture_chunk(uint64_t number, chunk_writer &writer, chunk_reader &reader) {
    uint64_t offset = number * chunk_size;
    uint32_t length = static_cast<uint32_t>(std::min<uint64_t>(chunk_size, source_.capacity_bytes() - offset));
    source_.read(writer.disk_bytes(), offset, length);
    captured_chunk chunk;
    chunk.number = number;
    if (!writer.build(length)) return chunk;
    chunk.block_count = writer.block_count();
    chunk.id = sha256(writer.body(), writer.body_length());
    if (writer_.put_chunk(chunk.id, writer, reader)) new_chunk_count_++;
    return chunk;
  }

  /** Puts results in the order of the disk before the index sees them. */
  void hand_in(uint64_t ticket, const captured_chunk &chunk, uint64_t span) {
    std::lock_guard<std::mutex> lock(mutex_);
    control_.done_bytes += span;
    waiting_.emplace(ticket, chunk);
    while (!waiting_.empty() && waiting_.begin()->first == handed_in_) {
      const captured_chunk &next = waiting_.begin()->second;
      if (next.block_count != 0) {
        builder_.add(next.number, next.id, next.block_count);
        block_count_ += next.block_count;
        chunk_count_++;
      }
      waiting_.erase(waiting_.begin());
      handed_in_++;
    }
    moved_.notify_all();
  }

  disk_source source_;
  repository repository_;
  repository_writer writer_;
  run_control &control_;
  index_builder builder_;
  std::mutex mutex_;
  std::condition_variable moved_;
  bool failed_ = false;
  uint64_t position_ = 0;
  uint64_t next_ticket_ = 0;
  uint64_t handed_in_ = 0;
  uint64_t block_count_ = 0;
  uint64_t chunk_count_ = 0;
  std::map<uint64_t, captured_chunk> waiting_;
  std::atomic<uint64_t> new_chunk_count_{0};
};

capture_result capture_disk(const capture_request &request, const run_settings &settings, run_control &control) {
  capture_run run(request, control);
  run_workers(settings, control, [&](unsigned) { run.work(settings.zstd_level); });
  return run.finish();
}

}  // namespace reinstate
