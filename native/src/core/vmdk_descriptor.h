// The text descriptor of a VMDK (createType, parentCID, extent lines).
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace reinstate {

enum class vmdk_extent_kind { flat, sparse, zero };

struct vmdk_extent {
  vmdk_extent_kind kind = vmdk_extent_kind::flat;
  uint64_t sectors = 0;
  /** A plain relative path; empty for `zero`. */
  std::string file_name;
  uint64_t file_offset_sectors = 0;
};

struct vmdk_descriptor {
  /** In lower case. */
  std::string create_type;
  /** At least one; flat ones only in flat types, sparse ones only in sparse types. */
  std::vector<vmdk_extent> extents;
};

/** Throws VMDK_DESCRIPTOR_INVALID or UNSUPPORTED_SOURCE_FORMAT; `path` only names the file in the error. */
vmdk_descriptor parse_vmdk_descriptor(const std::string &text, const std::string &path);

}  // namespace reinstate
