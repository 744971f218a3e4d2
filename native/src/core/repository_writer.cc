#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <random>

#include "copy_error.h"
#include "repository.h"
#include "sha256.h"

namespace reinstate {

static constexpr size_t pages_per_flush = 512;

static void remove_run_folder(int tmp, const std::string &name, int folder) {
  std::vector<std::string> names;
  list_folder(folder, names);
  for (const std::string &file : names) unlinkat(folder, file.c_str(), 0);
  unlinkat(tmp, name.c_str(), AT_REMOVEDIR);
}

/** A run holds an flock on its folder; a folder whose lock is free belongs to a capture that died. */
static void remove_dead_runs(int tmp) {
  std::vector<std::string> names;
  list_folder(tmp, names);
  for (const std::string &name : names) {
    if (name.rfind("run-", 0) != 0) continue;
    unique_fd folder = open_at(tmp, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
    if (folder && lock_file(folder.get(), LOCK_EX | LOCK_NB)) remove_run_folder(tmp, name, folder.get());
  }
}

repository_writer::repository_writer(const repository &target) : repository_(target) {
  unique_fd tmp = open_at(target.fd(), "tmp", O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
  if (!tmp) throw repository_error(errno, "Cannot open", full("tmp"));
  remove_dead_runs(tmp.get());
  std::random_device random;
  for (int attempt = 0; attempt < 100; attempt++) {
    uint8_t name[8];
    store_u32(name, random());
    store_u32(name + 4, random());
    run_name_ = "run-" + to_hex(name, sizeof name);
    if (mkdirat(tmp.get(), run_name_.c_str(), 0700) != 0) {
      if (errno == EEXIST) continue;
      throw repository_error(errno, "Cannot make", full("tmp/" + run_name_));
    }
    run_folder_ = open_at(tmp.get(), run_name_.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
    struct stat status;
    // Another capture may have taken the new folder for a dead one before the lock was held: then try another name.
    if (run_folder_ && lock_file(run_folder_.get(), LOCK_EX | LOCK_NB) && fstat(run_folder_.get(), &status) == 0 &&
        status.st_nlink > 0 && faccessat(tmp.get(), run_name_.c_str(), F_OK, 0) == 0) {
      // Says since when this capture uses objects; a collection removes nothing younger.
      unique_fd started = open_at(run_folder_.get(), "started", O_WRONLY | O_CREAT | O_EXCL, 0600);
      if (!started) throw repository_error(errno, "Cannot write", full("tmp/" + run_name_ + "/started"));
      return;
    }
  }
  throw repository_error(EBUSY, "Cannot make a folder in", full("tmp"));
}

repository_writer::~repository_writer() {
  unique_fd tmp = open_at(repository_.fd(), "tmp", O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
  if (tmp && run_folder_) remove_run_folder(tmp.get(), run_name_, run_folder_.get());
}

std::string repository_writer::write_temporary(const uint8_t *bytes, size_t length) {
  std::string name = std::to_string(counter_++);
  unique_fd file = open_at(run_folder_.get(), name.c_str(), O_WRONLY | O_CREAT | O_EXCL, 0600);
  if (!file || !write_whole(file.get(), bytes, length, 0) || !close_whole(std::move(file))) {
    throw repository_error(errno, "Cannot write", full("tmp/" + run_name_ + "/" + name));
  }
  stored_bytes_ += length;
  return name;
}

static void make_object_folders(int repository_fd, object_kind kind, const digest &id) {
  std::string name = to_hex(id);
  std::string outer = std::string(kind == object_kind::chunk ? "chunks/" : "pages/") + name.substr(0, 2);
  mkdirat(repository_fd, outer.c_str(), 0700);
  mkdirat(repository_fd, (outer + "/" + name.substr(2, 2)).c_str(), 0700);
}

void repository_writer::place(const std::string &temporary, object_kind kind, const digest &id) {
  std::string final_path = repository_.object_path(kind, id);
  std::string relative = final_path.substr(repository_.path().size() + 1);
  for (int attempt = 0; attempt < 2; attempt++) {
    if (renameat(run_folder_.get(), temporary.c_str(), repository_.fd(), relative.c_str()) == 0) return;
    if (errno != ENOENT || attempt == 1) break;
    make_object_folders(repository_.fd(), kind, id);
  }
  throw repository_error(errno, "Cannot place", final_path);
}

void repository_writer::quarantine(object_kind kind, const digest &id) {
  std::string relative = repository_.object_path(kind, id).substr(repository_.path().size() + 1);
  std::string name = std::string(kind == object_kind::chunk ? "chunk-" : "page-") + to_hex(id) + "." + run_name_ + "." +
                     std::to_string(counter_++);
  // A second name, not a move: the good file then replaces the bad one by rename, so the name is never missing.
  if (linkat(repository_.fd(), relative.c_str(), repository_.fd(), ("quarantine/" + name).c_str(), 0) != 0 &&
      errno != ENOENT) {
    throw repository_error(errno, "Cannot set aside the damaged", full(relative));
  }
}

unique_fd repository_writer::open_for_use(object_kind kind, const digest &id) const {
  unique_fd file = repository_.open_object(kind, id);
  if (!file) return file;
  struct stat status;
  // A collection looks at the age and unlinks under the exclusive lock: it comes before this, or sees the new age.
  if (!lock_file(file.get(), LOCK_SH) || futimens(file.get(), nullptr) != 0 || fstat(file.get(), &status) != 0) {
    throw repository_error(errno, "Cannot mark as used", repository_.object_path(kind, id));
  }
  lock_file(file.get(), LOCK_UN);
  if (status.st_nlink > 0) return file;
  errno = ENOENT;
  return unique_fd();
}

bool repository_writer::put_chunk(const digest &id, chunk_writer &writer, chunk_reader &reader) {
  unique_fd standing = open_for_use(object_kind::chunk, id);
  chunk_view view;
  std::string why;
  chunk_status status = reader.read(standing.get(), id, view, why);
  if (status == chunk_status::good) return false;
  if (status != chunk_status::missing) quarantine(object_kind::chunk, id);
  uint32_t length = 0;
  const uint8_t *file = writer.encode(length);
  place(write_temporary(file, length), object_kind::chunk, id);
  return true;
}

digest repository_writer::put_page(std::vector<uint8_t> bytes) {
  pending_page page;
  page.id = sha256(bytes.data(), bytes.size());
  page.bytes = std::move(bytes);
  digest id = page.id;
  pages_.push_back(std::move(page));
  if (pages_.size() >= pages_per_flush) flush_pages();
  return id;
}

bool repository_writer::page_stands(const pending_page &page) {
  unique_fd file = open_for_use(object_kind::page, page.id);
  if (!file && errno == ENOENT) return false;
  std::vector<uint8_t> bytes(page.bytes.size() + 1);
  if (file && read_whole(file.get(), bytes.data(), bytes.size(), 0) == static_cast<ssize_t>(page.bytes.size()) &&
      std::memcmp(bytes.data(), page.bytes.data(), page.bytes.size()) == 0) {
    return true;
  }
  quarantine(object_kind::page, page.id);
  return false;
}

void repository_writer::flush_pages() {
  for (pending_page &page : pages_) {
    if (!page_stands(page)) page.temporary = write_temporary(page.bytes.data(), page.bytes.size());
  }
  // One call makes every chunk, its name and the pages' bytes durable; only then may a page be found by its name.
  sync();
  for (pending_page &page : pages_) {
    if (!page.temporary.empty()) place(page.temporary, object_kind::page, page.id);
  }
  pages_.clear();
}

void repository_writer::finish() {
  flush_pages();
  sync();
}

void repository_writer::sync() {
  if (!sync_file_system(repository_.fd())) throw repository_error(errno, "Cannot make durable", repository_.path());
}

}  // namespace reinstate
