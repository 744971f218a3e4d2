// Small valid inputs for the fuzz targets, made by the engine itself.
#include <filesystem>
#include <fstream>
#include <map>

#include "../src/core/copy_error.h"
#include "../src/core/restore_journal.h"
#include "commands.h"
#include "fault_world.h"

#include <fcntl.h>

namespace fs = std::filesystem;

namespace reinstate::faults {

static std::map<std::string, unsigned> written;

static void put(const fault_settings &settings, const std::string &target, const std::vector<uint8_t> &bytes) {
  std::string folder = settings.folder + "/" + target;
  fs::create_directories(folder);
  std::ofstream file(folder + "/seed-" + std::to_string(written[target]++), std::ios::binary);
  file.write(reinterpret_cast<const char *>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

static std::vector<uint8_t> bytes_of(const std::string &path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

static void write_journals(const fault_settings &settings) {
  for (uint32_t layout : {0u, 4u}) {
    std::string path = settings.folder + "/journal";
    journal_identity identity{"operation-1", 3, {}, 1u << 20, layout};
    unique_fd file(open(path.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
    restore_journal journal(std::move(file), path, identity);
    journal.write_header();
    ordinal_ranges done;
    done.add(0, 5);
    done.add(9, 12);
    journal.append_ranges(done);
    if (layout != 0) journal.append_stream({12, 70'000});
    journal.append_whole(77);
    for (uint8_t mended : {uint8_t{0}, uint8_t{1}}) {
      std::vector<uint8_t> bytes = bytes_of(path);
      bytes.insert(bytes.begin(), mended);
      put(settings, "journal-fuzz", bytes);
    }
    fs::remove(path);
  }
}

bool write_seeds(const fault_settings &settings) {
  fault_world world(settings.folder + "/world", 3, false);
  std::vector<uint8_t> pages = {1};
  for (const auto &file : world.whole().files()) {
    if (file.first.rfind("chunks/", 0) == 0) put(settings, "chunk-fuzz", file.second);
    if (file.first.rfind("format.json", 0) == 0) put(settings, "repository-format-fuzz", file.second);
    if (file.first.rfind("pages/", 0) != 0) continue;
    put(settings, "page-fuzz", file.second);
    std::vector<uint8_t> alone = file.second;
    alone.insert(alone.begin(), 0);
    put(settings, "index-walk-fuzz", alone);
    pages.insert(pages.end(), file.second.begin(), file.second.end());
  }
  put(settings, "index-walk-fuzz", pages);
  for (const std::string format : {"VMDK_FLAT", "VMDK_SPARSE", "VMDK_STREAM_OPTIMIZED"}) {
    world.empty_targets();
    world.restore(world.first(), format);
    std::vector<uint8_t> bytes = bytes_of(world.target_path(format));
    put(settings, format == "VMDK_FLAT" ? "vmdk-descriptor-fuzz" : "vmdk-sparse-fuzz", bytes);
  }
  write_journals(settings);
  fs::remove_all(settings.folder + "/world");
  return true;
}

}  // namespace reinstate::faults
