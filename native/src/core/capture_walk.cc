#include "capture_walk.h"

#include <algorithm>

#include "chunk_codec.h"

namespace reinstate {

static constexpr uint64_t no_chunk = ~uint64_t{0};

chunk_ranges chunk_ranges::whole(uint64_t capacity_bytes) {
  chunk_ranges all;
  all.ranges_.push_back({0, chunk_total(capacity_bytes)});
  return all;
}

chunk_ranges chunk_ranges::touched_by(const std::vector<disk_extent> &extents, uint64_t capacity_bytes) {
  chunk_ranges touched;
  for (const disk_extent &extent : extents) {
    if (extent.offset_bytes > capacity_bytes || extent.length_bytes > capacity_bytes - extent.offset_bytes) {
      throw copy_error("permanent", "CHANGED_EXTENT_INVALID",
                       "The changed extent of " + std::to_string(extent.length_bytes) + " bytes at byte " +
                           std::to_string(extent.offset_bytes) + " leaves the disk of " +
                           std::to_string(capacity_bytes) + " bytes. Ask for the changes again or capture in full.")
          .at(extent.offset_bytes);
    }
    if (extent.length_bytes == 0) continue;
    uint64_t last = (extent.offset_bytes + extent.length_bytes - 1) / chunk_size;
    touched.ranges_.push_back({extent.offset_bytes / chunk_size, last + 1});
  }
  std::vector<range> &ranges = touched.ranges_;
  std::sort(ranges.begin(), ranges.end(), [](const range &a, const range &b) { return a.first < b.first; });
  size_t kept = 0;
  for (size_t at = 0; at < ranges.size(); at++) {
    if (kept > 0 && ranges[at].first <= ranges[kept - 1].end) {
      ranges[kept - 1].end = std::max(ranges[kept - 1].end, ranges[at].end);
    } else {
      ranges[kept++] = ranges[at];
    }
  }
  ranges.resize(kept);
  return touched;
}

bool chunk_ranges::touch(uint64_t first, uint64_t end) const {
  auto behind = std::partition_point(ranges_.begin(), ranges_.end(), [&](const range &r) { return r.end <= first; });
  return behind != ranges_.end() && behind->first < end;
}

copy_error parent_unusable(const copy_error &cause) {
  copy_error error("permanent", "PARENT_UNUSABLE",
                   "The earlier index cannot be built upon: " + cause.message + " Or capture the disk in full.",
                   cause.path);
  error.offset_bytes = cause.offset_bytes;
  error.chunk_id = cause.chunk_id;
  return error;
}

capture_walk::capture_walk(const disk_source &source, chunk_ranges changed, std::unique_ptr<index_cursor> parent)
    : source_(source), changed_(std::move(changed)), parent_(std::move(parent)), parent_ended_(parent_ == nullptr) {
  if (parent_ == nullptr) return;
  parent_->name_pages_unless([this](uint64_t first, uint64_t end) { return changed_.touch(first, end); });
}

void capture_walk::look_at_parent() {
  index_item item;
  index_damage damage;
  while (!parent_ended_ && !kept_) {
    index_cursor::step step = parent_->next(item, damage);
    if (step == index_cursor::step::damage) throw parent_unusable(parent_->error_of(damage));
    bool kept = step == index_cursor::step::page || !changed_.touch(item.chunk_number, item.chunk_number + 1);
    if (step == index_cursor::step::end) parent_ended_ = true;
    else if (kept) kept_ = item;
  }
}

/** Number of the next changed chunk that may hold data; a changed chunk that lies in a hole is zero unread. */
uint64_t capture_walk::next_to_read() {
  while (range_ < changed_.list().size()) {
    const chunk_ranges::range &range = changed_.list()[range_];
    next_chunk_ = std::max(next_chunk_, range.first);
    if (next_chunk_ < range.end) {
      uint64_t data = source_.next_data(next_chunk_ * chunk_size);
      if (data >= source_.capacity_bytes()) return no_chunk;
      next_chunk_ = data / chunk_size;
      if (next_chunk_ < range.end) return next_chunk_;
    }
    range_++;
  }
  return no_chunk;
}

capture_walk::step capture_walk::next(index_item &item) {
  look_at_parent();
  uint64_t to_read = next_to_read();
  if (kept_ && kept_->chunk_number < to_read) {
    item = *kept_;
    kept_.reset();
    return item.level == 0 ? step::name_chunk : step::name_page;
  }
  if (to_read == no_chunk) return step::end;
  item = index_item();
  item.chunk_number = to_read;
  item.offset_bytes = to_read * chunk_size;
  next_chunk_ = to_read + 1;
  return step::read;
}

}  // namespace reinstate
