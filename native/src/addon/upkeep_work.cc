#include "upkeep_work.h"

#include "../core/damage_trace.h"
#include "../core/garbage.h"
#include "../core/scrub.h"
#include "request_values.h"

namespace reinstate {

static Napi::Array text_array(Napi::Env env, const std::vector<std::string> &texts) {
  Napi::Array list = Napi::Array::New(env, texts.size());
  for (uint32_t at = 0; at < texts.size(); at++) list.Set(at, texts[at]);
  return list;
}

operation_work collect_work(const Napi::Object &from) {
  garbage_request request;
  request.repository_path = text_of(from, "repositoryPath");
  request.minimum_age_ms = whole_number_of(from, "minimumAgeMs");
  request.dry_run = flag_of(from, "dryRun");
  request.keep_unknown = flag_of(from, "keepUnknown");
  request.roots = texts_of(from, "rootIndexHashes");
  request.given_up = texts_of(from, "givenUpIndexHashes");
  return [request](run_control &control) -> result_builder {
    garbage_result result = collect_garbage(request, control);
    return [result](Napi::Env env) {
      Napi::Object value = Napi::Object::New(env);
      set_number(value, "chunkCount", result.chunk_count);
      set_number(value, "pageCount", result.page_count);
      set_number(value, "removedChunkCount", result.removed_chunk_count);
      set_number(value, "removedPageCount", result.removed_page_count);
      set_number(value, "removedBytes", result.removed_bytes);
      set_number(value, "youngCount", result.young_count);
      set_number(value, "unknownRootCount", result.unknown_root_count);
      value.Set("unknownRoots", text_array(env, result.unknown_roots));
      return value;
    };
  };
}

static const char *name_of(object_kind kind) { return kind == object_kind::chunk ? "CHUNK" : "PAGE"; }

static uint32_t folder_number_of(const Napi::Object &from, const char *name) {
  uint64_t number = whole_number_of(from, name);
  if (number <= folder_count_all) return static_cast<uint32_t>(number);
  throw Napi::TypeError::New(from.Env(), std::string(name) + " must be at most 65536");
}

operation_work scrub_work(const Napi::Object &from) {
  scrub_request request;
  request.repository_path = text_of(from, "repositoryPath");
  request.first_folder = folder_number_of(from, "firstFolder");
  request.folder_end = folder_number_of(from, "folderEnd");
  request.byte_limit = whole_number_of(from, "byteLimit");
  run_settings settings;
  if (flag_of(from, "inBackground")) {
    settings.workers = 1;
    settings.nice = 19;
  }
  return [request, settings](run_control &control) -> result_builder {
    scrub_result result = scrub_repository(request, settings, control);
    return [result](Napi::Env env) {
      Napi::Object value = Napi::Object::New(env);
      set_number(value, "nextFolder", result.next_folder);
      set_number(value, "chunkCount", result.chunk_count);
      set_number(value, "pageCount", result.page_count);
      set_number(value, "byteCount", result.byte_count);
      Napi::Array bad = Napi::Array::New(env, result.bad.size());
      for (uint32_t at = 0; at < result.bad.size(); at++) {
        Napi::Object entry = Napi::Object::New(env);
        entry.Set("id", to_hex(result.bad[at].id));
        entry.Set("kind", name_of(result.bad[at].kind));
        entry.Set("reason", word_of(result.bad[at].status));
        entry.Set("quarantined", result.bad[at].quarantined);
        bad.Set(at, entry);
      }
      value.Set("bad", bad);
      return value;
    };
  };
}

static Napi::Object traced_value(Napi::Env env, const traced_index &index) {
  Napi::Object value = Napi::Object::New(env);
  value.Set("indexHash", index.index_hash);
  set_number(value, "damagedCount", index.damaged_count);
  set_number(value, "unreadableCount", index.unreadable_count);
  Napi::Array objects = Napi::Array::New(env, index.objects.size());
  for (uint32_t at = 0; at < index.objects.size(); at++) {
    Napi::Object entry = Napi::Object::New(env);
    entry.Set("id", index.objects[at].id);
    entry.Set("kind", name_of(index.objects[at].kind));
    entry.Set("reason", word_of(index.objects[at].status));
    set_number(entry, "offsetBytes", index.objects[at].offset_bytes);
    set_number(entry, "lengthBytes", index.objects[at].length_bytes);
    objects.Set(at, entry);
  }
  value.Set("objects", objects);
  return value;
}

operation_work trace_work(const Napi::Object &from) {
  trace_request request;
  request.repository_path = text_of(from, "repositoryPath");
  request.index_hashes = texts_of(from, "indexHashes");
  request.bad_ids = texts_of(from, "badIds");
  request.read_again = flag_of(from, "readAgain");
  request.first_folder = folder_number_of(from, "firstFolder");
  request.folder_count = folder_number_of(from, "folderCount");
  return [request](run_control &control) -> result_builder {
    trace_result result = trace_damage(request, control);
    return [result](Napi::Env env) {
      Napi::Object value = Napi::Object::New(env);
      set_number(value, "healedCount", result.healed_count);
      set_number(value, "foundCount", result.found_count);
      Napi::Array indexes = Napi::Array::New(env, result.indexes.size());
      for (uint32_t at = 0; at < result.indexes.size(); at++) indexes.Set(at, traced_value(env, result.indexes[at]));
      value.Set("indexes", indexes);
      return value;
    };
  };
}

}  // namespace reinstate
