// A tree of pages of any bytes. The input is cut into pages of equal share; digests in a page are replaced by those of
// pages behind it, so that hashes never end the walk early: what is judged is how the walk takes lies.
#include <fcntl.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "../src/core/copy_error.h"
#include "../src/core/disk_index.h"
#include "../src/core/sha256.h"
#include "fuzz_input.h"

namespace fs = std::filesystem;
using namespace reinstate;

static std::string put_page(const repository &to, const std::vector<uint8_t> &bytes) {
  digest id = sha256(bytes.data(), bytes.size());
  std::string path = to.object_path(object_kind::page, id);
  fs::create_directories(fs::path(path).parent_path());
  int fd = open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  fuzz::demand(fd >= 0 && write(fd, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()), "a page");
  close(fd);
  return path;
}

static void name_children(std::vector<uint8_t> &page, const std::vector<digest> &behind) {
  if (page.size() < page_header_length || behind.empty() || page[5] == 0) return;
  size_t number = 0;
  for (size_t at = page_header_length; at + inner_entry_length <= page.size(); at += inner_entry_length) {
    const digest &child = behind[number++ % behind.size()];
    std::copy(child.begin(), child.end(), page.begin() + static_cast<std::ptrdiff_t>(at));
  }
}

static void walk(const repository &from, const digest &root) {
  index_cursor cursor(from, root, 0);
  uint64_t end = 0;
  index_item item;
  index_damage damage;
  for (int steps = 0; steps < 20000; steps++) {
    index_cursor::step step = cursor.next(item, damage);
    if (step == index_cursor::step::end) return;
    bool damaged = step == index_cursor::step::damage;
    uint64_t offset = damaged ? damage.offset_bytes : item.offset_bytes;
    uint64_t length = damaged ? damage.length_bytes : item.length_bytes;
    fuzz::demand(offset >= end && length > 0, "ascending, without overlap");
    end = offset + length;
    fuzz::demand(end <= cursor.capacity_bytes(), "within the disk");
  }
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t length) {
  static const repository own = repository::open_or_create(fuzz::own_folder() + "/repository");
  if (length < 2) return 0;
  size_t pages = 1 + data[0] % 4;
  size_t share = (length - 1) / pages;
  std::vector<digest> behind;
  std::set<std::string> paths;
  for (size_t page = pages; page-- > 0;) {
    const uint8_t *from = data + 1 + page * share;
    std::vector<uint8_t> bytes(from, from + share);
    name_children(bytes, behind);
    paths.insert(put_page(own, bytes));
    behind.insert(behind.begin(), sha256(bytes.data(), bytes.size()));
  }
  try {
    walk(own, behind.front());
  } catch (const copy_error &) {
  }
  for (const std::string &path : paths) fs::remove(path);
  return 0;
}
