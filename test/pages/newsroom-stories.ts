import type { Json } from '../http/caller.js';
import { en } from '../http/stories.js';

const SCRIPT = '<script>document.title="owned"</script>';
const IMAGE = '"><img src=x onerror=alert(1)>';
const AMPERSAND = '</title></p><b>Tom & "Jerry"</b> &amp; &lt;i&gt;';
const LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(2);

const ARABIC = {
  headline:
    'روسيا وفصائل من المعارضة السورية تجري محادثات سرية في تركيا لإنهاء القتال في حلب، بحسب مصادر من المعارضة طلبت عدم الكشف عن هويتها',
  lede: 'مصادر من المعارضة تتحدث عن محادثات لا تشارك فيها الولايات المتحدة.',
  claim: 'تجري روسيا وفصائل معارضة محادثات في تركيا',
  source: 'أربعة أعضاء في المعارضة السورية',
} as const;

const whisper = (descriptor: object, count = 1): Json => [
  [
    { party: 'financial-times' },
    {
      unnamed: {
        descriptor,
        count,
        side: 'opposition',
        groundRules: 'background',
        approvedBy: 'command-line',
      },
    },
  ],
];
const moscow = [[{ party: 'moscow', standing: 'principal' }]];
const turkey = [[{ party: 'turkey', standing: 'principal' }]];
const proposition = (id: string, text: object): Json => ({ id, kind: 'proposition', text });
const says = (claim: string, stance = 'asserts'): Json => ({ claim, stance });
const because = { reason: 'For the record.' };

/** Import lines of stories that are difficult for pages, all with times of December 2016. */
export function difficultStories(): Json[] {
  return [...markup(), ...arabic(), ...corrected(), ...withheld(), ...large()];
}

let minute = 0;
/** A line of a story, one minute after the line before. */
const line = (story: string, command: string, body: object): Json => ({
  at: new Date(Date.UTC(2016, 11, 10, 8, (minute += 1))).toISOString(),
  story,
  command,
  ...body,
});

const markup = (): Json[] => [
  line('markup', 'open', {
    headline: en(`${SCRIPT} ${AMPERSAND}`),
    lede: en(IMAGE),
    language: 'en',
    places: [{ name: `Aleppo ${IMAGE}` }],
  }),
  line('markup', 'record', {
    ref: 'first',
    kind: 'report',
    text: en(`${SCRIPT}${IMAGE}`),
    attribution: whisper(en(`officials ${IMAGE}`), 2),
    claims: [
      proposition('it', en(AMPERSAND)),
      {
        id: 'many',
        kind: 'figure',
        text: en(IMAGE),
        figure: { what: IMAGE, of: SCRIPT, unit: AMPERSAND, low: 200, high: 300, comparator: '=' },
      },
    ],
    assertions: [says('it'), says('many')],
    raises: [{ id: 'why', text: en(`Why ${IMAGE}?`) }],
    evidence: [{ url: 'https://example.org/?a=1&b="x"', public: true }],
    place: { name: SCRIPT },
  }),
  line('markup', 'correct', {
    development: 'first',
    class: 'correction',
    changes: { text: en(`It was not ${SCRIPT}`) },
    notice: en(IMAGE),
    ...because,
  }),
];

const arabic = (): Json[] => [
  line('arabic', 'open', {
    headline: { ar: ARABIC.headline },
    lede: { ar: ARABIC.lede },
    language: 'ar',
    places: [{ name: 'حلب', country: 'SY' }],
  }),
  line('arabic', 'record', {
    ref: 'first',
    kind: 'report',
    text: { ar: ARABIC.lede },
    attribution: whisper({ ar: ARABIC.source }, 4),
    claims: [proposition('talks', { ar: ARABIC.claim })],
    assertions: [says('talks')],
    occurred: '2016-12~',
  }),
];

