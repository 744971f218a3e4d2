// The one error of the core. Kinds and codes are those of src/ports/copy-engine.ts.
#pragma once
#include <cstdint>
#include <exception>
#include <string>
#include <system_error>

namespace reinstate {

struct copy_error : std::exception {
  std::string kind;
  std::string code;
  std::string message;
  std::string path;
  std::string chunk_id;
  int64_t offset_bytes = -1;

  copy_error(std::string kind_, std::string code_, std::string message_, std::string path_ = {})
      : kind(std::move(kind_)), code(std::move(code_)), message(std::move(message_)), path(std::move(path_)) {}

  copy_error &at(uint64_t offset) {
    offset_bytes = static_cast<int64_t>(offset);
    return *this;
  }
  copy_error &chunk(std::string id) {
    chunk_id = std::move(id);
    return *this;
  }
  const char *what() const noexcept override { return message.c_str(); }
};

std::string describe_errno(int error);

/** An operation on the target of a restore failed with `error`. */
copy_error target_error(int error, const std::string &what, const std::string &path);

/** An operation on the image to capture failed with `error`. */
copy_error source_error(int error, const std::string &what, const std::string &path);

/** An operation inside the repository failed with `error`. */
copy_error repository_error(int error, const std::string &what, const std::string &path);

/** Whether `error` says that an object of the repository may be whole and only cannot be read here and now. */
bool is_unreadable(int error);

/** The machine gave no thread. */
copy_error no_thread_error(const std::system_error &error);

copy_error aborted_error();

}  // namespace reinstate
