// The addon: turns JavaScript requests into plain structs, starts operations, hands out tagged handles.
#include <cpuid.h>
#include <napi.h>

#include "../core/capture.h"
#include "../core/describe_index.h"
#include "../core/restore.h"
#include "../core/verify.h"
#include "operation.h"
#include "request_values.h"
#include "upkeep_work.h"

namespace reinstate {

static const napi_type_tag operation_tag = {0x8c1d5a7f32be4b06, 0x9a4f0e6d71c2b385};

/** `ioDepth` is a whole number from 1 to 64, or absent. */
static run_settings settings_of(const Napi::Object &from) {
  run_settings settings;
  if (from.Get("ioDepth").IsUndefined()) return settings;
  uint64_t depth = whole_number_of(from, "ioDepth");
  if (depth < 1 || depth > io_depth_max) throw Napi::TypeError::New(from.Env(), "ioDepth must be from 1 to 64");
  settings.io_depth = static_cast<unsigned>(depth);
  return settings;
}

/** `incremental` is {parentIndexHash, changedExtents: [{offsetBytes, lengthBytes}]} or absent. */
static void read_incremental(const Napi::Object &from, capture_request &request) {
  Napi::Value value = from.Get("incremental");
  if (value.IsUndefined()) return;
  Napi::Value list = value.IsObject() ? value.As<Napi::Object>().Get("changedExtents") : value;
  if (!list.IsArray()) throw Napi::TypeError::New(from.Env(), "incremental.changedExtents must be an array");
  request.parent_index_hash = text_of(value.As<Napi::Object>(), "parentIndexHash");
  if (request.parent_index_hash.empty()) {
    throw Napi::TypeError::New(from.Env(), "incremental.parentIndexHash must not be empty");
  }
  Napi::Array extents = list.As<Napi::Array>();
  request.changed.reserve(extents.Length());
  for (uint32_t at = 0; at < extents.Length(); at++) {
    Napi::HandleScope scope(from.Env());
    Napi::Value extent = extents.Get(at);
    if (!extent.IsObject()) throw Napi::TypeError::New(from.Env(), "a changed extent must be an object");
    Napi::Object object = extent.As<Napi::Object>();
    request.changed.push_back({whole_number_of(object, "offsetBytes"), whole_number_of(object, "lengthBytes")});
  }
}

static operation_work capture_work(const Napi::Object &from) {
  capture_request request;
  request.repository_path = text_of(from, "repositoryPath");
  request.source = place_of(from, "source");
  if (!source_format_from(text_of(from, "sourceFormat"), request.format)) {
    throw Napi::TypeError::New(from.Env(), "sourceFormat must be one of the formats of the port");
  }
  request.capacity_bytes = whole_number_of(from, "capacityBytes");
  read_incremental(from, request);
  return [request, settings = settings_of(from)](run_control &control) -> result_builder {
    capture_result result = capture_disk(request, settings, control);
    return [result](Napi::Env env) {
      Napi::Object value = Napi::Object::New(env);
      value.Set("indexHash", result.index_hash);
      set_number(value, "capacityBytes", result.capacity_bytes);
      set_number(value, "dataBytes", result.data_bytes);
      set_number(value, "chunkCount", result.chunk_count);
      set_number(value, "newChunkCount", result.new_chunk_count);
      set_number(value, "newStoredBytes", result.new_stored_bytes);
      set_number(value, "readBytes", result.read_bytes);
      return value;
    };
  };
}

static restore_request restore_request_of(const Napi::Object &from) {
  restore_request request;
  request.repository_path = text_of(from, "repositoryPath");
  request.index_hash = text_of(from, "indexHash");
  request.capacity_bytes = whole_number_of(from, "capacityBytes");
  request.target = place_of(from, "target");
  if (!target_format_from(text_of(from, "targetFormat"), request.format)) {
    throw Napi::TypeError::New(from.Env(), "targetFormat must be one of the formats of the port");
  }
  request.operation_id = text_of(from, "operationId");
  request.fencing_token = whole_number_of(from, "fencingToken");
  return request;
}

static operation_work owner_work(const Napi::Object &from) {
  restore_request request = restore_request_of(from);
  return [request](run_control &) -> result_builder {
    std::string owner = target_owner(request);
    return [owner](Napi::Env env) {
      Napi::Object value = Napi::Object::New(env);
      value.Set("owner", owner);
      return value;
    };
  };
}

static operation_work restore_work(const Napi::Object &from) {
  restore_request request = restore_request_of(from);
  return [request, settings = settings_of(from)](run_control &control) -> result_builder {
    restore_result result = restore_disk(request, settings, control);
    return [result](Napi::Env env) {
      Napi::Object value = Napi::Object::New(env);
      set_number(value, "capacityBytes", result.capacity_bytes);
      set_number(value, "writtenBytes", result.written_bytes);
      set_number(value, "resumedBytes", result.resumed_bytes);
      return value;
    };
  };
}

static Napi::Object verify_value(Napi::Env env, const verify_result &result) {
  Napi::Object value = Napi::Object::New(env);
  set_number(value, "chunkCount", result.chunk_count);
  set_number(value, "dataBytes", result.data_bytes);
  set_number(value, "damagedChunkCount", result.damaged_chunk_count);
  Napi::Array damaged = Napi::Array::New(env, result.damaged.size());
  for (uint32_t at = 0; at < result.damaged.size(); at++) {
    Napi::Object entry = Napi::Object::New(env);
    set_number(entry, "offsetBytes", result.damaged[at].offset_bytes);
    set_number(entry, "lengthBytes", result.damaged[at].length_bytes);
    entry.Set("chunkId", result.damaged[at].chunk_id);
    entry.Set("reason", result.damaged[at].missing ? "MISSING" : "DAMAGED");
    damaged.Set(at, entry);
  }
  value.Set("damaged", damaged);
  return value;
}

static operation_work verify_work(const Napi::Object &from) {
  verify_request request;
  request.repository_path = text_of(from, "repositoryPath");
  request.index_hash = text_of(from, "indexHash");
  request.capacity_bytes = whole_number_of(from, "capacityBytes");
  return [request, settings = settings_of(from)](run_control &control) -> result_builder {
    verify_result result = verify_disk(request, settings, control);
    return [result](Napi::Env env) { return verify_value(env, result); };
  };
}

static operation_work describe_work(const Napi::Object &from) {
  std::string repository_path = text_of(from, "repositoryPath");
  std::string index_hash = text_of(from, "indexHash");
  return [repository_path, index_hash](run_control &) -> result_builder {
    index_description result = describe_index(repository_path, index_hash);
    return [result](Napi::Env env) {
      Napi::Object value = Napi::Object::New(env);
      set_number(value, "capacityBytes", result.capacity_bytes);
      set_number(value, "dataBytes", result.data_bytes);
      set_number(value, "chunkCount", result.chunk_count);
      return value;
    };
  };
}

static Napi::Value start(const Napi::CallbackInfo &info, operation_work (*prepare)(const Napi::Object &)) {
  Napi::Env env = info.Env();
  if (info.Length() != 2 || !info[0].IsObject() || !info[1].IsFunction()) {
    throw Napi::TypeError::New(env, "a request and a listener are needed");
  }
  auto started = operation::start(env, info[1].As<Napi::Function>(), prepare(info[0].As<Napi::Object>()));
  auto *held = new std::shared_ptr<operation>(started);
  auto handle = Napi::External<std::shared_ptr<operation>>::New(
      env, held, [](Napi::Env, std::shared_ptr<operation> *ended) { delete ended; });
  handle.TypeTag(&operation_tag);
  return handle;
}

static Napi::Value start_capture(const Napi::CallbackInfo &info) { return start(info, capture_work); }
static Napi::Value start_restore(const Napi::CallbackInfo &info) { return start(info, restore_work); }
static Napi::Value start_verify(const Napi::CallbackInfo &info) { return start(info, verify_work); }
static Napi::Value start_collect(const Napi::CallbackInfo &info) { return start(info, collect_work); }
static Napi::Value start_scrub(const Napi::CallbackInfo &info) { return start(info, scrub_work); }
static Napi::Value start_trace(const Napi::CallbackInfo &info) { return start(info, trace_work); }
static Napi::Value start_describe(const Napi::CallbackInfo &info) { return start(info, describe_work); }

static Napi::Value start_owner(const Napi::CallbackInfo &info) { return start(info, owner_work); }

static void abort_operation(const Napi::CallbackInfo &info) {
  using handle_type = Napi::External<std::shared_ptr<operation>>;
  if (info.Length() != 1 || !info[0].IsExternal() || !info[0].As<handle_type>().CheckTypeTag(&operation_tag)) {
    throw Napi::TypeError::New(info.Env(), "a handle of a running copy is needed");
  }
  (*info[0].As<handle_type>().Data())->abort();
}

static bool has_sha_extensions() {
  unsigned a = 0, b = 0, c = 0, d = 0;
  return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & (1u << 29));
}

