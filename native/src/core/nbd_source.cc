#include "nbd_source.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <thread>

namespace reinstate {

static const char allocation[] = "base:allocation";
static constexpr uint32_t state_reads_as_zero = 2;
static constexpr int block_size_minimum = 0;
static constexpr int block_size_maximum = 2;
static constexpr uint64_t request_bytes = 4u << 20;
static constexpr uint64_t status_bytes = 0xfff00000;
static constexpr uint64_t block_bytes_max = 65536;
static constexpr int poll_ms = 50;
// A server that says nothing for so long is gone; slow storage answers within it.
static constexpr auto silence_max = std::chrono::minutes(5);
static constexpr unsigned connections_max = 8;

nbd_connection::nbd_connection(const nbd_library &library, const nbd_server &server)
    : library_(library), server_(server), handle_(library.create()) {
  if (handle_ == nullptr) throw failure("libnbd gives no handle");
  try {
    unique_fd socket = server_.connect();
    if (library_.add_meta_context(handle_, allocation) != 0) throw failure("libnbd takes no context");
    if (library_.aio_connect_socket(handle_, socket.get()) != 0) throw failure("cannot talk to the NBD server");
    // libnbd owns the socket now.
    socket.release();
    wait_until_ready();
  } catch (...) {
    library_.close(handle_);
    throw;
  }
}

nbd_connection::~nbd_connection() { library_.close(handle_); }

copy_error nbd_connection::failure(const std::string &what) const {
  const char *error = library_.get_error();
  std::string words = server_.last_words ? server_.last_words() : "";
  return copy_error("retryable", "IO_ERROR",
                    server_.path + ": " + what + (error == nullptr ? "" : std::string(": ") + error) +
                        (words.empty() ? "" : " (" + words + ")") + ". Look at the NBD server, then start again.",
                    server_.path);
}

void nbd_connection::wait_until_ready() {
  auto deadline = std::chrono::steady_clock::now() + silence_max;
  for (;;) {
    int ready = library_.aio_is_ready(handle_);
    if (ready > 0) return;
    if (server_.abort != nullptr && *server_.abort) throw aborted_error();
    bool failed = ready < 0 || (library_.poll(handle_, poll_ms) < 0 && library_.get_errno() != EINTR);
    if (failed) throw failure("the NBD server does not take the connection");
    if (std::chrono::steady_clock::now() > deadline) throw failure("the NBD server does not answer");
  }
}

/** 1: done. -1: the server answered with an error. */
int nbd_connection::wait(int64_t cookie) {
  auto deadline = std::chrono::steady_clock::now() + silence_max;
  for (;;) {
    int state = library_.aio_command_completed(handle_, static_cast<uint64_t>(cookie));
    if (state != 0) return state;
    if (server_.abort != nullptr && *server_.abort) throw aborted_error();
    if (library_.poll(handle_, poll_ms) < 0 && library_.get_errno() != EINTR) {
      throw failure("the NBD server broke off");
    }
    if (std::chrono::steady_clock::now() > deadline) throw failure("the NBD server does not answer");
  }
}

void nbd_connection::read(uint8_t *to, size_t length, uint64_t offset) {
  int64_t cookie = library_.aio_pread(handle_, to, length, offset, {}, 0);
  if (cookie < 0 || wait(cookie) < 0) throw failure("cannot read").at(offset);
}

namespace {
struct status_reply {
  const std::function<void(uint64_t, bool)> &add;
  bool valid;
};
}  // namespace

static int take_extents(void *user_data, const char *context, uint64_t, uint32_t *entries, size_t entry_count, int *) {
  status_reply &reply = *static_cast<status_reply *>(user_data);
  if (std::strcmp(context, allocation) != 0) return 0;
  for (size_t at = 0; at + 1 < entry_count; at += 2) {
    if (entries[at] == 0) reply.valid = false;
    if (reply.valid) reply.add(entries[at], (entries[at + 1] & state_reads_as_zero) == 0);
  }
  return 0;
}

bool nbd_connection::status(uint64_t offset, uint64_t length, const std::function<void(uint64_t, bool)> &add) {
  status_reply reply{add, true};
  int64_t cookie =
      library_.aio_block_status(handle_, length, offset, {take_extents, &reply, nullptr}, {}, 0);
  if (cookie < 0) return false;
  return wait(cookie) > 0 && reply.valid;
}

/** One connection for the time of a call; one that failed is not given back. */
class nbd_source::lease {
 public:
  explicit lease(const nbd_source &source) : source_(source) {
    std::unique_lock<std::mutex> lock(source_.mutex_);
    source_.returned_.wait(lock, [&] { return !source_.idle_.empty() || source_.alive_ == 0; });
    if (source_.alive_ == 0) {
      throw copy_error("retryable", "IO_ERROR", source_.server_.path + ": no connection to the NBD server is left.",
                       source_.server_.path);
    }
    connection_ = std::move(source_.idle_.back());
    source_.idle_.pop_back();
  }
  ~lease() {
    std::lock_guard<std::mutex> lock(source_.mutex_);
    if (good_) source_.idle_.push_back(std::move(connection_));
    else source_.alive_--;
    source_.returned_.notify_all();
  }
  nbd_connection &get() const { return *connection_; }
  void succeeded() { good_ = true; }

