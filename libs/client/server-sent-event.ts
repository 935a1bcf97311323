/** One event of a stream, as WHATWG HTML section 9.2 has it. */
export interface ServerSentEvent {
  /** `message` where it has no name. */
  readonly name: string;
  readonly data: string;
  /** The id that the stream gave last, this event's or an earlier one's; null before the first. */
  readonly id: string | null;
}

/** The stream says in how many milliseconds to come back when it is lost. */
export interface Retry {
  readonly retry: number;
}

/** What a stream's bytes say. What is left of an event whose end does not come is dropped. */
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
    // A CR at the end may be half of a CRLF.
    const lines = rest.split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop()!;
    yield* lines;
  }
}