static Napi::Value describe(const Napi::CallbackInfo &info) {
  Napi::Object value = Napi::Object::New(info.Env());
  value.Set("interfaceVersion", 4);
  value.Set("workerCount", worker_count(run_settings()));
  value.Set("sha256Accelerated", has_sha_extensions());
  return value;
}

static Napi::Object initialise(Napi::Env env, Napi::Object exports) {
  exports.Set("startCapture", Napi::Function::New(env, start_capture));
  exports.Set("startRestore", Napi::Function::New(env, start_restore));
  exports.Set("startVerify", Napi::Function::New(env, start_verify));
  exports.Set("startOwner", Napi::Function::New(env, start_owner));
  exports.Set("startCollect", Napi::Function::New(env, start_collect));
  exports.Set("startScrub", Napi::Function::New(env, start_scrub));
  exports.Set("startTrace", Napi::Function::New(env, start_trace));
  exports.Set("startDescribe", Napi::Function::New(env, start_describe));
  exports.Set("abort", Napi::Function::New(env, abort_operation));
  exports.Set("describe", Napi::Function::New(env, describe));
  return exports;
}

}  // namespace reinstate

static Napi::Object initialise_addon(Napi::Env env, Napi::Object exports) {
  return reinstate::initialise(env, exports);
}

NODE_API_MODULE(reinstate_native, initialise_addon)
