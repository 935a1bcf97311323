import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** The URL on which an application listens: with localhost for people, with the IP address for programs. */
export function addressOf(app: NestFastifyApplication, named = true): string {
  const { address, port, family } = app.getHttpServer().address() as {
    address: string;
    port: number;
    family: string;
  };
  const scheme = 'getTicketKeys' in app.getHttpServer() ? 'https' : 'http';
  if (named && ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(address))
    return `${scheme}://localhost:${port}`;
  const own = address === '0.0.0.0' ? '127.0.0.1' : address === '::' ? '::1' : address;
  return `${scheme}://${family === 'IPv6' ? `[${own}]` : own}:${port}`;
}
