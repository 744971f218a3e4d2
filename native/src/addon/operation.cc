#include "operation.h"

#include <new>
#include <system_error>

namespace reinstate {

static Napi::Object progress_value(Napi::Env env, const run_control &control) {
  Napi::Object value = Napi::Object::New(env);
  value.Set("doneBytes", Napi::Number::New(env, static_cast<double>(control.done_bytes.load())));
  value.Set("totalBytes", Napi::Number::New(env, static_cast<double>(control.total_bytes.load())));
  return value;
}

static Napi::Object error_value(Napi::Env env, const copy_error &error) {
  Napi::Object value = Napi::Object::New(env);
  value.Set("kind", error.kind);
  value.Set("code", error.code);
  value.Set("message", error.message);
  if (!error.path.empty()) value.Set("path", error.path);
  if (!error.chunk_id.empty()) value.Set("chunkId", error.chunk_id);
  double offset = static_cast<double>(error.offset_bytes);
  if (offset >= 0) value.Set("offsetBytes", Napi::Number::New(env, offset));
  return value;
}

std::shared_ptr<operation> operation::start(Napi::Env env, Napi::Function listener, operation_work work) {
  auto self = std::make_shared<operation>();
  // The finalizer comes after the last call of the listener, or when the environment ends while the copy still runs.
  self->listener_ = Napi::ThreadSafeFunction::New(env, listener, "reinstate copy", 0, 1, [self](Napi::Env) {
    self->control_.abort = true;
    if (self->thread_.joinable()) self->thread_.join();
  });
  operation *plain = self.get();
  self->control_.on_tick = [plain] { plain->post_progress(); };
  try {
    self->thread_ = std::thread([plain, work = std::move(work)] { plain->run(work); });
  } catch (const std::system_error &error) {
    // An exception would pass through the JavaScript engine: the caller hears it as the end of its copy.
    self->error_ = no_thread_error(error);
    self->listener_.NonBlockingCall(
        [self](Napi::Env callback_env, Napi::Function callback) { self->report(callback_env, callback); });
    self->listener_.Release();
  }
  return self;
}

void operation::post_progress() {
  uint64_t done = control_.done_bytes;
  // One call in flight: an event loop that is busy gets fewer calls, not a queue of them.
  if (done == posted_bytes_ || pending_progress_.exchange(true)) return;
  posted_bytes_ = done;
  auto self = shared_from_this();
  napi_status status = listener_.NonBlockingCall([self](Napi::Env env, Napi::Function listener) {
    self->pending_progress_ = false;
    listener.Call({Napi::String::New(env, "progress"), progress_value(env, self->control_)});
  });
  if (status != napi_ok) control_.abort = true;
}

void operation::run(const operation_work &work) {
  try {
    result_ = work(control_);
  } catch (const copy_error &error) {
    error_ = error;
  } catch (const std::bad_alloc &) {
    error_ = copy_error("retryable", "IO_ERROR", "The copy engine got no memory. Free memory, then start again.");
  } catch (const std::system_error &error) {
    error_ = no_thread_error(error);
  } catch (const std::exception &error) {
    std::string message = std::string("The copy engine met a fault of its own: ") + error.what();
    error_ = copy_error("permanent", "IO_ERROR", message);
  }
  auto self = shared_from_this();
  napi_status status = listener_.BlockingCall(
      [self](Napi::Env env, Napi::Function listener) { self->report(env, listener); });
  // After napi_closing the function must not be touched: the finalizer is already waiting for this thread.
  if (status != napi_closing) listener_.Release();
}

void operation::report(Napi::Env env, Napi::Function listener) {
  if (error_) {
    listener.Call({Napi::String::New(env, "failed"), error_value(env, *error_)});
    return;
  }
  listener.Call({Napi::String::New(env, "progress"), progress_value(env, control_)});
  listener.Call({Napi::String::New(env, "done"), result_(env)});
}

}  // namespace reinstate
