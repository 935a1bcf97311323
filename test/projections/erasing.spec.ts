import { randomUUID } from 'node:crypto';
import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { ModelFile, ModelReader, Projector, StoryReader } from '#projections';
import {
  buildModel,
  copyModel,
  Eraser,
  type ModelWork,
  ModelFolder,
  StoryRewriter,
  startWork,
  type ThreadReply,
  WriterPriority,
} from '#projections/testing';
import type { StoryEvent } from '#story';
import { en, proposition } from '../publishing/desk.js';
import { opened, recorded, reported, unnamedChain } from './plain-events.js';
import { Archives, fileNamed, type LoggedStory } from './read-model.js';

const archives = new Archives();
beforeAll(() => archives.open());
afterAll(() => archives.remove());

/** A word that occurs once. It names its part, story and development. */
const rare = (part: string, story: number, n: number): string => `zq${part}${story}x${n}q`;
const PARTS = ['text', 'claim', 'source', 'question', 'place', 'address'] as const;
const ofDevelopment = (story: number, n: number): readonly string[] =>
  PARTS.map((part) => rare(part, story, n));

/** The rare words in the files of a folder, wherever they are: in rows, journals or remains. */
function wordsIn(folder: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const name of readdirSync(folder))
    for (const [word] of readFileSync(join(folder, name))
      .toString('latin1')
      .matchAll(/zq[a-z]+\d+x\d+q/g))
      found.set(word, [...(found.get(word) ?? []), name]);
  return found;
}

/** A text of a few words, or of some hundred words, so that some rows fill whole pages. */
const padding = (n: number): string =>
  Array.from({ length: n % 7 === 0 ? 700 : 4 + (n % 50) }, (_, i) => `word${(n * 31 + i * 17) % 400}`).join(
    ' ',
  );

function development(id: string, story: number, n: number): StoryEvent {
  const [text, claim, source, question, place, address] = ofDevelopment(story, n) as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const origin = randomUUID();
  return reported(id, en(`${padding(n)} ${text} ${padding(n + 1)}`), {
    attribution: [unnamedChain(origin, en(`somebody ${source}`))],
    claims: [proposition(`claim-${n}`, `It is so ${claim}`)],
    assertions: [
      {
        id: randomUUID(),
        claim: `claim-${n}`,
        stance: 'asserts',
        chains: [0],
        standing: 'principal',
        origin: { id: origin, kind: 'unnamed', speaker: origin, name: en(`somebody ${source}`), side: null },
      },
    ],
    raises: [{ id: `question-${n}`, text: en(`Is it ${question}?`) }],
    place: { name: place, country: null, geo: null },
    evidence: [{ url: `https://example.org/${address}`, sha256: null, public: true }],
  });
}

/** One read model in a separate folder, and its eraser. */
class Files {
  readonly folder = archives.folder();
  readonly models = new ModelFolder(this.folder, 'public');
  readonly eraser = new Eraser(archives.log, this.models, 'public');
  model = this.open();
  projector = new Projector(archives.log, this.model, 'public');

  open(file = this.models.next()): ModelFile {
    return ModelFile.open(file, { log: archives.log.identity, fold: 'test' });
  }

  async take({ stored }: LoggedStory, from = 0, to = stored.length): Promise<void> {
    const part = stored.slice(from, to);
    if (part.length > 0) await this.projector.take(part, part.at(-1)!.position);
  }

  /** Appends events to a story, in the log and in the read model. */
  async extend(logged: LoggedStory, ...events: readonly StoryEvent[]): Promise<LoggedStory> {
    const after = await archives.extend(logged, recorded(events, logged.events.length));
    await this.take(after, logged.events.length);
    return after;
  }

  /** Rewrites, copies, switches to the copy and searches. Gives the number of stories with a pending removal. */
  async erase(building: string | null = null): Promise<number> {
    const { model } = this;
    if (this.eraser.needsCopy(model) || model.rewritable.length > 0) {
      const rewriter = new StoryRewriter({
        log: archives.log,
        model,
        folder: this.models,
        priority: new WriterPriority(),
        building: () => building,
        onProgress: () => {},
      });
      const file = await rewriter.run();
      if (file !== null) this.switchTo(this.open(file));
    }
    return this.eraser.prove(this.model, building);
  }

  switchTo(model: ModelFile): void {
    this.model.close();
    this.model = model;
    this.projector = new Projector(archives.log, model, 'public');
  }

  state({ id }: LoggedStory): string {
    const reader = new ModelReader(this.model.file);
    try {
      const stories = new StoryReader(() => reader, 'public', '');
      const reading = stories.asOf(id, { asOf: null, validAt: null });
      return reading.kind === 'found' ? stories.state(reading.found) : reading.kind;
    } finally {
      reader.close();
    }
  }
}

