import { hash } from 'node:crypto';
import { STYLES } from './styles.js';

/** Side of `favicon.ico` in pixels. Programs fetch it without reading a page first. */
const SIDE = 16;

/** The icon as an ICO file: one image of 32 bits per pixel, bottom row first, with an empty mask. */
function favicon(): Buffer {
  const [header, pixels, mask] = [Buffer.alloc(22), Buffer.alloc(SIDE * SIDE * 4), Buffer.alloc(SIDE * 4)];
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(1, 4);
  header.set([SIDE, SIDE, 0, 0, 1, 0, 32, 0], 6);
  const about = Buffer.alloc(40);
  for (const [value, at] of [
    [40, 0],
    [SIDE, 4],
    [SIDE * 2, 8],
  ] as const)
    about.writeUInt32LE(value, at);
  about.set([1, 0, 32, 0], 12);
  header.writeUInt32LE(about.length + pixels.length + mask.length, 14);
  header.writeUInt32LE(header.length, 18);
  for (let y = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++) {
      const line = (y === 7 || y === 8) && x >= 2 && x < 14;
      const mark = (x === 5 || x === 6) && y >= 5 && y < 11;
      // Blue, green, red, alpha.
      pixels.set(line || mark ? [255, 255, 255, 255] : [31, 31, 122, 255], (y * SIDE + x) * 4);
    }
  return Buffer.concat([header, about, pixels, mask]);
}

/** A file that pages use. Its name contains a hash of its content, so caches may keep it for ever. */
export interface Asset {
  readonly path: string;
  readonly type: string;
  readonly body: string;
}

const asset = (name: string, suffix: string, type: string, body: string): Asset => ({
  path: `/${name}.${hash('sha256', body, 'hex').slice(0, 12)}.${suffix}`,
  type,
  body,
});

export const STYLESHEET = asset('style', 'css', 'text/css; charset=utf-8', STYLES);

/** The icon: a timeline with a mark. */
export const ICON = asset(
  'icon',
  'svg',
  'image/svg+xml',
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="4" fill="#7a1f1f"/><path d="M5 16H27M11 10V22" stroke="#fff" stroke-width="3" fill="none"/></svg>',
);

export const FAVICON = favicon();
