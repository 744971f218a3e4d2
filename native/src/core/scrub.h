// Reads a part of all chunks and pages of a repository again, whoever names them (docs/formats.md, "Scrub").
#pragma once
#include <string>
#include <vector>

#include "object_check.h"
#include "run_control.h"

namespace reinstate {

struct scrub_request {
  std::string repository_path;
  /** Folders [first, end) of the 65,536 that ids begin with, in ascending order. */
  uint32_t first_folder = 0;
  uint32_t folder_end = folder_count_all;
  /** After the folder with which so many bytes are reached, the call ends. */
  uint64_t byte_limit = 0;
};

struct bad_object {
  object_kind kind = object_kind::chunk;
  digest id{};
  /** Never `good`. */
  chunk_status status = chunk_status::damaged;
  std::string why;
  /** A second name of the damaged file stands in quarantine/. */
  bool quarantined = false;
};

struct scrub_result {
  /** Where the next call goes on; `folder_end` when all was read. */
  uint32_t next_folder = 0;
  uint64_t chunk_count = 0;
  uint64_t page_count = 0;
  uint64_t byte_count = 0;
  /** By kind and id. */
  std::vector<bad_object> bad;
};

/**
 * A damaged file gets a second name in quarantine/ and keeps its own: readers find it damaged and not missing, and the
 * next capture of the same data puts a whole file in its place. An object that goes while this runs is no damage.
 */
scrub_result scrub_repository(const scrub_request &request, const run_settings &settings, run_control &control);

}  // namespace reinstate
