import { PassThrough } from 'node:stream';
import { of, VirtualTimeScheduler } from 'rxjs';
import { Output } from './output.js';
import { Progress } from './progress.js';

/** The output on stderr while `work` runs on a virtual clock, at its given milliseconds. */
function shown(
  isTTY: boolean,
  work: (at: (time: number, does: (progress: Progress) => void) => void) => void,
  quiet = false,
): string[] {
  const clock = new VirtualTimeScheduler();
  const err = Object.assign(new PassThrough(), { isTTY, columns: 100 });
  const progress = new Progress(new Output(new PassThrough(), err, {}), quiet, clock);
  const seen: string[] = [];
  err.on('data', (text: Buffer) => seen.push(`${clock.frame}: ${String(text)}`));
  work((time, does) => void clock.schedule(() => does(progress), time));
  clock.flush();
  return seen;
}

describe('progress', () => {
  it('is at most one line a second in a pipe', () => {
    const seen = shown(false, (at) => {
      for (let time = 0; time <= 3_600; time += 300)
        at(time, (progress) => progress.show(() => `at ${time}`));
    });
    expect(seen).toEqual(['1200: at 1200\n', '2400: at 2400\n', '3600: at 3600\n']);
  });

  it('is one line on a terminal, replaced ten times a second and cleared at the end', () => {
    const seen = shown(true, (at) => {
      for (const time of [0, 60, 120, 180, 240])
        at(
          time,
          (progress) =>
            void of(time)
              .pipe(progress.of((value) => `at ${value}`))
              .subscribe(),
        );
      at(250, (progress) => progress.end());
    });
    expect(seen).toEqual(['120: \r\u001b[Kat 120', '240: \r\u001b[Kat 240', '250: \r\u001b[K']);
  });

  it('shows nothing for short work, also after other work', () => {
    const seen = shown(false, (at) => {
      for (const time of [0, 900, 2_000, 2_900]) at(time, (progress) => progress.show(() => `at ${time}`));
      for (const time of [950, 2_950]) at(time, (progress) => progress.end());
    });
    expect(seen).toEqual([]);
  });

  it('shows nothing if it is quiet', () => {
    const lines = (at: (time: number, does: (progress: Progress) => void) => void): void => {
      for (let time = 0; time <= 9_000; time += 500)
        at(time, (progress) => progress.show(() => `at ${time}`));
    };
    expect(shown(false, lines, true)).toEqual([]);
  });
});
