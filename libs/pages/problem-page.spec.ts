import { LANGUAGES } from '#wordings';
import { problemPage, type ProblemPage } from './problem-page.js';
import { readerIn } from './reader.js';

const pageOf = (problem: Partial<ProblemPage>, language: 'en' | 'fr' = 'en'): string =>
  problemPage({
    status: 404,
    code: 'not-found',
    detail: 'In detail.',
    instance: 'an-id',
    notice: null,
    first: null,
    path: '/stories/aleppo-talks',
    site: { origin: '', name: 'Dateline' },
    reader: readerIn(language, { asked: null, zone: 'UTC', asOf: null }),
    ...problem,
  });

describe('the page of an error', () => {
  it.each([
    [410, 'killed', 'This story was withdrawn as wrong'],
    [451, 'taken-down', 'This story was taken down'],
    [404, 'story-unknown', 'There is nothing here'],
    [404, 'not-yet', 'The story had not begun yet'],
    [400, 'time-form', 'We cannot read this moment'],
    [400, 'query-parameter', 'We cannot read this address'],
    [503, 'stale', 'The archive cannot answer at present'],
    [500, 'internal', 'Something failed here'],
  ])('says %i %s in words', (status, code, title) => {
    const page = pageOf({ status, code });
    expect(page).toContain(`<h1>${title}</h1>`);
    expect(page).toContain('<code>an-id</code>');
    expect(page).toContain('noindex');
  });

  it('gives details only of faults that the reader can fix', () => {
    expect(pageOf({ status: 400, code: 'query-parameter' })).toContain('In detail.');
    expect(pageOf({ status: 500, code: 'internal' })).not.toContain('In detail.');
  });

  it.each(LANGUAGES)('links to the first moment, and lets readers choose another, in %s', (language) => {
    expect(pageOf({ code: 'not-yet', first: { at: '2016-12-01T09:05:00.000Z' } }, language)).toContain(
      'href="/stories/aleppo-talks?asOf=2016-12-01T09:05:00.000Z"',
    );
    expect(pageOf({ status: 400, code: 'time-form' }, language)).toContain('action="/stories/aleppo-talks"');
  });
});
