#include "vmdk_sparse_header.h"

#include <cstring>

#include "bytes.h"

namespace reinstate {

static constexpr uint64_t sector = 512;
static constexpr uint64_t directory_at_end = ~uint64_t{0};
static constexpr uint64_t table_entry_count = 512;
// A directory of 64 TiB in grains of 64 KiB: 8 MiB of memory. Larger disks are not known to exist.
static constexpr uint64_t table_count_max = 1ull << 21;
static constexpr uint64_t descriptor_sectors_max = 128;
static constexpr uint32_t flag_newline = 1;
static constexpr uint32_t flag_redundant = 2;
static constexpr uint32_t flag_zero_grains = 4;
static constexpr uint32_t flag_compressed = 1u << 16;
static constexpr uint32_t flag_markers = 1u << 17;
static constexpr uint32_t marker_end_of_stream = 0;
static constexpr uint32_t marker_footer = 3;

copy_error vmdk_damaged(const std::string &path, const std::string &why) {
  return copy_error("permanent", "SOURCE_DAMAGED",
                    "The VMDK " + path + " is damaged: " + why +
                        ". Copy it again from its host, or repair it there, and capture that.",
                    path);
}

static copy_error unsupported(const std::string &path, const std::string &what) {
  return copy_error("permanent", "UNSUPPORTED_SOURCE_FORMAT",
                    "The VMDK " + path + " " + what + ". Convert it with qemu-img convert -O raw and capture that.",
                    path);
}

bool is_sparse_vmdk(const uint8_t *bytes, size_t length) {
  return length >= 4 && (std::memcmp(bytes, "KDMV", 4) == 0 || std::memcmp(bytes, "COWD", 4) == 0);
}

struct raw_header {
  uint32_t version;
  uint32_t flags;
  uint64_t capacity_sectors;
  uint64_t grain_sectors;
  uint64_t descriptor_at;
  uint64_t descriptor_sectors;
  uint32_t table_entries;
  uint64_t redundant_at;
  uint64_t directory_at;
  bool unclean;
  bool newlines_kept;
  uint16_t compression;
};

static raw_header decode(const uint8_t *bytes) {
  raw_header header;
  header.version = load_u32(bytes + 4);
  header.flags = load_u32(bytes + 8);
  header.capacity_sectors = load_u64(bytes + 12);
  header.grain_sectors = load_u64(bytes + 20);
  header.descriptor_at = load_u64(bytes + 28);
  header.descriptor_sectors = load_u64(bytes + 36);
  header.table_entries = load_u32(bytes + 44);
  header.redundant_at = load_u64(bytes + 48);
  header.directory_at = load_u64(bytes + 56);
  header.unclean = bytes[72] != 0;
  header.newlines_kept = std::memcmp(bytes + 73, "\n \r\n", 4) == 0;
  header.compression = load_u16(bytes + 77);
  return header;
}

static void check_kind(const raw_header &header, const std::string &path) {
  if (header.version < 1 || header.version > 3) {
    throw unsupported(path, "has version " + std::to_string(header.version) + ", known are 1 to 3");
  }
  uint32_t known = flag_newline | flag_redundant | flag_zero_grains | flag_compressed | flag_markers;
  if ((header.flags & ~known) != 0) throw unsupported(path, "uses features that are not known");
  bool compressed = (header.flags & flag_compressed) != 0;
  if (compressed != ((header.flags & flag_markers) != 0)) throw unsupported(path, "is compressed without markers");
  if (header.compression > 1 || compressed != (header.compression == 1)) {
    throw unsupported(path, "is compressed by method " + std::to_string(header.compression));
  }
  if ((header.flags & flag_newline) != 0 && !header.newlines_kept) {
    throw vmdk_damaged(path, "its line ends were changed by a transfer in text mode");
  }
  if (header.unclean) {
    throw vmdk_damaged(path, "it is in use, or the program that wrote it last did not close it");
  }
}

static void check_sizes(const raw_header &header, const std::string &path) {
  uint64_t grain = header.grain_sectors;
  if (grain < 8 || grain > 2048 || (grain & (grain - 1)) != 0) {
    throw unsupported(path, "has grains of " + std::to_string(grain) + " sectors, known are 8 to 2048");
  }
  if (header.table_entries != table_entry_count) {
    throw unsupported(path, "has tables of " + std::to_string(header.table_entries) + " entries, known are 512");
  }
  if (header.capacity_sectors == 0) throw vmdk_damaged(path, "its header states no capacity");
  if (header.capacity_sectors > table_count_max * table_entry_count * grain) {
    throw unsupported(path, "has a capacity of " + std::to_string(header.capacity_sectors) +
                                " sectors, too many for grains of its size");
  }
}

/** The part of a file, in sectors, must lie behind the header and in the file. */
static void check_part(uint64_t at, uint64_t sectors, const byte_reader &file, const std::string &path,
                       const std::string &what) {
  uint64_t file_sectors = file.size() / sector;
  if (at >= 1 && at <= file_sectors && sectors <= file_sectors - at) return;
  throw vmdk_damaged(path, "its header puts " + what + " at sector " + std::to_string(at) + " of a file of " +
                               std::to_string(file_sectors));
}

/** The footer: marker, copy of the header with the place of the directory, end-of-stream marker. */
static raw_header read_footer(const raw_header &header, const byte_reader &file, const std::string &path) {
  uint8_t tail[3 * sector];
  if (file.size() < sizeof tail + sector) throw vmdk_damaged(path, "it is too short for its footer");
  file.read(tail, sizeof tail, file.size() - sizeof tail);
  const uint8_t *end = tail + 2 * sector;
  bool marked = load_u32(tail + 8) == 0 && load_u32(tail + 12) == marker_footer && load_u64(end) == 0 &&
                load_u32(end + 8) == 0 && load_u32(end + 12) == marker_end_of_stream;
  if (!marked || std::memcmp(tail + sector, "KDMV", 4) != 0) {
    throw vmdk_damaged(path, "its footer is missing: the file is cut off, or its download did not end");
  }
  raw_header footer = decode(tail + sector);
  bool same = footer.version == header.version && footer.flags == header.flags &&
              footer.capacity_sectors == header.capacity_sectors && footer.grain_sectors == header.grain_sectors &&
              footer.table_entries == header.table_entries && footer.compression == header.compression;
  if (!same) throw vmdk_damaged(path, "its footer contradicts its header");
  if (footer.directory_at == directory_at_end) throw vmdk_damaged(path, "its footer names no directory");
  return footer;
}

vmdk_sparse_shape read_vmdk_sparse_shape(const byte_reader &file, const std::string &path) {
  uint8_t bytes[sector] = {};
  if (file.size() < sector) throw vmdk_damaged(path, "it is shorter than its header");
  file.read(bytes, sizeof bytes, 0);
  if (std::memcmp(bytes, "COWD", 4) == 0) throw unsupported(path, "is a sparse extent of ESX (vmfsSparse)");
  if (std::memcmp(bytes, "KDMV", 4) != 0) throw vmdk_damaged(path, "its header does not begin with KDMV");
  raw_header header = decode(bytes);
  check_kind(header, path);
  check_sizes(header, path);
  vmdk_sparse_shape shape;
  shape.compressed = (header.flags & flag_compressed) != 0;
  shape.has_zero_grains = (header.flags & flag_zero_grains) != 0;
  shape.capacity_bytes = header.capacity_sectors * sector;
  shape.grain_bytes = static_cast<uint32_t>(header.grain_sectors * sector);
  shape.grain_count = (header.capacity_sectors + header.grain_sectors - 1) / header.grain_sectors;
  shape.table_count = static_cast<uint32_t>((shape.grain_count + table_entry_count - 1) / table_entry_count);
  if (header.descriptor_at != 0) {
    if (header.descriptor_sectors > descriptor_sectors_max) throw vmdk_damaged(path, "its descriptor is over 64 KiB");
    check_part(header.descriptor_at, header.descriptor_sectors, file, path, "the descriptor");
    shape.descriptor_at = header.descriptor_at;
    shape.descriptor_sectors = header.descriptor_sectors;
  }
  raw_header last = header;
  if (header.directory_at == directory_at_end) {
    if (!shape.compressed) throw vmdk_damaged(path, "its header names no directory");
    last = read_footer(header, file, path);
  }
  uint64_t directory_sectors = (uint64_t{shape.table_count} * 4 + sector - 1) / sector;
  check_part(last.directory_at, directory_sectors, file, path, "the directory");
  shape.directory_at = last.directory_at;
  bool redundant = (last.flags & flag_redundant) != 0 && last.redundant_at != directory_at_end;
  if (redundant && last.redundant_at != 0) {
    check_part(last.redundant_at, directory_sectors, file, path, "the redundant directory");
    shape.redundant_at = last.redundant_at;
  }
  return shape;
}

}  // namespace reinstate
