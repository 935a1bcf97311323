import { BrowserSession } from './browser-session.js';
import type { RunningNewsroom } from './running-newsroom.js';

export const PASSWORD = 'four words about rivers';

/** The secret of a one-time link. */
export const linkIn = (text: string): string => /\/desk\/(?:setup|invitation)#([\w-]{43})/.exec(text)![1]!;

export interface Person {
  readonly id: string;
  readonly page: BrowserSession;
}

/** Adds a person with these roles to the staff, and signs in with a password. */
export async function addPerson(
  { desk }: RunningNewsroom,
  username: string,
  ...roles: string[]
): Promise<Person> {
  const { body } = await desk.post('/desk/v1/staff', { username, name: username, roles });
  const page = new BrowserSession(desk);
  const sent = { link: linkIn(body.link), password: PASSWORD };
  const answer = await page.post('/desk/v1/sign-in/invitation', sent);
  if (answer.status !== 200) throw new Error(answer.text);
  return { id: body.staff.id, page };
}

/** Signs a person in, in another browser. */
export async function signIn({ desk }: RunningNewsroom, username: string): Promise<BrowserSession> {
  const page = new BrowserSession(desk);
  const answer = await page.post('/desk/v1/sign-in/password', { username, password: PASSWORD });
  if (answer.status !== 200) throw new Error(answer.text);
  return page;
}
