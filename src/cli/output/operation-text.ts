import type { OperationRowFragment } from '../generated/operations.js';
import { formatRefusals } from './refusals.js';
import { formatTable } from './table.js';
import { formatBytes, formatMoment, formatWord } from './words.js';

export function formatOperations(operations: readonly OperationRowFragment[]): string {
  const rows = operations.map((operation) => [
    formatWord(operation.kind),
    operation.vm?.name ?? operation.repository ?? '-',
    formatWord(operation.state),
    `${Math.floor(operation.percent)} %`,
    formatMoment(operation.createdAt),
    operation.id,
  ]);
  return formatTable(['OPERATION', 'VM', 'STATE', 'DONE', 'ASKED FOR', 'ID'], rows);
}

/** How one operation stands or ended, with every reason and every fact worth showing. */
export function formatOperation(operation: OperationRowFragment): string {
  const { kind, vm, state, phase, percent, bytesDone, bytesTotal } = operation;
  const amount = bytesTotal === null ? '' : ` of ${formatBytes(Number(bytesTotal))}`;
  const lines = [
    `${formatWord(kind)} ${vm?.name ?? operation.repository ?? ''}: ${formatWord(state)}`,
    `  id       ${operation.id}`,
    `  phase    ${phase}, ${Math.floor(percent)} %, ${formatBytes(Number(bytesDone))}${amount}`,
    `  asked    ${formatMoment(operation.createdAt)} by ${operation.createdBy}`,
  ];
  if (operation.finishedAt !== null) lines.push(`  ended    ${formatMoment(operation.finishedAt)}`);
  if (operation.executor !== null) lines.push(`  executor ${operation.executor.name}`);
  for (const { name, value } of operation.result) lines.push(`  ${name}: ${value}`);
  const refusals = [...operation.userErrors, ...operation.disks.flatMap((disk) => disk.userErrors)];
  const unique = [...new Map(refusals.map((refusal) => [JSON.stringify(refusal), refusal])).values()];
  if (unique.length > 0) lines.push(formatRefusals(unique));
  return lines.join('\n');
}
