#include "target_layout.h"

#include <algorithm>
#include <cerrno>

#include "vmdk_layout.h"

namespace reinstate {

static const char *const format_names[] = {"RAW_SPARSE", "RAW_THICK", "VMDK_FLAT", "VMDK_SPARSE",
                                           "VMDK_STREAM_OPTIMIZED", "QCOW2"};

bool target_format_from(const std::string &name, target_format &out) {
  for (uint32_t at = 0; at < sizeof format_names / sizeof *format_names; at++) {
    if (name != format_names[at]) continue;
    out = static_cast<target_format>(at);
    return true;
  }
  return false;
}

const char *target_format_name(target_format format) { return format_names[static_cast<uint32_t>(format)]; }

copy_error format_unsuitable(target_format format, const std::string &why) {
  return copy_error("permanent", "TARGET_FORMAT_UNSUITABLE",
                    std::string("The format ") + target_format_name(format) + " cannot be used: " + why +
                        ". Choose RAW_SPARSE, or another name.");
}

uint64_t write_runs(int fd, const chunk_view &view, const std::string &path, uint64_t disk_offset,
                    const std::function<uint64_t(uint32_t)> &position) {
  uint64_t written = 0;
  uint32_t stored = 0;
  uint32_t blocks = (view.plain_length + block_size - 1) / block_size;
  for (uint32_t block = 0; block < blocks;) {
    if (!view.present(block)) {
      block++;
      continue;
    }
    uint32_t end = block;
    while (end < blocks && view.present(end)) end++;
    uint32_t length = std::min((end - block) * block_size, view.plain_length - block * block_size);
    if (!write_whole(fd, view.blocks + stored * block_size, length, position(block))) {
      throw target_error(errno, "Cannot write", path).at(disk_offset + block * block_size);
    }
    written += length;
    stored += end - block;
    block = end;
  }
  return written;
}

std::unique_ptr<target_layout> make_layout(layout_setting setting) {
  if (setting.format == target_format::raw_sparse || setting.format == target_format::raw_thick) {
    return make_raw_layout(std::move(setting));
  }
  if (setting.format == target_format::qcow2) return make_qcow2_layout(std::move(setting));
  check_vmdk(setting);
  if (setting.format == target_format::vmdk_flat) return make_raw_layout(std::move(setting));
  if (setting.format == target_format::vmdk_sparse) return make_vmdk_sparse_layout(std::move(setting));
  return make_vmdk_stream_layout(std::move(setting));
}

}  // namespace reinstate