const corrected = (): Json[] => [
  line('corrected', 'open', {
    headline: en('A story with mistakes in it'),
    lede: en('All of them are said.'),
    language: 'en',
    topics: ['medtop:20000639'],
  }),
  line('corrected', 'record', {
    ref: 'first',
    kind: 'report',
    text: { en: 'Forty lorries crossed.', fr: 'Quarante camions ont passé.' },
    attribution: moscow,
    claims: [
      proposition('crossed', en('Lorries crossed the line')),
      {
        id: 'lorries',
        kind: 'figure',
        text: en('Some 250 lorries crossed'),
        figure: { what: 'lorries', count: 250, low: 200, high: 300, comparator: '~' },
      },
      proposition('agreed', en('The crossing was agreed')),
      proposition('empty', en('The lorries were empty')),
      proposition('checked', en('The road is open')),
    ],
    assertions: [says('crossed'), says('lorries'), says('agreed'), says('empty'), says('checked')],
    raises: [{ id: 'whose', text: en('Whose lorries were they?') }],
    occurred: '2016-12-09',
    place: { name: 'Aleppo', country: 'SY' },
  }),
  line('corrected', 'record', {
    ref: 'denied',
    kind: 'denial',
    text: en('Turkey denies that it was agreed, and that the lorries were empty.'),
    attribution: turkey,
    assertions: [says('agreed', 'denies'), says('empty', 'denies')],
  }),
  line('corrected', 'record', {
    ref: 'answer',
    kind: 'noKnowledge',
    text: en('Turkey says that it has no knowledge of the crossing.'),
    attribution: [[{ party: 'financial-times' }, { party: 'turkey', standing: 'principal' }]],
    assertions: [says('crossed', 'noKnowledge')],
    answers: ['whose'],
  }),
  line('corrected', 'record', {
    ref: 'retracted',
    kind: 'report',
    text: en('A second column is on its way.'),
    attribution: [[{ party: 'financial-times' }]],
    claims: [proposition('second', en('A second column is on its way'))],
    assertions: [says('second')],
  }),
  line('corrected', 'record', {
    ref: 'killed',
    kind: 'report',
    text: en('What was never so.'),
    attribution: moscow,
  }),
  line('corrected', 'correct', {
    development: 'first',
    class: 'correction',
    changes: {
      text: { en: 'Some 250 lorries crossed.', fr: 'Quelque 250 camions ont passé.' },
      place: { name: 'Idlib', country: 'SY' },
      occurred: '2016-12-08/2016-12-09',
    },
    withhold: ['place'],
    notice: en('The number of lorries was wrong in an earlier version.'),
    ...because,
  }),
  line('corrected', 'correct-claim', {
    claim: 'lorries',
    changes: { figure: { what: 'lorries', count: 240, low: 220, high: 260, comparator: '~' } },
    ...because,
  }),
  line('corrected', 'retract', { development: 'retracted', by: 'outlet', ...because }),
  line('corrected', 'kill', { development: 'killed', notice: en('This was never so.'), ...because }),
  line('corrected', 'judge', {
    claim: 'checked',
    verdict: 'verified',
    method: 'we drove along it',
    public: true,
    ...because,
  }),
  line('corrected', 'judge', {
    claim: 'empty',
    verdict: 'refuted',
    method: 'we saw the load',
    public: true,
    ...because,
  }),
  line('corrected', 'close', {}),
];

const withheld = (): Json[] => [
  line('all-wrong', 'open', { headline: en('It was all wrong'), language: 'en' }),
  line('all-wrong', 'record', {
    ref: 'first',
    kind: 'report',
    text: en('A wrong report.'),
    attribution: moscow,
  }),
  line('all-wrong', 'kill', {
    notice: { en: 'The whole story was wrong.', fr: 'Tout était faux.' },
    ...because,
  }),
  line('forbidden', 'open', { headline: en('It may not be told'), language: 'en' }),
  line('forbidden', 'record', {
    ref: 'first',
    kind: 'report',
    text: en('A forbidden report.'),
    attribution: moscow,
  }),
  line('forbidden', 'takedown', {
    notice: en('A court has forbidden it.'),
    authority: 'A court',
    ...because,
  }),
];

const large = (): Json[] => [
  line('large', 'open', { headline: en(`A story of very much: ${LONG}`), lede: en(LONG), language: 'en' }),
  ...Array.from({ length: 25 }, (_, i) =>
    line('large', 'record', {
      ref: `report-${i}`,
      kind: 'report',
      text: en(`Report ${i}. ${i % 5 === 0 ? LONG : 'Words that break where they may.'}`),
      attribution: i % 2 === 0 ? moscow : turkey,
      claims: Array.from({ length: 4 }, (_, j) =>
        proposition(`claim-${i}-${j}`, en(`Claim ${i} ${j} ${j === 0 ? LONG : 'of few words'}`)),
      ),
      assertions: [
        ...Array.from({ length: 4 }, (_, j) => says(`claim-${i}-${j}`)),
        ...(i === 0 ? [] : [says(`claim-${i - 1}-1`, i % 3 === 0 ? 'denies' : 'confirms')]),
      ],
    }),
  ),
];
