import { randomUUID } from 'node:crypto';
import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { ModelFile, ModelReader, Projector, StoryReader } from '#projections';
import {
  build,
  copyModel,
  Eraser,
  type Keeper,
  ModelFolder,
  Rewriter,
  serve,
  type ThreadReply,
  Turns,
} from '#projections/testing';
import type { StoryEvent } from '#story';
import { en, proposition } from '../publishing/desk.js';
import { opened, recorded, reported, unnamedChain } from './plain-events.js';
import { Archives, fileNamed, type Told } from './read-model.js';

const archives = new Archives();
beforeAll(() => archives.open());
afterAll(() => archives.remove());

/** Words that occur once: of which part of which story and development. */
const rare = (part: string, story: number, n: number): string => `zq${part}${story}x${n}q`;
const PARTS = ['text', 'claim', 'source', 'question', 'place', 'address'] as const;
const ofDevelopment = (story: number, n: number): readonly string[] =>
  PARTS.map((part) => rare(part, story, n));

/** Which rare words stand in which files of a folder, in whatever form: in rows, journals, or what was left behind. */
function wordsIn(folder: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const name of readdirSync(folder))
    for (const [word] of readFileSync(join(folder, name))
      .toString('latin1')
      .matchAll(/zq[a-z]+\d+x\d+q/g))
      found.set(word, [...(found.get(word) ?? []), name]);
  return found;
}

/** A text of some words, or of some hundred, so that some rows fill pages of their own. */
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

/** One read model in a folder of its own, and what erases from it. */
class Files {
  readonly folder = archives.folder();
  readonly models = new ModelFolder(this.folder, 'public');
  readonly eraser = new Eraser(archives.log, this.models, 'public');
  model = this.open();
  projector = new Projector(archives.log, this.model, 'public');

  open(file = this.models.next()): ModelFile {
    return ModelFile.open(file, { log: archives.log.identity, fold: 'test' });
  }

  async take({ stored }: Told, from = 0, to = stored.length): Promise<void> {
    const part = stored.slice(from, to);
    if (part.length > 0) await this.projector.take(part, part.at(-1)!.position);
  }

  /** Adds to a story, in the log and here. */
  async goOn(told: Told, ...events: readonly StoryEvent[]): Promise<Told> {
    const after = await archives.goOn(told, recorded(events, told.events.length));
    await this.take(after, told.events.length);
    return after;
  }

  /** Rewrites, copies, goes over to the copy and looks; answers with of how many stories something may be left. */
  async erase(building: string | null = null): Promise<number> {
    const { model } = this;
    if (this.eraser.needsCopy(model) || model.rewritable.length > 0) {
      const rewriter = new Rewriter({
        log: archives.log,
        model,
        folder: this.models,
        turns: new Turns(),
        building: () => building,
        moved: () => {},
      });
      const file = await rewriter.run();
      if (file !== null) this.goOverTo(this.open(file));
    }
    return this.eraser.prove(this.model, building);
  }

  goOverTo(model: ModelFile): void {
    this.model.close();
    this.model = model;
    this.projector = new Projector(archives.log, model, 'public');
  }

