/** Writes a ConfigInfo tree as vCenter answers it on the wire. */
import type { ConfigInfoTree } from '../../domain/config-info/node.js';
import { toXml } from '../../domain/config-info/to-xml.js';

const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';
const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
const XSD = 'http://www.w3.org/2001/XMLSchema';

/** The ConfigInfo alone: `<obj xsi:type="VirtualMachineConfigInfo">`. */
export function emitXml(tree: ConfigInfoTree): string {
  return toXml(tree);
}

/**
 * The whole answer of RetrievePropertiesEx. `xsiPrefix` is the server's prefix for the XSI namespace: vCenter says
 * `xsi`, simulators say other things.
 */
export function emitPropertyCollectorXml(tree: ConfigInfoTree, xsiPrefix = 'xsi'): string {
  const document = toXml(tree);
  const inner = document.slice(document.indexOf('>', document.indexOf('<obj ')) + 1, document.lastIndexOf('</obj>'));
  const moRef = tree.moRef?.value ?? 'vm-1';
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<soapenv:Envelope xmlns:soapenv="${SOAP}" xmlns:xsd="${XSD}" xmlns:${xsiPrefix}="${XSI}">`,
    '<soapenv:Body>',
    '<RetrievePropertiesExResponse xmlns="urn:vim25"><returnval><objects>',
    `<obj type="VirtualMachine">${moRef}</obj>`,
    `<propSet><name>config</name><val ${xsiPrefix}:type="VirtualMachineConfigInfo">`,
    // The tree's own text never holds "xsi:type=" unescaped: a quote or angle bracket would have to stand before it.
    `${inner.replace(/ xsi:type="/g, ` ${xsiPrefix}:type="`)}</val></propSet>`,
    '</objects></returnval></RetrievePropertiesExResponse>',
    '</soapenv:Body>',
    '</soapenv:Envelope>\n',
  ].join('\n');
}
