/**
 * With `DEBUG=*` the store's client prints its connection string, password included, and whole events; with `GRPC_TRACE`
 * the transport prints the headers of each call. Neither may reach a log: this is loaded before them, and they read it once.
 */
process.env['DEBUG'] = [process.env['DEBUG'] ?? '', '-esdb', '-esdb:*']
  .filter((part) => part !== '')
  .join(',');
for (const name of ['GRPC_TRACE', 'GRPC_NODE_TRACE']) delete process.env[name];

/** Where a host is an address the transport names it to TLS, of which Node warns at each start; the operator can do nothing. */
const { emitWarning } = process;
process.emitWarning = (...given: unknown[]): void => {
  if (given.includes('DEP0123')) return;
  Reflect.apply(emitWarning, process, given);
};
