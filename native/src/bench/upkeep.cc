#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "../core/damage_trace.h"
#include "../core/garbage.h"
#include "../core/scrub.h"
#include "commands.h"

namespace reinstate {

static uint64_t number(const std::string &text) { return strtoull(text.c_str(), nullptr, 10); }
static unsigned long long wide(uint64_t value) { return value; }
static const char *name_of(object_kind kind) { return kind == object_kind::chunk ? "CHUNK" : "PAGE"; }

int run_collect(const std::vector<std::string> &words) {
  garbage_request request;
  request.repository_path = words[1];
  request.minimum_age_ms = number(words[2]);
  request.dry_run = words[3] != "REMOVE";
  auto roots_end = std::find(words.begin() + 4, words.end(), "--");
  request.roots.assign(words.begin() + 4, roots_end);
  if (roots_end != words.end()) {
    request.keep_unknown = true;
    request.given_up.assign(roots_end + 1, words.end());
  }
  run_control control;
  garbage_result result = collect_garbage(request, control);
  printf("{\"chunkCount\":%llu,\"pageCount\":%llu,\"removedChunkCount\":%llu,\"removedPageCount\":%llu,"
         "\"removedBytes\":%llu,\"youngCount\":%llu,\"unknownRootCount\":%llu}\n",
         wide(result.chunk_count), wide(result.page_count), wide(result.removed_chunk_count),
         wide(result.removed_page_count), wide(result.removed_bytes), wide(result.young_count),
         wide(result.unknown_root_count));
  return 0;
}

int run_scrub(const std::vector<std::string> &words, const run_settings &settings) {
  run_control control;
  scrub_request request;
  request.repository_path = words[1];
  request.first_folder = static_cast<uint32_t>(number(words[2]));
  request.folder_end = std::min(static_cast<uint32_t>(number(words[3])), folder_count_all);
  request.byte_limit = number(words[4]);
  double begin = seconds_now();
  scrub_result result = scrub_repository(request, settings, control);
  printf("{\"nextFolder\":%u,\"chunkCount\":%llu,\"pageCount\":%llu,\"byteCount\":%llu,\"seconds\":%.4f,\"bad\":[",
         result.next_folder, wide(result.chunk_count), wide(result.page_count), wide(result.byte_count),
         seconds_now() - begin);
  for (size_t at = 0; at < result.bad.size(); at++) {
    const bad_object &bad = result.bad[at];
    printf("%s{\"kind\":\"%s\",\"id\":\"%s\",\"reason\":\"%s\",\"quarantined\":%s}", at == 0 ? "" : ",",
           name_of(bad.kind), to_hex(bad.id).c_str(), word_of(bad.status), bad.quarantined ? "true" : "false");
  }
  printf("]}\n");
  return result.bad.empty() ? 0 : 1;
}

/** Bad ids that are whole by now break nothing: they are read again. */
int run_trace(const std::vector<std::string> &words) {
  trace_request request;
  request.repository_path = words[1];
  request.first_folder = static_cast<uint32_t>(number(words[2]));
  request.folder_count = static_cast<uint32_t>(number(words[3]));
  request.read_again = true;
  if (words[4] != "-") {
    for (size_t at = 0; at < words[4].size(); at += 65) request.bad_ids.push_back(words[4].substr(at, 64));
  }
  request.index_hashes.assign(words.begin() + 5, words.end());
  run_control control;
  trace_result result = trace_damage(request, control);
  printf("{\"healedCount\":%llu,\"foundCount\":%llu,\"indexes\":[", wide(result.healed_count),
         wide(result.found_count));
  for (size_t at = 0; at < result.indexes.size(); at++) {
    const traced_index &index = result.indexes[at];
    printf("%s{\"indexHash\":\"%s\",\"damagedCount\":%llu,\"unreadableCount\":%llu,\"objects\":[", at == 0 ? "" : ",",
           index.index_hash.c_str(), wide(index.damaged_count), wide(index.unreadable_count));
    for (size_t place = 0; place < index.objects.size(); place++) {
      const traced_object &object = index.objects[place];
      printf("%s{\"kind\":\"%s\",\"id\":\"%s\",\"reason\":\"%s\",\"offsetBytes\":%llu,\"lengthBytes\":%llu}",
             place == 0 ? "" : ",", name_of(object.kind), object.id.c_str(), word_of(object.status),
             wide(object.offset_bytes), wide(object.length_bytes));
    }
    printf("]}");
  }
  printf("]}\n");
  return result.indexes.empty() ? 0 : 1;
}

}  // namespace reinstate
