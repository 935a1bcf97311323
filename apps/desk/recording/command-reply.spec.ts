import { createdOrOk, ok } from './command-reply.js';
import type { CommandView, CommandOutcome } from './editor-commands.js';

const view: CommandView = {
  id: 'd1a90f22-4dc4-5cde-ad69-69ff2b37933e',
  story: '4b5f1d6e-0f53-5f0a-8a55-3c5d3a1f7a11',
  revision: '7',
  position: 'desk-12',
  public: null,
  warnings: [],
};
const outcome = (recorded: boolean): CommandOutcome => ({ view, recorded });

describe('the reply to a command', () => {
  it.each([
    ['201 if it recorded something', true, 201],
    ['200 if nothing changed', false, 200],
  ])('has status %s', (_, recorded, status) =>
    expect(createdOrOk(outcome(recorded)).head.status).toBe(status),
  );

  it('keeps the status of the route if the route replaces one thing', () => {
    expect(ok(outcome(true)).head.status).toBeUndefined();
    expect(ok(outcome(false)).head.status).toBeUndefined();
  });

  it('has the view, and its revision for the ETag', () => {
    for (const reply of [createdOrOk(outcome(true)), createdOrOk(outcome(false)), ok(outcome(true))]) {
      expect(reply.body).toBe(view);
      expect(reply.head.revision).toBe('7');
    }
  });
});
