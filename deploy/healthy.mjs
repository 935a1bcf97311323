/**
 * For HEALTHCHECK: are the programs of this container ready? Whatever listens on the archive's or the desk's port must say
 * so, and at least one must listen.
 */
import { get } from 'node:http';

const { PORT = '3000', DESK_PORT = '3001' } = process.env;

/** The status of the answer, or null if nothing listens. */
const ask = (port) =>
  new Promise((resolve, reject) => {
    const asked = get({ host: '127.0.0.1', port, path: '/health/ready', timeout: 4_000 }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.on('timeout', () => asked.destroy(new Error(`Port ${port} does not answer.`)));
    asked.on('error', (error) => (error.code === 'ECONNREFUSED' ? resolve(null) : reject(error)));
  });

const answers = await Promise.all([PORT, DESK_PORT].map(ask));
const listening = answers.filter((status) => status !== null);
if (listening.length === 0 || listening.some((status) => status !== 200)) {
  console.error(`/health/ready: ${answers.map((status) => status ?? 'nothing listens').join(', ')}`);
  process.exitCode = 1;
}
