// The files of one restore: partial, journal, and the final name. Knows the order in which they become durable.
#pragma once
#include <memory>

#include "chunk_codec.h"
#include "restore_journal.h"

namespace reinstate {

class restore_target {
 public:
  restore_target(placed_file file, journal_identity identity);

  enum class state { writing, complete };

  /** Takes the lock, reads or makes the journal, opens or makes the partial file. `complete`: nothing is left to do. */
  state prepare();

  enum class owner { absent, ours, foreign, unmarked };

  /** Whose file bears the final name, by its mark; `unmarked`: the file system keeps no marks. Changes nothing. */
  owner whose() const;

  bool is_done(uint64_t ordinal) const { return journal_->completed().contains(ordinal); }
  void check_token() const { journal_->check_token(); }

  /** Writes the runs of blocks that are not zero. Returns the bytes written. Safe for many threads. */
  uint64_t write_chunk(const chunk_view &view, uint64_t offset_bytes) const;

  /** Makes written chunks durable, then says so in the journal. One thread at a time. */
  void commit(const ordinal_ranges &ranges);

  /** The last step: everything durable, the final name, no journal. */
  void finish();

 private:
  bool open_journal(bool target_there, const struct stat &target);
  void read_journal(bool target_there);
  bool resume_whole(bool target_there, const struct stat &target);
  void open_partial();
  owner whose_entry(int folder) const;
  void place();
  void remove_journal();
  [[noreturn]] void abandon_partial(int error);
  copy_error exists(const std::string &path) const;
  std::string partial_name() const { return name_ + ".reinstate-partial"; }
  std::string journal_name() const { return name_ + ".reinstate-journal"; }
  std::string partial_path() const { return file_.full_path() + ".reinstate-partial"; }
  std::string journal_path() const { return file_.full_path() + ".reinstate-journal"; }
  std::string marker() const { return identity_.operation_id + " " + to_hex(identity_.index_hash); }

  placed_file file_;
  journal_identity identity_;
  unique_fd folder_;
  std::string name_;
  unique_fd partial_;
  std::unique_ptr<restore_journal> journal_;
};

}  // namespace reinstate
