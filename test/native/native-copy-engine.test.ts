// Goal: the native engine keeps every promise of the port.
// Method: the shared contracts, run on the addon that was built.
import { describeIncrementalCapture } from '../contracts/copy-engine-incremental.contract.js';
import { describeCopyEngineServers } from '../contracts/copy-engine-servers.contract.js';
import { describeCopyEngineSources } from '../contracts/copy-engine-sources.contract.js';
import { describeCopyEngineTargets } from '../contracts/copy-engine-targets.contract.js';
import { describeCopyEngine } from '../contracts/copy-engine.contract.js';
import { describeMalformedVmdks } from '../contracts/malformed-vmdk.contract.js';
import { nativeEngine } from './disk-images.js';

describeCopyEngine('native', nativeEngine);
describeCopyEngineServers('native', nativeEngine);
describeCopyEngineSources('native', nativeEngine);
describeCopyEngineTargets('native', nativeEngine);
describeIncrementalCapture('native', nativeEngine);
describeMalformedVmdks('native', nativeEngine);
