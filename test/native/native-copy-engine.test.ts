// Goal: the native engine keeps every promise of the port.
// Method: the shared contracts, run on the addon that was built.
import { describeIncrementalCapture } from '../contracts/copy-engine-incremental.contract.js';
import { describeCopyEngineTargets } from '../contracts/copy-engine-targets.contract.js';
import { describeCopyEngine } from '../contracts/copy-engine.contract.js';
import { nativeEngine } from './disk-images.js';

describeCopyEngine('native', nativeEngine);
describeCopyEngineTargets('native', nativeEngine);
describeIncrementalCapture('native', nativeEngine);
