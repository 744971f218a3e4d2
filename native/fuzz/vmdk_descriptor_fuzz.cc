// A VMDK descriptor of any bytes: refused, or its extents are plain names and whole numbers.
#include "../src/core/copy_error.h"
#include "../src/core/file_io.h"
#include "../src/core/vmdk_descriptor.h"
#include "fuzz_input.h"

using namespace reinstate;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t length) {
  try {
    const std::string text(reinterpret_cast<const char *>(data), length);
    vmdk_descriptor found = parse_vmdk_descriptor(text, "disk.vmdk");
    fuzz::demand(!found.extents.empty(), "an extent");
    for (const vmdk_extent &extent : found.extents) {
      bool zero = extent.kind == vmdk_extent_kind::zero;
      fuzz::demand(zero || is_plain_relative(extent.file_name), "a plain name");
      fuzz::demand(extent.sectors > 0 && extent.sectors < (uint64_t{1} << 50), "whole numbers");
      fuzz::demand(extent.file_offset_sectors < (uint64_t{1} << 50), "an offset that does not wrap");
    }
  } catch (const copy_error &error) {
    bool known = error.code == "VMDK_DESCRIPTOR_INVALID" || error.code == "UNSUPPORTED_SOURCE_FORMAT";
    fuzz::demand(known, "a known refusal");
  }
  return 0;
}
