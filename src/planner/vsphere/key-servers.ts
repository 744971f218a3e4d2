import { secondsBetween } from '../../domain/time.js';
import type { KeyProviderFact, KeyServerFact } from '../facts/keys.js';
import type { Answer } from '../facts/section.js';

const SECONDS_PER_DAY = 86_400;

/**
 * Whether a key server serves the vCenter now: green, trusted in both directions, both certificates of a known end that
 * is still to come. What nobody read is UNKNOWN, also where the rest is good.
 */
export function serverUsable(server: KeyServerFact, now: string): Answer {
  const ends = [server.serverCertificateExpiresAt, server.clientCertificateExpiresAt];
  const trust = [server.clientTrustsServer, server.serverTrustsClient];
  if (server.status === 'red' || trust.includes('NO')) return 'NO';
  if (ends.some((end) => end !== null && isOver(end, now))) return 'NO';
  return server.status === 'green' && !trust.includes('UNKNOWN') && !ends.includes(null) ? 'YES' : 'UNKNOWN';
}

/** One usable server is enough: the servers of a provider are replicas of each other. */
export function anyServerUsable(provider: KeyProviderFact, now: string): Answer {
  const answers = provider.servers.map((server) => serverUsable(server, now));
  if (answers.includes('YES')) return 'YES';
  return answers.includes('UNKNOWN') ? 'UNKNOWN' : 'NO';
}

/** A certificate is over at the very moment that it names. */
export function isOver(end: string, now: string): boolean {
  return end <= now;
}

/** Whole days that are left, rounded down; negative once it is over. */
export function daysLeft(end: string, now: string): number {
  return Math.floor(secondsBetween(now, end) / SECONDS_PER_DAY);
}

/** `ends in 12 days (2026-05-16)`, `ended 3 days ago (2026-05-01)`, `is of unknown end`. */
export function endText(end: string | null, now: string): string {
  if (end === null) return 'is of unknown end';
  const day = end.slice(0, 10);
  if (isOver(end, now)) return `ended ${daysText(Math.floor(secondsBetween(end, now) / SECONDS_PER_DAY))} ago (${day})`;
  return `ends in ${daysText(daysLeft(end, now))} (${day})`;
}

function daysText(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}

/** What stands against each server, or is not known of it, both directions. */
export function serversText(provider: KeyProviderFact, now: string): string {
  if (provider.servers.length === 0) return `Provider "${provider.providerId}" has no key server.`;
  return provider.servers.map((server) => `${server.name}: ${serverText(server, now)}.`).join(' ');
}

function serverText(server: KeyServerFact, now: string): string {
  const trust = (answer: Answer, who: string, whom: string): string =>
    answer === 'UNKNOWN' ? `whether ${who} trusts ${whom} is not known` : `${who} does not trust ${whom}`;
  const parts: string[] = [];
  if (server.status !== 'green') parts.push(`status ${server.status}`);
  if (server.clientTrustsServer !== 'YES') parts.push(trust(server.clientTrustsServer, 'the vCenter', 'it'));
  if (server.serverTrustsClient !== 'YES') parts.push(trust(server.serverTrustsClient, 'it', 'the vCenter'));
  parts.push(`its certificate ${endText(server.serverCertificateExpiresAt, now)}`);
  parts.push(`that of the vCenter for it ${endText(server.clientCertificateExpiresAt, now)}`);
  return parts.join(', ');
}