 private:
  const nbd_source &source_;
  std::unique_ptr<nbd_connection> connection_;
  bool good_ = false;
};

nbd_source::nbd_source(nbd_server server, uint64_t capacity_bytes)
    : server_(std::move(server)), capacity_bytes_(capacity_bytes) {
  const nbd_library &library = nbd_library::get();
  idle_.push_back(std::make_unique<nbd_connection>(library, server_));
  nbd_handle *handle = idle_[0]->handle();
  int64_t size = library.get_size(handle);
  if (size < 0) throw copy_error("permanent", "IO_ERROR", server_.path + ": the NBD server states no size.");
  check_source_size(static_cast<uint64_t>(size), server_.path, capacity_bytes);
  int64_t minimum = library.get_block_size(handle, block_size_minimum);
  int64_t maximum = library.get_block_size(handle, block_size_maximum);
  if (minimum > 0) block_bytes_ = static_cast<uint64_t>(minimum);
  request_bytes_max_ = request_bytes;
  if (maximum > 0) request_bytes_max_ = std::min(request_bytes_max_, static_cast<uint64_t>(maximum));
  if (block_bytes_ > block_bytes_max || request_bytes_max_ < block_bytes_ || capacity_bytes % block_bytes_ != 0) {
    throw copy_error("permanent", "UNSUPPORTED_SOURCE_FORMAT",
                     server_.path + ": the NBD server works in blocks of " + std::to_string(block_bytes_) +
                         " bytes, which does not suit this disk. Give the server another block size.",
                     server_.path);
  }
  request_bytes_max_ -= request_bytes_max_ % block_bytes_;
  tells_status_ = library.can_meta_context(handle, allocation) > 0;
  unsigned wanted = library.can_multi_conn(handle) > 0 ? std::thread::hardware_concurrency() : 1;
  while (idle_.size() < std::min(wanted, connections_max)) {
    idle_.push_back(std::make_unique<nbd_connection>(library, server_));
  }
  alive_ = idle_.size();
}

void nbd_source::read_aligned(nbd_connection &connection, uint8_t *to, uint64_t offset, size_t length) const {
  while (length > 0) {
    size_t part = static_cast<size_t>(std::min<uint64_t>(length, request_bytes_max_));
    connection.read(to, part, offset);
    to += part;
    offset += part;
    length -= part;
  }
}

void nbd_source::read(uint8_t *to, uint64_t offset, size_t length) const {
  lease taken(*this);
  uint64_t begin = offset - offset % block_bytes_;
  uint64_t end = (offset + length + block_bytes_ - 1) / block_bytes_ * block_bytes_;
  if (begin == offset && end == offset + length) {
    read_aligned(taken.get(), to, offset, length);
  } else {
    std::vector<uint8_t> whole(end - begin);
    read_aligned(taken.get(), whole.data(), begin, whole.size());
    std::memcpy(to, &whole[offset - begin], length);
  }
  taken.succeeded();
}

/** Fills `known_` with what the server tells from `offset` on; nothing when it cannot tell. */
void nbd_source::ask_status(uint64_t offset) const {
  lease taken(*this);
  known_.clear();
  known_from_ = offset;
  uint64_t end = offset;
  uint64_t begin = offset - offset % block_bytes_;
  uint64_t wanted = std::min(status_bytes, capacity_bytes_ - begin);
  bool told = taken.get().status(begin, wanted, [&](uint64_t length, bool data) {
    end = std::min((known_.empty() ? begin : end) + length, capacity_bytes_);
    if (!known_.empty() && known_.back().second == data) known_.back().first = end;
    else known_.emplace_back(end, data);
  });
  tells_status_ = told && end > offset;
  taken.succeeded();
}

uint64_t nbd_source::next_data(uint64_t offset) const {
  std::lock_guard<std::mutex> lock(status_mutex_);
  while (tells_status_ && offset < capacity_bytes_) {
    if (offset < known_from_ || known_.empty() || offset >= known_.back().first) {
      ask_status(offset);
      if (!tells_status_) break;
    }
    auto ends_later = [](uint64_t wanted, const std::pair<uint64_t, bool> &extent) { return wanted < extent.first; };
    auto at = std::upper_bound(known_.begin(), known_.end(), offset, ends_later);
    for (; at != known_.end(); ++at) {
      if (at->second) return offset;
      offset = at->first;
    }
  }
  return offset;
}

std::unique_ptr<source_part> open_nbd_socket(const source_request &request) {
  nbd_library::get();
  placed_parent parent = open_parent(request.file, false);
  std::string path = request.file.full_path();
  if (!parent.folder) throw source_error(parent.error, "Cannot open", path);
  auto place = std::make_shared<unique_fd>(open_beneath(parent.folder.get(), parent.name, O_PATH));
  if (!*place) throw source_error(errno, "Cannot open", path);
  struct stat status;
  if (fstat(place->get(), &status) != 0) throw source_error(errno, "Cannot inspect", path);
  if (!S_ISSOCK(status.st_mode)) {
    throw copy_error("permanent", "UNSUPPORTED_SOURCE_FORMAT",
                     path + " is no socket. Name the Unix socket of an NBD server.", path);
  }
  nbd_server server;
  server.path = path;
  server.abort = request.abort;
  server.connect = [place, path] {
    unique_fd socket_fd(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (!socket_fd) throw source_error(errno, "Cannot make a socket for", path);
    // A server that takes no connections must not hold the copy for ever.
    struct timeval patience = {10, 0};
    setsockopt(socket_fd.get(), SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    // By descriptor: the very socket that was found beneath the location, however long its path is.
    struct sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    std::string name = "/proc/self/fd/" + std::to_string(place->get());
    std::memcpy(address.sun_path, name.c_str(), name.size() + 1);
    if (::connect(socket_fd.get(), reinterpret_cast<struct sockaddr *>(&address), sizeof address) != 0) {
      if (errno == ECONNREFUSED) {
        throw copy_error("retryable", "SOURCE_NOT_FOUND", path + ": no NBD server listens there. Start it.", path);
      }
      throw source_error(errno, "Cannot connect to", path);
    }
    return socket_fd;
  };
  return std::make_unique<nbd_source>(std::move(server), request.capacity_bytes);
}

}  // namespace reinstate
