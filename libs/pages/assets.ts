import { hash } from 'node:crypto';
import { STYLES } from './styles.js';

/** A file that pages refer to. Its name tells its content, so that it may be kept for ever. */
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

/** A line of time with a mark on it. */
export const ICON = asset(
  'icon',
  'svg',
  'image/svg+xml',
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="4" fill="#7a1f1f"/><path d="M5 16H27M11 10V22" stroke="#fff" stroke-width="3" fill="none"/></svg>',
);
