#include "restore_target.h"

#include <fcntl.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>

#include "vmdk_layout.h"

namespace reinstate {

// Says on the finished file which operation made it, so that a call repeated after the journal is gone still succeeds.
static const char marker_name[] = "user.reinstate.restored";

restore_target::restore_target(placed_file file, journal_identity identity, layout_setting setting)
    : file_(std::move(file)), identity_(std::move(identity)), setting_(std::move(setting)) {
  identity_.layout = static_cast<uint32_t>(setting_.format);
  setting_.file_name = file_.relative_path.substr(file_.relative_path.rfind('/') + 1);
  setting_.partial_path = partial_path();
  setting_.guard = [this] { check_token(); };
  flat_name_ = flat_extent_name(setting_.file_name);
  layout_ = make_layout(setting_);
}

/** Raw sparse files carry no format and no length: those came later. */
std::string restore_target::marker(uint64_t length) const {
  std::string text = identity_.operation_id + " " + to_hex(identity_.index_hash);
  if (setting_.format == target_format::raw_sparse) return text;
  return text + " " + target_format_name(setting_.format) + " " + std::to_string(length);
}

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

/** A descriptor comes last and goes first: an extent alone is one half of a disk, and whose it is its mark says. */
restore_target::owner restore_target::whose_entry(int folder) const {
  bool raw = setting_.format == target_format::raw_sparse || setting_.format == target_format::raw_thick;
  if (!is_flat_vmdk()) return whose_file(folder, setting_.file_name, raw);
  owner extent = whose_file(folder, flat_name_, true);
  owner descriptor = whose_file(folder, setting_.file_name, false);
  if (descriptor == owner::absent || descriptor == extent) return extent;
  bool unmarked = descriptor == owner::unmarked && extent == owner::ours;
  return unmarked ? owner::unmarked : owner::foreign;
}

restore_target::owner restore_target::whose_file(int folder, const std::string &name, bool whole_disk) const {
  unique_fd file = open_beneath(folder, name, O_RDONLY | O_NONBLOCK);
  if (!file && errno == ENOENT) return owner::absent;
  if (!file && errno == ELOOP) return owner::foreign;
  struct stat status = {};
  if (!file || fstat(file.get(), &status) != 0) throw target_error(errno, "Cannot inspect", file_.full_path());
  uint64_t size = static_cast<uint64_t>(status.st_size);
  if (!S_ISREG(status.st_mode) || (whole_disk && size != identity_.capacity_bytes)) return owner::foreign;
  char value[512];
  ssize_t length = fgetxattr(file.get(), marker_name, value, sizeof value);
  if (length < 0 && errno == ENOTSUP) return owner::unmarked;
  bool ours = length > 0 && std::string(value, static_cast<size_t>(length)) == marker(size);
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
  if (is_flat_vmdk() && fstatat(folder_.get(), flat_name_.c_str(), &partial, AT_SYMLINK_NOFOLLOW) == 0 &&
      partial.st_ino == journal_->whole_inode()) {
    if (!target_there) complete_flat();
    if (target_there && whose_entry(folder_.get()) == owner::foreign) {
      take_extent_back();
      throw exists(file_.full_path());
    }
    remove_journal();
    return true;
  }
  if (!target_there) {
    journal_->reset_records();
    return false;
  }
  if (is_flat_vmdk() || target.st_ino != journal_->whole_inode()) throw exists(file_.full_path());
  remove_journal();
  return true;
}

void restore_target::open_partial() {
  struct stat target;
  for (const std::string &name : {name_, data_name()}) {
    if (fstatat(folder_.get(), name.c_str(), &target, AT_SYMLINK_NOFOLLOW) != 0) continue;
    throw exists(file_.full_path().substr(0, file_.full_path().size() - name_.size()) + name);
  }
  partial_ = open_beneath(folder_.get(), partial_name(), O_RDWR | O_NONBLOCK);
  if (!partial_ && errno != ENOENT) throw target_error(errno, "Cannot open", partial_path());
  if (!partial_) {
    if (!journal_->completed().empty()) journal_->reset_records();
    partial_ = open_beneath(folder_.get(), partial_name(), O_RDWR | O_CREAT | O_EXCL, 0600);
    if (!partial_) throw target_error(errno, "Cannot make", partial_path());
  }
  lay_out();
  if (!sync_all(folder_.get())) throw target_error(errno, "Cannot make durable the folder of", file_.full_path());
}

void restore_target::lay_out() {
  struct stat status;
  if (fstat(partial_.get(), &status) != 0) throw target_error(errno, "Cannot inspect", partial_path());
  bool usable = S_ISREG(status.st_mode);
  bool resumed = !journal_->completed().empty();
  if (usable && !resumed) layout_->begin(partial_.get());
  if (usable && resumed) {
    usable = layout_->resume(partial_.get(), static_cast<uint64_t>(status.st_size), *journal_);
  }
  if (usable) return;
  throw copy_error("permanent", "JOURNAL_DAMAGED",
                   partial_path() + " is not the file that the journal describes. Remove both, then restore again.",
                   partial_path());
}

void restore_target::abandon_partial(int error) {
  // After a failed fsync the kernel may have dropped dirty pages and call the next one good: the file is lost for good.
  unlinkat(folder_.get(), partial_name().c_str(), 0);
  throw target_error(error, "Cannot make durable", partial_path());
}

void restore_target::commit(const ordinal_ranges &ranges) {
  stream_point point;
  bool streamed = layout_->stream_position(point);
  if (!sync_data(partial_.get())) abandon_partial(errno);
  journal_->check_token();
  if (streamed) journal_->append_stream(point);
  else journal_->append_ranges(ranges);
}

void restore_target::set_marker(int fd) const {
  struct stat status;
  if (fstat(fd, &status) != 0) throw target_error(errno, "Cannot inspect", partial_path());
  std::string value = marker(static_cast<uint64_t>(status.st_size));
  // Not every file system keeps such attributes; without it a repeated call says TARGET_EXISTS instead of succeeding.
  if (fsetxattr(fd, marker_name, value.data(), value.size(), 0) == 0 || errno != EIO) return;
  throw target_error(errno, "Cannot mark", partial_path());
}

void restore_target::finish() {
  journal_->check_token();
  layout_->finish();
  set_marker(partial_.get());
  if (!sync_all(partial_.get())) abandon_partial(errno);
  struct stat status;
  if (fstat(partial_.get(), &status) != 0) throw target_error(errno, "Cannot inspect", partial_path());
  journal_->check_token();
  journal_->append_whole(status.st_ino);
  place();
}

/** Renames within the folder and replaces nothing. */
void restore_target::give_name(const std::string &from, const std::string &to) const {
  int folder = folder_.get();
  journal_->check_token();
  if (renameat2(folder, from.c_str(), folder, to.c_str(), RENAME_NOREPLACE) == 0) return;
  std::string path = file_.full_path().substr(0, file_.full_path().size() - name_.size()) + to;
  if (errno == EEXIST) throw exists(path);
  // Some network file systems have no RENAME_NOREPLACE; link does not replace either.
  if (errno != EINVAL && errno != ENOSYS) throw target_error(errno, "Cannot name", path);
  if (linkat(folder, from.c_str(), folder, to.c_str(), 0) != 0) {
    if (errno == EEXIST) throw exists(path);
    throw target_error(errno, "Cannot name", path);
  }
  unlinkat(folder, from.c_str(), 0);
}

void restore_target::place() {
  give_name(partial_name(), data_name());
  if (is_flat_vmdk()) complete_flat();
  remove_journal();
}

/** Somebody may have taken the descriptor's name meanwhile: then the extent must not stand there as a half disk. */
void restore_target::complete_flat() {
  try {
    place_descriptor();
  } catch (const copy_error &error) {
    if (error.code == "TARGET_EXISTS") take_extent_back();
    throw;
  }
}

void restore_target::take_extent_back() const { give_name(data_name(), partial_name()); }

/** The last name of a flat VMDK: before it stands, nobody takes the extent for a disk. */
void restore_target::place_descriptor() {
  if (!sync_all(folder_.get())) throw target_error(errno, "Cannot make durable the folder of", file_.full_path());
  std::string name = name_ + ".reinstate-descriptor";
  std::string path = file_.full_path() + ".reinstate-descriptor";
  unlinkat(folder_.get(), name.c_str(), 0);
  unique_fd file = open_beneath(folder_.get(), name, O_WRONLY | O_CREAT | O_EXCL, 0600);
  std::string text = vmdk_descriptor_text(setting_);
  if (!file || !write_whole(file.get(), reinterpret_cast<const uint8_t *>(text.data()), text.size(), 0)) {
    throw target_error(errno, "Cannot write", path);
  }
  set_marker(file.get());
  if (!sync_all(file.get())) throw target_error(errno, "Cannot make durable", path);
  give_name(name, name_);
}

void restore_target::remove_journal() {
  if (!sync_all(folder_.get())) throw target_error(errno, "Cannot make durable the folder of", file_.full_path());
  if (unlinkat(folder_.get(), journal_name().c_str(), 0) != 0 && errno != ENOENT) {
    throw target_error(errno, "Cannot remove", journal_path());
  }
  if (!sync_all(folder_.get())) throw target_error(errno, "Cannot make durable the folder of", file_.full_path());
}

}  // namespace reinstate
