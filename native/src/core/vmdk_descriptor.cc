#include "vmdk_descriptor.h"

#include <cctype>
#include <sstream>

#include "copy_error.h"
#include "file_io.h"

namespace reinstate {

/** Text of the file as an error may show it: short, and nothing that a terminal or a log would obey. */
static std::string shown(const std::string &text) {
  std::string out = text.substr(0, 80);
  for (char &letter : out) {
    if (letter < ' ' || letter > '~') letter = '?';
  }
  return out;
}

static copy_error invalid(const std::string &path, const std::string &why) {
  return copy_error("permanent", "VMDK_DESCRIPTOR_INVALID",
                    "The VMDK descriptor " + path + " is not valid: " + why + ". Give the small text file that names "
                    "the extents, as the host wrote it.",
                    path);
}

static copy_error unsupported(const std::string &path, const std::string &what) {
  return copy_error("permanent", "UNSUPPORTED_SOURCE_FORMAT",
                    path + " " + what + ". A VMDK with flat, sparse or stream-optimised extents and no parent can be "
                           "captured; convert or consolidate it first.",
                    path);
}

static std::string trimmed(const std::string &text) {
  size_t begin = text.find_first_not_of(" \t\r");
  if (begin == std::string::npos) return "";
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

static std::string lower(std::string text) {
  for (char &letter : text) letter = static_cast<char>(tolower(static_cast<unsigned char>(letter)));
  return text;
}

/** True for decimal digits only, below 2^44 (sectors of a disk of 2^53 bytes). */
static bool read_number(const std::string &text, uint64_t &out) {
  if (text.empty() || text.size() > 15) return false;
  out = 0;
  for (char digit : text) {
    if (digit < '0' || digit > '9') return false;
    out = out * 10 + static_cast<uint64_t>(digit - '0');
  }
  return out <= (1ull << 44);
}

static bool is_extent_line(const std::string &line) {
  std::string word = line.substr(0, line.find_first_of(" \t"));
  return word == "RW" || word == "RDONLY" || word == "NOACCESS";
}

static vmdk_extent parse_extent(const std::string &line, const std::string &path) {
  std::istringstream words(line);
  std::string access, count, kind;
  words >> access >> count >> kind;
  vmdk_extent extent;
  if (access == "NOACCESS") throw unsupported(path, "has an extent that may not be read (NOACCESS)");
  if (!read_number(count, extent.sectors) || extent.sectors == 0) throw invalid(path, "extent size in: " + shown(line));
  if (kind == "ZERO") {
    extent.kind = vmdk_extent_kind::zero;
    return extent;
  }
  if (kind == "SPARSE") {
    extent.kind = vmdk_extent_kind::sparse;
  } else if (kind != "FLAT" && kind != "VMFS") {
    if (kind.empty()) throw invalid(path, "extent without a kind: " + shown(line));
    throw unsupported(path, "has an extent of kind " + shown(kind));
  }
  size_t open = line.find('"');
  size_t close = open == std::string::npos ? open : line.find('"', open + 1);
  if (close == std::string::npos) throw invalid(path, "extent without a quoted file name: " + shown(line));
  extent.file_name = line.substr(open + 1, close - open - 1);
  if (!is_plain_relative(extent.file_name)) throw invalid(path, "extent outside its folder: " + shown(line));
  std::string offset = trimmed(line.substr(close + 1));
  if (!offset.empty() && !read_number(offset, extent.file_offset_sectors)) {
    throw invalid(path, "extent offset in: " + shown(line));
  }
  if (extent.kind == vmdk_extent_kind::sparse && extent.file_offset_sectors != 0) {
    throw invalid(path, "a sparse extent with an offset: " + shown(line));
  }
  return extent;
}

static bool is_one_of(const std::string &word, const std::vector<const char *> &known) {
  for (const char *each : known) {
    if (word == each) return true;
  }
  return false;
}

static bool is_flat_type(const std::string &type) {
  return is_one_of(type, {"monolithicflat", "twogbmaxextentflat", "vmfs", "vmfsthin", "vmfspreallocated",
                          "vmfseagerzeroedthick"});
}

static bool is_sparse_type(const std::string &type) {
  return is_one_of(type, {"monolithicsparse", "streamoptimized", "twogbmaxextentsparse"});
}

struct parent_settings {
  std::string content_id;
  std::string file_name;
};

static void read_setting(const std::string &line, const std::string &path, vmdk_descriptor &out,
                         parent_settings &parent) {
  size_t equals = line.find('=');
  std::string name = lower(trimmed(line.substr(0, equals)));
  std::string value = trimmed(line.substr(equals + 1));
  if (value.size() >= 2 && value.front() == '"' && value.back() == '"') value = value.substr(1, value.size() - 2);
  if (name == "createtype") {
    out.create_type = lower(value);
    if (!is_flat_type(out.create_type) && !is_sparse_type(out.create_type)) {
      throw unsupported(path, "is of type " + shown(value));
    }
  }
  if (name == "parentcid" && lower(value) != "ffffffff") parent.content_id = value;
  if (name == "parentfilenamehint") parent.file_name = value;
}

static void check_parent(const parent_settings &parent, const std::string &path) {
  if (parent.content_id.empty() && parent.file_name.empty()) return;
  std::string name = parent.file_name.empty() ? "parentCID " + parent.content_id : parent.file_name;
  throw unsupported(path, "is a delta disk: it holds only what changed since its parent (" + shown(name) + ")");
}

static void check_extents(const vmdk_descriptor &found, const std::string &path) {
  if (found.create_type.empty()) throw invalid(path, "createType is missing");
  if (found.extents.empty()) throw invalid(path, "it names no extent");
  vmdk_extent_kind other = is_flat_type(found.create_type) ? vmdk_extent_kind::sparse : vmdk_extent_kind::flat;
  for (const vmdk_extent &extent : found.extents) {
    if (extent.kind == other) throw unsupported(path, "mixes extents that do not belong to " + found.create_type);
  }
}

vmdk_descriptor parse_vmdk_descriptor(const std::string &file_text, const std::string &path) {
  // qemu-img fills the last sector of a descriptor with zeros.
  const std::string text = file_text.substr(0, file_text.find_last_not_of('\0') + 1);
  if (text.find('\0') != std::string::npos) throw invalid(path, "it is not text");
  if (lower(text.substr(0, 21)).compare(0, 21, "# disk descriptorfile") != 0) {
    throw invalid(path, "it does not begin with \"# Disk DescriptorFile\"");
  }
  vmdk_descriptor found;
  parent_settings parent;
  std::istringstream lines(text);
  std::string raw_line;
  while (std::getline(lines, raw_line)) {
    std::string line = trimmed(raw_line);
    if (line.empty() || line[0] == '#') continue;
    if (is_extent_line(line)) found.extents.push_back(parse_extent(line, path));
    else if (line.find('=') != std::string::npos) read_setting(line, path, found, parent);
    else throw invalid(path, "line not understood: " + shown(line));
  }
  check_parent(parent, path);
  check_extents(found, path);
  return found;
}

}  // namespace reinstate
