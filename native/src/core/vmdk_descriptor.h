// The text descriptor of a VMDK (createType, parentCID, extent lines), flat kinds only.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace reinstate {

struct vmdk_extent {
  uint64_t sectors = 0;
  bool zero = false;
  std::string file_name;
  uint64_t file_offset_sectors = 0;
};

/** Throws VMDK_DESCRIPTOR_INVALID or UNSUPPORTED_SOURCE_FORMAT; `path` only names the file in the error. */
std::vector<vmdk_extent> parse_vmdk_descriptor(const std::string &text, const std::string &path);

}  // namespace reinstate
