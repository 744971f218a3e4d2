// bench-engine: the core without Node. Prints one JSON object on stdout; errors as JSON on stderr with exit code 1.
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <vector>

#include "../core/capture.h"
#include "../core/copy_error.h"
#include "../core/restore.h"
#include "../core/verify.h"
#include "commands.h"

using namespace reinstate;

static const char usage[] =
    "bench-engine capture REPOSITORY ROOT PATH SOURCE_FORMAT CAPACITY [PARENT EXTENTS_FILE]\n"
    "bench-engine restore REPOSITORY INDEX CAPACITY ROOT PATH OPERATION TOKEN [FORMAT]\n"
    "bench-engine verify REPOSITORY INDEX CAPACITY\n"
    "bench-engine collect REPOSITORY MINIMUM_AGE_MS DRY_RUN|REMOVE INDEX… [-- GIVEN_UP_INDEX…]\n"
    "bench-engine scrub REPOSITORY FIRST_FOLDER FOLDER_END BYTE_LIMIT\n"
    "bench-engine trace REPOSITORY FIRST_FOLDER FOLDER_COUNT BAD_ID,…|- INDEX…\n"
    "bench-engine extract REPOSITORY INDEX FILE\n"
    "bench-engine make-image FILE CAPACITY\n"
    "bench-engine compare-hashes SEED\n"
    "bench-engine bench IMAGE SCRATCH_FOLDER [ROUNDS]\n"
    "options: --workers N  --nice N  --zstd-level N  --io-depth N\n";

static std::string quoted(const std::string &text) {
  std::string out = "\"";
  for (char letter : text) {
    if (letter == '"' || letter == '\\') out.push_back('\\');
    if (static_cast<unsigned char>(letter) < 32) {
      char code[8];
      snprintf(code, sizeof code, "\\u%04x", static_cast<unsigned>(letter));
      out += code;
    } else {
      out.push_back(letter);
    }
  }
  return out + "\"";
}

static uint64_t number(const std::string &text) { return strtoull(text.c_str(), nullptr, 10); }
static unsigned long long wide(uint64_t value) { return value; }

double reinstate::seconds_now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/** Lines of offset and length in bytes. */
static std::vector<disk_extent> read_extents(const std::string &path) {
  FILE *file = fopen(path.c_str(), "r");
  if (file == nullptr) throw source_error(errno, "Cannot open", path);
  std::vector<disk_extent> extents;
  unsigned long long offset = 0, length = 0;
  while (fscanf(file, "%llu %llu", &offset, &length) == 2) extents.push_back({offset, length});
  fclose(file);
  return extents;
}

static int run_capture(const std::vector<std::string> &words, const run_settings &settings) {
  capture_request request;
  request.repository_path = words[1];
  request.source = {words[2], words[3]};
  if (!source_format_from(words[4], request.format)) {
    fputs(usage, stderr);
    return 2;
  }
  request.capacity_bytes = number(words[5]);
  if (words.size() == 8) {
    request.parent_index_hash = words[6];
    request.changed = read_extents(words[7]);
  }
  run_control control;
  double begin = seconds_now();
  capture_result result = capture_disk(request, settings, control);
  printf("{\"indexHash\":\"%s\",\"dataBytes\":%llu,\"chunkCount\":%llu,\"newChunkCount\":%llu,\"newStoredBytes\":%llu,"
         "\"seconds\":%.4f}\n",
         result.index_hash.c_str(), wide(result.data_bytes), wide(result.chunk_count), wide(result.new_chunk_count),
         wide(result.new_stored_bytes), seconds_now() - begin);
  return 0;
}

