// A VMDK as extents of a disk: a text descriptor with its extents, or one file with descriptor and tables of its own.
#include <algorithm>
#include <cerrno>
#include <cstring>

#include "copy_error.h"
#include "disk_source.h"
#include "index_page.h"
#include "vmdk_descriptor.h"
#include "vmdk_sparse_reader.h"

namespace reinstate {

static constexpr uint64_t sector = 512;
static constexpr uint64_t descriptor_length_max = 64 * 1024;

class sparse_part : public source_part {
 public:
  explicit sparse_part(std::unique_ptr<vmdk_sparse_reader> reader) : reader_(std::move(reader)) {}
  uint64_t next_data(uint64_t offset) const override { return reader_->next_data(offset); }
  void read(uint8_t *to, uint64_t offset, size_t length) const override { reader_->read(to, offset, length); }

 private:
  std::unique_ptr<vmdk_sparse_reader> reader_;
};

static copy_error flat_wanted(const std::string &path) {
  return copy_error("permanent", "UNSUPPORTED_SOURCE_FORMAT",
                    path + " is a sparse VMDK, and the format VMDK_FLAT was stated. Choose the format VMDK.", path);
}

static std::unique_ptr<vmdk_sparse_reader> read_sparse(unique_fd file, uint64_t size, const std::string &path) {
  return std::make_unique<vmdk_sparse_reader>(std::make_unique<file_bytes>(std::move(file), size, path), path);
}

static source_extent sparse_extent_of(std::unique_ptr<vmdk_sparse_reader> reader) {
  source_extent extent;
  extent.length = reader->capacity_bytes();
  extent.part = std::make_unique<sparse_part>(std::move(reader));
  return extent;
}

/** monolithicSparse or streamOptimized: the embedded descriptor must tell of this one extent. */
static source_extent open_whole(unique_fd file, uint64_t size, const std::string &path) {
  std::unique_ptr<vmdk_sparse_reader> reader = read_sparse(std::move(file), size, path);
  // Some writers leave room for a descriptor in each extent of a split disk, and fill it with zeros.
  std::string text = reader->descriptor();
  text.resize(std::min(text.size(), text.find('\0')));
  if (text.empty()) {
    throw copy_error("permanent", "VMDK_DESCRIPTOR_INVALID",
                     path + " is one extent of a VMDK and holds no descriptor. Name the descriptor that belongs to it.",
                     path);
  }
  vmdk_descriptor descriptor = parse_vmdk_descriptor(text, path);
  if (descriptor.extents.size() != 1 || descriptor.extents[0].kind != vmdk_extent_kind::sparse) {
    throw vmdk_damaged(path, "its descriptor does not tell of one sparse extent");
  }
  if (descriptor.extents[0].sectors * sector != reader->capacity_bytes()) {
    throw vmdk_damaged(path, "its descriptor states " + std::to_string(descriptor.extents[0].sectors) +
                                 " sectors, its header " + std::to_string(reader->capacity_bytes() / sector));
  }
  if (reader->compressed() != (descriptor.create_type == "streamoptimized")) {
    throw vmdk_damaged(path, "its descriptor and its header contradict each other on compression");
  }
  return sparse_extent_of(std::move(reader));
}

static std::unique_ptr<source_part> open_extent(const vmdk_extent &stated, int folder, const std::string &path) {
  uint64_t size = 0;
  unique_fd file = open_source_file(folder, stated.file_name, path, size);
  uint64_t length = stated.sectors * sector;
  if (stated.kind == vmdk_extent_kind::flat) {
    return make_file_part(std::move(file), size, path, stated.file_offset_sectors * sector, length);
  }
  std::unique_ptr<vmdk_sparse_reader> reader = read_sparse(std::move(file), size, path);
  if (reader->capacity_bytes() != length) {
    throw vmdk_damaged(path, "its header states " + std::to_string(reader->capacity_bytes() / sector) +
                                 " sectors, the descriptor " + std::to_string(stated.sectors));
  }
  return std::make_unique<sparse_part>(std::move(reader));
}

static std::string read_descriptor(const file_bytes &file, const std::string &path) {
  if (file.size() > descriptor_length_max) {
    throw copy_error("permanent", "VMDK_DESCRIPTOR_INVALID",
                     path + " is too large for a VMDK descriptor. Name the descriptor, not its extent, or capture it "
                            "as a raw image.",
                     path);
  }
  std::string text(file.size(), '\0');
  file.read(reinterpret_cast<uint8_t *>(&text[0]), text.size(), 0);
  return text;
}

static std::vector<source_extent> open_described(const std::string &text, const source_request &request, int folder) {
  std::string path = request.file.full_path();
  std::string folder_path = path.substr(0, path.rfind('/'));
  std::vector<source_extent> extents;
  uint64_t total = 0;
  for (const vmdk_extent &stated : parse_vmdk_descriptor(text, path).extents) {
    if (stated.kind == vmdk_extent_kind::sparse && request.format == source_format::vmdk_flat) throw flat_wanted(path);
    source_extent extent;
    extent.disk_offset = total;
    extent.length = stated.sectors * sector;
    total += extent.length;
    // Refused before the next one: the sum of all extents that a descriptor can name would pass 2^64.
    if (total > capacity_max) check_source_size(total, path, request.capacity_bytes);
    if (stated.kind != vmdk_extent_kind::zero) {
      extent.part = open_extent(stated, folder, folder_path + "/" + stated.file_name);
    }
    extents.push_back(std::move(extent));
  }
  check_source_size(total, path, request.capacity_bytes);
  return extents;
}

std::vector<source_extent> open_vmdk(const source_request &request) {
  placed_parent parent = open_parent(request.file, false);
  std::string path = request.file.full_path();
  if (!parent.folder) throw source_error(parent.error, "Cannot open", path);
  uint64_t size = 0;
  unique_fd opened = open_source_file(parent.folder.get(), parent.name, path, size);
  uint8_t magic[4] = {};
  if (read_whole(opened.get(), magic, sizeof magic, 0) < 0) throw source_error(errno, "Cannot read", path);
  if (!is_sparse_vmdk(magic, sizeof magic)) {
    return open_described(read_descriptor(file_bytes(std::move(opened), size, path), path), request,
                          parent.folder.get());
  }
  if (request.format == source_format::vmdk_flat) throw flat_wanted(path);
  std::vector<source_extent> extents;
  extents.push_back(open_whole(std::move(opened), size, path));
  check_source_size(extents[0].length, path, request.capacity_bytes);
  return extents;
}

}  // namespace reinstate
