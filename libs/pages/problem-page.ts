import type { Site } from '#formats';
import type { Grounds, Text } from '#story';
import { html, type Html } from './html.js';
import { documentOf } from './layout.js';
import { momentForm } from './moment-form.js';
import { addressOf, inLanguage, name, textIn, type Reader } from './reader.js';
import { momentTime } from './when.js';

/** The content of an error page. The code and its members are those of the problem document (RFC 9457). */
export interface ProblemPage {
  readonly status: number;
  readonly code: string;
  /** In English: the fault, and what to do. */
  readonly detail: string;
  /** Identifies the request in the log. */
  readonly instance: string;
  /** The notice of a kill or takedown. */
  readonly notice: {
    readonly grounds: Grounds;
    readonly notice: Text | null;
    readonly authority: string | null;
    readonly at: string;
  } | null;
  /** When the content of this address began. */
  readonly first: { readonly at: string } | null;
  /** The path of the requested page, for the form that chooses another moment. */
  readonly path: string;
  readonly site: Site;
  readonly reader: Reader;
}

type Case = keyof Reader['words']['problem']['title'];

/** The HTML page of an error: the reason, and what the reader can do. */
export function problemPage(problem: ProblemPage): string {
  const { site, reader, code, status, detail, instance, notice, first, path } = problem;
  const { problem: words } = reader.words;
  const found = caseOf(code, status, notice?.grounds ?? null);
  return documentOf({
    site,
    reader,
    title: `${words.title[found]} – ${site.name}`,
    here: null,
    main: html`<article class="problem">
      <header class="headline">
        <p class="code">${status}</p>
        <h1>${words.title[found]}</h1>
        <p class="lede">${aboutOf(found, notice?.grounds ?? 'wrong', reader)}</p>
      </header>
      ${notice && noticeOf(notice, reader)}
      ${
        found === 'time' &&
        html`<dl class="forms">
            ${words.forms.map(
              ({ form, means }) =>
                html`<div>
                  <dt><code>asOf=${form}</code></dt>
                  <dd>${means}</dd>
                </div>`,
            )}
          </dl>
          ${momentForm(path, null, reader)}`
      }
      ${first && html`<p><a href="${addressOf(path, reader, { asOf: first.at })}">${words.first(momentTime(first.at, reader))}</a></p>`}
      ${(found === 'wrong' || found === 'time') && html`<p class="quiet">${words.detail}${reader.words.colon} <span lang="en">${detail}</span></p>`}
      <p><a href="${addressOf('/', reader)}">${words.home}</a></p>
      <p class="quiet">${words.reference(html`<code>${instance}</code>`)}</p>
    </article>`,
  });
}

function noticeOf({ notice, authority, at }: NonNullable<ProblemPage['notice']>, reader: Reader): Html {
  const said = textIn(notice, reader);
  return html`<section class="notice" aria-labelledby="notice">
    <h2 id="notice">${reader.words.problem.notice}</h2>
    <p class="quiet">${momentTime(at, reader)}</p>
    ${said && html`<p${inLanguage(said, reader)}>${said.text}</p>`}
    ${authority !== null && html`<p>${reader.words.timeline.authority(name(authority))}</p>`}
  </section>`;
}

function aboutOf(found: Case, grounds: Grounds, { words }: Reader): string {
  if (found !== 'killed' && found !== 'removed' && found !== 'takenDown') return words.problem.about[found];
  return `${words.removed(words.grounds[grounds])} ${words.problem.noticeStays}`;
}

function caseOf(code: string, status: number, grounds: Grounds | null): Case {
  const named: Readonly<Record<string, Case>> = {
    killed: grounds === null || grounds === 'wrong' ? 'killed' : 'removed',
    'taken-down': 'takenDown',
    'not-yet': 'notYet',
    'time-form': 'time',
  };
  if (named[code] !== undefined) return named[code];
  if (status === 404) return 'notFound';
  if (status === 503) return 'unavailable';
  return status >= 500 ? 'failed' : 'wrong';
}
