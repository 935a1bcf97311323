import type { Answer, Caller, Json } from './caller.js';

/** Sends requests like a page of the desk: with cookies, and without a token. */
export class BrowserSession {
  readonly cookies = new Map<string, string>();

  constructor(
    private readonly desk: Caller,
    private readonly headers: Readonly<Record<string, string>> = { 'sec-fetch-site': 'same-origin' },
  ) {}

  get(path: string): Promise<Answer> {
    return this.#send('GET', path);
  }

  post(path: string, body: Json = {}): Promise<Answer> {
    return this.#send('POST', path, body);
  }

  put(path: string, body: Json = {}): Promise<Answer> {
    return this.#send('PUT', path, body);
  }

  delete(path: string): Promise<Answer> {
    return this.#send('DELETE', path);
  }

  async #send(method: string, path: string, body?: Json): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await this.desk.send({
      method,
      path,
      headers: {
        ...this.headers,
        authorization: '',
        ...(cookie === '' ? {} : { cookie }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const line of answer.headers['set-cookie'] ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }
}