/** Moves the journal into the file. */
function checkpoint(file: string): void {
  const db = new Database(file);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}

const NOTICE = en('A notice');
const event = {
  killed: (development: string): StoryEvent => ({
    type: 'DevelopmentKilled',
    development,
    grounds: 'wrong',
    claims: [],
    publishes: [],
    reason: null,
    notice: NOTICE,
  }),
  takenDown: (development: string): StoryEvent => ({
    type: 'DevelopmentTakenDown',
    development,
    grounds: 'legal',
    claims: [],
    publishes: [],
    reason: null,
    notice: NOTICE,
    authority: 'a court',
  }),
  reinstated: (development: string): StoryEvent => ({
    type: 'DevelopmentReinstated',
    development,
    reason: null,
  }),
  storyKilled: { type: 'StoryKilled', grounds: 'wrong', reason: null, notice: NOTICE },
  storyTakenDown: {
    type: 'StoryTakenDown',
    grounds: 'legal',
    reason: null,
    notice: NOTICE,
    authority: 'a court',
  },
  storyReinstated: { type: 'StoryReinstated', reason: null },
} as const satisfies Record<string, StoryEvent | ((development: string) => StoryEvent)>;

describe('killed text', () => {
  let files: Files;
  beforeEach(() => {
    files = new Files();
  });
  afterEach(() => files.model.close());

  const first = randomUUID();
  const append = async (...events: readonly StoryEvent[]): Promise<LoggedStory> => {
    const logged = await archives.append(recorded(events), 'public');
    await files.take(logged);
    return logged;
  };
  const story = (words: string) =>
    [opened(en('A story')), reported(first, en(words)), reported(randomUUID(), en('More'))] as const;

  it('can be read again after a reinstatement, and is in the files again', async () => {
    const words = `It is so, says ${rare('text', 9, 1)}`;
    let logged = await append(...story(words));
    for (const [withhold, reinstate] of [
      [event.killed(first), event.reinstated(first)],
      [event.takenDown(first), event.reinstated(first)],
      [event.storyKilled, event.storyReinstated],
    ] as const) {
      logged = await files.extend(logged, withhold);
      expect(await files.erase()).toBe(0);
      expect(files.state(logged)).not.toContain(words);
      expect(wordsIn(files.folder).has(rare('text', 9, 1))).toBe(false);
      logged = await files.extend(logged, reinstate);
      expect(await files.erase()).toBe(0);
      expect(files.state(logged)).toContain(words);
    }
  });

  it('leaves neither a count nor the name of its source', async () => {
    const [id, name] = [rare('party', 9, 8), rare('name', 9, 8)];
    const party = { id, name, type: 'person', side: null, speaksFor: null, body: null } as const;
    const first = randomUUID();
    const said = reported(first, en('It is so, it is said'), {
      attribution: [[{ party, standing: 'principal' }]],
      claims: [proposition('claim', 'It is so')],
      assertions: [
        {
          id: randomUUID(),
          claim: 'claim',
          stance: 'asserts',
          chains: [0],
          standing: 'principal',
          origin: { id: party.id, kind: 'party', speaker: party.id, name: en(party.name), side: null },
        },
      ],
    });
    const logged = await append(opened(en('A story')), said, reported(randomUUID(), en('More')));
    await files.extend(logged, event.killed(first));
    const reader = new ModelReader(files.model.file);
    expect(reader.all('SELECT * FROM record_counts')).toEqual([]);
    reader.close();
    const copy = join(files.folder, 'copy.db');
    expect(await copyModel(files.model.file, copy)).toBe(true);
    expect(wordsIn(files.folder).get(party.id)).not.toContain('copy.db');
    expect(await files.erase()).toBe(0);
    expect([party.id, party.name].map((word) => wordsIn(files.folder).has(word))).toEqual([false, false]);
  });

  it('counts as gone although another development has the same words', async () => {
    const words = 'The ministry said so in a statement that every outlet printed, word for word.';
    const logged = await append(...story(words));
    const other = await append(opened(en('Another story')), reported(randomUUID(), en(words)));
    const own = await files.extend(logged, reported(randomUUID(), en(words)), event.killed(first));
    expect(await files.erase()).toBe(0);
    expect([own, other].map((t) => files.state(t).split(words).length - 1)).toEqual([1, 1]);
    await files.extend(own, event.storyTakenDown);
    expect(await files.erase()).toBe(0);
  });

  it('is pending while it is in a file that is being built, until the switch to that file', async () => {
    const words = `It is so, says ${rare('text', 9, 2)}`;
    const logged = await append(...story(words));
    const building = files.models.next();
    const built = files.open(building);
    await buildModel(archives.log, built, 'public', { progress: () => {}, stopped: () => false });
    const after = await files.extend(logged, event.killed(first));
    expect(await files.erase(building)).toBe(1);
    expect(await files.erase(building)).toBe(1);
    expect(
      [...wordsIn(files.folder).get(rare('text', 9, 2))!].every((name) => name.startsWith(fileNamed(2))),
    ).toBe(true);
    files.switchTo(built);
    await files.take(after, logged.stored.length);
    expect(await files.erase()).toBe(0);
    expect(wordsIn(files.folder).has(rare('text', 9, 2))).toBe(false);
    expect(readdirSync(files.folder).filter((name) => name.endsWith('.db'))).toEqual([
      basename(files.model.file),
    ]);
  });

  it.each([
    ['a text', `It is so, says ${rare('text', 9, 3)}`],
    ['a text that is hard to cut', `x${'😀'.repeat(60)} ${rare('text', 9, 3)}`],
    ['a text with quotes and lines', `"It is so",\n says "${rare('text', 9, 3)}" \\ of the \t press`],
  ])('is pending while %s is anywhere in the file, also outside all rows', async (_, words) => {
    const logged = await append(...story(words));
    await files.extend(logged, event.killed(first));
    // A later release may leave it in a table that this one does not know.
    const other = new Database(files.model.file);
    other.exec('CREATE TABLE left_behind (body TEXT)');
    other.prepare('INSERT INTO left_behind VALUES (?)').run(JSON.stringify({ text: words }));
    other.close();
    expect(await files.erase()).toBe(1);
    expect(await files.erase()).toBe(1);
    const again = new Database(files.model.file);
    again.pragma('secure_delete = ON');
    again.exec('DROP TABLE left_behind');
    again.close();
    checkpoint(files.model.file);
    expect(await files.erase()).toBe(0);
    expect(wordsIn(files.folder).has(rare('text', 9, 3))).toBe(false);
  });

  it('is gone from free pages of the file, too', async () => {
    const logged = await append(...story('It is so'));
    // SQLite may leave such a copy when it rearranges a page.
    const other = new Database(files.model.file);
    other.pragma('secure_delete = OFF');
    other.exec('CREATE TABLE copied (body TEXT)');
    other.prepare('INSERT INTO copied VALUES (?)').run(`${rare('claim', 9, 7)} ${padding(7)}`);
    other.exec('DROP TABLE copied');
    other.close();
    checkpoint(files.model.file);
    expect(wordsIn(files.folder).has(rare('claim', 9, 7))).toBe(true);
    await files.extend(logged, event.killed(first));
    expect(await files.erase()).toBe(0);
    expect(wordsIn(files.folder).has(rare('claim', 9, 7))).toBe(false);
  });

  describe('with the threads of the read model', () => {
    const works: ModelWork[] = [];
    afterEach(async () => {
      for (const work of works.splice(0)) await work.close();
    });

    /** Does the work of the threads in a folder, and collects what they report. */
    async function startAll(folder: string, { erasing = true } = {}) {
      const replies: ThreadReply[] = [];
      const options = { log: { kind: 'file', file: '' }, folder, audience: 'public' } as const;
      let rewriting: ModelWork | null = null;
      const end = async (): Promise<void> => {
        await rewriting?.close();
        rewriting = null;
      };
      const rewrite = (file: string): void => {
        rewriting = startWork(archives.log, { ...options, rewrite: { file, building: null } }, (reply) => {
          if (reply.kind === 'rewrite-progress') void work.take({ kind: 'rewritten' });
          if (reply.kind === 'copied')
            void end().then(() => work.take({ kind: 'switch', file: reply.file, compare: false }));
          if (reply.kind === 'rewritten') void end().then(() => work.take({ kind: 'rewritten' }));
        });
      };
      const work = startWork(archives.log, options, (reply) => {
        replies.push(reply);
        if (reply.kind === 'rewrite' && erasing && !rewriting) rewrite(reply.file);
      });
      works.push(work, { ...work, close: end });
      await work.started;
      const healths = () => replies.flatMap((r) => (r.kind === 'health' ? [r] : []));
      const hasPending = async (removals: number): Promise<void> => {
        const head = await archives.log.head();
        const so = (): boolean =>
          healths().at(-1)?.removals === removals && healths().at(-1)?.health.position === head;
        for (const end = Date.now() + 60_000; !so(); await pause(10))
          if (Date.now() > end) throw new Error(`Expected ${removals} pending removals.`);
      };
      const erase = (): Promise<void> => {
        erasing = true;
        return work.take({ kind: 'rewritten' });
      };
      return { work, healths, hasPending, erase };
    }

    it('leaves the files by itself, and is reported as pending until then', async () => {
      const logged = await archives.append(recorded(story(`It is so, says ${rare('text', 9, 4)}`)), 'public');
      const folder = archives.folder();
      const { healths, hasPending } = await startAll(folder);
      const after = await archives.extend(logged, recorded([event.killed(first)], logged.events.length));
      await hasPending(0);
      const position = after.stored.at(-1)!.position;
      expect(healths().find((h) => h.health.position === position)).toMatchObject({ removals: 1 });
      expect(wordsIn(folder).has(rare('text', 9, 4))).toBe(false);
    });

    it('leaves the files after a restart, if it was pending before', async () => {
      const logged = await archives.append(recorded(story(`It is so, says ${rare('text', 9, 6)}`)), 'public');
      const folder = archives.folder();
      const before = await startAll(folder, { erasing: false });
      await archives.extend(logged, recorded([event.storyTakenDown], logged.events.length));
      await before.hasPending(1);
      await before.work.close();
      expect(wordsIn(folder).has(rare('text', 9, 6))).toBe(true);
      const { hasPending } = await startAll(folder);
      await hasPending(0);
      expect(wordsIn(folder).has(rare('text', 9, 6))).toBe(false);
    });

    it('leaves a former file, too, that was replaced while the removal was pending', async () => {
      const logged = await archives.append(recorded(story(`It is so, says ${rare('text', 9, 5)}`)), 'public');
      const folder = archives.folder();
      const { work, hasPending, erase } = await startAll(folder, { erasing: false });
      const file = join(folder, fileNamed(2));
      await archives.extend(logged, recorded([event.killed(first)], logged.events.length));
      await hasPending(1);
      const options = {
        log: { kind: 'file', file: '' },
        folder,
        audience: 'public',
        build: { file },
      } as const;
      const builder = startWork(archives.log, options, () => {});
      await builder.started;
      await work.take({ kind: 'switch', file, compare: true });
      await erase();
      await hasPending(0);
      expect(wordsIn(folder).has(rare('text', 9, 5))).toBe(false);
    });
  });
});

