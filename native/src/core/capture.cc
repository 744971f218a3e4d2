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

static std::unique_ptr<index_cursor> open_parent_index(const capture_request &request, const repository &from,
                                                       const repository_writer &writer) {
  if (request.parent_index_hash.empty()) return nullptr;
  try {
    digest id = index_digest(request.parent_index_hash, request.capacity_bytes);
    (void)writer.open_for_use(object_kind::page, id);
    return std::make_unique<index_cursor>(from, id, request.capacity_bytes);
  } catch (const copy_error &error) {
    throw parent_unusable(error);
  }
}

static chunk_ranges changed_chunks(const capture_request &request) {
  if (request.parent_index_hash.empty()) return chunk_ranges::whole(request.capacity_bytes);
  return chunk_ranges::touched_by(request.changed, request.capacity_bytes);
}

/** Shared by the workers of one capture. `mutex_` guards everything; the source and the writer guard themselves. */
class capture_run {
 public:
  capture_run(const capture_request &request, run_control &control)
      : changed_(changed_chunks(request)),
        source_(disk_source::open({request.source, request.format, request.capacity_bytes, &control.abort})),
        repository_(repository::open_or_create(request.repository_path)),
        writer_(repository_),
        walk_(source_, std::move(changed_), open_parent_index(request, repository_, writer_)),
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
        index_item chunk = capture_chunk(number, writer, reader);
        std::lock_guard<std::mutex> lock(mutex_);
        control_.done_bytes += span;
        hand_in(ticket, chunk);
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
    result.data_bytes = data_bytes_of(block_count_, source_.capacity_bytes());
    result.chunk_count = chunk_count_;
    result.new_chunk_count = new_chunk_count_;
    result.new_stored_bytes = writer_.stored_bytes();
    result.read_bytes = read_bytes_;
    return result;
  }

 private:
  /** Gives the next chunk to read; what the parent index has is named on the way. */
  bool take(uint64_t &ticket, uint64_t &number, uint64_t &span) {
    std::unique_lock<std::mutex> lock(mutex_);
    for (;;) {
      moved_.wait(lock, [&] { return failed_ || control_.abort || next_ticket_ < handed_in_ + chunks_ahead_max; });
      if (failed_ || control_.abort) return false;
      index_item item;
      capture_walk::step step = walk_.next(item);
      if (step == capture_walk::step::end) return false;
      ticket = next_ticket_++;
      number = item.chunk_number;
      uint64_t length = step == capture_walk::step::read ? uint64_t{chunk_size} : item.length_bytes;
      uint64_t end = std::min<uint64_t>(item.offset_bytes + length, source_.capacity_bytes());
      span = end - position_;
      position_ = end;
      if (step == capture_walk::step::read) return true;
      control_.done_bytes += span;
      hand_in(ticket, item);
    }
  }

  index_item capture_chunk(uint64_t number, chunk_writer &writer, chunk_reader &reader) {
    uint64_t offset = number * chunk_size;
    uint32_t length = static_cast<uint32_t>(std::min<uint64_t>(chunk_size, source_.capacity_bytes() - offset));
    source_.read(writer.disk_bytes(), offset, length);
    read_bytes_ += length;
    index_item chunk;
    chunk.chunk_number = number;
    if (!writer.build(length)) return chunk;
    chunk.block_count = writer.block_count();
    chunk.id = sha256(writer.body(), writer.body_length());
    if (writer_.put_chunk(chunk.id, writer, reader)) new_chunk_count_++;
    return chunk;
  }

  /** Puts results in the order of the disk before the index sees them. The caller holds the lock. */
  void hand_in(uint64_t ticket, const index_item &item) {
    waiting_.emplace(ticket, item);
    while (!waiting_.empty() && waiting_.begin()->first == handed_in_) {
      const index_item &next = waiting_.begin()->second;
      if (next.block_count != 0) {
        if (next.level == 0) builder_.add(next.chunk_number, next.id, next.block_count);
        else builder_.add_page(next);
        block_count_ += next.block_count;
        chunk_count_ += next.chunk_count;
      }
      waiting_.erase(waiting_.begin());
      handed_in_++;
    }
    moved_.notify_all();
  }

  chunk_ranges changed_;
  disk_source source_;
  repository repository_;
  repository_writer writer_;
  capture_walk walk_;
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
  std::map<uint64_t, index_item> waiting_;
  std::atomic<uint64_t> new_chunk_count_{0};
  std::atomic<uint64_t> read_bytes_{0};
};

capture_result capture_disk(const capture_request &request, const run_settings &settings, run_control &control) {
  capture_run run(request, control);
  run_workers(settings, control, [&](unsigned) { run.work(settings.zstd_level); });
  return run.finish();
}

}  // namespace reinstate
