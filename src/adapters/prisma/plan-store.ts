import type { JsonObject } from '../../domain/json.js';
import type { PlanRecord } from '../../domain/operation-records.js';
import type { PlanApprovalRecord } from '../../domain/planning-records.js';
import type { PlanFilter, PlanReader, PlanWriter } from '../../ports/plan-store.js';
import { groupsInOrder, hex, inOrder, isUuid, utc, uuidsOf, wholeNumber } from './column-values.js';
import { type CursorFormat, decodePage, pageOf } from './cursors.js';
import type { CatalogDatabase } from './database.js';
import { Prisma } from './generated/client.js';
import { appendAuditNote } from './operation-rows.js';
import { afterKeys } from './sql-parts.js';

const PLANS: CursorFormat = { list: 'restorePlans', keys: ['time', 'uuid'] };

interface PlanRow {
  id: string;
  restore_point_id: string;
  created_at: Date;
  created_by: string;
  expires_at: Date;
  digest: Uint8Array;
  rules_version: string;
  verdict: PlanRecord['verdict'];
  request: JsonObject;
  plan: JsonObject;
}

const PLAN_COLUMNS = Prisma.sql`
  id, restore_point_id, created_at, created_by, expires_at, digest, rules_version, verdict, request, plan`;

function toPlan(row: PlanRow): PlanRecord {
  return {
    id: row.id,
    restorePointId: row.restore_point_id,
    createdAt: utc(row.created_at),
    createdBy: row.created_by,
    expiresAt: utc(row.expires_at),
    digest: hex(row.digest),
    rulesVersion: row.rules_version,
    verdict: row.verdict,
    request: row.request,
    plan: row.plan,
  };
}

function conditions(filter: PlanFilter): Prisma.Sql {
  if (filter.restorePointId == null) return Prisma.sql`TRUE`;
  return isUuid(filter.restorePointId)
    ? Prisma.sql`restore_point_id = ${filter.restorePointId}::uuid`
    : Prisma.sql`FALSE`;
}

export function createPlanStore(database: CatalogDatabase): PlanReader & PlanWriter {
  return {
    async pagePlans(filter, request) {
      const page = decodePage(PLANS, request);
      const rows = await database.query<PlanRow>(Prisma.sql`
        SELECT ${PLAN_COLUMNS} FROM restore_plans
        WHERE ${conditions(filter)} AND ${afterKeys(PLANS, page, 'created_at, id', '<')}
        ORDER BY created_at DESC, id DESC LIMIT ${page.first + 1}`);
      return pageOf(PLANS, page, rows.map(toPlan), ({ createdAt, id }) => [createdAt, id]);
    },
    async countPlans(filter) {
      const [row] = await database.query<{ count: bigint }>(
        Prisma.sql`SELECT count(*) FROM restore_plans WHERE ${conditions(filter)}`,
      );
      return wholeNumber(row?.count ?? 0n);
    },
    async loadPlans(ids) {
      const rows = await database.query<PlanRow>(
        Prisma.sql`SELECT ${PLAN_COLUMNS} FROM restore_plans WHERE id = ANY(${uuidsOf(ids)}::uuid[])`,
      );
      return inOrder(ids, rows.map(toPlan), ({ id }) => id);
    },
    async loadApprovals(planIds) {
      const rows = await database.query<{ plan_id: string; approved_by: string; approved_at: Date }>(Prisma.sql`
        SELECT plan_id, approved_by, approved_at FROM plan_approvals
        WHERE plan_id = ANY(${uuidsOf(planIds)}::uuid[]) ORDER BY approved_at, approved_by`);
      const groups = groupsInOrder(planIds, rows, (row) => row.plan_id);
      return groups.map((group) =>
        group.map((row): PlanApprovalRecord => {
          return { planId: row.plan_id, approvedBy: row.approved_by, approvedAt: utc(row.approved_at) };
        }),
      );
    },
    async saveApproval(planId, approvedBy, audit) {
      return database.transaction(async (statements) => {
        const made = await statements.$executeRaw(Prisma.sql`
          INSERT INTO plan_approvals (plan_id, approved_by) VALUES (${planId}::uuid, ${approvedBy})
          ON CONFLICT DO NOTHING`);
        if (made === 1) await appendAuditNote(statements, audit);
        return made === 1;
      });
    },
    async savePlan(plan, audit) {
      await database.transaction(async (statements) => {
        await statements.$executeRaw(Prisma.sql`
          INSERT INTO restore_plans (${PLAN_COLUMNS})
          VALUES (${plan.id}::uuid, ${plan.restorePointId}::uuid, ${plan.createdAt}::timestamptz, ${plan.createdBy},
            ${plan.expiresAt}::timestamptz, decode(${plan.digest}, 'hex'), ${plan.rulesVersion}, ${plan.verdict},
            ${JSON.stringify(plan.request)}::jsonb, ${JSON.stringify(plan.plan)}::jsonb)`);
        await appendAuditNote(statements, audit);
      });
    },
  };
}
