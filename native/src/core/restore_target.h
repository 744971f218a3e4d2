// The files of one restore: partial, journal, and the final name. Knows the order in which they become durable.
#pragma once
#include <memory>

#include "chunk_codec.h"
#include "target_layout.h"

namespace reinstate {

class restore_target {
 public:
  /** `setting` states format, capacity, index and repository. Throws TARGET_FORMAT_UNSUITABLE. */
  restore_target(placed_file file, journal_identity identity, layout_setting setting);

  enum class state { writing, complete };

  /** Takes the lock, reads or makes the journal, opens or makes the partial file. `complete`: nothing is left to do. */
  state prepare();

  enum class owner { absent, ours, foreign, unmarked };

  /** Whose file bears the final name, by its mark; `unmarked`: the file system keeps no marks. Changes nothing. */
  owner whose() const;

  bool is_done(uint64_t ordinal) const { return journal_->completed().contains(ordinal); }
  void check_token() const { journal_->check_token(); }

  /** Safe for many threads. False: another thread failed and `stop` was called; nothing was written. */
  bool write_chunk(const chunk_view &view, const index_item &item, uint64_t &written) {
    return layout_->write_chunk(view, item, written);
  }

  /** Wakes threads that wait for one that failed. */
  void stop() { layout_->stop(); }

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
  owner whose_file(int folder, const std::string &name, bool whole_disk) const;
  void lay_out();
  bool is_flat_vmdk() const { return setting_.format == target_format::vmdk_flat; }
  void place();
  void complete_flat();
  void place_descriptor();
  void take_extent_back() const;
  void give_name(const std::string &from, const std::string &to) const;
  void set_marker(int fd) const;
  void remove_journal();
  [[noreturn]] void abandon_partial(int error);
  copy_error exists(const std::string &path) const;
  std::string partial_name() const { return name_ + ".reinstate-partial"; }
  std::string journal_name() const { return name_ + ".reinstate-journal"; }
  std::string partial_path() const { return file_.full_path() + ".reinstate-partial"; }
  std::string journal_path() const { return file_.full_path() + ".reinstate-journal"; }
  std::string marker(uint64_t length) const;
  /** The file that holds the disk's bytes: for a flat VMDK not the one that the caller named. */
  std::string data_name() const { return is_flat_vmdk() ? flat_name_ : name_; }

  placed_file file_;
  journal_identity identity_;
  unique_fd folder_;
  std::string name_;
  std::string flat_name_;
  layout_setting setting_;
  std::unique_ptr<target_layout> layout_;
  unique_fd partial_;
  std::unique_ptr<restore_journal> journal_;
};

}  // namespace reinstate
