// Goal: no bytes of a chunk, page, index, journal, repository format or VMDK make a reader of them crash, hang, use
// more memory than it may, or accept what is not in its one form.
// Method: libFuzzer with AddressSanitizer and UndefinedBehaviorSanitizer on the second, fourth, sixth … target of
// native/fuzz by name, beginning with files that the engine wrote, for REINSTATE_FUZZ_SECONDS (3 unless set) each;
// REINSTATE_SEED repeats a run.
import { describeFuzzTargets } from '../support/fuzz-targets.js';

describeFuzzTargets(1);
