#include "restore_target.h"

#include <fcntl.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>

namespace reinstate {

// Says on the finished file which operation made it, so that a call repeated after the journal is gone still succeeds.
static const char marker_name[] = "user.reinstate.restored";

restore_target::restore_target(placed_file file, journal_identity identity)
    : file_(std::move(file)), identity_(std::move(identity)) {}

copy_error restore_target::exists(const std::string &path) const {
  return copy_error("conflict", "TARGET_EXISTS",
                    path + " exists already and is never replaced. Move it away or choose another name.", path);
}

restore_target::state restore_target::prepare() {
  placed_parent parent = open_parent(file_, true);
  if (!parent.folder) throw target_error(parent.error, "Cannot open the folder of", file_.full_path());
  folder_ = std::move(parent.folder);
  name_ = parent.name;
  for (int attempt = 0; attempt < 10; attempt++) {
    struct stat target = {};
    bool target_there = fstatat(folder_.get(), name_.c_str(), &target, AT_SYMLINK_NOFOLLOW) == 0;
    if (!target_there && errno != ENOENT) throw target_error(errno, "Cannot inspect", file_.full_path());
    if (target_there && S_ISLNK(target.st_mode)) throw target_error(ELOOP, "Cannot write", file_.full_path());
    if (!open_journal(target_there, target)) {
      if (journal_ == nullptr && target_there) return state::complete;
      continue;
    }
    read_journal(target_there);
    if (journal_->whole() && resume_whole(target_there, target)) return state::complete;
    open_partial();
    return state::writing;
  }
  std::string path = file_.full_path();
  throw copy_error("conflict", "TARGET_BUSY", "Another engine keeps changing " + path + ".", path);
}

/** False: this operation finished the target earlier (no journal), or the journal vanished meanwhile (try again). */
bool restore_target::open_journal(bool target_there, const struct stat &target) {
  journal_.reset();
  int flags = O_RDWR | O_NONBLOCK | (target_there ? 0 : O_CREAT);
  unique_fd file = open_beneath(folder_.get(), journal_name(), flags, target_there ? 0 : 0600);
  if (!file && target_there && errno == ENOENT) {
    if (whose_entry(folder_.get()) == owner::ours) return false;
    throw exists(file_.full_path());
  }
  if (!file) throw target_error(errno, "Cannot open", journal_path());
  int fd = file.get();
  journal_ = std::make_unique<restore_journal>(std::move(file), journal_path(), identity_);
  if (!journal_->try_lock()) {
    if (journal_->read_header() == restore_journal::header_state::ours) journal_->announce_token();
    throw copy_error("conflict", "TARGET_BUSY",
                     "Another engine is writing " + file_.full_path() + ". Wait until it ends; it holds the journal's "
                     "lock.",
                     file_.full_path());
  }
  struct stat opened, named;
  return fstat(fd, &opened) == 0 && fstatat(folder_.get(), journal_name().c_str(), &named, AT_SYMLINK_NOFOLLOW) == 0 &&
         opened.st_ino == named.st_ino && opened.st_dev == named.st_dev;
}

restore_target::owner restore_target::whose_entry(int folder) const {
  unique_fd file = open_beneath(folder, file_.relative_path.substr(file_.relative_path.rfind('/') + 1),
                                O_RDONLY | O_NONBLOCK);
  if (!file && errno == ENOENT) return owner::absent;
  if (!file && errno == ELOOP) return owner::foreign;
  struct stat status = {};
  if (!file || fstat(file.get(), &status) != 0) throw target_error(errno, "Cannot inspect", file_.full_path());
  bool fits = S_ISREG(status.st_mode) && static_cast<uint64_t>(status.st_size) == identity_.capacity_bytes;
  if (!fits) return owner::foreign;
  char value[512];
  ssize_t length = fgetxattr(file.get(), marker_name, value, sizeof value);
  if (length < 0 && errno == ENOTSUP) return owner::unmarked;
  bool ours = length > 0 && std::string(value, static_cast<size_t>(length)) == marker();
  return ours ? owner::ours : owner::foreign;
}

restore_target::owner restore_target::whose() const {
  placed_parent parent = open_parent(file_, false);
  if (parent.folder) return whose_entry(parent.folder.get());
  if (parent.error == ENOENT) return owner::absent;
  throw target_error(parent.error, "Cannot open the folder of", file_.full_path());
}

void restore_target::read_journal(bool target_there) {
  using header_state = restore_journal::header_state;
  header_state header = journal_->read_header();
  if (header == header_state::damaged) {
    throw copy_error("permanent", "JOURNAL_DAMAGED",
                     "The journal " + journal_path() + " cannot be read. Remove it together with " + partial_path() +
                         ", then restore again from the beginning.",
                     journal_path());
  }
  if (header == header_state::foreign) {
    throw copy_error("conflict", "JOURNAL_FOREIGN",
                     journal_path() + " belongs to another restore. Let that one finish, or remove it together with " +
                         partial_path() + ".",
                     journal_path());
  }
  if (header == header_state::ours) {
    journal_->announce_token();
    journal_->load_records();
    return;
  }
  bool partial_there = faccessat(folder_.get(), partial_name().c_str(), F_OK, AT_SYMLINK_NOFOLLOW) == 0;
  if (target_there || partial_there) {
    unlinkat(folder_.get(), journal_name().c_str(), 0);
    if (target_there) throw exists(file_.full_path());
    throw copy_error("conflict", "JOURNAL_FOREIGN",
                     partial_path() + " stands there without a journal, so nobody knows what it holds. Remove it.",
                     partial_path());
  }
  journal_->write_header();
  if (!sync_all(folder_.get())) throw target_error(errno, "Cannot make durable the folder of", file_.full_path());
}

/** The journal says that the partial file was whole: only its name is missing, or only the journal's removal. */
bool restore_target::resume_whole(bool target_there, const struct stat &target) {
  struct stat partial;
  if (fstatat(folder_.get(), partial_name().c_str(), &partial, AT_SYMLINK_NOFOLLOW) == 0) {
    if (partial.st_ino != journal_->whole_inode()) {
      throw copy_error("conflict", "JOURNAL_FOREIGN", partial_path() + " was replaced by another file. Remove it.",
                       partial_path());
    }
    place();
    return true;
  }
  if (!target_there) {
    journal_->reset_records();
    return false;
  }
  if (target.st_ino != journal_->whole_inode()) throw exists(file_.full_path());
  remove_journal();
  return true;
}

void restore_target::open_partial() {
  struct stat target;
  if (fstatat(folder_.get(), name_.c_str(), &target, AT_SYMLINK_NOFOLLOW) == 0) throw exists(file_.full_path());
  partial_ = open_beneath(folder_.get(), partial_name(), O_RDWR | O_NONBLOCK);
  if (!partial_ && errno != ENOENT) throw target_error(errno, "Cannot open", partial_path());
  if (!partial_) {
    if (!journal_->completed().empty()) journal_->reset_records();
    partial_ = open_beneath(folder_.get(), partial_name(), O_RDWR | O_CREAT | O_EXCL, 0600);
    if (!partial_) throw target_error(errno, "Cannot make", partial_path());
  }
  struct stat status;
  if (fstat(partial_.get(), &status) != 0) throw target_error(errno, "Cannot inspect", partial_path());
  bool sized = static_cast<uint64_t>(status.st_size) == identity_.capacity_bytes;
  if (!S_ISREG(status.st_mode) || (!sized && !journal_->completed().empty())) {
    throw copy_error("permanent", "JOURNAL_DAMAGED",
                     partial_path() + " is not the file that the journal describes. Remove both, then restore again.",
                     partial_path());
  }
  if (!sized && ftruncate(partial_.get(), static_cast<off_t>(identity_.capacity_bytes)) != 0) {
    throw target_error(errno, "Cannot set the size of", partial_path());
  }
  if (!sync_all(folder_.get())) throw target_error(errno, "Cannot make durable the folder of", file_.full_path());
}

uint64_t restore_target::write_chunk(const chunk_view &view, uint64_t offset_bytes) const {
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
    const uint8_t *from = view.blocks + stored * block_size;
    if (!write_whole(partial_.get(), from, length, offset_bytes + block * block_size)) {
      throw target_error(errno, "Cannot write", partial_path()).at(offset_bytes + block * block_size);
    }
    written += length;
    stored += end - block;
    block = end;
  }
  return written;
}

