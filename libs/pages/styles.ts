import type { Status } from '#story';

/** The colour of each status in light and dark mode. Patterns and names say the same without colour. */
const COLOURS: Readonly<Record<Status, readonly [light: string, dark: string]>> = {
  verified: ['#0a6b46', '#5fd3a0'],
  announced: ['#0a6b46', '#5fd3a0'],
  'mostly-true': ['#0a6b46', '#5fd3a0'],
  'missing-context': ['#a85400', '#f2ab5c'],
  misleading: ['#a32d2a', '#f49a94'],
  unproven: ['#66625b', '#b9b2a5'],
  confirmed: ['#0a6b46', '#5fd3a0'],
  corroborated: ['#13707a', '#62cbd6'],
  'party-confirmed': ['#2a5aa8', '#8ab4f5'],
  claimed: ['#5a5fb0', '#a9aef2'],
  reported: ['#66625b', '#b9b2a5'],
  disputed: ['#a85400', '#f2ab5c'],
  denied: ['#a32d2a', '#f49a94'],
  refuted: ['#7d1a1a', '#f07f78'],
  withdrawn: ['#6d675f', '#a59e92'],
  unsupported: ['#6d675f', '#a59e92'],
  unverified: ['#8a5a00', '#e0b45c'],
};

const coloursOf = (scheme: 0 | 1): string =>
  Object.entries(COLOURS)
    .map(([status, colours]) => `.s-${status}{--tone:${colours[scheme]}}`)
    .join('');

