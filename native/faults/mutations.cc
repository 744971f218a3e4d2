// Random damage to the files of a repository. What must hold: verification finds it in every disk that stands on the
// damaged file and in no other, a restore of such a disk is refused, its target gets no name, and no byte of what was
// written is wrong. A damage that leaves the disk the same (a bit of a zstd frame that means nothing) is counted apart,
// proven by a restore, and another is drawn in its place.
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <random>
#include <set>
#include <stdexcept>

#include "commands.h"
#include "fault_world.h"

namespace fs = std::filesystem;

namespace reinstate::faults {

using bytes = std::vector<uint8_t>;

static const std::vector<std::string> kinds = {
    "flip",      "overwrite", "truncate", "extend",    "zero range",  "swap ranges", "delete",
    "duplicate", "exchange",  "rename",   "directory", "symlink",     "named pipe",
};

class mutation_sweep {
 public:
  explicit mutation_sweep(const fault_settings &settings)
      : settings_(settings), world_(settings.folder, 6, false), random_(settings.seed) {
    world_.workers = settings.workers;
    for (const auto &file : world_.whole().files()) names_.push_back(file.first);
    for (const std::string &name : names_) {
      fs::remove(path_of(name));
      for (size_t disk = 0; disk < world_.disks().size(); disk++) {
        if (!is_sound(disk)) stand_on_[name].insert(disk);
      }
      put_back(name);
    }
  }

  bool run() {
    for (uint64_t number = 0; number < settings_.count && told_.none(); number++) {
      for (unsigned attempt = 0; attempt < 100 && !mutate(kinds[number % kinds.size()], number); attempt++) continue;
    }
    printf("{\"seed\":%llu,\"detected\":%llu,\"verifications\":%llu,\"refusedRestores\":%llu,\"harmless\":%llu,"
           "\"complaints\":%llu,%s,%s,%s}\n",
           wide(settings_.seed), wide(detected_), wide(verifications_), wide(refused_), wide(harmless_),
           wide(told_.count()), counts_json("byKind", by_kind_).c_str(), counts_json("byCode", by_code_).c_str(),
           counts_json("byFormat", by_format_).c_str());
    return told_.none() && detected_ == settings_.count;
  }

 private:
  static unsigned long long wide(uint64_t value) { return value; }
  std::string path_of(const std::string &name) const { return world_.repository() + "/" + name; }
  const bytes &original(const std::string &name) const { return world_.whole().files().at(name); }
  uint64_t below(uint64_t end) { return end == 0 ? 0 : random_() % end; }
  const std::string &any_name() { return names_[below(names_.size())]; }

  bool is_sound(size_t disk) {
    verifications_++;
    outcome result;
    uint64_t damaged = 0;
    result = outcome_of([&] { damaged = world_.verify(world_.disks()[disk]); });
    return result.good && damaged == 0;
  }

  void write(const std::string &name, const bytes &content) {
    std::ofstream file(path_of(name), std::ios::binary | std::ios::trunc);
    file.write(reinterpret_cast<const char *>(content.data()), static_cast<std::streamsize>(content.size()));
    file.close();
    if (!file) throw std::runtime_error("cannot write " + path_of(name));
  }

  void put_back(const std::string &name) {
    fs::remove_all(path_of(name));
    write(name, original(name));
  }

  /** The file's bytes after a mutation of its content alone. */
  bytes changed(const std::string &kind, bytes content) {
    uint64_t at = below(content.size());
    uint64_t length = 1 + below(content.size() - at);
    if (kind == "flip") content[at] = static_cast<uint8_t>(content[at] ^ (1u << below(8)));
    if (kind == "overwrite") content[at] = static_cast<uint8_t>(random_());
    if (kind == "truncate") content.resize(at);
    if (kind == "zero range") std::fill_n(content.begin() + static_cast<ptrdiff_t>(at), length, 0);
    for (uint64_t more = kind == "extend" ? 1 + below(5000) : 0; more > 0; more--) {
      content.push_back(static_cast<uint8_t>(length % 2 == 0 ? 0 : random_()));
    }
    if (kind == "swap ranges") {
      uint64_t part = 1 + below(content.size() / 2);
      uint64_t first = below(content.size() - 2 * part + 1);
      for (uint64_t byte = 0; byte < part; byte++) std::swap(content[first + byte], content[first + part + byte]);
    }
    return content;
  }

