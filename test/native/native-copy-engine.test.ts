// Goal: the native engine keeps every promise of the port.
// Method: the shared contract, run on the addon that was built.
import { describeCopyEngine } from '../contracts/copy-engine.contract.js';
import { nativeEngine } from './disk-images.js';

describeCopyEngine('native', nativeEngine);
