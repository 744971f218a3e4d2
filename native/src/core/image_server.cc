#include "image_server.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "copy_error.h"
#include "helper_process.h"
#include "image_header.h"
#include "nbd_source.h"

namespace reinstate {

static std::string qemu_program(const std::string &name, const std::string &path) {
  std::string program = find_program(name);
  if (!program.empty()) return program;
  throw copy_error("permanent", "SOURCE_TOOL_MISSING",
                   path + " is read through " + name + ", which is not installed. On Debian: apt-get install "
                          "qemu-utils. Or convert the image to raw with qemu-img convert elsewhere.",
                   path);
}

/** The image as qemu is told of it: everything stated, so that nothing in the file names another file to open. */
static std::string image_words(source_format format) {
  std::string file = std::string("\"file\":{\"driver\":\"file\",\"filename\":\"") + helper_image_path + "\"}";
  if (format == source_format::vdi) return "json:{\"driver\":\"vdi\"," + file + "}";
  if (format == source_format::vhdx) return "json:{\"driver\":\"vhdx\"," + file + "}";
  return "json:{\"driver\":\"qcow2\",\"backing\":null," + file + "}";
}

/** What qemu said, with the image named as the user knows it. */
static std::string words_of(const helper_process &helper, const source_request &request) {
  std::string text = helper.said();
  for (const std::string &own : {image_words(request.format), std::string(helper_image_path)}) {
    for (size_t at = text.find(own); at != std::string::npos; at = text.find(own, at)) {
      text.replace(at, own.size(), request.file.full_path());
      at += request.file.full_path().size();
    }
  }
  return text;
}

static copy_error refused(const std::string &words, const source_request &request) {
  std::string path = request.file.full_path();
  // As in: Failed to get shared "write" lock.
  if (words.find("\" lock") != std::string::npos) {
    return copy_error("retryable", "SOURCE_IN_USE",
                      path + " is open for writing in another program (" + words + "). Stop that program first.", path);
  }
  return copy_error("permanent", "SOURCE_DAMAGED",
                    "qemu cannot read " + path + ": " + words + ". Copy the image again, or repair it with qemu-img "
                    "check -r all on a copy of it.",
                    path);
}

/**
 * qemu reads what lies beyond the end of a file as zeros, so an image that was cut off must be found before. Exit
 * codes: 0 good, 3 leaked clusters only (qemu-img(1)).
 */
static void check_image(const source_request &request, int image) {
  helper_request check;
  check.program = qemu_program("qemu-img", request.file.full_path());
  check.words = {"check", "-q", image_words(request.format)};
  check.image = image;
  helper_process running(check);
  int code = running.wait(request.abort);
  if (code == 0 || code == 3) return;
  throw refused(words_of(running, request) + " (qemu-img check: " + std::to_string(code) + ")", request);
}

/** A listening Unix socket in a folder that only this account may enter. Both are gone once `hide` was called. */
class private_listener {
 public:
  explicit private_listener(const std::string &image_path) {
    const char *temporary = getenv("TMPDIR");
    folder_ = std::string(temporary == nullptr || *temporary != '/' ? "/tmp" : temporary) + "/reinstate-nbd-XXXXXX";
    address_.sun_family = AF_UNIX;
    bool made = folder_.size() + 3 < sizeof address_.sun_path && mkdtemp(&folder_[0]) != nullptr;
    if (!made) throw source_error(errno, "Cannot make a folder for the socket of", image_path);
    path_ = folder_ + "/s";
    std::memcpy(address_.sun_path, path_.c_str(), path_.size() + 1);
    listener_ = unique_fd(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    bool listens = listener_ && bind(listener_.get(), address(), sizeof address_) == 0 &&
                   listen(listener_.get(), 16) == 0;
    int error = errno;
    if (listens) return;
    hide();
    throw source_error(error, "Cannot listen for", image_path);
  }
  ~private_listener() { hide(); }

  int fd() const { return listener_.get(); }

  /** Only the server holds the listener then: when it ends, who waits for it hears of it. */
  void hand_over() { listener_.reset(); }

  unique_fd connect() const {
    unique_fd out(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (!out || ::connect(out.get(), address(), sizeof address_) != 0) return unique_fd();
    return out;
  }

  void hide() {
    unlink(path_.c_str());
    rmdir(folder_.c_str());
  }

 private:
  const struct sockaddr *address() const { return reinterpret_cast<const struct sockaddr *>(&address_); }
  std::string folder_;
  std::string path_;
  struct sockaddr_un address_ = {};
  unique_fd listener_;
};

class image_source : public source_part {
 public:
  image_source(const source_request &request, unique_fd image) : request_(request), listener_(request_path()) {
    helper_request serve;
    serve.program = qemu_program("qemu-nbd", request_path());
    serve.words = {"--read-only", "--persistent", "--shared=16", image_words(request.format)};
    serve.image = image.get();
    serve.listener = listener_.fd();
    server_ = std::make_unique<helper_process>(serve);
    listener_.hand_over();
    nbd_server server;
    server.path = request_path();
    server.abort = request.abort;
    server.connect = [this] {
      unique_fd connected = listener_.connect();
      if (!connected) throw ended();
      return connected;
    };
    server.last_words = [this] { return words_of(*server_, request_); };
    try {
      source_ = std::make_unique<nbd_source>(std::move(server), request.capacity_bytes);
    } catch (const copy_error &error) {
      if (error.code != "IO_ERROR" || !server_->ends_soon()) throw;
      throw refused(words_of(*server_, request_), request_);
    }
    listener_.hide();
  }

  uint64_t next_data(uint64_t offset) const override { return source_->next_data(offset); }
  void read(uint8_t *to, uint64_t offset, size_t length) const override { source_->read(to, offset, length); }

 private:
  std::string request_path() const { return request_.file.full_path(); }
  copy_error ended() {
    return copy_error("retryable", "IO_ERROR", request_path() + ": qemu-nbd takes no connection.", request_path());
  }

  source_request request_;
  private_listener listener_;
  std::unique_ptr<helper_process> server_;
  // Last, so that the connections close before the server ends.
  std::unique_ptr<nbd_source> source_;
};

std::unique_ptr<source_part> open_image(const source_request &request) {
  std::string path = request.file.full_path();
  nbd_library::get();
  placed_parent parent = open_parent(request.file, false);
  if (!parent.folder) throw source_error(parent.error, "Cannot open", path);
  uint64_t size = 0;
  unique_fd image = open_source_file(parent.folder.get(), parent.name, path, size);
  unique_fd judged(dup(image.get()));
  if (!judged) throw source_error(errno, "Cannot open", path);
  check_image_header(file_bytes(std::move(judged), size, path), request.format, path);
  check_image(request, image.get());
  return std::make_unique<image_source>(request, std::move(image));
}

}  // namespace reinstate
