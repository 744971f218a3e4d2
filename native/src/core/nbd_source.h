// A disk behind an NBD server on a Unix socket, read on several connections where the server allows it.
#pragma once
#include <condition_variable>
#include <functional>
#include <mutex>
#include <utility>

#include "copy_error.h"
#include "disk_source.h"
#include "nbd_library.h"

namespace reinstate {

/** What an NBD source needs of whoever knows the server. */
struct nbd_server {
  /** For error texts. */
  std::string path;
  /** Gives a new connected socket. Throws copy_error. Called only while the source is made. */
  std::function<unique_fd()> connect;
  /** What the server says about a failure, for the end of an error text; may be empty. */
  std::function<std::string()> last_words;
  /** Ends waiting. May be null. */
  const std::atomic<bool> *abort = nullptr;
};

class nbd_connection {
 public:
  /** Connects and negotiates. */
  nbd_connection(const nbd_library &library, const nbd_server &server);
  ~nbd_connection();
  nbd_connection(const nbd_connection &) = delete;
  nbd_connection &operator=(const nbd_connection &) = delete;

  nbd_handle *handle() const { return handle_; }

  /** Throws IO_ERROR, or ABORTED. After that the connection must not be used. */
  void read(uint8_t *to, size_t length, uint64_t offset);

  /** Calls `add(length, may_hold_data)` for extents from `offset` on. False: the server cannot tell. */
  bool status(uint64_t offset, uint64_t length, const std::function<void(uint64_t, bool)> &add);

 private:
  void wait_until_ready();
  int wait(int64_t cookie);
  copy_error failure(const std::string &what) const;

  const nbd_library &library_;
  const nbd_server &server_;
  nbd_handle *handle_;
};

class nbd_source : public source_part {
 public:
  /** Throws SOURCE_TOOL_MISSING, IO_ERROR, and SOURCE_TOO_SHORT or …_LONG unless the disk has `capacity_bytes`. */
  nbd_source(nbd_server server, uint64_t capacity_bytes);

  uint64_t next_data(uint64_t offset) const override;
  void read(uint8_t *to, uint64_t offset, size_t length) const override;

 private:
  class lease;
  void read_aligned(nbd_connection &connection, uint8_t *to, uint64_t offset, size_t length) const;
  void ask_status(uint64_t offset) const;

  nbd_server server_;
  uint64_t capacity_bytes_;
  uint64_t block_bytes_ = 1;
  uint64_t request_bytes_max_ = 0;
  mutable std::mutex mutex_;
  mutable std::condition_variable returned_;
  mutable std::vector<std::unique_ptr<nbd_connection>> idle_;
  mutable size_t alive_ = 0;
  /** Guards what the last answer about holes said: ends of extents, and whether each may hold data. */
  mutable std::mutex status_mutex_;
  mutable bool tells_status_ = false;
  mutable uint64_t known_from_ = 0;
  mutable std::vector<std::pair<uint64_t, bool>> known_;
};

/** Connects to the Unix socket that is `request.file`, beneath its location. */
std::unique_ptr<source_part> open_nbd_socket(const source_request &request);

}  // namespace reinstate
