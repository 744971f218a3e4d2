// A format.json of any bytes: only one that says what this version reads is taken.
#include <fcntl.h>

#include "../src/core/copy_error.h"
#include "../src/core/repository.h"
#include "fuzz_input.h"

using namespace reinstate;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t length) {
  const std::string &folder = fuzz::own_folder();
  int fd = open((folder + "/format.json").c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  fuzz::demand(fd >= 0 && write(fd, data, length) == static_cast<ssize_t>(length), "a file");
  close(fd);
  try {
    repository::open(folder);
    const std::string text(reinterpret_cast<const char *>(data), length);
    for (const char *word : {"\"reinstate-repository\"", "1048576", "\"sha-256\"", "\"none\"", "512", "4096"}) {
      fuzz::demand(text.find(word) != std::string::npos, "nothing else is taken");
    }
  } catch (const copy_error &error) {
    fuzz::demand(error.code == "REPOSITORY_FORMAT_UNSUPPORTED", "refused for its format");
  }
  return 0;
}
