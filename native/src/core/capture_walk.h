// What a capture takes from where, in the order of the disk: chunks to read, and parts of the parent index to name.
#pragma once
#include <memory>
#include <optional>
#include <vector>

#include "disk_index.h"
#include "disk_source.h"

namespace reinstate {

struct disk_extent {
  uint64_t offset_bytes = 0;
  uint64_t length_bytes = 0;
};

/** Half-open ranges of chunk numbers, ascending, none touching another. */
class chunk_ranges {
 public:
  struct range {
    uint64_t first;
    uint64_t end;
  };
  static chunk_ranges whole(uint64_t capacity_bytes);

  /** Extents in any order, also overlapping. Throws CHANGED_EXTENT_INVALID when one leaves the disk. */
  static chunk_ranges touched_by(const std::vector<disk_extent> &extents, uint64_t capacity_bytes);

  bool touch(uint64_t first, uint64_t end) const;
  const std::vector<range> &list() const { return ranges_; }

 private:
  std::vector<range> ranges_;
};

/** Not safe for threads: callers hold their own lock. */
class capture_walk {
 public:
  /** `parent` may be null: then everything is read. */
  capture_walk(const disk_source &source, chunk_ranges changed, std::unique_ptr<index_cursor> parent);

  enum class step { read, name_chunk, name_page, end };

  /** `read`: `item` has number and offset only. Throws PARENT_UNUSABLE when a page of the parent cannot be used. */
  step next(index_item &item);

 private:
  void look_at_parent();
  uint64_t next_to_read();

  const disk_source &source_;
  chunk_ranges changed_;
  std::unique_ptr<index_cursor> parent_;
  size_t range_ = 0;
  uint64_t next_chunk_ = 0;
  std::optional<index_item> kept_;
  bool parent_ended_ = false;
};

copy_error parent_unusable(const copy_error &cause);

}  // namespace reinstate
