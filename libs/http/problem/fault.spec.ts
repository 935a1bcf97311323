import { StreamNotFound } from '#event-store';
import { faultOf } from './fault.js';

it('has the name and stack of an error, without its message', () => {
  const cause = Object.assign(new RangeError('xyzzy\n    at xyzzy'), { code: 'ERR_OUT_OF_RANGE' });
  const fault = faultOf(new TypeError('The xyzzy informant', { cause }));
  expect(fault).toMatch(
    /^TypeError\n +at .*fault\.spec\.ts[\s\S]*\ncaused by RangeError ERR_OUT_OF_RANGE\n +at .*fault\.spec\.ts/,
  );
  expect(fault).not.toContain('xyzzy');
  expect(faultOf('xyzzy')).toBe('A string was thrown.');
  expect(faultOf(new StreamNotFound('story-1'))).toContain('Stream story-1 does not exist.');
});

it('does not quote a text that could not be parsed', async () => {
  const error: unknown = await Promise.resolve()
    .then(() => JSON.parse('{"xyzzy"'))
    .catch((error: unknown) => error);
  expect(String(error)).toContain('JSON');
  expect(faultOf(error)).toMatch(/^SyntaxError\n +at /);
  expect(faultOf(error)).not.toContain('xyzzy');
});
