#include "vmdk_layout.h"

#include <algorithm>
#include <cstring>

namespace reinstate {

// vSphere's largest disk has 62 TiB; beyond 64 TiB the directories alone would take more memory than a copy may.
static constexpr uint64_t vmdk_capacity_max = 64ull << 40;

void check_vmdk(const layout_setting &setting) {
  const std::string &name = setting.file_name;
  bool plain = name.size() <= 240;
  for (char letter : name) plain = plain && letter != '"' && static_cast<unsigned char>(letter) >= 32;
  if (!plain) {
    throw format_unsuitable(setting.format, "a descriptor cannot hold the name " + name +
                                                ", for it has a quote or a control character, or over 240 bytes");
  }
  if (setting.capacity_bytes > vmdk_capacity_max) {
    throw format_unsuitable(setting.format, "the disk is larger than 64 TiB");
  }
  bool sparse = setting.format == target_format::vmdk_sparse;
  if (sparse && setting.block_count * uint64_t{block_size} > extent_sectors_max * sector_size) {
    throw format_unsuitable(setting.format, "the disk holds more than 2 TiB of data, which one sparse extent cannot");
  }
}

std::string flat_extent_name(const std::string &file_name) {
  bool suffix = file_name.size() > 5 && file_name.compare(file_name.size() - 5, 5, ".vmdk") == 0;
  return (suffix ? file_name.substr(0, file_name.size() - 5) : file_name) + "-flat.vmdk";
}

uint64_t vmdk_table_count(uint64_t capacity_bytes) {
  uint64_t covered = uint64_t{grain_size} * table_entries;
  return (capacity_bytes + covered - 1) / covered;
}

/** Heads and sectors as VMware chooses them for a SCSI disk of this size. */
static std::string geometry_text(uint64_t sectors) {
  uint64_t mebibytes = sectors / 2048;
  uint64_t heads = mebibytes < 1024 ? 64 : mebibytes < 2048 ? 128 : 255;
  uint64_t per_track = mebibytes < 2048 ? 32 : 63;
  uint64_t cylinders = std::max<uint64_t>(1, sectors / (heads * per_track));
  return "ddb.geometry.cylinders = \"" + std::to_string(cylinders) + "\"\nddb.geometry.heads = \"" +
         std::to_string(heads) + "\"\nddb.geometry.sectors = \"" + std::to_string(per_track) + "\"\n";
}

std::string vmdk_descriptor_text(const layout_setting &setting) {
  uint64_t sectors = setting.capacity_bytes / sector_size;
  bool flat = setting.format == target_format::vmdk_flat;
  bool stream = setting.format == target_format::vmdk_stream;
  // ffffffff means "no content id" and fffffffe is what many tools write for every disk.
  uint32_t content_id = load_u32(setting.index_hash.data()) & 0x7fffffff;
  uint8_t bytes[4];
  for (int at = 0; at < 4; at++) bytes[at] = static_cast<uint8_t>(content_id >> (8 * (3 - at)));
  std::string extent = flat ? "FLAT \"" + flat_extent_name(setting.file_name) + "\" 0"
                            : "SPARSE \"" + setting.file_name + "\"";
  return "# Disk DescriptorFile\nversion=1\nCID=" + to_hex(bytes, 4) + "\nparentCID=ffffffff\ncreateType=\"" +
         (flat ? "monolithicFlat" : stream ? "streamOptimized" : "monolithicSparse") +
         "\"\n\n# Extent description\nRW " + std::to_string(sectors) + " " + extent +
         "\n\n# The Disk Data Base\n#DDB\n\nddb.virtualHWVersion = \"4\"\n" + geometry_text(sectors) +
         "ddb.adapterType = \"lsilogic\"\n";
}

sector encode_sparse_header(const sparse_header &header, uint64_t capacity_bytes) {
  sector out{};
  std::memcpy(out.data(), "KDMV", 4);
  store_u32(&out[4], header.version);
  store_u32(&out[8], header.flags);
  store_u64(&out[12], capacity_bytes / sector_size);
  store_u64(&out[20], grain_sectors);
  store_u64(&out[28], 1);
  store_u64(&out[36], descriptor_sectors);
  store_u32(&out[44], table_entries);
  store_u64(&out[48], header.redundant_directory);
  store_u64(&out[56], header.directory);
  store_u64(&out[64], header.overhead_sectors);
  // Bytes that a transfer in text mode would change.
  std::memcpy(&out[73], "\n \r\n", 4);
  store_u16(&out[77], header.compression);
  return out;
}

bool grain_present(const chunk_view &view, uint32_t grain) {
  static_assert(blocks_per_grain == 16, "two bytes of the zero map stand for one grain");
  return (view.map[grain * 2] | view.map[grain * 2 + 1]) != 0;
}

}  // namespace reinstate
