import type { Person } from '../http/people.js';
import type { Answered, Exchange } from './exchange.js';
import { LONG } from './long-story.js';

const story = 'aleppo-talks';
/** The source. It sorts behind the random reference that another story gets. */
const source = 'fffffff6-6a0e-4f6c-9c8e-0d9a4f6f3b11';

/** A request with the session of a person, as from a page of the desk. */
const asPerson = ({ page }: Person): Readonly<Record<string, string>> => ({
  authorization: '',
  cookie: [...page.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
  'sec-fetch-site': 'same-origin',
});

/** The requests on protected sources. */
export function sourceExchanges(reporter: Person, custodian: Person): readonly Exchange[] {
  const onSource = (by: Person, body?: object) => ({
    path: { story, source },
    headers: asPerson(by),
    ...(body === undefined ? {} : { body }),
  });
  const onUnsealing = (by: Person) => (answered: Answered) => ({
    path: { unsealing: String(answered['askUnsealing'].id) },
    headers: asPerson(by),
  });
  const sealed = { name: 'A. Source', otherNames: ['A. S.'], contact: 'By letter only', notes: 'Met twice.' };
  return [
    {
      operation: 'sealSource',
      request: onSource(reporter, { ...sealed, custodian: custodian.id }),
      status: 201,
    },
    { operation: 'sealSource', request: onSource(reporter, sealed), status: 200 },
    {
      operation: 'recordDevelopment',
      request: {
        path: { story },
        headers: asPerson(reporter),
        body: {
          kind: 'report',
          text: { en: 'An aide says that A. Source spoke to both sides.' },
          attribution: [[{ unnamed: { origin: source, descriptor: { en: 'an aide to the mediators' } } }]],
          claims: [],
          assertions: [],
        },
      },
      status: 201,
    },
    { operation: 'approveSource', request: onSource(custodian), status: 200 },
    { operation: 'listSources', request: { path: { story } }, status: 200 },
    { operation: 'passSourceOn', request: onSource(reporter, { story: LONG }), status: 200 },
    {
      operation: 'askUnsealing',
      request: onSource(reporter, { purpose: 'A court asks whether the source exists.' }),
      status: 201,
    },
    { operation: 'listUnsealings', request: { headers: asPerson(custodian) }, status: 200 },
    { operation: 'approveUnsealing', request: onUnsealing(custodian), status: 200 },
    { operation: 'showSource', request: onUnsealing(reporter), status: 200 },
    { operation: 'listSourceAlerts', request: { headers: asPerson(custodian) }, status: 200 },
    {
      operation: 'dismissSourceAlert',
      request: (answered) => ({
        path: { alert: String(answered['listSourceAlerts'].items[0].id) },
        headers: asPerson(custodian),
      }),
      status: 204,
    },
    {
      operation: 'handSourceOver',
      request: onSource(custodian, { custodian: custodian.id, reporter: reporter.id }),
      status: 200,
    },
    { operation: 'listSealedSources', request: { headers: asPerson(custodian) }, status: 200 },
    {
      operation: 'eraseSource',
      request: onSource(custodian, { reason: 'The source asked for it.' }),
      status: 204,
    },
  ];
}