  /** Changes the repository; the names of what changed, none when the bytes stayed the same. */
  std::set<std::string> strike(const std::string &kind) {
    const std::string name = any_name();
    const std::string other = any_name();
    const std::string path = path_of(name);
    bool two = kind == "duplicate" || kind == "exchange" || kind == "rename";
    if (two && original(name) == original(other)) return {};
    if (kind == "duplicate") {
      write(name, original(other));
    } else if (kind == "exchange" || kind == "rename") {
      write(name, original(other));
      if (kind == "exchange") write(other, original(name));
      else fs::remove(path_of(other));
      return {name, other};
    } else if (kind == "delete") {
      fs::remove(path);
    } else if (kind == "directory" || kind == "symlink" || kind == "named pipe") {
      fs::remove(path);
      if (kind == "directory") fs::create_directory(path);
      if (kind == "symlink") fs::create_symlink(path_of(other == name ? "nothing" : other), path);
      if (kind == "named pipe" && mkfifo(path.c_str(), 0600) != 0) throw std::runtime_error("no named pipe");
    } else {
      bytes content = changed(kind, original(name));
      if (content == original(name)) return {};
      write(name, content);
    }
    return {name};
  }

  /** False when another one has to be drawn. */
  bool mutate(const std::string &kind, uint64_t number) {
    std::set<std::string> struck = strike(kind);
    if (struck.empty()) return false;
    std::set<size_t> affected;
    std::string where = "seed " + std::to_string(settings_.seed) + ", mutation " + std::to_string(number) + ", " + kind;
    for (const std::string &name : struck) {
      where += " " + name;
      affected.insert(stand_on_[name].begin(), stand_on_[name].end());
    }
    size_t found = 0;
    for (size_t disk = 0; disk < world_.disks().size() && told_.none(); disk++) {
      bool sound = is_sound(disk);
      if (!sound) found++;
      if (!sound && affected.count(disk) == 0) told_.tell(where, "a disk that does not stand on it is called damaged");
      if (affected.count(disk) != 0) try_restore(world_.disks()[disk], sound, where, number);
    }
    for (const std::string &name : struck) put_back(name);
    if (found == 0) {
      harmless_++;
      return false;
    }
    detected_++;
    by_kind_[kind]++;
    return true;
  }

  void try_restore(const world_disk &disk, bool sound, const std::string &where, uint64_t number) {
    world_.empty_targets();
    std::string format = target_formats()[number % target_formats().size()];
    // 600 MiB allocated each time would be all that this test does.
    if (&disk == &world_.wide() && format == "RAW_THICK") format = "VMDK_SPARSE";
    outcome result = outcome_of([&] { world_.restore(disk, format); });
    by_format_[format]++;
    std::string wrong;
    if (result.good != sound) wrong = "verification and restore disagree";
    else if (sound) wrong = world_.judge_target(disk, format);
    else if (fs::exists(world_.target_path(format))) wrong = "the target got its name";
    else wrong = world_.judge_failed_target(disk, format);
    if (!wrong.empty()) told_.tell(where + ", restored as " + format, wrong + " [" + result.code + "]");
    if (sound) return;
    refused_++;
    by_code_[result.code]++;
  }

  fault_settings settings_;
  fault_world world_;
  std::mt19937_64 random_;
  complaints told_;
  std::vector<std::string> names_;
  std::map<std::string, std::set<size_t>> stand_on_;
  uint64_t detected_ = 0;
  uint64_t verifications_ = 0;
  uint64_t refused_ = 0;
  uint64_t harmless_ = 0;
  std::map<std::string, uint64_t> by_kind_;
  std::map<std::string, uint64_t> by_code_;
  std::map<std::string, uint64_t> by_format_;
};

bool sweep_mutations(const fault_settings &settings) { return mutation_sweep(settings).run(); }

}  // namespace reinstate::faults