/** Only logical properties, so that right-to-left text is laid out correctly. Sizes follow the reader's font size. */
export const STYLES = `
:root{color-scheme:light dark;
--paper:#fffdf9;--raised:#f6f2ea;--ink:#1c1a17;--quiet:#5a544b;--rule:#d8d1c3;--accent:#7a1f1f;--mark:#fbeecb;
--serif:"Iowan Old Style","Palatino Linotype",Palatino,"URW Palladio L","Noto Serif",Georgia,"Times New Roman",serif;
--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",Arial,sans-serif}
${coloursOf(0)}
@media (prefers-color-scheme:dark){
:root{--paper:#151412;--raised:#211f1b;--ink:#ebe6db;--quiet:#b5ad9f;--rule:#403b33;--accent:#f2a59d;--mark:#3b3116}
${coloursOf(1)}}
*,::before,::after{box-sizing:border-box}
html{font-size:106.25%;-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-block-start:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font-family:var(--serif);line-height:1.55;overflow-wrap:anywhere}
.masthead,main,.colophon{max-inline-size:46rem;margin-inline:auto;padding-inline:1rem}
main{outline:0;display:block}
p,ul,ol,dl,figure,h1,h2,h3{margin:0}
ul,ol{padding:0;list-style:none}
a{color:inherit;text-decoration-line:underline;text-decoration-color:var(--accent);text-decoration-thickness:.07em;text-underline-offset:.18em}
a:hover{color:var(--accent);text-decoration-thickness:.14em}
:focus-visible,input:focus-within{outline:3px solid var(--accent);outline-offset:2px;border-radius:2px}
.skip{position:absolute;inset-inline-start:.5rem;inset-block-start:-5rem;background:var(--paper);color:var(--ink);padding:.6rem 1rem;z-index:2}
.skip:focus{inset-block-start:.5rem}
.masthead{display:flex;flex-wrap:wrap;gap:.2rem 1.4rem;align-items:baseline;padding-block:1rem .7rem;border-block-end:3px double var(--rule);font-family:var(--sans);font-size:.85rem}
.masthead ul{display:flex;flex-wrap:wrap;gap:0 1rem}
.masthead li a{display:inline-block;padding-block:.35rem}
.masthead a{text-decoration-color:transparent}
.masthead a:hover,.masthead [aria-current]{text-decoration-color:var(--accent)}
.site{font-family:var(--serif);font-size:1.35rem;font-weight:700;letter-spacing:-.01em;margin-inline-end:auto}
.site a{text-decoration:none}
.colophon{margin-block-start:4rem;padding-block:1.2rem 2.5rem;border-block-start:3px double var(--rule);font-family:var(--sans);font-size:.8rem;color:var(--quiet)}
.colophon .address{display:none}
.headline{padding-block:2rem 1.3rem}
h1{font-size:clamp(1.75rem,1.15rem + 2.9vw,2.7rem);line-height:1.14;letter-spacing:-.015em;font-weight:700;text-wrap:balance}
h2{font-size:1.45rem;line-height:1.2;letter-spacing:-.01em}
h3{font-size:1.08rem;line-height:1.35}
h1[dir=rtl],h2 [dir=rtl],h3[dir=rtl]{letter-spacing:0;line-height:1.4}
.lede{font-size:1.2rem;line-height:1.5;margin-block-start:.8rem;color:var(--ink)}
.quiet,.about,.count,.tag,.entry-head,.status,.axis,.moves,.kicker,.contents,.moment,.flags,.source,.data,.moved,.search,label,legend,input,select,button,.record,.forms,.code{font-family:var(--sans)}
.quiet{color:var(--quiet);font-size:.82rem}
.about{color:var(--quiet);font-size:.88rem;margin-block:.25rem 1.1rem}
.kicker{display:flex;flex-wrap:wrap;gap:0 1.2rem;font-size:.78rem;margin-block-end:.7rem}
.kicker ul{display:flex;flex-wrap:wrap;gap:0 .9rem}
.kicker a{display:inline-block;padding-block:.3rem;color:var(--accent);font-weight:600;text-decoration-color:transparent}
.kicker a:hover{text-decoration-color:currentcolor}
.notice{border-inline-start:4px solid var(--accent);background:var(--raised);padding:.6rem .9rem;margin-block:.7rem}
.notice>*+*{margin-block-start:.4rem}
.moment{border-block:1px solid var(--rule);padding-block:.9rem;font-size:.88rem;display:grid;gap:.8rem}
.moment.past{background:var(--mark);border:0;border-inline-start:4px solid var(--accent);padding-inline:1rem}
.moment.past .quiet{color:inherit}
.moment-shown{font-size:.95rem}
.now{font-weight:600;display:inline-block;padding-block:.1rem}
.revisions ul{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:.5rem 1rem}
.revisions a{font-weight:600}
.revisions .quiet{display:block}
fieldset{border:0;padding:0;margin:0;min-inline-size:0;display:flex;flex-wrap:wrap;gap:.3rem .8rem;align-items:end}
legend{float:inline-start;inline-size:100%;padding:0;font-weight:600;font-size:.85rem}
form p{display:grid;gap:.15rem}
.hint{flex-basis:100%}
label{font-size:.78rem}
input,select,button{font-size:.95rem;min-block-size:2.4rem;padding:.3rem .6rem;border:1px solid var(--quiet);border-radius:3px;background:var(--paper);color:var(--ink);max-inline-size:100%}
button{background:var(--ink);color:var(--paper);border-color:var(--ink);font-weight:600;padding-inline:1.1rem;cursor:pointer}
.search{display:flex;flex-wrap:wrap;gap:.3rem .8rem;align-items:end}
.search p:first-child{flex:1 1 12rem}
#q{inline-size:100%}
.search .hint{flex-basis:100%}
.contents{padding-block:1rem;font-size:.85rem;border-block-end:1px solid var(--rule)}
.contents ul{display:flex;flex-wrap:wrap;gap:.1rem 1.3rem}
.contents a{display:inline-block;padding-block:.3rem}
.count{color:var(--quiet);font-size:.8rem;font-variant-numeric:tabular-nums}
.part{margin-block-start:2.8rem}
.part>h2{border-block-start:2px solid var(--ink);padding-block-start:.6rem}
.part h3{margin-block-end:.2rem}
.part ul+h3{margin-block-start:1.2rem}
.part>h2+ol,.part>h2+p:not(.about){margin-block-start:.9rem}
.claims>li,.entry,.correction,.story-item,.change{padding-block:1.1rem;border-block-start:1px solid var(--rule)}
.claims>li:first-child,.timeline>.entry:first-child,.corrections>li:first-child,.stories>li:first-child,.changes>li:first-child{border-block-start:0;padding-block-start:.2rem}
.claim>*+*{margin-block-start:.4rem}
.claim:target,.entry:target,.correction:target{background:var(--mark);box-shadow:0 0 0 .6rem var(--mark)}
.status{font-size:.9rem}
.swatch{vertical-align:-.18em;flex:none}
.quantity strong{font-size:1.15rem}
.said{font-size:.95rem;border-inline-start:2px solid var(--rule);padding-inline-start:.9rem}
.said li+li{margin-block-start:.3rem}
.said b,.source b{font-family:var(--sans);font-size:.85em;font-weight:600}
.flags{font-size:.82rem;display:flex;flex-wrap:wrap;gap:.3rem .5rem}
.flags li{background:var(--raised);border:1px solid var(--rule);border-radius:2rem;padding:.1rem .7rem}
.points{margin-block-start:.8rem}
.points li{padding-block:.35rem;border-block-start:1px solid var(--rule)}
.questions li{padding-block:.45rem}
.questions strong{font-size:1.15rem;font-weight:600}
.patterns{position:absolute}
.ground{fill:var(--tone);fill-opacity:.2}
#pattern-verified .ground{fill-opacity:.55}
#pattern-announced .ground,#pattern-confirmed .ground{fill-opacity:.42}
#pattern-corroborated .ground{fill-opacity:.3}
.lines{stroke:var(--tone);stroke-width:1.1;fill:none;stroke-opacity:.75}
#pattern-reported .lines,#pattern-unsupported .lines{fill:var(--tone);stroke:none}
.under{fill:var(--paper)}
.edge{stroke:var(--tone);stroke-width:1}
.base{stroke:var(--rule);stroke-width:1}
.chart{margin-block-end:2.2rem}
.axis{display:grid;grid-template-columns:1fr 1fr;gap:.1rem 1rem;border-block-end:1px solid var(--quiet);padding-block:.4rem .2rem}
.axis time:last-of-type{text-align:end}
.axis span{grid-column:1/-1;text-align:center;order:1}
.lane{padding-block:.7rem;border-block-end:1px solid var(--rule)}
.lane-claim{font-size:.92rem;margin-block-end:.3rem}
.lane-claim a{text-decoration-color:transparent}
.lane-claim a:hover{text-decoration-color:var(--accent)}
.band{display:block;inline-size:100%;overflow:hidden;direction:ltr}
.band text{font:600 13px var(--sans);fill:var(--ink);paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}
.fits-wide{display:none}
@media (min-width:44rem){.fits-wide{display:inline}}
.moves{display:flex;flex-wrap:wrap;gap:.1rem 1.1rem;font-size:.8rem;margin-block-start:.35rem}
.entry>*+*{margin-block-start:.35rem}
.entry-head{font-size:.85rem;color:var(--quiet)}
.entry-head strong{color:var(--ink)}
.tag{border:1px solid var(--rule);border-radius:2rem;padding-inline:.55rem;font-size:.75rem;color:var(--quiet)}
.source{font-size:.88rem}
.moved{font-size:.85rem;background:var(--raised);padding:.45rem .8rem}
.gone .entry-text{text-decoration:line-through;text-decoration-color:var(--quiet);color:var(--quiet)}
.was-is>div{margin-block-start:.4rem}
.was-is dt{font-family:var(--sans);font-size:.8rem;font-weight:600}
.was-is dt::first-letter{text-transform:uppercase}
.was-is dd{margin:0}
del{text-decoration-color:var(--accent);text-decoration-thickness:.09em;color:var(--quiet)}
ins{text-decoration:none;background:var(--mark);box-decoration-break:clone}
mark{background:var(--mark);color:inherit;font-weight:700}
.address{font-family:var(--sans);font-size:.9em}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,15rem),1fr));gap:1.2rem 1.6rem}
.figures li{border-block-start:1px solid var(--rule);padding-block-start:.6rem}
.amount{font-size:1.6rem;line-height:1.2;font-weight:700;letter-spacing:-.01em}
.data{margin-block-start:2.5rem;font-size:.85rem}
.stories{margin-block-start:1.6rem}
.story-item h2{font-size:1.5rem}
.change h2{font-size:1.25rem}
.change>*+*{margin-block-start:.3rem}
.story-item h2 a,.claim h3 a{text-decoration-color:transparent}
.story-item h2 a:hover,.claim h3 a:hover{text-decoration-color:var(--accent)}
.story-item>*+*{margin-block-start:.35rem}
.record{border-collapse:collapse;inline-size:100%;font-size:.88rem;overflow-wrap:break-word}
.record th,.record td{text-align:start;vertical-align:top;padding:.45rem .5rem .45rem 0;border-block-end:1px solid var(--rule)}
.record thead th{color:var(--quiet);font-weight:600;font-size:.8rem}
.number{font-variant-numeric:tabular-nums}
.problem .code{font-size:.9rem;color:var(--accent);font-weight:700}
.problem>*+*{margin-block-start:.9rem}
.forms>div+div{margin-block-start:.5rem}
.forms dd{margin:0;color:var(--quiet);font-size:.9rem}
nav>p a{display:inline-block;padding-block:.5rem;margin-inline-end:1.5rem;font-family:var(--sans);font-weight:600;font-size:.95rem}
@media (max-width:30rem){html{font-size:100%}.record{font-size:.78rem}.record thead th{font-size:.7rem}.record th,.record td{padding-inline-end:.35rem}.became .swatch{display:none}.headline{padding-block-start:1.3rem}}
@media print{
:root{color-scheme:light;--paper:#fff;--raised:#fff;--ink:#000;--quiet:#333;--rule:#999;--accent:#000;--mark:#fff}
${coloursOf(0)}
html{font-size:10.5pt}
.masthead,main,.colophon{max-inline-size:none;padding-inline:0}
.masthead nav,.skip,.contents,form,.revisions,.data,nav{display:none}
.moment.past{border:1px solid #000}
.claims>li,.entry,.lane,.correction,.figures li,.story-item,.notice{break-inside:avoid}
h1,h2,h3,.about{break-after:avoid}
.band,.swatch{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.fits-wide{display:inline}
a{text-decoration:none}
a[href^="http"]:not(.outside)::after{content:" (" attr(href) ")";font-size:.85em}
.colophon .address{display:block}
.colophon{margin-block-start:1.5rem}
}
`.replace(/\n/g, '');
