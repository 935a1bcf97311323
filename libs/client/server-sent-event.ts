/** One server-sent event, as in WHATWG HTML, section 9.2. */
export interface ServerSentEvent {
  /** Its `event` field; `message` if it has none. */
  readonly name: string;
  readonly data: string;
  /** The last id in the stream, from this or an earlier event; null before the first. */
  readonly id: string | null;
}

/** The `retry` field: how many milliseconds to wait before the client reconnects. */
export interface Retry {
  readonly retry: number;
}

/** Parses the bytes of a stream. An incomplete event at its end is dropped. */
export async function* eventsOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<ServerSentEvent | Retry> {
  let id: string | null = null;
  let name = '';
  let data: string[] = [];
  for await (const line of linesOf(bytes)) {
    if (line === '') {
      if (data.length > 0) yield { name: name === '' ? 'message' : name, data: data.join('\n'), id };
      name = '';
      data = [];
      continue;
    }
    const [, field = '', value = ''] = /^([^:]*)(?::[ ]?(.*))?$/s.exec(line) ?? [];
    if (field === 'data') data.push(value);
    else if (field === 'event') name = value;
    else if (field === 'id' && !value.includes('\0')) id = value;
    else if (field === 'retry' && /^\d+$/.test(value)) yield { retry: Number(value) };
  }
}

async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of bytes) {
    rest += decoder.decode(chunk, { stream: true });
    // A CR at the end may be the first half of a CRLF.
    const lines = rest.split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop()!;
    yield* lines;
  }
}
