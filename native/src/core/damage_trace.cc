#include "damage_trace.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <unordered_map>

#include "copy_error.h"

namespace reinstate {

static constexpr size_t objects_listed_max = 20;

namespace {

struct digest_hash {
  size_t operator()(const digest &id) const { return load_u64(id.data()); }
};

/** What is wrong beneath a page, itself included. */
constexpr uint8_t wrong_damaged = 1;
constexpr uint8_t wrong_unreadable = 2;

uint8_t wrong_of(chunk_status status) {
  return status == chunk_status::good ? 0 : status == chunk_status::unreadable ? wrong_unreadable : wrong_damaged;
}

class trace_run {
 public:
  trace_run(const trace_request &request, run_control &control)
      : request_(request), control_(control), repository_(repository::open(request.repository_path)) {}

  trace_result run() {
    for (const std::string &text : request_.bad_ids) take_bad(text);
    for (const std::string &text : request_.index_hashes) {
      digest root;
      if (!digest_from_hex(text, root)) {
        throw copy_error("permanent", "INDEX_DAMAGED", "\"" + text + "\" names no index: 64 hexadecimal digits.");
      }
      if (look(root, -1) == 0) continue;
      traced_index found;
      found.index_hash = text;
      list(root, 0, 0, 0, found);
      result_.indexes.push_back(std::move(found));
    }
    return std::move(result_);
  }

 private:
  void take_bad(const std::string &text) {
    digest id;
    if (!digest_from_hex(text, id)) return;
    chunk_status status = chunk_status::damaged;
    if (request_.read_again) {
      status = read_again(id);
      if (status == chunk_status::good) {
        result_.healed_count++;
        return;
      }
    }
    bad_.emplace(id, status);
  }

  /** Chunks and pages share no id: a chunk begins with a plain length, a page with letters. */
  chunk_status read_again(const digest &id) {
    if (control_.abort) throw aborted_error();
    chunk_view view;
    std::string why;
    unique_fd file = repository_.open_object(object_kind::chunk, id);
    chunk_status as_chunk = chunks_.read(file.get(), id, view, why);
    if (as_chunk != chunk_status::missing) return as_chunk;
    index_page page;
    return read_page(id, page);
  }

  chunk_status read_page(const digest &id, index_page &page) {
    std::string why;
    unique_fd file = repository_.open_object(object_kind::page, id);
    return pages_.read(file.get(), id, page, why);
  }

  /** Everything beneath a page, each page once however many indexes name it. `level` below 0: a root, of any level. */
  uint8_t look(const digest &id, int level) {
    auto known = seen_.find(id);
    if (known != seen_.end()) return known->second;
    if (control_.abort) throw aborted_error();
    index_page page;
    chunk_status status = read_page(id, page);
    // A page of another level than its parent says is no part of an index.
    if (status == chunk_status::good && (level < 0) != page.root) status = chunk_status::damaged;
    if (status == chunk_status::good && level >= 0 && page.level != level) status = chunk_status::damaged;
    uint8_t wrong = wrong_of(status);
    auto given = bad_.find(id);
    if (given != bad_.end()) {
      wrong |= wrong_of(given->second);
    } else if (status != chunk_status::good) {
      bad_.emplace(id, status);
      result_.found_count++;
    }
    if (status == chunk_status::good) {
      for (const page_entry &entry : page.entries) {
        wrong |= page.level == 0 ? look_at_chunk(entry.id) : look(entry.id, page.level - 1);
      }
    }
    seen_.emplace(id, wrong);
    return wrong;
  }

  uint8_t look_at_chunk(const digest &id) {
    auto known = bad_.find(id);
    if (known != bad_.end()) return wrong_of(known->second);
    uint32_t distance = (folder_of(id) + folder_count_all - request_.first_folder) % folder_count_all;
    if (distance >= request_.folder_count) return 0;
    if (repository_.has_object(object_kind::chunk, id)) return 0;
    chunk_status status = is_unreadable(errno) ? chunk_status::unreadable : chunk_status::missing;
    bad_.emplace(id, status);
    result_.found_count++;
    return wrong_of(status);
  }

  /** Walks down to what is bad, and nowhere else. `capacity` and `level` are known from the root on. */
  void list(const digest &id, uint64_t first_chunk, uint64_t capacity, int level, traced_index &found) {
    index_page page;
    auto bad = bad_.find(id);
    chunk_status status = bad != bad_.end() ? bad->second : read_page(id, page);
    if (status != chunk_status::good) {
      uint64_t offset = first_chunk * chunk_size;
      uint64_t length = capacity == 0 ? 0 : std::min(capacity - offset, chunks_per_entry(level + 1) * chunk_size);
      note({to_hex(id), object_kind::page, status, offset, length}, found);
      return;
    }
    if (page.root) capacity = page.capacity_bytes;
    for (const page_entry &entry : page.entries) {
      uint64_t first = first_chunk + entry.slot * chunks_per_entry(page.level);
      uint64_t offset = first * chunk_size;
      if (offset >= capacity) continue;
      if (page.level > 0) {
        if (seen_.at(entry.id) != 0) list(entry.id, first, capacity, page.level - 1, found);
        continue;
      }
      auto chunk = bad_.find(entry.id);
      if (chunk == bad_.end()) continue;
      uint64_t length = std::min<uint64_t>(capacity - offset, chunk_size);
      note({to_hex(entry.id), object_kind::chunk, chunk->second, offset, length}, found);
    }
  }

  static void note(traced_object object, traced_index &found) {
    (object.status == chunk_status::unreadable ? found.unreadable_count : found.damaged_count)++;
    if (found.objects.size() < objects_listed_max) found.objects.push_back(std::move(object));
  }

  const trace_request &request_;
  run_control &control_;
  repository repository_;
  chunk_reader chunks_;
  page_reader pages_;
  std::unordered_map<digest, chunk_status, digest_hash> bad_;
  std::unordered_map<digest, uint8_t, digest_hash> seen_;
  trace_result result_;
};

}  // namespace

trace_result trace_damage(const trace_request &request, run_control &control) {
  return trace_run(request, control).run();
}

}  // namespace reinstate
