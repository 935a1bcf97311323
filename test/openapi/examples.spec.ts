import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually, type Caller, type Json } from '../http/caller.js';
import { addPerson } from '../http/people.js';
import { RunningNewsroom } from '../http/running-newsroom.js';
import { ApiDocument } from './api-document.js';
import { deskExchanges } from './desk-exchanges.js';
import { exchange, type Exchange } from './exchange.js';
import { LONG, longStory } from './long-story.js';
import { archiveExchanges, publishingExchanges } from './publishing-exchanges.js';
import { corrected, readingExchanges } from './reading-exchanges.js';
import { noteExchanges, reporter } from './note-exchanges.js';
import { pinged, webhookExchanges } from './webhook-exchanges.js';
import { draftExchanges } from './draft-exchanges.js';
import { presenceExchanges } from './presence-exchanges.js';
import { reviewExchanges } from './review-exchanges.js';
import { sourceExchanges } from './source-exchanges.js';
import { staffExchanges } from './staff-exchanges.js';
import { streamed, streamedNotices } from './streamed.js';
import { refusals } from './refusals.js';
import { settled } from './settled.js';
import { expectWritten } from './written.js';

const root = join(import.meta.dirname, '..', '..');
const folderOf = { archive: 'apps/archive/openapi/examples', desk: 'apps/desk/openapi/examples' } as const;
/** A fixed site, so that addresses are the same in each run. */
const SITE = 'https://archive.example.org';
type Surface = keyof typeof folderOf;

/** The documents and the answers: by surface and operation id. */
const documents = {} as Record<Surface, ApiDocument>;
/** Ids that differ in each newsroom. */
let ids: readonly string[] = [];
const answered: Record<Surface, Record<string, Json>> = { archive: {}, desk: {} };

const documentOf = async (caller: Caller): Promise<ApiDocument> =>
  new ApiDocument((await caller.get('/openapi.json')).body);

const keys = mkdtempSync(join(tmpdir(), 'example-keys-'));
let newsroom: RunningNewsroom;
beforeAll(async () => {
  newsroom = await RunningNewsroom.open({
    DATELINE_DEMO: 'on',
    DATELINE_PUBLIC_URL: SITE,
    DESK_VAULT_KEY_FILE: join(keys, 'master.key'),
  });
  const { archive, desk } = newsroom;
  documents.archive = await documentOf(archive);
  documents.desk = await documentOf(desk);
  const read = async (
    surface: Surface,
    exchanges: readonly Exchange[],
    earlier: Record<string, Json> = {},
  ): Promise<void> => {
    const examples = settled(await exchange(newsroom[surface], documents[surface], exchanges, earlier));
    for (const [name, example] of Object.entries<Json>(examples)) {
      const former = answered[surface][name];
      answered[surface][name] = { ...example, answers: { ...former?.answers, ...example.answers } };
    }
  };
  ids = await unnamedEvents(archive);
  for (const surface of ['archive', 'desk'] as const) await read(surface, readingExchanges);
  await read('archive', publishingExchanges);
  for (const [name, text] of Object.entries(await streamed(archive)))
    answered.archive[name] = { answers: { 200: settled(text) } };
  // Later answers of the same operations are better examples.
  const reviewed: Record<string, Json> = {};
  await read('desk', reviewExchanges, reviewed);
  ids = [...new Set([...ids, ...idsIn(reviewed)])];
  await read('desk', draftExchanges);
  await read('desk', presenceExchanges);
  const webhooks: Record<string, Json> = {};
  await read('desk', webhookExchanges, webhooks);
  ids = [...ids, webhooks['registerWebhook'].id];
  answered.desk['pingWebhook'] = pinged;
  const staff: Record<string, Json> = {};
  await read('desk', staffExchanges(await newsroom.setupLink()), staff);
  ids = [...new Set([...ids, ...idsIn(staff)])];
  await read('desk', deskExchanges);
  const noted: Record<string, Json> = { reporter: reviewed['reporter'] };
  await read('desk', noteExchanges, noted);
  answered.desk['followNotices'] = {
    answers: { 200: settled(await streamedNotices(desk, reporter(noted))) },
  };
  ids = [...new Set([...ids, ...idsIn(noted)])];
  await desk.import(longStory);
  // An archive document of the feed has the headline of the whole story.
  await eventually(
    () => archive.get(`/v1/stories/${LONG}`),
    ({ body }) => Number(body.revision) === longStory.length - 1,
  );
  await read('archive', archiveExchanges);
  const ofSource = await addPerson(newsroom, 'a.reporter', 'reporter');
  const custodian = await addPerson(newsroom, 'a.custodian', 'custodian');
  const sources: Record<string, Json> = {};
  const { recordDevelopment } = answered.desk;
  await read('desk', sourceExchanges(ofSource, custodian), sources);
  answered.desk['recordDevelopment'] = recordDevelopment;
  const there = String(sources['passSourceOn'].source);
  ids = [...new Set([...ids, ofSource.id, custodian.id, there, ...idsIn(sources)])];
  for (const surface of ['archive', 'desk'] as const) {
    await read(surface, [corrected('talks-in-turkey')]);
    answered[surface]['problems'] = settled(await refusals(newsroom, surface));
  }
});
afterAll(async () => {
  await newsroom.remove();
  rmSync(keys, { recursive: true, force: true });
});

