/**
 * Goal: every ConfigInfo that we write as XML is well-formed, and reading and writing one loses nothing that XML tells
 * apart.
 * Method: libxml2 reads the documents of the estate in each form, and those that other tools wrote of the same
 * machines; the canonical form (C14N) before our reader must be the canonical form after our writer.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from '@jest/globals';
import { parseConfigInfo } from '../../src/adapters/config-info/parse-config-info.js';
import { emitPropertyCollectorXml, emitXml } from '../../src/demo/estate/emit-xml.js';
import { estateVirtualMachines } from '../../src/demo/estate/virtual-machines.js';
import { toXml } from '../../src/domain/config-info/to-xml.js';
import { findPeer, peerOrSkip } from '../support/peers.js';

const it = peerOrSkip('xmllint');
const program = findPeer('xmllint');
const machines = estateVirtualMachines();
const named = machines.map((machine) => [machine.name, machine] as const);

function xmllint(text: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(program ?? '', ['--nonet', ...args, '-'], {
    input: text,
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  });
  if (status !== 0) throw new Error(`xmllint ${args.join(' ')}: exit code ${status}: ${stderr.slice(0, 400)}`);
  return stdout;
}

function canonical(text: string): string {
  return xmllint(text, '--noblanks', '--c14n');
}

function writtenAgain(text: string): string {
  const outcome = parseConfigInfo(text);
  if (!outcome.ok) throw new Error(`our reader refused the document: ${JSON.stringify(outcome)}`);
  return toXml(outcome.tree);
}

describe('xmllint', () => {
  it.each(named)('finds %s well-formed in both forms that we write', (_name, machine) => {
    for (const point of [0, 1]) {
      const tree = machine.tree(point);
      expect(xmllint(emitXml(tree), '--noout')).toBe('');
      expect(xmllint(emitPropertyCollectorXml(tree), '--noout')).toBe('');
      expect(xmllint(emitPropertyCollectorXml(tree, 'XMLSchema-instance'), '--noout')).toBe('');
    }
  });

  it.each(named)('finds %s unchanged by our reader and writer, from either form', (_name, machine) => {
    const text = emitXml(machine.tree(0));
    expect(canonical(writtenAgain(text))).toBe(canonical(text));
    expect(canonical(writtenAgain(emitPropertyCollectorXml(machine.tree(0))))).toBe(canonical(text));
    // JSON as old govc prints it names no types, so that form cannot come back the same.
    if (machine.form === 'GOVC_JSON') return;
    expect(canonical(writtenAgain(machine.configInfo(0)))).toBe(canonical(text));
  });

  it.each(['demo-encrypted-vtpm.pyvmomi.xml', 'demo-several-controllers.pyvmomi.xml'])(
    'finds %s unchanged by our reader and writer',
    (name) => {
      const text = readFileSync(join(import.meta.dirname, '..', 'fixtures', 'config-info', name), 'utf8');
      expect(canonical(writtenAgain(text))).toBe(canonical(text));
    },
  );

  it('tells a lost element and a changed character', () => {
    const text = emitXml(machines[0]?.tree(0) ?? { root: { kind: 'object', type: null, fields: [] }, moRef: null });
    expect(canonical(text.replace(/<annotation>.*?<\/annotation>/s, ''))).not.toBe(canonical(text));
    expect(canonical(text.replace('&lt;', '&gt;'))).not.toBe(canonical(text));
    expect(() => canonical(text.replace('</annotation>', ''))).toThrow('xmllint --noblanks --c14n: exit code 1');
  });
});
