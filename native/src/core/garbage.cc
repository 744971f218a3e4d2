#include "garbage.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <functional>
#include <unordered_set>

#include "disk_index.h"

namespace reinstate {

struct digest_hash {
  size_t operator()(const digest &id) const { return load_u64(id.data()); }
};

static constexpr size_t unknown_listed_max = 100;

static int64_t modified_ns(const struct stat &status) {
  return status.st_mtim.tv_sec * 1'000'000'000ll + status.st_mtim.tv_nsec;
}

using entry_visitor = std::function<void(int folder, const std::string &name)>;

static void each_entry(int parent, const std::string &name, const std::string &path, const entry_visitor &visit) {
  unique_fd folder = open_at(parent, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
  if (!folder && errno == ENOENT) return;
  std::vector<std::string> names;
  if (!folder || !list_folder(folder.get(), names)) throw repository_error(errno, "Cannot list", path + "/" + name);
  for (const std::string &found : names) visit(folder.get(), found);
}

class garbage_run {
 public:
  garbage_run(const garbage_request &request, run_control &control)
      : request_(request), control_(control), repository_(repository::open(request.repository_path)) {}

  garbage_result run() {
    if (request_.roots.empty()) {
      throw copy_error("permanent", "NO_ROOTS",
                       "No index is named that must stay, so everything would go. To give up the repository " +
                           request_.repository_path + ", remove its folder.");
    }
    take_lock();
    cutoff_ns_ = cutoff();
    for (const std::string &index : request_.given_up) given_up_.insert(index_digest(index, 512));
    for (const std::string &root : request_.roots) mark(root);
    sweep_pages(true);
    sweep_pages(false);
    // No page may be found whose chunks are gone, not after a crash either.
    if (!request_.dry_run && !sync_file_system(repository_.fd())) {
      throw repository_error(errno, "Cannot make durable", repository_.path());
    }
    std::sort(chunks_.begin(), chunks_.end());
    each_object(object_kind::chunk, [&](int folder, const digest &id) {
      result_.chunk_count++;
      if (std::binary_search(chunks_.begin(), chunks_.end(), load_u64(id.data()))) return;
      outcome done = remove(object_kind::chunk, folder, id);
      if (done == outcome::removed) result_.removed_chunk_count++;
      if (done == outcome::young) result_.young_count++;
    });
    return result_;
  }

 private:
  enum class outcome { removed, young, gone };

  void take_lock() {
    lock_ = open_at(repository_.fd(), "pages", O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
    if (!lock_) throw repository_error(errno, "Cannot open", repository_.path() + "/pages");
    if (lock_file(lock_.get(), LOCK_EX | LOCK_NB)) return;
    if (errno != EWOULDBLOCK) throw repository_error(errno, "Cannot lock", repository_.path() + "/pages");
    throw copy_error("conflict", "REPOSITORY_BUSY",
                     "Another collection runs in " + repository_.path() + ". Wait until it ends.", repository_.path());
  }

  /** By the clock of the file system that holds the objects: what it says now, and the start of running captures. */
  int64_t cutoff() {
    unique_fd clock = open_at(repository_.fd(), "tmp", O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
    struct stat status;
    bool known = clock && futimens(clock.get(), nullptr) == 0 && fstat(clock.get(), &status) == 0;
    if (!known) throw repository_error(errno, "Cannot touch", repository_.path() + "/tmp");
    int64_t oldest = modified_ns(status) - static_cast<int64_t>(request_.minimum_age_ms) * 1'000'000;
    each_entry(repository_.fd(), "tmp", repository_.path(), [&](int tmp, const std::string &name) {
      if (name.rfind("run-", 0) != 0) return;
      unique_fd folder = open_at(tmp, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
      if (!folder && errno == ENOENT) return;
      if (folder && lock_file(folder.get(), LOCK_SH | LOCK_NB)) return;
      // A capture that has not made this file yet begins now, and uses nothing before it is made.
      bool began = folder && fstatat(folder.get(), "started", &status, AT_SYMLINK_NOFOLLOW) == 0;
      if (began) oldest = std::min(oldest, modified_ns(status));
      // Whether a capture runs there is unknown: what it uses must not go.
      else if (errno != ENOENT) throw repository_error(errno, "Cannot inspect", repository_.path() + "/tmp/" + name);
    });
    return oldest;
  }

  void each_object(object_kind kind, const std::function<void(int, const digest &)> &visit) {
    const std::string top = kind == object_kind::chunk ? "chunks" : "pages";
    each_entry(repository_.fd(), top, repository_.path(), [&](int outer, const std::string &first) {
      each_entry(outer, first, repository_.path() + "/" + top, [&](int inner, const std::string &second) {
        if (control_.abort) throw aborted_error();
        std::string path = repository_.path() + "/" + top + "/" + first;
        each_entry(inner, second, path, [&](int folder, const std::string &name) {
          digest id;
          if (digest_from_hex(name, id)) visit(folder, id);
        });
      });
    });
  }

  /** Everything that an index names. Parts that another index named already are not walked again. */
  void mark(const std::string &root) {
    digest id = index_digest(root, 512);
    if (!pages_.insert(id).second) return;
    index_cursor cursor(repository_, id, 0);
    cursor.leave_out_pages([this](const digest &page) { return !pages_.insert(page).second; });
    index_item item;
    index_damage damage;
    for (;;) {
      index_cursor::step step = cursor.next(item, damage);
      if (step == index_cursor::step::damage) throw index_error(repository_, damage);
      if (step == index_cursor::step::end) return;
      if (control_.abort) throw aborted_error();
      // Half a digest would do: that two chunks share these 64 bits keeps one of them too long, no more.
      chunks_.push_back(load_u64(item.id.data()));
    }
  }

  /** Throws when that cannot be read: a young root page taken for another would lose all that it names. */
  bool is_root_page(int folder, const digest &id) const {
    std::string name = to_hex(id);
    unique_fd file = open_at(folder, name.c_str(), O_RDONLY | O_NOFOLLOW);
    uint8_t head[7] = {};
    if (!file && !is_unreadable(errno)) return false;
    ssize_t count = file ? read_whole(file.get(), head, sizeof head, 0) : -1;
    if (count < 0 && is_unreadable(errno)) {
      throw repository_error(errno, "Cannot read", repository_.object_path(object_kind::page, id));
    }
    return count == static_cast<ssize_t>(sizeof head) && (head[6] & 1);
  }

  /**
   * Roots first: once they are gone, no capture can begin to build upon what they name. A young one was made or built
   * upon by a capture lately, and the caller may not know of it yet: what it names stays.
   */
  void sweep_pages(bool roots) {
    each_object(object_kind::page, [&](int folder, const digest &id) {
      std::string name = to_hex(id);
      bool root = is_root_page(folder, id);
      if (root != roots) return;
      result_.page_count++;
      if (pages_.count(id) != 0) return;
      if (root && given_up_.count(id) == 0 && is_old(folder, id)) {
        result_.unknown_root_count++;
        if (result_.unknown_roots.size() < unknown_listed_max) result_.unknown_roots.push_back(name);
        if (request_.keep_unknown) return mark(name);
      }
      outcome done = remove(object_kind::page, folder, id);
      if (done == outcome::removed) result_.removed_page_count++;
      if (done != outcome::young) return;
      result_.young_count++;
      if (roots) mark(name);
    });
  }

  bool is_old(int folder, const digest &id) const {
    std::string name = to_hex(id);
    struct stat status;
    if (fstatat(folder, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0) return modified_ns(status) < cutoff_ns_;
    if (errno == ENOENT) return false;
    throw repository_error(errno, "Cannot inspect", repository_.object_path(object_kind::page, id));
  }

  /** Under the file's lock, which a capture takes while it says that it uses the file (repository_writer). */
  outcome remove(object_kind kind, int folder, const digest &id) {
    std::string name = to_hex(id);
    // For writing: a lock for oneself alone needs that on network file systems.
    unique_fd file = open_at(folder, name.c_str(), O_RDWR | O_NOFOLLOW);
    struct stat status;
    if (!file && errno == ENOENT) return outcome::gone;
    if (!file || !lock_file(file.get(), LOCK_EX) || fstat(file.get(), &status) != 0) {
      throw repository_error(errno, "Cannot lock in order to remove", repository_.object_path(kind, id));
    }
    if (modified_ns(status) >= cutoff_ns_) return outcome::young;
    if (!request_.dry_run && unlinkat(folder, name.c_str(), 0) != 0) {
      if (errno == ENOENT) return outcome::gone;
      throw repository_error(errno, "Cannot remove", repository_.object_path(kind, id));
    }
    result_.removed_bytes += static_cast<uint64_t>(status.st_size);
    return outcome::removed;
  }

  const garbage_request &request_;
  run_control &control_;
  repository repository_;
  unique_fd lock_;
  int64_t cutoff_ns_ = 0;
  std::unordered_set<digest, digest_hash> pages_;
  std::unordered_set<digest, digest_hash> given_up_;
  std::vector<uint64_t> chunks_;
  garbage_result result_;
};

garbage_result collect_garbage(const garbage_request &request, run_control &control) {
  return garbage_run(request, control).run();
}

}  // namespace reinstate
