// libnbd, loaded when a source needs it: nothing is linked, and without it everything else works.
// Declarations of our own after libnbd(3), stable since LIBNBD_1.4.
#pragma once
#include <cstddef>
#include <cstdint>

namespace reinstate {

struct nbd_handle;

struct nbd_extent_callback {
  int (*callback)(void *user_data, const char *context, uint64_t offset, uint32_t *entries, size_t entry_count,
                  int *error);
  void *user_data;
  void (*free)(void *user_data);
};

struct nbd_completion_callback {
  int (*callback)(void *user_data, int *error);
  void *user_data;
  void (*free)(void *user_data);
};

struct nbd_library {
  nbd_handle *(*create)();
  void (*close)(nbd_handle *);
  const char *(*get_error)();
  int (*get_errno)();
  int (*add_meta_context)(nbd_handle *, const char *);
  int (*can_meta_context)(nbd_handle *, const char *);
  int (*can_multi_conn)(nbd_handle *);
  int (*aio_connect_socket)(nbd_handle *, int);
  int (*aio_is_ready)(nbd_handle *);
  int (*poll)(nbd_handle *, int timeout_ms);
  int64_t (*get_size)(nbd_handle *);
  int64_t (*get_block_size)(nbd_handle *, int kind);
  int64_t (*aio_pread)(nbd_handle *, void *to, size_t count, uint64_t offset, nbd_completion_callback, uint32_t flags);
  int64_t (*aio_block_status)(nbd_handle *, uint64_t count, uint64_t offset, nbd_extent_callback,
                              nbd_completion_callback, uint32_t flags);
  int (*aio_command_completed)(nbd_handle *, uint64_t cookie);

  /** Loads it once for the process. Throws SOURCE_TOOL_MISSING when it is not installed or too old. */
  static const nbd_library &get();
};

}  // namespace reinstate
