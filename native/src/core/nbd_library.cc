#include "nbd_library.h"

#include <dlfcn.h>

#include <mutex>
#include <string>

#include "copy_error.h"

namespace reinstate {

static copy_error missing(const std::string &why) {
  return copy_error("permanent", "SOURCE_TOOL_MISSING",
                    "This image is read through libnbd, which cannot be used: " + why +
                        ". On Debian: apt-get install libnbd0. Or convert the image to raw with qemu-img convert.");
}

const nbd_library &nbd_library::get() {
  static std::mutex mutex;
  static nbd_library library;
  static bool loaded = false;
  std::lock_guard<std::mutex> lock(mutex);
  if (loaded) return library;
  // A failure is not remembered: the package may be installed while the service runs.
  void *file = dlopen("libnbd.so.0", RTLD_NOW | RTLD_LOCAL);
  if (file == nullptr) throw missing(dlerror());
  auto find = [&](auto &function, const char *name) {
    void *symbol = dlsym(file, name);
    if (symbol == nullptr) throw missing(std::string("it has no ") + name + ", so it is too old");
    function = reinterpret_cast<std::remove_reference_t<decltype(function)>>(symbol);
  };
  find(library.create, "nbd_create");
  find(library.close, "nbd_close");
  find(library.get_error, "nbd_get_error");
  find(library.get_errno, "nbd_get_errno");
  find(library.add_meta_context, "nbd_add_meta_context");
  find(library.can_meta_context, "nbd_can_meta_context");
  find(library.can_multi_conn, "nbd_can_multi_conn");
  find(library.aio_connect_socket, "nbd_aio_connect_socket");
  find(library.aio_is_ready, "nbd_aio_is_ready");
  find(library.poll, "nbd_poll");
  find(library.get_size, "nbd_get_size");
  find(library.get_block_size, "nbd_get_block_size");
  find(library.aio_pread, "nbd_aio_pread");
  find(library.aio_block_status, "nbd_aio_block_status");
  find(library.aio_command_completed, "nbd_aio_command_completed");
  loaded = true;
  return library;
}

}  // namespace reinstate
