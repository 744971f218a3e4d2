// Removes chunks and pages that no index needs any more (docs/formats.md, "Garbage collection").
#pragma once
#include <string>
#include <vector>

#include "run_control.h"

namespace reinstate {

struct garbage_request {
  std::string repository_path;
  /** Every index that must stay. Never empty: to give up a repository, remove its folder. */
  std::vector<std::string> roots;
  /** What a capture wrote or used within this time stays, and so does all that a root page of this age names. */
  uint64_t minimum_age_ms = 0;
  bool dry_run = true;
  /**
   * Root pages that are neither roots nor given up are kept with all that they name, whatever their age: a catalog that
   * is older than the repository does not know them.
   */
  bool keep_unknown = false;
  /** Indexes that the catalog knows to be needed no more. Roots come first: an index that is both stays. */
  std::vector<std::string> given_up;
};

struct garbage_result {
  uint64_t chunk_count = 0;
  uint64_t page_count = 0;
  /** Removed, or with a dry run to be removed. */
  uint64_t removed_chunk_count = 0;
  uint64_t removed_page_count = 0;
  uint64_t removed_bytes = 0;
  /** Named by no root, and too young. What a young root page names is not counted. */
  uint64_t young_count = 0;
  /** Old root pages that nobody named: kept with `keep_unknown`, else among the removed ones. */
  uint64_t unknown_root_count = 0;
  /** The first of them, at most 100. */
  std::vector<std::string> unknown_roots;
};

/**
 * Throws INDEX_DAMAGED, and removes nothing, when a page of a root cannot be used: what it names is unknown then.
 * REPOSITORY_BUSY while another collection runs, NO_ROOTS for an empty list.
 */
garbage_result collect_garbage(const garbage_request &request, run_control &control);

}  // namespace reinstate
