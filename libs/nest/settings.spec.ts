import { readSettings, WrongSettings } from './settings.js';

it('has defaults for everything, also for what is set to nothing', () => {
  const expected = {
    port: 3000,
    deskPort: 3001,
    host: '127.0.0.1',
    data: './data',
    demo: true,
    timeZone: 'UTC',
    publicUrl: null,
    logLevel: 'info',
  };
  expect(readSettings({ PATH: '/bin' })).toEqual(expected);
  expect(readSettings({ PORT: '', DATELINE_TIME_ZONE: '' })).toEqual(expected);
});

it('reads what an operator sets', () => {
  const env = {
    PORT: '0',
    DESK_PORT: '65535',
    HOST: '::1',
    DATELINE_DEMO: 'off',
    DATELINE_TIME_ZONE: 'Europe/Paris',
    DATELINE_PUBLIC_URL: 'https://archive.example.org/',
    LOG_LEVEL: 'debug',
  };
  expect(readSettings(env)).toMatchObject({
    port: 0,
    deskPort: 65535,
    host: '::1',
    demo: false,
    timeZone: 'Europe/Paris',
    publicUrl: 'https://archive.example.org',
    logLevel: 'debug',
  });
});

it('lists every wrong setting at once, and no value', () => {
  const env = {
    PORT: '65536',
    DESK_PORT: '-1',
    HOST: 'a b',
    DATELINE_DEMO: 'yes',
    DATELINE_TIME_ZONE: 'Europe/Atlantis',
    DATELINE_PUBLIC_URL: 'https://user:hunter2@example.org',
    DATELINE_TIMEZONE: 'UTC',
    LOG_LEVEL: 'loud',
  };
  const read = () => readSettings(env);
  expect(read).toThrow(WrongSettings);
  let error: WrongSettings | undefined;
  try {
    read();
  } catch (caught) {
    error = caught as WrongSettings;
  }
  expect(error?.wrong.map((line) => line.split(' ')[0]).sort()).toEqual(Object.keys(env).sort());
  expect(error?.message).not.toMatch(/hunter2|Atlantis|65536/);
});

it.each(['3000.5', '1e3', ' 3000', '03000', 'http'])('refuses the port %j', (PORT) => {
  expect(() => readSettings({ PORT })).toThrow('PORT must be a port from 0 to 65535');
});

it.each(['ftp://example.org', 'https://example.org/archive', 'example.org', 'https://example.org/?a'])(
  'refuses the public URL %j',
  (DATELINE_PUBLIC_URL) => {
    expect(() => readSettings({ DATELINE_PUBLIC_URL })).toThrow('DATELINE_PUBLIC_URL must be');
  },
);