describe('in big stories', () => {
  const STORIES = 5;
  const EACH = 210;
  const ids = Array.from({ length: STORIES }, () => Array.from({ length: EACH }, () => randomUUID()));
  const stories: LoggedStory[] = [];
  let files: Files;
  /** The words that must be gone. */
  const gone = [
    ...ofDevelopment(0, 7),
    ...ofDevelopment(0, 150),
    ...ofDevelopment(1, EACH - 1),
    ...[2, 3].flatMap((story) => [
      rare('head', story, 0),
      rare('lede', story, 0),
      ...ids[story]!.flatMap((_, n) => ofDevelopment(story, n)),
    ]),
  ];
  const goneIn = (folder: string): readonly string[] => {
    const found = wordsIn(folder);
    return [...new Set(gone.flatMap((word) => found.get(word) ?? []))].sort();
  };

  beforeAll(async () => {
    files = new Files();
    for (const [story, own] of ids.entries()) {
      const events = own.map((id, n) => development(id, story, n));
      stories.push(
        await archives.append(
          recorded([opened(en(`Big ${rare('head', story, 0)}`), en(rare('lede', story, 0))), ...events]),
          'public',
        ),
      );
    }
    for (let from = 0; from <= EACH; from += 60)
      for (const logged of stories) await files.take(logged, from, from + 60);
  });
  afterAll(() => files.model.close());

  it('no file has any killed text left once no removal is pending', async () => {
    const older = ['public.v1-0.1.db', 'public.v0-9.3.db', fileNamed(9)];
    checkpoint(files.model.file);
    for (const name of older) copyFileSync(files.model.file, join(files.folder, name));
    await files.extend(stories[0]!, event.killed(ids[0]![7]!), event.killed(ids[0]![150]!));
    await files.extend(stories[1]!, event.takenDown(ids[1]![EACH - 1]!));
    await files.extend(stories[2]!, event.storyKilled);
    await files.extend(stories[3]!, event.storyTakenDown);
    expect(goneIn(files.folder)).toEqual(expect.arrayContaining(older));
    expect(await files.erase()).toBe(0);
    expect(goneIn(files.folder)).toEqual([]);
    expect(readdirSync(files.folder).filter((name) => name.endsWith('.db'))).toEqual([
      basename(files.model.file),
    ]);
    const left = wordsIn(files.folder);
    for (const word of [...ofDevelopment(0, 8), ...ofDevelopment(1, 0), ...ofDevelopment(4, 5)])
      expect(left.has(word)).toBe(true);
  });
});
