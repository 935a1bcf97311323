/**
 * Keeps the client of the store out of the logs. With `DEBUG=*` it prints whole events and its connection string with the
 * password. With `GRPC_TRACE` its transport prints the headers of each call. Both read these variables when they are loaded,
 * so call this before.
 */
export function silenceClient(): void {
  process.env['DEBUG'] = [process.env['DEBUG'] ?? '', '-esdb', '-esdb:*']
    .filter((part) => part !== '')
    .join(',');
  for (const name of ['GRPC_TRACE', 'GRPC_NODE_TRACE']) delete process.env[name];

  // If a host is an IP address, the transport passes it to TLS, and Node warns at each start. The operator cannot change that.
  const { emitWarning } = process;
  process.emitWarning = (...given: unknown[]): void => {
    if (given.includes('DEP0123')) return;
    Reflect.apply(emitWarning, process, given);
  };
}
