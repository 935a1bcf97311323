import fc from 'fast-check';
import {
  countWith,
  emptyNotes,
  evolveNotes,
  mentionsIn,
  reworded,
  withoutWords,
  type NoteEvent,
  type Notes,
} from './index.js';

const people = [
  { id: '1', username: 'm.editor', name: 'M. Editor' },
  { id: '2', username: 'r.reporter@example.org', name: 'R. Reporter' },
  { id: '3', username: 'ed', name: 'Editor' },
  { id: '4', username: 'ed.two', name: 'Same Name' },
  { id: '5', username: 'five', name: 'Same Name' },
];
const found = (text: string) => {
  const { mentions, unknownMentions } = mentionsIn(text, people);
  return [mentions, unknownMentions];
};

describe('a mention', () => {
  it.each([
    ['@m.editor please', ['1'], []],
    ['Ask @M. Editor.', ['1'], []],
    ['(@M.EDITOR) and @editor: who is it?', ['1', '3'], []],
    ['@r.reporter@example.org, @ed, @ed.', ['2', '3'], []],
    ['@ed.two, not @ed', ['4', '3'], []],
    ['@Same Name', [], ['Same']],
    ['@editors and @nobody, @nobody', [], ['editors', 'nobody']],
    ['Write to desk@ed or a.b@five, or @ed-itor', [], ['ed-itor']],
    ['@ @. @@', [], []],
  ])('%s', (text, mentions, unknown) => {
    expect(found(text)).toEqual([mentions, unknown]);
  });

  it('finds only people of the list, whatever the text', () => {
    const words = fc.constantFrom('@', 'm.editor', 'M. Editor', 'ed', ' ', '.', '@ed', 'é', '\n', 'ﬁve');
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        const { mentions, unknownMentions } = mentionsIn(text, people);
        for (const id of mentions) expect(people.map((one) => one.id)).toContain(id);
        for (const word of unknownMentions) expect(text).toContain(`@${word}`);
      }),
    );
  });
});

const note = (id: string, text: string): NoteEvent => ({
  type: 'NoteAdded',
  id,
  development: null,
  text,
  mentions: [],
  unknownMentions: ['secret'],
});
const fold = (events: readonly NoteEvent[]): Notes =>
  events.reduce((notes, event) => evolveNotes(notes, event, { by: 'me', at: 0 }), emptyNotes);
const take = (text: string): string => text.replaceAll('secret', '[…]');

describe('a removal of words', () => {
  const before = [
    note('a', 'A @secret.'),
    note('b', 'Nothing.'),
    note('c', 'secret'),
    { type: 'NoteWithdrawn', id: 'c' },
  ] as const;

  it('changes what is shown, also of withdrawn notes, and counts the same when it is repeated', () => {
    const notes = fold(before);
    expect(countWith(notes, take, 'r')).toBe(2);
    const event = reworded(notes, take, 'r')!;
    expect(JSON.stringify(event)).not.toContain('secret');
    const after = evolveNotes(notes, event, { by: 'me', at: 1 });
    expect(after.byId.get('a')).toMatchObject({ text: 'A @[…].', unknownMentions: [] });
    expect(after.byId.get('b')).toBe(notes.byId.get('b'));
    expect(after.byId.get('c')).toMatchObject({ text: '[…]', withdrawn: true });
    expect(countWith(after, take, 'r')).toBe(2);
    expect(reworded(after, take, 'r')).toBeNull();
    expect(countWith(after, take, 'another')).toBe(0);
  });

  it('gives the same notes from the shortened events', () => {
    const events = [...before, reworded(fold(before), take, 'r')!];
    const shortened = events.map((event) => withoutWords(event, take) ?? event);
    expect(JSON.stringify(shortened)).not.toContain('secret.');
    expect(shortened.map((event, i) => event === events[i])).toEqual([false, true, false, true, true]);
    expect([...fold(shortened).byId.values()]).toEqual([...fold(events).byId.values()]);
  });
});
