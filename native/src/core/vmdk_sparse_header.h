// Header and footer of a sparse VMDK extent: monolithicSparse, streamOptimized, parts of twoGbMaxExtentSparse.
// Source: VMware, Virtual Disk Format 5.0 (Virtual Disk Format 1.1), "Hosted Sparse Extents" and "Stream-Optimized".
#pragma once
#include "byte_reader.h"
#include "copy_error.h"

namespace reinstate {

/** Numbers are judged: everything they name lies in the file, and the memory that they ask for is bounded. */
struct vmdk_sparse_shape {
  uint64_t capacity_bytes = 0;
  uint32_t grain_bytes = 0;
  uint64_t grain_count = 0;
  uint32_t table_count = 0;
  /** In sectors; 0: no embedded descriptor. */
  uint64_t descriptor_at = 0;
  uint64_t descriptor_sectors = 0;
  uint64_t directory_at = 0;
  /** 0: there is no redundant directory. */
  uint64_t redundant_at = 0;
  /** An entry of 1 means a grain of zeros. */
  bool has_zero_grains = false;
  /** Each grain is a marker and a zlib stream. */
  bool compressed = false;
};

/** Throws SOURCE_DAMAGED or UNSUPPORTED_SOURCE_FORMAT; `path` only names the file in the error. */
vmdk_sparse_shape read_vmdk_sparse_shape(const byte_reader &file, const std::string &path);

/** True when these first bytes are those of a sparse extent of any kind, also of one that is not supported. */
bool is_sparse_vmdk(const uint8_t *bytes, size_t length);

copy_error vmdk_damaged(const std::string &path, const std::string &why);

}  // namespace reinstate
