import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Connection, requestOf } from './connection.js';

let server: Server;
let asked = '';
let answer: (socket: Socket) => unknown = () => undefined;
beforeEach(async () => {
  asked = '';
  server = createServer((socket) =>
    socket.on('data', (chunk) => {
      asked += chunk.toString();
      answer(socket);
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => server.close());
const open = (): Promise<Connection> => Connection.open((server.address() as AddressInfo).port);

describe('a connection of a bench', () => {
  it('reads a response that arrives in pieces, and the next one', async () => {
    const whole = Buffer.from('HTTP/1.1 201 Created\r\nContent-Length: 6\r\nx: y\r\n\r\ntalké');
    answer = async (socket) => {
      for (const piece of [whole.subarray(0, 9), whole.subarray(9, 48), whole.subarray(48)]) {
        socket.write(piece);
        await pause(5);
      }
    };
    const connection = await open();
    for (const path of ['/one', '/two'])
      expect(await connection.ask(requestOf('GET', path))).toEqual({ status: 201, bytes: 6, body: 'talké' });
    connection.close();
    const { port } = server.address() as AddressInfo;
    expect(asked).toBe(
      ['/one', '/two'].map((path) => `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\n\r\n`).join(''),
    );
  });

  it('sends the length of a body in bytes', async () => {
    answer = (socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n');
    const connection = await open();
    await connection.ask(requestOf('POST', '/', '"é"', ['idempotency-key: k']));
    connection.close();
    expect(asked).toContain(
      '\r\nidempotency-key: k\r\ncontent-type: application/json\r\ncontent-length: 4\r\n\r\n"é"',
    );
  });

  it('fails at once if the server closes the connection', async () => {
    answer = (socket) => socket.destroy();
    const connection = await open();
    await expect(connection.ask(requestOf('GET', '/'))).rejects.toThrow('closed the connection');
  });
});