static int run_restore(const std::vector<std::string> &words, const run_settings &settings) {
  restore_request request;
  request.repository_path = words[1];
  request.index_hash = words[2];
  request.capacity_bytes = number(words[3]);
  request.target = {words[4], words[5]};
  request.operation_id = words[6];
  request.fencing_token = number(words[7]);
  if (words.size() == 9 && !target_format_from(words[8], request.format)) {
    fputs(usage, stderr);
    return 2;
  }
  run_control control;
  double begin = seconds_now();
  restore_result result = restore_disk(request, settings, control);
  printf("{\"writtenBytes\":%llu,\"resumedBytes\":%llu,\"seconds\":%.4f}\n", wide(result.written_bytes),
         wide(result.resumed_bytes), seconds_now() - begin);
  return 0;
}

static int run_verify(const std::vector<std::string> &words, const run_settings &settings) {
  run_control control;
  double begin = seconds_now();
  verify_result result = verify_disk({words[1], words[2], number(words[3])}, settings, control);
  printf("{\"chunkCount\":%llu,\"dataBytes\":%llu,\"damagedChunkCount\":%llu,\"seconds\":%.4f}\n",
         wide(result.chunk_count), wide(result.data_bytes), wide(result.damaged_chunk_count), seconds_now() - begin);
  return result.damaged_chunk_count == 0 ? 0 : 1;
}

static int run(const std::vector<std::string> &words, const run_settings &settings) {
  std::string command = words.empty() ? "" : words[0];
  if (command == "capture" && (words.size() == 6 || words.size() == 8)) return run_capture(words, settings);
  if (command == "restore" && (words.size() == 8 || words.size() == 9)) return run_restore(words, settings);
  if (command == "verify" && words.size() == 4) return run_verify(words, settings);
  if (command == "collect" && words.size() >= 4) return run_collect(words);
  if (command == "scrub" && words.size() == 5) return run_scrub(words, settings);
  if (command == "trace" && words.size() >= 5) return run_trace(words);
  if (command == "extract" && words.size() == 4) {
    printf("{\"capacityBytes\":%llu}\n", wide(extract_disk(words[1], words[2], words[3])));
    return 0;
  }
  if (command == "make-image" && words.size() == 3) {
    make_image(words[1], number(words[2]));
    return 0;
  }
  if (command == "compare-hashes" && words.size() == 2) {
    hash_comparison result = compare_hashes(static_cast<uint32_t>(number(words[1])));
    printf("{\"pairs\":%llu,\"wrong\":%llu}\n", wide(result.pairs), wide(result.wrong));
    return result.wrong == 0 ? 0 : 1;
  }
  if (command == "bench" && (words.size() == 3 || words.size() == 4)) {
    compare_alternatives(words[1], words[2], words.size() == 4 ? static_cast<unsigned>(number(words[3])) : 5);
    return 0;
  }
  fputs(usage, stderr);
  return 2;
}

int main(int argc, char **argv) {
  run_settings settings;
  std::vector<std::string> words;
  for (int at = 1; at < argc; at++) {
    bool option = strncmp(argv[at], "--", 2) == 0 && at + 1 < argc;
    if (option && strcmp(argv[at], "--workers") == 0) settings.workers = static_cast<unsigned>(number(argv[++at]));
    else if (option && strcmp(argv[at], "--nice") == 0) settings.nice = atoi(argv[++at]);
    else if (option && strcmp(argv[at], "--zstd-level") == 0) settings.zstd_level = atoi(argv[++at]);
    else if (option && strcmp(argv[at], "--io-depth") == 0) settings.io_depth = static_cast<unsigned>(atoi(argv[++at]));
    else words.push_back(argv[at]);
  }
  try {
    return run(words, settings);
  } catch (const copy_error &error) {
    fprintf(stderr, "{\"kind\":%s,\"code\":%s,\"message\":%s,\"path\":%s,\"offsetBytes\":%lld,\"chunkId\":%s}\n",
            quoted(error.kind).c_str(), quoted(error.code).c_str(), quoted(error.message).c_str(),
            quoted(error.path).c_str(), static_cast<long long>(error.offset_bytes), quoted(error.chunk_id).c_str());
    return 1;
  }
}
