// Index and chunks -> a disk image in one of the target formats.
#pragma once
#include <string>

#include "file_io.h"
#include "run_control.h"
#include "target_layout.h"

namespace reinstate {

struct restore_request {
  std::string repository_path;
  std::string index_hash;
  uint64_t capacity_bytes = 0;
  placed_file target;
  target_format format = target_format::raw_sparse;
  std::string operation_id;
  uint64_t fencing_token = 0;
};

struct restore_result {
  uint64_t capacity_bytes = 0;
  uint64_t written_bytes = 0;
  uint64_t resumed_bytes = 0;
};

/** ABSENT, OURS (made by this very operation from this index), FOREIGN, or UNMARKED: the file system keeps no marks. */
std::string target_owner(const restore_request &request);

/** Throws copy_error. Blocks until done; the work runs on threads of its own. */
restore_result restore_disk(const restore_request &request, const run_settings &settings, run_control &control);
}  // namespace reinstate