  state({ id }: Told): string {
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

/** Brings what is in the journal into the file. */
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

describe('what is killed', () => {
  let files: Files;
  beforeEach(() => {
    files = new Files();
  });
  afterEach(() => files.model.close());

  const first = randomUUID();
  const tell = async (...events: readonly StoryEvent[]): Promise<Told> => {
    const told = await archives.tell(recorded(events), 'public');
    await files.take(told);
    return told;
  };
  const story = (words: string) =>
    [opened(en('A story')), reported(first, en(words)), reported(randomUUID(), en('More'))] as const;

  it('can be read again once it is reinstated, and the files say so', async () => {
    const words = `It is so, says ${rare('text', 9, 1)}`;
    let told = await tell(...story(words));
    for (const [withhold, reinstate] of [
      [event.killed(first), event.reinstated(first)],
      [event.takenDown(first), event.reinstated(first)],
      [event.storyKilled, event.storyReinstated],
    ] as const) {
      told = await files.goOn(told, withhold);
      expect(await files.erase()).toBe(0);
      expect(files.state(told)).not.toContain(words);
      expect(wordsIn(files.folder).has(rare('text', 9, 1))).toBe(false);
      told = await files.goOn(told, reinstate);
      expect(await files.erase()).toBe(0);
      expect(files.state(told)).toContain(words);
    }
  });

  it('leaves no count of it behind, nor who said it', async () => {
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
    const told = await tell(opened(en('A story')), said, reported(randomUUID(), en('More')));
    await files.goOn(told, event.killed(first));
    const reader = new ModelReader(files.model.file);
    expect(reader.all('SELECT * FROM tallies')).toEqual([]);
    reader.close();
    const copy = join(files.folder, 'copy.db');
    expect(await copyModel(files.model.file, copy)).toBe(true);
    expect(wordsIn(files.folder).get(party.id)).not.toContain('copy.db');
    expect(await files.erase()).toBe(0);
    expect([party.id, party.name].map((word) => wordsIn(files.folder).has(word))).toEqual([false, false]);
  });

  it('is not looked for in vain where another development says it in the same words', async () => {
    const words = 'The ministry said so in a statement that every outlet printed, word for word.';
    const told = await tell(...story(words));
    const other = await tell(opened(en('Another story')), reported(randomUUID(), en(words)));
    const own = await files.goOn(told, reported(randomUUID(), en(words)), event.killed(first));
    expect(await files.erase()).toBe(0);
    expect([own, other].map((t) => files.state(t).split(words).length - 1)).toEqual([1, 1]);
    await files.goOn(own, event.storyTakenDown);
    expect(await files.erase()).toBe(0);
  });

  it('is pending while it stands in a file that is being built, and not when that one is gone over to', async () => {
    const words = `It is so, says ${rare('text', 9, 2)}`;
    const told = await tell(...story(words));
    const building = files.models.next();
    const built = files.open(building);
    await build(archives.log, built, 'public', { progress: () => {}, stopped: () => false });
    const after = await files.goOn(told, event.killed(first));
    expect(await files.erase(building)).toBe(1);
    expect(await files.erase(building)).toBe(1);
    expect(
      [...wordsIn(files.folder).get(rare('text', 9, 2))!].every((name) => name.startsWith(fileNamed(2))),
    ).toBe(true);
    files.goOverTo(built);
    await files.take(after, told.stored.length);
    expect(await files.erase()).toBe(0);
    expect(wordsIn(files.folder).has(rare('text', 9, 2))).toBe(false);
    expect(readdirSync(files.folder).filter((name) => name.endsWith('.db'))).toEqual([
      basename(files.model.file),
    ]);
  });

  it.each([
    ['a text', `It is so, says ${rare('text', 9, 3)}`],
    ['one that is hard to cut', `x${'😀'.repeat(60)} ${rare('text', 9, 3)}`],
    ['one with quotes and lines', `"It is so",\n says "${rare('text', 9, 3)}" \\ of the \t press`],
  ])('is pending as long as %s of it is anywhere in the file, also where no row has it', async (_, words) => {
    const told = await tell(...story(words));
    await files.goOn(told, event.killed(first));
    // As a release of tomorrow may leave it: in a table that this one does not know.
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

  it('is gone from the places of the file, too, that are free', async () => {
    const told = await tell(...story('It is so'));
    // As SQLite may leave a copy behind when it rearranges a page.
    const other = new Database(files.model.file);
    other.pragma('secure_delete = OFF');
    other.exec('CREATE TABLE copied (body TEXT)');
    other.prepare('INSERT INTO copied VALUES (?)').run(`${rare('claim', 9, 7)} ${padding(7)}`);
    other.exec('DROP TABLE copied');
    other.close();
    checkpoint(files.model.file);
    expect(wordsIn(files.folder).has(rare('claim', 9, 7))).toBe(true);
    await files.goOn(told, event.killed(first));
    expect(await files.erase()).toBe(0);
    expect(wordsIn(files.folder).has(rare('claim', 9, 7))).toBe(false);
  });

  describe('by the keeper of the read model', () => {
    const keepers: Keeper[] = [];
    afterEach(async () => {
      for (const keeper of keepers.splice(0)) await keeper.close();
    });

    /** What the threads do in a folder, and of how many stories they last said that something may be left. */
    async function keep(folder: string, { erasing = true } = {}) {
      const replies: ThreadReply[] = [];
      const options = { log: { kind: 'file', file: '' }, folder, audience: 'public' } as const;
      let rewriting: Keeper | null = null;
      const end = async (): Promise<void> => {
        await rewriting?.close();
        rewriting = null;
      };
      const rewrite = (file: string): void => {
        rewriting = serve(archives.log, { ...options, rewrite: { file, building: null } }, (reply) => {
          if (reply.kind === 'moved') void keeper.take({ kind: 'rewritten' });
          if (reply.kind === 'copied')
            void end().then(() => keeper.take({ kind: 'switch', file: reply.file, compare: false }));
          if (reply.kind === 'rewritten') void end().then(() => keeper.take({ kind: 'rewritten' }));
        });
      };
      const keeper = serve(archives.log, options, (reply) => {
        replies.push(reply);
        if (reply.kind === 'rewrite' && erasing && !rewriting) rewrite(reply.file);
      });
      keepers.push(keeper, { ...keeper, close: end });
      await keeper.started;
      const healths = () => replies.flatMap((r) => (r.kind === 'health' ? [r] : []));
      const level = async (removals: number): Promise<void> => {
        const head = await archives.log.head();
        const so = (): boolean =>
          healths().at(-1)?.removals === removals && healths().at(-1)?.health.position === head;
        for (const end = Date.now() + 60_000; !so(); await pause(10))
          if (Date.now() > end) throw new Error(`It is not so that ${removals} are pending.`);
      };
      const erase = (): Promise<void> => {
        erasing = true;
        return keeper.take({ kind: 'rewritten' });
      };
      return { keeper, healths, level, erase };
    }

    it('leaves the files without anybody’s doing, and until then it is said to be pending', async () => {
      const told = await archives.tell(recorded(story(`It is so, says ${rare('text', 9, 4)}`)), 'public');
      const folder = archives.folder();
      const { healths, level } = await keep(folder);
      const after = await archives.goOn(told, recorded([event.killed(first)], told.events.length));
      await level(0);
      const position = after.stored.at(-1)!.position;
      expect(healths().find((h) => h.health.position === position)).toMatchObject({ removals: 1 });
      expect(wordsIn(folder).has(rare('text', 9, 4))).toBe(false);
    });

    it('leaves the files after a restart, where it was pending before', async () => {
      const told = await archives.tell(recorded(story(`It is so, says ${rare('text', 9, 6)}`)), 'public');
      const folder = archives.folder();
      const before = await keep(folder, { erasing: false });
      await archives.goOn(told, recorded([event.storyTakenDown], told.events.length));
      await before.level(1);
      await before.keeper.close();
      expect(wordsIn(folder).has(rare('text', 9, 6))).toBe(true);
      const { level } = await keep(folder);
      await level(0);
      expect(wordsIn(folder).has(rare('text', 9, 6))).toBe(false);
    });

    it('leaves also a file that was gone over from while it was pending there', async () => {
      const told = await archives.tell(recorded(story(`It is so, says ${rare('text', 9, 5)}`)), 'public');
      const folder = archives.folder();
      const { keeper, level, erase } = await keep(folder, { erasing: false });
      const file = join(folder, fileNamed(2));
      await archives.goOn(told, recorded([event.killed(first)], told.events.length));
      await level(1);
      const options = {
        log: { kind: 'file', file: '' },
        folder,
        audience: 'public',
        build: { file },
      } as const;
      const builder = serve(archives.log, options, () => {});
      await builder.started;
      await keeper.take({ kind: 'switch', file, compare: true });
      await erase();
      await level(0);
      expect(wordsIn(folder).has(rare('text', 9, 5))).toBe(false);
    });
  });
});

describe('among big stories', () => {
  const STORIES = 5;
  const EACH = 210;
  const ids = Array.from({ length: STORIES }, () => Array.from({ length: EACH }, () => randomUUID()));
  const tolds: Told[] = [];
  let files: Files;
  /** What nobody may find any more, and what everybody still may. */
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
      tolds.push(
        await archives.tell(
          recorded([opened(en(`Big ${rare('head', story, 0)}`), en(rare('lede', story, 0))), ...events]),
          'public',
        ),
      );
    }
    for (let from = 0; from <= EACH; from += 60)
      for (const told of tolds) await files.take(told, from, from + 60);
  });
  afterAll(() => files.model.close());

  it('nothing is left of what is killed or taken down, in no file, once it is said to be gone', async () => {
    const older = ['public.v1-0.1.db', 'public.v0-9.3.db', fileNamed(9)];
    checkpoint(files.model.file);
    for (const name of older) copyFileSync(files.model.file, join(files.folder, name));
    await files.goOn(tolds[0]!, event.killed(ids[0]![7]!), event.killed(ids[0]![150]!));
    await files.goOn(tolds[1]!, event.takenDown(ids[1]![EACH - 1]!));
    await files.goOn(tolds[2]!, event.storyKilled);
    await files.goOn(tolds[3]!, event.storyTakenDown);
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
