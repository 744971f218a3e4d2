// Disk image -> chunks and an index in the repository.
#pragma once
#include "capture_walk.h"
#include "run_control.h"

namespace reinstate {

struct capture_request {
  std::string repository_path;
  placed_file source;
  source_format format = source_format::raw;
  uint64_t capacity_bytes = 0;
  /** Empty: everything is read. Else an index of an earlier point of this disk; only `changed` differs from it. */
  std::string parent_index_hash;
  std::vector<disk_extent> changed;
};

struct capture_result {
  std::string index_hash;
  uint64_t capacity_bytes = 0;
  uint64_t data_bytes = 0;
  uint64_t chunk_count = 0;
  uint64_t new_chunk_count = 0;
  uint64_t new_stored_bytes = 0;
  /** Read from the source: not what the parent index names, nor holes that the image's file system knows. */
  uint64_t read_bytes = 0;
};

/** Throws copy_error. Blocks until done; the work runs on threads of its own. */
capture_result capture_disk(const capture_request &request, const run_settings &settings, run_control &control);

}  // namespace reinstate
