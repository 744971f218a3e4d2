#include "object_check.h"

#include <cerrno>

#include "copy_error.h"
#include "sha256.h"

namespace reinstate {

chunk_status page_reader::read(int fd, const digest &id, index_page &page, std::string &why) {
  ssize_t count = fd >= 0 ? read_whole(fd, bytes_.data(), bytes_.size(), 0) : -1;
  if (count < 0) {
    bool missing = fd < 0 && errno == ENOENT;
    why = missing ? "it is not in the repository" : describe_errno(errno);
    if (missing) return chunk_status::missing;
    return is_unreadable(errno) ? chunk_status::unreadable : chunk_status::damaged;
  }
  size_t length = static_cast<size_t>(count);
  if (length > page_length_max || sha256(bytes_.data(), length) != id) {
    why = "its bytes do not have its SHA-256";
    return chunk_status::damaged;
  }
  const char *fault = decode_page(bytes_.data(), length, page);
  if (fault == nullptr) return chunk_status::good;
  why = fault;
  return chunk_status::damaged;
}

const char *word_of(chunk_status status) {
  if (status == chunk_status::missing) return "MISSING";
  return status == chunk_status::unreadable ? "UNREADABLE" : "DAMAGED";
}

}  // namespace reinstate
