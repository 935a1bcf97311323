import { styleText } from 'node:util';
import { cells, wrap } from './cells.js';

export interface SheetOptions {
  /** Width of a line in cells. */
  readonly width: number;
  readonly colours: boolean;
}

type Tone = 'title' | 'good' | 'fair' | 'bad' | 'gone' | 'quiet' | 'flag';
type Format = Parameters<typeof styleText>[0];

const FORMAT: Readonly<Record<Tone, Format>> = {
  title: ['bold', 'underline'],
  good: ['bold', 'green'],
  fair: ['bold', 'cyan'],
  bad: ['bold', 'red'],
  gone: ['bold', 'magenta'],
  quiet: 'dim',
  flag: 'yellow',
};

interface LineOptions {
  readonly indent?: number;
  /** Precedes the first line. The other lines are indented to match. */
  readonly bullet?: string;
  /** Additional indent in cells for the lines after the first. */
  readonly hang?: number;
  readonly tone?: Tone;
  readonly strong?: boolean;
}

/** Lines of plain text, wrapped to a width. Colours are added to whole lines after wrapping. */
export class Sheet {
  readonly #lines: string[] = [];

  constructor(private readonly options: SheetOptions) {}

  heading(words: string, tone: Tone, rest = ''): this {
    const [first = '', ...others] = wrap(words + rest, this.options.width);
    const head = first.startsWith(words) ? words : first;
    this.#lines.push(this.#styled(head, FORMAT[tone]) + first.slice(head.length), ...others);
    return this;
  }

  line(text: string, { indent = 0, bullet, hang = 0, tone, strong = false }: LineOptions = {}): this {
    const before = bullet === undefined ? ' '.repeat(indent) : `  ${bullet} `;
    const wide = cells(before);
    const after = ' '.repeat(wide + hang);
    const format = strong ? 'bold' : tone && FORMAT[tone];
    for (const [i, words] of wrap(text, Math.max(10, this.options.width - wide - hang)).entries())
      this.#lines.push((i === 0 ? before : after) + (format ? this.#styled(words, format) : words));
    return this;
  }

  gap(): this {
    this.#lines.push('');
    return this;
  }

  get text(): string {
    return `${this.#lines.join('\n')}\n`;
  }

  #styled(words: string, format: Format): string {
    return this.options.colours ? styleText(format, words, { validateStream: false }) : words;
  }
}
