#include "disk_source.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "byte_reader.h"
#include "copy_error.h"
#include "image_server.h"
#include "index_page.h"
#include "nbd_source.h"

namespace reinstate {

static constexpr uint64_t sector = 512;
static const char *const format_names[] = {"RAW", "VMDK_FLAT", "VMDK", "QCOW2", "VDI", "VHDX", "NBD"};

bool source_format_from(const std::string &name, source_format &out) {
  for (size_t at = 0; at < sizeof format_names / sizeof *format_names; at++) {
    if (name != format_names[at]) continue;
    out = static_cast<source_format>(at);
    return true;
  }
  return false;
}

static copy_error not_aligned(const std::string &path, uint64_t size) {
  return copy_error("permanent", "SOURCE_NOT_SECTOR_ALIGNED",
                    path + " has " + std::to_string(size) + " bytes, which is not a multiple of 512. It is no whole "
                           "disk image: copy it again.",
                    path);
}

static copy_error too_short(const std::string &path, uint64_t size, uint64_t wanted) {
  copy_error error("permanent", "SOURCE_TOO_SHORT",
                   path + " holds " + std::to_string(size) + " bytes, " + std::to_string(wanted) +
                       " are needed. The image is cut off or belongs to another disk.",
                   path);
  return error.at(size);
}

unique_fd open_source_file(int folder, const std::string &name, const std::string &full_path, uint64_t &size) {
  // O_NONBLOCK: a named pipe must not hold the call up before its kind is known.
  unique_fd file = open_beneath(folder, name, O_RDONLY | O_NONBLOCK | O_NOCTTY);
  if (!file) throw source_error(errno, "Cannot open", full_path);
  struct stat status;
  if (fstat(file.get(), &status) != 0) throw source_error(errno, "Cannot inspect", full_path);
  if (!S_ISREG(status.st_mode)) {
    throw copy_error("permanent", "UNSUPPORTED_SOURCE_FORMAT", full_path + " is not a regular file. Give a disk image.",
                     full_path);
  }
  size = static_cast<uint64_t>(status.st_size);
  return file;
}

void check_source_size(uint64_t size, const std::string &path, uint64_t capacity_bytes) {
  if (size % sector != 0) throw not_aligned(path, size);
  if (size < capacity_bytes) throw too_short(path, size, capacity_bytes);
  if (size > capacity_bytes) {
    throw copy_error("permanent", "SOURCE_TOO_LONG",
                     path + " holds " + std::to_string(size) + " bytes, the disk has " +
                         std::to_string(capacity_bytes) +
                         ". The image belongs to another disk, or the disk was grown since.",
                     path);
  }
}

class file_part : public source_part {
 public:
  file_part(unique_fd file, uint64_t size, const std::string &path, uint64_t file_offset, uint64_t length)
      : bytes_(std::move(file), size, path), file_offset_(file_offset), length_(length) {}

  uint64_t next_data(uint64_t offset) const override {
    return std::min(bytes_.next_data(file_offset_ + offset) - file_offset_, length_);
  }

  void read(uint8_t *to, uint64_t offset, size_t length) const override {
    bytes_.read(to, length, file_offset_ + offset);
  }

 private:
  file_bytes bytes_;
  uint64_t file_offset_;
  uint64_t length_;
};

std::unique_ptr<source_part> make_file_part(unique_fd file, uint64_t size, const std::string &path,
                                            uint64_t file_offset, uint64_t length) {
  if (size % sector != 0) throw not_aligned(path, size);
  if (size < file_offset + length) throw too_short(path, size, file_offset + length);
  return std::make_unique<file_part>(std::move(file), size, path, file_offset, length);
}

static std::unique_ptr<source_part> open_raw(const source_request &request) {
  placed_parent parent = open_parent(request.file, false);
  std::string path = request.file.full_path();
  if (!parent.folder) throw source_error(parent.error, "Cannot open", path);
  uint64_t size = 0;
  unique_fd file = open_source_file(parent.folder.get(), parent.name, path, size);
  check_source_size(size, path, request.capacity_bytes);
  return make_file_part(std::move(file), size, path, 0, size);
}

disk_source disk_source::open(const source_request &request) {
  uint64_t capacity = request.capacity_bytes;
  if (capacity == 0 || capacity % sector != 0 || capacity > capacity_max) {
    throw not_aligned("The stated capacity of " + request.file.full_path(), capacity);
  }
  disk_source source;
  source.capacity_bytes_ = capacity;
  if (request.format == source_format::vmdk || request.format == source_format::vmdk_flat) {
    source.extents_ = open_vmdk(request);
    return source;
  }
  source_extent whole;
  whole.length = capacity;
  if (request.format == source_format::raw) whole.part = open_raw(request);
  else if (request.format == source_format::nbd) whole.part = open_nbd_socket(request);
  else whole.part = open_image(request);
  source.extents_.push_back(std::move(whole));
  return source;
}

const source_extent &disk_source::extent_at(uint64_t offset) const {
  auto behind = std::upper_bound(extents_.begin(), extents_.end(), offset,
                                 [](uint64_t at, const source_extent &extent) { return at < extent.disk_offset; });
  return *std::prev(behind);
}

uint64_t disk_source::next_data(uint64_t offset) const {
  while (offset < capacity_bytes_) {
    const source_extent &extent = extent_at(offset);
    if (extent.part != nullptr) {
      uint64_t found = extent.part->next_data(offset - extent.disk_offset);
      if (found < extent.length) return extent.disk_offset + found;
    }
    offset = extent.disk_offset + extent.length;
  }
  return capacity_bytes_;
}

void disk_source::read(uint8_t *to, uint64_t offset, size_t length) const {
  while (length > 0) {
    const source_extent &extent = extent_at(offset);
    size_t part = static_cast<size_t>(std::min<uint64_t>(length, extent.disk_offset + extent.length - offset));
    if (extent.part == nullptr) {
      std::memset(to, 0, part);
    } else {
      try {
        extent.part->read(to, offset - extent.disk_offset, part);
      } catch (copy_error &error) {
        if (error.offset_bytes < 0) error.at(offset);
        throw;
      }
    }
    to += part;
    offset += part;
    length -= part;
  }
}

}  // namespace reinstate
