/**
 * Goal: a password that happens to be the name of something neither stays in the facts nor turns "it had one" into "it
 * had none".
 * Method: a document whose password is the name of the VM, its NVRAM file, a key and a disk file; facts as ingest makes
 * them, beside those of the cut tree.
 */
import { describe, expect, it } from '@jest/globals';
import { parseConfigInfo } from '../../../src/adapters/config-info/parse-config-info.js';
import { extractFacts } from '../../../src/domain/config-info/extract-facts.js';
import { itemStates, NO_COMPANION_ITEMS } from '../../../src/domain/config-info/item-states.js';
import { SEALED_TEXT } from '../../../src/domain/config-info/redact-facts.js';
import { readConfigInfo } from '../../../src/usecases/read-config-info.js';
import { diskXml, xmlDocument } from '../../support/config-info/sample.js';

const PASSWORD = 'NOT_ENCRYPTED-web01';

function factsWith(password: string) {
  const option = (key: string, value: string) =>
    `<extraConfig><key>${key}</key><value xsi:type="xsd:string">${value}</value></extraConfig>`;
  const key = `<keyId><keyId>${password}</keyId></keyId>`;
  const document = xmlDocument({
    devices: diskXml('<capacityInBytes>1024</capacityInBytes>', `<uuid>${password}</uuid>${key}`),
    rest: option('guestinfo.password', password),
  })
    .replaceAll('sample.nvram', `${password}.nvram`)
    .replace('<name>sample</name>', `<name>${password}</name>`);
  const reading = readConfigInfo({ read: parseConfigInfo }, document);
  if (!reading.ok) throw new Error('the sample was refused');
  return reading.read;
}

describe('a password that is a name', () => {
  const { facts, tree } = factsWith(PASSWORD);

  it('is in no fact', () => {
    expect(JSON.stringify(facts)).not.toContain(PASSWORD);
    expect(facts).toMatchObject({ name: null, nvramFileName: SEALED_TEXT, firmware: 'BIOS', instanceUuid: 'i-1' });
    expect(facts.disks).toMatchObject([{ uuid: null, keyId: { keyId: SEALED_TEXT }, capacityBytes: 1024 }]);
  });

  it('leaves the NVRAM named, in facts of the cut tree too', () => {
    expect(itemStates(facts, NO_COMPANION_ITEMS).NVRAM.state).toBe('NOT_CAPTURED');
    expect(extractFacts(tree).nvramFileName).toBe(SEALED_TEXT);
  });
});

it('words of this program stay, also when they are the password', () => {
  const { facts } = factsWith('NOT_ENCRYPTED');
  expect(facts).toMatchObject({ encryptionBundle: 'NOT_PRESENT', homeEncryption: 'UNKNOWN', name: null });
});
