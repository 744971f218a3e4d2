import type { Finding } from '../domain/finding.js';
import type { TargetFormat } from '../domain/target-formats.js';
import type { ComponentName, ComponentOutcome, Transport, Verdict } from '../domain/words.js';
import type { LocalFilesRequest } from './facts.js';
import type { VspherePlan } from './vsphere-plan.js';

/**
 * What a restore will do, decided before a byte moves. JSON-safe data with no handle in it: it can be stored, shown,
 * compared, and made again. Same facts, same plan, byte for byte.
 */
export type RestorePlan = LocalFilesPlan | VspherePlan;

/** Format 1: into local files. */
export interface LocalFilesPlan extends PlanBase {
  readonly planFormat: 1;
  readonly request: LocalFilesRequest;
  readonly disks: readonly FileDiskPlan[];
  readonly steps: readonly FileStep[];
}

/** What plans have in common, whatever their target. */
export interface PlanBase {
  readonly restorePointId: string;
  readonly vmName: string;
  readonly capturedAt: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly rulesVersion: string;
  readonly verdict: Verdict;
  readonly components: readonly ComponentPlan[];
  readonly findings: readonly Finding[];
  readonly factsUsed: readonly PlanFact[];
  /** Bytes to read from the repository and write; null when one disk's amount is not known. */
  readonly bytesToMove: number | null;
  /** Null where no rate was measured. */
  readonly estimate: DurationEstimate | null;
  /** SHA-256 (64 hex digits) of the RFC 8785 form of what `digestOf` covers: never of values, times or texts. */
  readonly digest: string;
}

export interface ComponentPlan {
  readonly component: ComponentName;
  readonly deviceKey: number | null;
  readonly outcome: ComponentOutcome;
  readonly verdict: Verdict;
  readonly reason: string;
}

export interface DiskPlan {
  readonly deviceKey: number;
  readonly label: string;
  readonly capacityBytes: number;
  readonly bytesToMove: number | null;
  readonly repository: string | null;
  readonly indexHash: string | null;
  readonly transport: Transport | null;
  /** Name of the executor; null when none is left. */
  readonly executor: string | null;
  readonly reasons: readonly string[];
  readonly rejected: readonly RejectedTransport[];
}

export interface FileDiskPlan extends DiskPlan {
  /** What it is written as. */
  readonly format: TargetFormat;
  /** The file that the disk is opened by. A flat VMDK has its extent beside it (`filesOfTarget`). */
  readonly target: FilePlacement;
  /** Bytes that its files will occupy at least. */
  readonly spaceBytes: number;
}

export interface FilePlacement {
  readonly location: string;
  /** Relative, `/` between parts. */
  readonly path: string;
}

export interface RejectedTransport {
  readonly transport: Transport;
  /** Null: rejected for every executor alike. */
  readonly executor: string | null;
  readonly ruleId: string;
  readonly why: string;
}

/** The executor decides nothing new: a step holds all that its handler needs. Ids and names only, never a secret. */
export type PlanStep = FileStep | VspherePlan['steps'][number];

export type FileStep = PlanStepBase &
  (
    | { readonly kind: 'CHECK_FACTS' }
    | { readonly kind: 'CLAIM_TARGET'; readonly location: string; readonly folder: string }
    | { readonly kind: 'RESTORE_DISK'; readonly deviceKey: number; readonly target: FilePlacement }
    | { readonly kind: 'WRITE_NVRAM'; readonly target: FilePlacement }
    | { readonly kind: 'WRITE_CONFIG_INFO'; readonly target: FilePlacement }
    | { readonly kind: 'RELEASE_TARGET'; readonly location: string; readonly folder: string }
  );

export interface PlanStepBase {
  /** From 1. */
  readonly position: number;
  /** As in findings: `vm`, `disk:2000`, `nvram`. */
  readonly subject: string;
  readonly description: string;
  readonly sideEffects: readonly string[];
  readonly compensation: string | null;
}

export interface PlanFact {
  readonly subject: string;
  readonly value: string;
  readonly observedAt: string | null;
}

export interface DurationEstimate {
  readonly minimumSeconds: number;
  readonly maximumSeconds: number;
  readonly basis: string;
}
