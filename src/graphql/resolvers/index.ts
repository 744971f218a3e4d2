/** All resolvers, by type of the contract. A field that is not here is read from its parent. */
import { connectionResolvers } from '../connections.js';
import { AccessToken } from './AccessToken.js';
import { AuditEntry } from './AuditEntry.js';
import { Executor } from './Executor.js';
import { Mutation } from './Mutation.js';
import { Operation } from './Operation.js';
import { OperationEvent } from './OperationEvent.js';
import { PlanRestorePayload } from './PlanRestorePayload.js';
import { Query } from './Query.js';
import { RestorePlan } from './RestorePlan.js';
import { RestorePoint } from './RestorePoint.js';
import { RestorePointDisk } from './RestorePointDisk.js';
import { Site } from './Site.js';
import { SiteSectionFacts } from './SiteSectionFacts.js';
import { Subscription } from './Subscription.js';
import { Viewer } from './Viewer.js';
import { Vm } from './Vm.js';
import { VspherePlan } from './VspherePlan.js';

export const resolvers = {
  AccessToken,
  AccessTokenConnection: connectionResolvers,
  AuditEntry,
  AuditEntryConnection: connectionResolvers,
  Executor,
  ExecutorConnection: connectionResolvers,
  Mutation,
  Operation,
  OperationConnection: connectionResolvers,
  OperationEvent,
  OperationEventConnection: connectionResolvers,
  PlanRestorePayload,
  Query,
  RestorePlan,
  RestorePlanConnection: connectionResolvers,
  RestorePoint,
  RestorePointConnection: connectionResolvers,
  RestorePointDisk,
  Site,
  SiteConnection: connectionResolvers,
  SiteSectionFacts,
  Subscription,
  Viewer,
  Vm,
  VmConnection: connectionResolvers,
  VspherePlan,
};
