#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <memory>
#include <set>
#include <stdexcept>

#include "../src/core/damage_trace.h"
#include "../src/core/garbage.h"
#include "../src/core/run_control.h"
#include "../src/core/scrub.h"
#include "fault_world.h"

namespace fs = std::filesystem;

namespace reinstate::faults {

static operation restore_operation(const fault_world &world, const world_disk &disk, const std::string &format,
                                   const std::string &name) {
  operation made;
  made.name = name;
  made.prepare = [&world] { world.empty_targets(); };
  made.run = [&world, &disk, format] { world.restore(disk, format); };
  made.after_failure = [&world, &disk, format] { return world.judge_failed_target(disk, format); };
  made.after_success = [&world, &disk, format] { return world.judge_target(disk, format); };
  return made;
}

static std::string sound(const fault_world &world, const world_disk &disk) {
  std::string message;
  outcome result = outcome_of([&] {
    if (world.verify(disk) != 0) message = "the point of " + disk.file_name + " is damaged";
  });
  return result.good ? message : result.message;
}

/** What can be found by its name is whole: the first point always, the new one as soon as its root is there. */
static std::string after_broken_capture(const fault_world &world, const world_disk &disk, bool first_is_there) {
  const std::string &hash = disk.index_hash;
  std::string root = world.repository() + "/pages/" + hash.substr(0, 2) + "/" + hash.substr(2, 2) + "/" + hash;
  std::string message = first_is_there ? sound(world, world.first()) : "";
  return message.empty() && fs::exists(root) ? sound(world, disk) : message;
}

static operation capture_operation(const fault_world &world, const world_disk &disk, bool incremental,
                                   const std::string &name, std::function<void()> prepare) {
  operation made;
  bool first_is_there = incremental || name == "capture-again";
  made.name = name;
  made.prepare = std::move(prepare);
  made.run = [&world, &disk, incremental] {
    if (world.capture(disk, incremental) != disk.index_hash) throw std::runtime_error("the index hash is another");
  };
  bool begins_damaged = name == "capture, healing";
  made.after_failure = [&world, &disk, first_is_there, begins_damaged] {
    return begins_damaged ? "" : after_broken_capture(world, disk, first_is_there);
  };
  made.after_success = [&world, &disk] {
    if (!fs::is_empty(world.repository() + "/tmp")) return std::string(left_in_tmp);
    return sound(world, disk);
  };
  return made;
}

/** Cuts a chunk of the first disk, and tells its id. */
static std::string damage_one_chunk(const fault_world &world) {
  for (const auto &file : world.with_first().files()) {
    if (file.first.rfind("chunks/", 0) != 0) continue;
    fs::resize_file(world.repository() + "/" + file.first, file.second.size() - 1);
    return file.first.substr(file.first.size() - 64);
  }
  throw std::runtime_error("no chunk to damage");
}

static operation capture_vmdk_operation(const fault_world &world, const std::string &format) {
  auto nothing = [&world] { fs::remove_all(world.repository()); };
  operation made = capture_operation(world, world.first(), false, "capture of " + format, nothing);
  made.run = [&world, format] {
    if (world.capture_vmdk(format) != world.first().index_hash) throw std::runtime_error("the index hash is another");
  };
  return made;
}

static std::set<std::string> names_of(const saved_tree &tree) {
  std::set<std::string> names;
  for (const auto &file : tree.files()) names.insert(file.first);
  return names;
}

/** Whole objects are never called damaged, and the damaged one is never passed over. */
static void scrub_and_judge(const fault_world &world, const std::string &damaged_id) {
  run_control control;
  run_settings settings;
  settings.workers = world.workers;
  settings.nice = 0;
  bool found = false;
  // All folders would be 131,072 calls that find nothing.
  for (const std::string &id : {damaged_id, world.first().index_hash}) {
    scrub_request request;
    request.repository_path = world.repository();
    request.first_folder = static_cast<uint32_t>(std::stoul(id.substr(0, 4), nullptr, 16));
    request.folder_end = request.first_folder + 1;
    request.byte_limit = 1u << 30;
    for (const bad_object &bad : scrub_repository(request, settings, control).bad) {
      bool same = to_hex(bad.id) == damaged_id;
      found = found || same;
      if (!same && bad.status != chunk_status::unreadable) throw std::runtime_error("a whole object is called damaged");
    }
  }
  if (!found) throw std::runtime_error("the damaged chunk was passed over");
}

static operation scrub_operation(const fault_world &world) {
  operation made;
  auto id = std::make_shared<std::string>();
  made.name = "scrub";
  made.prepare = [&world, id] {
    world.whole().put_back(world.repository());
    *id = damage_one_chunk(world);
  };
  made.run = [&world, id] { scrub_and_judge(world, *id); };
  made.after_failure = made.after_success = [&world] {
    auto left = names_of(saved_tree::of(world.repository()));
    for (const std::string &name : names_of(world.whole())) {
      if (left.count(name) == 0) return name + " went";
    }
    return std::string();
  };
  return made;
}

static operation trace_operation(const fault_world &world) {
  operation made = scrub_operation(world);
  auto id = std::make_shared<std::string>();
  made.name = "trace";
  made.prepare = [&world, id] {
    world.whole().put_back(world.repository());
    *id = damage_one_chunk(world);
  };
  made.run = [&world, id] {
    run_control control;
    trace_request request;
    request.repository_path = world.repository();
    for (const world_disk &disk : world.disks()) request.index_hashes.push_back(disk.index_hash);
    request.bad_ids = {*id};
    request.read_again = true;
    request.folder_count = folder_count_all;
    std::set<std::string> broken, unsure;
    for (const traced_index &index : trace_damage(request, control).indexes) {
      (index.damaged_count > 0 ? broken : unsure).insert(index.index_hash);
    }
    const std::string &first = world.first().index_hash;
    if (broken.count(first) + unsure.count(first) == 0) throw std::runtime_error("the broken point is not named");
    if (broken.count(world.wide().index_hash) != 0) throw std::runtime_error("a whole point is called damaged");
  };
  return made;
}

static operation collect_operation(const fault_world &world) {
  operation made;
  made.name = "collect";
  made.prepare = [&world] { world.whole().put_back(world.repository()); };
  made.run = [&world] {
    run_control control;
    garbage_request request;
    request.repository_path = world.repository();
    request.roots = {world.first().index_hash};
    request.dry_run = false;
    collect_garbage(request, control);
  };
  made.after_failure = [&world] { return sound(world, world.first()); };
  made.after_success = [&world] {
    bool same = names_of(saved_tree::of(world.repository())) == names_of(world.with_first());
    return same ? sound(world, world.first()) : std::string("something stayed, or something went that must stay");
  };
  return made;
}

/** A capture that began before everything in the repository was used last, and still runs. */
static void begin_capture(const fault_world &world, int &held) {
  if (held >= 0) close(held);
  world.whole().put_back(world.repository());
  const std::string run = world.repository() + "/tmp/run-0123456789abcdef";
  fs::create_directory(run);
  held = open(run.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  int started = open((run + "/started").c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  const struct timespec long_ago[2] = {{time(nullptr) - 172800, 0}, {time(nullptr) - 172800, 0}};
  bool good = held >= 0 && flock(held, LOCK_EX | LOCK_NB) == 0 && futimens(started, long_ago) == 0;
  close(started);
  if (!good) throw std::runtime_error("cannot stand in for a capture");
}

static operation collect_beside_capture(const fault_world &world) {
  operation made = collect_operation(world);
  auto held = std::make_shared<int>(-1);
  made.name = "collect beside a capture";
  made.prepare = [&world, held] { begin_capture(world, *held); };
  made.after_success = made.after_failure = [&world] {
    auto left = names_of(saved_tree::of(world.repository()));
    left.erase("tmp/run-0123456789abcdef/started");
    return left == names_of(world.whole()) ? "" : std::string("something went that a running capture may use");
  };
  return made;
}

std::vector<operation> operations_of(const fault_world &world) {
  std::vector<operation> all;
  for (const std::string &format : target_formats()) {
    all.push_back(restore_operation(world, world.first(), format, "restore " + format));
  }
  all.push_back(restore_operation(world, world.wide(), "RAW_SPARSE", "restore wide RAW_SPARSE"));
  operation verify;
  verify.name = "verify";
  verify.prepare = [] {};
  verify.run = [&world] {
    if (world.verify(world.wide()) != 0) throw std::runtime_error("whole chunks are called damaged");
  };
  verify.after_failure = verify.after_success = [] { return std::string(); };
  all.push_back(verify);
  auto nothing = [&world] { fs::remove_all(world.repository()); };
  auto first = [&world] { world.with_first().put_back(world.repository()); };
  all.push_back(capture_operation(world, world.first(), false, "capture", nothing));
  all.push_back(capture_operation(world, world.second(), false, "capture-again", first));
  all.push_back(capture_operation(world, world.first(), false, "capture, healing", [&world, first] {
    first();
    damage_one_chunk(world);
  }));
  all.push_back(capture_operation(world, world.second(), true, "capture, incremental", first));
  all.push_back(capture_operation(world, world.wide(), false, "capture wide", nothing));
  all.push_back(capture_vmdk_operation(world, "VMDK_SPARSE"));
  all.push_back(capture_vmdk_operation(world, "VMDK_STREAM_OPTIMIZED"));
  all.push_back(scrub_operation(world));
  all.push_back(trace_operation(world));
  all.push_back(collect_operation(world));
  all.push_back(collect_beside_capture(world));
  return all;
}

}  // namespace reinstate::faults
