import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Whether a message may be sent to an IP address, as text. */
export type AddressRule = (address: string) => boolean;

/**
 * Public addresses that clouds use for internal services. Azure has its metadata, certificates and secrets here; the other
 * big clouds use addresses that are not public.
 */
const CLOUD_SERVICES: ReadonlySet<string> = new Set(['168.63.129.16']);

/** All IPv6 addresses of the public internet (IANA, RFC 4291 section 2.4 and its successors). */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an address is public unicast. It must be in a usual form without a zone.
 *
 * Not public are special-purpose addresses (IANA, RFC 6890) and the metadata services of clouds. An IPv6 address that embeds
 * an IPv4 address (mapped, NAT64, 6to4, Teredo) is never public: a translator elsewhere decides where it leads.
 */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0 || address.includes('%') || CLOUD_SERVICES.has(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv4 || parsed.match(GLOBAL_UNICAST);
}
