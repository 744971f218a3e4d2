#include "image_header.h"

#include <cstring>

#include "bytes.h"
#include "copy_error.h"

namespace reinstate {

static constexpr size_t head_length = 512;
static constexpr uint64_t qcow2_dirty = 1;
static constexpr uint64_t qcow2_corrupt = 2;
static constexpr uint64_t qcow2_external_data = 4;
static constexpr uint64_t qcow2_compression_type = 8;
static constexpr uint64_t qcow2_extended_entries = 16;
static constexpr uint32_t vdi_signature = 0xbeda107f;

static copy_error unsupported(const std::string &path, const std::string &what, const std::string &remedy) {
  return copy_error("permanent", "UNSUPPORTED_SOURCE_FORMAT", path + " " + what + ". " + remedy, path);
}

static copy_error damaged(const std::string &path, const std::string &why) {
  return copy_error("permanent", "SOURCE_DAMAGED", path + " is damaged: " + why + ". Copy it again from where it was.",
                    path);
}

static const char convert[] = "Make one whole image of it with qemu-img convert and capture that.";

static copy_error not_of_format(const std::string &path, const char *format) {
  return unsupported(path, std::string("is no ") + format + " image", "State the format that it has.");
}

static uint32_t big_u32(const uint8_t *from) {
  return static_cast<uint32_t>(from[0]) << 24 | static_cast<uint32_t>(from[1]) << 16 |
         static_cast<uint32_t>(from[2]) << 8 | from[3];
}

static uint64_t big_u64(const uint8_t *from) { return uint64_t{big_u32(from)} << 32 | big_u32(from + 4); }

/** Source: qemu, docs/interop/qcow2.txt. */
static void check_qcow2(const uint8_t *head, const std::string &path) {
  if (std::memcmp(head, "QFI\xfb", 4) != 0) throw not_of_format(path, "qcow2");
  uint32_t version = big_u32(head + 4);
  if (version != 2 && version != 3) throw unsupported(path, "is of qcow version " + std::to_string(version), convert);
  if (big_u64(head + 8) != 0 || big_u32(head + 16) != 0) {
    throw unsupported(path, "has a backing file, so it does not hold the whole disk", convert);
  }
  if (big_u32(head + 32) != 0) throw unsupported(path, "is encrypted by qemu", convert);
  if (version == 2) return;
  uint64_t features = big_u64(head + 72);
  if ((features & qcow2_external_data) != 0) {
    throw unsupported(path, "keeps its data in another file, so it does not hold the disk", convert);
  }
  if ((features & qcow2_corrupt) != 0) throw damaged(path, "it is marked as corrupt");
  uint64_t known = qcow2_dirty | qcow2_corrupt | qcow2_compression_type | qcow2_extended_entries;
  if ((features & ~known) != 0) throw unsupported(path, "uses features of qcow2 that are not known", convert);
}

/** Source: VirtualBox's VDI 1.1 header, by qemu's block/vdi.c. A VDI cut short reads as zeros in qemu. */
static void check_vdi(const uint8_t *head, uint64_t size, const std::string &path) {
  if (load_u32(head + 64) != vdi_signature) throw not_of_format(path, "VDI");
  if (load_u32(head + 68) != 0x00010001) throw unsupported(path, "is of an unknown VDI version", convert);
  uint32_t type = load_u32(head + 76);
  if (type != 1 && type != 2) {
    throw unsupported(path, "is a VDI of type " + std::to_string(type) + ", so it does not hold the disk", convert);
  }
  uint64_t data_at = load_u32(head + 344);
  uint64_t block = load_u32(head + 376);
  uint64_t allocated = load_u32(head + 388);
  if (block != 1u << 20) throw unsupported(path, "has blocks that are not 1 MiB", convert);
  if (data_at > size || allocated > (size - data_at) / block) {
    throw damaged(path, "its header tells of " + std::to_string(allocated) + " blocks, the file ends before the last");
  }
}

void check_image_header(const byte_reader &file, source_format format, const std::string &path) {
  uint8_t head[head_length] = {};
  file.read(head, static_cast<size_t>(std::min<uint64_t>(sizeof head, file.size())), 0);
  if (format == source_format::qcow2) check_qcow2(head, path);
  if (format == source_format::vdi) check_vdi(head, file.size(), path);
  // Its regions and its log are judged by qemu, which refuses parents and logs that were not replayed.
  if (format == source_format::vhdx && std::memcmp(head, "vhdxfile", 8) != 0) throw not_of_format(path, "VHDX");
}

}  // namespace reinstate
