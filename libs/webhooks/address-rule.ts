import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Whether a message may be sent to an IP address, as text. */
export type AddressRule = (address: string) => boolean;

/**
 * What looks public and is a service of a cloud for its own machines: Azure's, for metadata, certificates and secrets of
 * the machine that asks. The other big clouds put theirs where nothing public is.
 */
const CLOUD_SERVICES: ReadonlySet<string> = new Set(['168.63.129.16']);

/** All that is given out for the public internet (IANA, RFC 4291 section 2.4 and its successors). */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an address is public unicast: nothing that the IANA registries of special-purpose addresses list (RFC 6890) is,
 * nor an IPv6 address that carries an IPv4 one (mapped, NAT64, 6to4, Teredo), whatever that is, for what becomes of it is
 * decided by a translator we do not see; nor is a metadata service of a cloud. Text in any but the usual forms is not, nor one with a zone.
 */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0 || address.includes('%') || CLOUD_SERVICES.has(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv4 || parsed.match(GLOBAL_UNICAST);
}
