#include "copy_error.h"

#include <cerrno>
#include <cstring>

namespace reinstate {

std::string describe_errno(int error) {
  char text[128];
  return std::string(strerror_r(error, text, sizeof text));
}

static bool is_space(int error) { return error == ENOSPC || error == EDQUOT; }
static bool is_denied(int error) { return error == EACCES || error == EPERM || error == EROFS; }
static bool is_outside(int error) { return error == ELOOP || error == EXDEV; }
static bool is_absent(int error) { return error == ENOENT || error == ENOTDIR; }

static copy_error outside(const std::string &path) {
  return copy_error("denied", "PATH_OUTSIDE_LOCATION",
                    path + " leaves its location or passes through a symbolic link. Give a plain path beneath the "
                           "location.",
                    path);
}

copy_error target_error(int error, const std::string &what, const std::string &path) {
  std::string text = what + " " + path + ": " + describe_errno(error) + ". ";
  if (is_outside(error)) return outside(path);
  if (is_space(error)) {
    return copy_error("retryable", "NO_SPACE", text + "Free space on that file system, then start again.",
                      path);
  }
  if (error == EFBIG) {
    return copy_error("permanent", "NO_SPACE", text + "The file system cannot hold a file of this size.", path);
  }
  if (is_denied(error)) {
    return copy_error("denied", "TARGET_NOT_WRITABLE",
                      text + "Give the executor's account write permission there, or choose another folder.", path);
  }
  if (is_absent(error)) {
    return copy_error("not-found", "TARGET_NOT_WRITABLE",
                      text + "The folder does not exist or a file stands where a folder is needed.", path);
  }
  if (error == ENAMETOOLONG || error == EISDIR) {
    return copy_error("permanent", "TARGET_NOT_WRITABLE", text + "Choose another name.", path);
  }
  return copy_error("permanent", "IO_ERROR", text + "Look at the storage that holds it.", path);
}

copy_error source_error(int error, const std::string &what, const std::string &path) {
  std::string text = what + " " + path + ": " + describe_errno(error) + ". ";
  if (is_outside(error)) return outside(path);
  if (is_absent(error)) {
    return copy_error("not-found", "SOURCE_NOT_FOUND", text + "Check the location and the path.", path);
  }
  if (is_denied(error)) {
    return copy_error("denied", "SOURCE_NOT_FOUND", text + "Give the executor's account permission to read it.", path);
  }
  return copy_error("permanent", "IO_ERROR", text + "Look at the storage that holds it.", path);
}

copy_error repository_error(int error, const std::string &what, const std::string &path) {
  std::string text = what + " " + path + ": " + describe_errno(error) + ". ";
  if (is_space(error)) {
    return copy_error("retryable", "NO_SPACE", text + "Free space on the repository's file system.", path);
  }
  if (is_denied(error)) {
    return copy_error("denied", "IO_ERROR", text + "Give the executor's account permission there.", path);
  }
  return copy_error("permanent", "IO_ERROR", text + "Look at the storage that holds the repository.", path);
}

bool is_unreadable(int error) {
  // EISDIR, ESPIPE: a folder or a named pipe stands where a file belongs.
  return !is_absent(error) && !is_outside(error) && error != EISDIR && error != ESPIPE;
}

copy_error no_thread_error(const std::system_error &error) {
  return copy_error("retryable", "IO_ERROR",
                    std::string("The copy engine got no thread: ") + error.what() +
                        ". Raise the limit on processes of the executor's account, then start again.");
}

copy_error aborted_error() { return copy_error("aborted", "ABORTED", "The copy was stopped by request."); }

}  // namespace reinstate