void restore_target::abandon_partial(int error) {
  // After a failed fsync the kernel may have dropped dirty pages and call the next one good: the file is lost for good.
  unlinkat(folder_.get(), partial_name().c_str(), 0);
  throw target_error(error, "Cannot make durable", partial_path());
}

void restore_target::commit(const ordinal_ranges &ranges) {
  if (!sync_data(partial_.get())) abandon_partial(errno);
  journal_->check_token();
  journal_->append_ranges(ranges);
}

void restore_target::finish() {
  std::string value = marker();
  // Not every file system keeps such attributes; without it a repeated call says TARGET_EXISTS instead of succeeding.
  (void)fsetxattr(partial_.get(), marker_name, value.data(), value.size(), 0);
  if (!sync_all(partial_.get())) abandon_partial(errno);
  struct stat status;
  if (fstat(partial_.get(), &status) != 0) throw target_error(errno, "Cannot inspect", partial_path());
  journal_->check_token();
  journal_->append_whole(status.st_ino);
  place();
}

void restore_target::place() {
  int folder = folder_.get();
  journal_->check_token();
  if (renameat2(folder, partial_name().c_str(), folder, name_.c_str(), RENAME_NOREPLACE) != 0) {
    if (errno == EEXIST) throw exists(file_.full_path());
    // Some network file systems have no RENAME_NOREPLACE; link does not replace either.
    if (errno != EINVAL && errno != ENOSYS) throw target_error(errno, "Cannot name", file_.full_path());
    if (linkat(folder, partial_name().c_str(), folder, name_.c_str(), 0) != 0) {
      if (errno == EEXIST) throw exists(file_.full_path());
      throw target_error(errno, "Cannot name", file_.full_path());
    }
    unlinkat(folder, partial_name().c_str(), 0);
  }
  remove_journal();
}

void restore_target::remove_journal() {
  if (!sync_all(folder_.get())) throw target_error(errno, "Cannot make durable the folder of", file_.full_path());
  if (unlinkat(folder_.get(), journal_name().c_str(), 0) != 0 && errno != ENOENT) {
    throw target_error(errno, "Cannot remove", journal_path());
  }
  if (!sync_all(folder_.get())) throw target_error(errno, "Cannot make durable the folder of", file_.full_path());
}

}  // namespace reinstate
