#include "repository.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <map>

#include "copy_error.h"

namespace reinstate {

static const char format_text[] =
    "{\"format\":\"reinstate-repository\",\"version\":1,\"chunkSizeBytes\":1048576,\"blockSizeBytes\":4096,"
    "\"pageFanOut\":512,\"hash\":\"sha-256\",\"cipher\":\"none\"}\n";

/** Reads a flat JSON object of texts and whole numbers, each value as written. False when it is anything else. */
static bool parse_flat_object(const std::string &text, std::map<std::string, std::string> &out) {
  size_t at = 0;
  auto skip = [&] { while (at < text.size() && std::strchr(" \t\r\n", text[at])) at++; };
  auto take = [&](char wanted) {
    skip();
    if (at >= text.size() || text[at] != wanted) return false;
    at++;
    return true;
  };
  auto quoted = [&](std::string &value) {
    if (!take('"')) return false;
    size_t end = text.find('"', at);
    if (end == std::string::npos) return false;
    value = text.substr(at, end - at);
    at = end + 1;
    return value.find('\\') == std::string::npos;
  };
  if (!take('{')) return false;
  do {
    std::string name, value;
    if (!quoted(name) || !take(':')) return false;
    skip();
    if (at < text.size() && text[at] == '"') {
      if (!quoted(value)) return false;
    } else {
      while (at < text.size() && text[at] >= '0' && text[at] <= '9') value.push_back(text[at++]);
      if (value.empty()) return false;
    }
    if (!out.emplace(name, value).second) return false;
  } while (take(','));
  if (!take('}')) return false;
  skip();
  return at == text.size();
}

static copy_error unsupported(const std::string &path, const std::string &why) {
  return copy_error("permanent", "REPOSITORY_FORMAT_UNSUPPORTED",
                    "The repository " + path + " has a format that this version cannot read: " + why +
                        ". Use the version that wrote it, or a newer one.",
                    path);
}

static copy_error not_found(const std::string &path, const std::string &why) {
  return copy_error("not-found", "REPOSITORY_NOT_FOUND",
                    "There is no repository in " + path + ": " + why + ". Check the path and that it is mounted.",
                    path);
}

void repository::check_format() const {
  unique_fd file = open_at(folder_.get(), "format.json", O_RDONLY | O_NOFOLLOW);
  if (!file && errno == ENOENT) throw not_found(path_, "format.json is missing");
  if (!file) throw repository_error(errno, "Cannot open", path_ + "/format.json");
  std::string text(4097, '\0');
  ssize_t count = read_whole(file.get(), reinterpret_cast<uint8_t *>(&text[0]), text.size(), 0);
  if (count < 0) throw repository_error(errno, "Cannot read", path_ + "/format.json");
  text.resize(static_cast<size_t>(count));
  std::map<std::string, std::string> found, known;
  if (!parse_flat_object(text, found)) throw unsupported(path_, "format.json is damaged");
  parse_flat_object(format_text, known);
  for (const auto &field : known) {
    auto value = found.find(field.first);
    if (value == found.end()) throw unsupported(path_, "format.json lacks " + field.first);
    if (value->second != field.second) throw unsupported(path_, field.first + " is " + value->second);
  }
  for (const auto &field : found) {
    if (known.find(field.first) == known.end()) throw unsupported(path_, "format.json names " + field.first);
  }
}

/** What cannot be opened here and now is not absent. */
static unique_fd open_folder(const std::string &path) {
  unique_fd folder = open_at(AT_FDCWD, path.c_str(), O_RDONLY | O_DIRECTORY);
  if (!folder && is_unreadable(errno)) throw repository_error(errno, "Cannot open", path);
  if (!folder) throw not_found(path, describe_errno(errno));
  return folder;
}

repository repository::open(const std::string &path) {
  unique_fd folder = open_folder(path);
  repository opened(path, std::move(folder));
  opened.check_format();
  return opened;
}

template <typename test> static bool every_entry(int parent, const std::string &name, test allowed) {
  unique_fd folder = open_at(parent, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
  std::vector<std::string> names;
  if (!folder && !is_unreadable(errno)) return errno == ENOENT;
  if (!folder || !list_folder(folder.get(), names)) throw repository_error(errno, "Cannot list", name);
  for (const std::string &found : names) {
    if (!allowed(found)) return false;
  }
  return true;
}

/** Nothing but what a file system puts at its own root, and what an interrupted creation of a repository leaves. */
static bool is_free_for_repository(const std::string &path) {
  auto nothing = [](const std::string &) { return false; };
  return every_entry(AT_FDCWD, path, [&](const std::string &name) {
    if (name == "lost+found" || name.rfind("format.json.", 0) == 0) return true;
    if (name != "chunks" && name != "pages" && name != "quarantine" && name != "tmp") return false;
    return every_entry(AT_FDCWD, path + "/" + name, nothing);
  });
}

repository repository::open_or_create(const std::string &path) {
  if (mkdir(path.c_str(), 0700) != 0 && errno != EEXIST) {
    int error = errno;
    if (error == ENOENT || error == ENOTDIR) throw not_found(path, "its parent folder does not exist");
    throw repository_error(error, "Cannot make", path);
  }
  unique_fd folder = open_folder(path);
  if (faccessat(folder.get(), "format.json", F_OK, 0) == 0) return open(path);
  if (errno != ENOENT) throw repository_error(errno, "Cannot inspect", path + "/format.json");
  if (!is_free_for_repository(path)) {
    throw not_found(path, "the folder holds other files and no format.json, so nothing is written there");
  }
  for (const char *name : {"chunks", "pages", "quarantine", "tmp"}) {
    if (mkdirat(folder.get(), name, 0700) != 0 && errno != EEXIST) throw repository_error(errno, "Cannot make", path);
  }
  std::string temporary =
      "format.json." + std::to_string(getpid()) + "." + std::to_string(reinterpret_cast<uintptr_t>(&folder));
  unique_fd file = open_at(folder.get(), temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL, 0600);
  if (!file) throw repository_error(errno, "Cannot write", path + "/format.json");
  bool written = write_whole(file.get(), reinterpret_cast<const uint8_t *>(format_text), sizeof format_text - 1, 0) &&
                 sync_all(file.get());
  // link does not replace: of two captures that create the repository at once, both end with the same file.
  bool placed =
      written && (linkat(folder.get(), temporary.c_str(), folder.get(), "format.json", 0) == 0 || errno == EEXIST);
  int error = errno;
  unlinkat(folder.get(), temporary.c_str(), 0);
  if (!placed) throw repository_error(error, "Cannot write", path + "/format.json");
  if (!sync_all(folder.get())) throw repository_error(errno, "Cannot write", path + "/format.json");
  return open(path);
}

static std::string relative_object_path(object_kind kind, const digest &id) {
  std::string name = to_hex(id);
  return std::string(kind == object_kind::chunk ? "chunks/" : "pages/") + name.substr(0, 2) + "/" + name.substr(2, 2) +
         "/" + name;
}

unique_fd repository::open_object(object_kind kind, const digest &id) const {
  return open_at(folder_.get(), relative_object_path(kind, id).c_str(), O_RDONLY | O_NOFOLLOW);
}

bool repository::has_object(object_kind kind, const digest &id) const {
  return faccessat(folder_.get(), relative_object_path(kind, id).c_str(), F_OK, AT_SYMLINK_NOFOLLOW) == 0;
}

std::string repository::object_path(object_kind kind, const digest &id) const {
  return path_ + "/" + relative_object_path(kind, id);
}

}  // namespace reinstate
