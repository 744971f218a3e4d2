// Members of JavaScript requests as plain values; TypeError names the member that has another type.
#pragma once
#include <napi.h>

#include <string>
#include <vector>

#include "../core/file_io.h"

namespace reinstate {

inline std::string text_of(const Napi::Object &object, const char *name) {
  Napi::Value value = object.Get(name);
  if (!value.IsString()) throw Napi::TypeError::New(object.Env(), std::string(name) + " must be a string");
  return value.As<Napi::String>().Utf8Value();
}

inline uint64_t whole_number_of(const Napi::Object &object, const char *name) {
  Napi::Value value = object.Get(name);
  double number = value.IsNumber() ? value.As<Napi::Number>().DoubleValue() : -1;
  if (!(number >= 0 && number <= 9007199254740991.0) || number != static_cast<double>(static_cast<uint64_t>(number))) {
    throw Napi::TypeError::New(object.Env(), std::string(name) + " must be a whole number from 0 to 2^53-1");
  }
  return static_cast<uint64_t>(number);
}

inline placed_file place_of(const Napi::Object &object, const char *name) {
  Napi::Value value = object.Get(name);
  if (!value.IsObject()) throw Napi::TypeError::New(object.Env(), std::string(name) + " must be an object");
  Napi::Object place = value.As<Napi::Object>();
  return {text_of(place, "rootPath"), text_of(place, "relativePath")};
}

inline void set_number(Napi::Object &object, const char *name, uint64_t value) {
  object.Set(name, Napi::Number::New(object.Env(), static_cast<double>(value)));
}

inline bool flag_of(const Napi::Object &object, const char *name) {
  Napi::Value value = object.Get(name);
  if (!value.IsBoolean()) throw Napi::TypeError::New(object.Env(), std::string(name) + " must be true or false");
  return value.As<Napi::Boolean>().Value();
}

inline std::vector<std::string> texts_of(const Napi::Object &object, const char *name) {
  Napi::Value value = object.Get(name);
  if (!value.IsArray()) throw Napi::TypeError::New(object.Env(), std::string(name) + " must be an array");
  Napi::Array list = value.As<Napi::Array>();
  std::vector<std::string> texts;
  texts.reserve(list.Length());
  for (uint32_t at = 0; at < list.Length(); at++) {
    Napi::HandleScope scope(object.Env());
    Napi::Value text = list.Get(at);
    if (!text.IsString()) throw Napi::TypeError::New(object.Env(), std::string(name) + " must hold texts");
    texts.push_back(text.As<Napi::String>().Utf8Value());
  }
  return texts;
}

}  // namespace reinstate