/** A UUID, or one in base64url. `localhost`, the id of a relying party, is no random id. */
const isRandom = (id: Json): boolean => /^[\w-]{36,}$/.test(id);

/** The random ids of accounts, sessions, tokens and passkeys. */
const idsIn = (value: Json): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries<Json>(value).flatMap(([name, inner]) =>
        name === 'id' ? (isRandom(inner) ? [inner] : []) : idsIn(inner),
      )
    : [];

/** Events of the demo file whose lines have no ref get ids that differ in each newsroom. */
async function unnamedEvents(archive: Caller): Promise<string[]> {
  const { body } = await archive.get('/v1/changes?story=aleppo-talks&limit=100');
  return body.items.flatMap(({ id, type }: Json) => (type === 'dateline.AssertionWithdrawn' ? [id] : []));
}

describe.each(['archive', 'desk'] as const)('the examples of the %s', (surface) => {
  const committed = (): string[] => readdirSync(join(root, folderOf[surface]));

  it('are what it answers today', () => {
    for (const [name, example] of Object.entries(answered[surface])) {
      const text = ids.reduce(
        (text, id, i) => text.replaceAll(id, `00000000-0000-4000-8000-${String(i + 1).padStart(12, '0')}`),
        `${JSON.stringify(example, null, 2)}\n`,
      );
      expectWritten(join(root, folderOf[surface], `${name}.json`), text);
    }
  });

  it('are those of its operations, and no others', () => {
    const names = [...documents[surface].operations.map(({ id }) => `${id}.json`), 'problems.json'];
    expect(committed().sort()).toEqual(names.sort());
  });

  it('cover every answer of every operation, and every request', () => {
    const missing = documents[surface].operations.flatMap(({ address, definition }) => [
      ...Object.entries<Json>(definition.responses)
        .filter(([status]) => status !== 'default')
        .filter(([, { content = {} }]) =>
          Object.values<Json>(content).some(({ example, examples }) => example === undefined && !examples),
        )
        .map(([status]) => `${address} ${status}`),
      ...Object.values<Json>(definition.requestBody?.content ?? {})
        .filter(({ example }) => example === undefined)
        .map(() => `${address} request`),
    ]);
    expect(missing).toEqual([]);
  });

  it('match the schemas beside them, including requests and refusals', () => {
    const document = documents[surface];
    const faults = document.operations.flatMap(({ address, path, method, definition }) => {
      const at = `/paths/${path.replaceAll('/', '~1')}/${method.toLowerCase()}`;
      const shown = [
        ...contents(`${at}/requestBody`, definition.requestBody),
        ...Object.entries<Json>(definition.responses).flatMap(([status, answer]) =>
          contents(`${at}/responses/${status}`, answer),
        ),
      ];
      return shown.flatMap(({ pointer, media, value }) =>
        document.contentFaults(pointer, media, value).map((fault) => `${address}: ${fault}`),
      );
    });
    expect(faults).toEqual([]);

    function contents(pointer: string, of: Json) {
      return Object.entries<Json>(of?.content ?? {}).flatMap(([media, { example, examples }]) => {
        const values =
          example === undefined
            ? Object.values<Json>(examples ?? {}).map(({ $ref }) => document.componentOf($ref).value)
            : [example];
        return values.map((value) => ({
          pointer: `${pointer}/content/${media.replaceAll('/', '~1')}/schema`,
          media,
          value,
        }));
      });
    }
  });
});
