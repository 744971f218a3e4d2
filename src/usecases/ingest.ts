import type { Clock } from '../ports/clock.js';
import type { ConfigInfoReader } from '../ports/config-info-reader.js';
import type { IdMaker } from '../ports/id-maker.js';
import type { RestorePointReader } from '../ports/restore-point-reader.js';
import type { RestorePointWriter } from '../ports/restore-point-writer.js';
import type { Sealer } from '../ports/sealer.js';

/** What recording and capturing need alike. */
export interface IngestPorts {
  readonly configInfo: ConfigInfoReader;
  readonly ingest: RestorePointWriter;
  readonly restorePoints: Pick<RestorePointReader, 'loadRestorePoints'>;
  readonly sealer: Sealer;
  readonly ids: IdMaker;
  readonly clock: Clock;
}
