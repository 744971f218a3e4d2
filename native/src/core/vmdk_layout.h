// What the VMDK targets share: limits, the text descriptor, the header of a sparse extent (docs/formats.md §6.1).
#pragma once
#include <array>

#include "target_layout.h"

namespace reinstate {

constexpr uint64_t sector_size = 512;
constexpr uint64_t grain_sectors = 128;
constexpr uint32_t grain_size = static_cast<uint32_t>(grain_sectors * sector_size);
constexpr uint32_t grains_per_chunk = chunk_size / grain_size;
constexpr uint32_t blocks_per_grain = grain_size / block_size;
constexpr uint32_t table_entries = 512;
constexpr uint64_t table_sectors = table_entries * 4 / sector_size;
constexpr uint32_t chunks_per_table = table_entries / grains_per_chunk;
constexpr uint64_t descriptor_sectors = 20;
/** A directory or a table names sectors by 32 bits. */
constexpr uint64_t extent_sectors_max = 0xffffffffull;

using sector = std::array<uint8_t, sector_size>;

/** Throws TARGET_FORMAT_UNSUITABLE. */
void check_vmdk(const layout_setting &setting);

/** `disk.vmdk` -> `disk-flat.vmdk`. */
std::string flat_extent_name(const std::string &file_name);

/** The descriptor of the finished disk; the same for the same index hash, name and format. */
std::string vmdk_descriptor_text(const layout_setting &setting);

/** Tables that cover the disk. */
uint64_t vmdk_table_count(uint64_t capacity_bytes);

struct sparse_header {
  uint32_t version = 1;
  uint32_t flags = 0;
  uint64_t redundant_directory = 0;
  uint64_t directory = 0;
  uint64_t overhead_sectors = 0;
  uint16_t compression = 0;
};

sector encode_sparse_header(const sparse_header &header, uint64_t capacity_bytes);

/** True when a block of grain `grain` of this chunk is present. */
bool grain_present(const chunk_view &view, uint32_t grain);

}  // namespace reinstate
