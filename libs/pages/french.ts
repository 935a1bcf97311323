import type { Medium } from '#story';
import { MOST_WORDS, SHORTEST_BEGINNING, type SearchFault } from '#projections';
import { VOCABULARY } from '#wordings';
import { html } from './html.js';
import type { Messages } from './messages.js';

const plural = (n: number, one: string, many: string): string => `${n} ${n < 2 ? one : many}`;

const { medium: MEDIA, authenticity: AUTHENTICITY } = VOCABULARY.fr;
/** Media with a feminine noun in French. */
const FEMININE: readonly Medium[] = ['video', 'picture'];

function refusedSearch(fault: SearchFault): string {
  switch (fault.why) {
    case 'no-words':
      return 'Donnez un mot à chercher : des lettres ou des chiffres.';
    case 'many-words':
      return `Donnez ${MOST_WORDS} mots au plus.`;
    case 'short-beginning':
      return `Donnez au moins ${SHORTEST_BEGINNING} lettres avant l’astérisque, et pas seulement « ${fault.word} ».`;
    case 'star-within':
      return `Un astérisque se place à la fin d’un mot, et non à côté de « ${fault.word} ».`;
    case 'many-endings':
      return `Trop de mots commencent par « ${fault.word} » : donnez plus de lettres avant l’astérisque.`;
    case 'many-stories':
      return 'Trop de sujets conviennent pour les trier ainsi : choisissez les plus récents d’abord, ou moins de sujets.';
  }
}

export const FRENCH: Messages = {
  ...VOCABULARY.fr,
  translation: { translated: 'Traduit', toCheck: 'Traduction à vérifier : l’original a été rectifié' },
  locale: 'fr',
  removed: (why) => `Retiré ${why}.`,
  site: {
    skip: 'Aller au contenu',
    stories: 'Sujets',
    corrections: 'Rectifications',
    machines: 'Pour les machines',
    language: 'Langue de cette page',
    main: 'Rubriques',
    footer:
      'Vous pouvez lire chaque page telle qu’elle était à tout moment. Rien n’est changé sans que ce soit dit.',
    zone: (zone) => `Les dates et heures sont celles du fuseau de la rédaction\u00a0: ${zone}.`,
  },
  time: {
    clock: (hour, minute, rest) => `${Number(hour)}\u00a0h\u00a0${minute}${rest}`,
    at: (day, clock) => `${day} à ${clock}`,
    endOf: (day) => `${day} au soir`,
  },
  moment: {
    now: (when) => html`Voici le sujet dans son état actuel. Dernier changement : le ${when}.`,
    past: (when) => html`Voici le sujet tel qu’il était le ${when}.`,
    fixed: (revision, when) => html`Voici le sujet tel qu’il était à sa révision ${revision}, du ${when}.`,
    held: (when) => html`Seul ce qui était vrai dans le monde le ${when} est montré.`,
    seeNow: 'Voir son état actuel',
    sinceThen: (n) => (n === 0 ? 'Il n’a pas changé depuis.' : `Il a changé ${n} fois depuis.`),
    navigation: 'Changements du sujet',
    first: 'Premier changement',
    previous: 'Changement précédent',
    next: 'Changement suivant',
    latest: 'Dernier changement',
    choose: 'Voir à un autre moment',
    date: 'Date',
    clock: (zone) => `Heure (${zone})`,
    clockHint: 'Sans heure\u00a0: la fin de ce jour.',
    show: 'Afficher',
    forms: 'Formes acceptées',
  },
  story: {
    contents: 'Dans ce sujet',
    closed: 'Ce sujet est clos\u00a0: aucun autre développement n’est attendu.',
    withdrawn: 'Retiré',
    withdrawnAt: (when) => html`retiré le ${when}`,
    nothing: 'Rien n’était encore affirmé à ce moment.',
    topics: 'Thèmes',
    places: 'Lieux',
    pinned: (when) => html`au ${when}`,
    established: {
      title: 'Ce qui est établi',
      about:
        'Vérifié par notre rédaction, annoncé par ceux qui en décident, confirmé par plus d’un camp, ou dit par des origines indépendantes.',
    },
    claimed: {
      title: 'Ce qui est affirmé, et par qui',
      about: 'Non confirmé de façon indépendante\u00a0: seules les sources nommées ici le disent.',
    },
    contested: {
      title: 'Ce qui est non vérifié, contesté, démenti ou retiré',
      about: 'À considérer comme ouvert, ou comme abandonné. Chaque affirmation en donne la raison.',
    },
    unknown: {
      title: 'Ce qu’on ignore',
      about: 'Les questions ouvertes, et ceux qui, interrogés, n’ont pas répondu.',
    },
    history: {
      title: 'Comment cela a changé',
      about: 'Tous les développements, du plus récent au plus ancien.',
    },
    corrections: {
      title: 'Rectifications',
      about: 'Ce qui était faux, ce que c’est à présent, et depuis quand.',
    },
    figures: { title: 'Chiffres', about: 'Tels qu’ils ont été donnés, avec leurs marges, et par qui.' },
    none: 'Rien, à ce moment.',
    hasCorrections: (n) => `${plural(n, 'rectification', 'rectifications')} de ce sujet`,
    claims: (n) => plural(n, 'affirmation', 'affirmations'),
    since: (when) => html`depuis le ${when}`,
    inTheWorld: (when) => html`Dans le monde : ${when}`,
    moreSaid: (n) => `et ${n} autres qui se sont prononcés`,
    more: (n) => `${n} de plus ne sont pas sur cette page`,
    data: 'tous en tant que données',
    silence: {
      declinesComment: (who, claims) => html`${who} : pas de commentaire sur ${claims}.`,
      noKnowledge: (who, claims) => html`${who} : dit ignorer ce qu’il en est de ${claims}.`,
    },
    questionSince: (when) => html`ouverte depuis le ${when}`,
    answered: 'Résolues depuis qu’elles ont été posées',
    feed: 'Flux de ce sujet',
    json: 'Ce sujet en tant que données',
  },
  chart: {
    title: 'À quel point chaque affirmation était sûre',
    about:
      'Une bande par affirmation, de gauche à droite dans l’ordre des changements. Un pas est un moment où un statut a changé\u00a0; les pas ne sont pas à l’échelle. Sous chaque bande, la même chose en mots.',
    lane: (claim) => `Statut au fil du temps\u00a0: ${claim}`,
    from: (status, when) => `${status} à partir du ${when}`,
    steps: (n) => plural(n, 'pas', 'pas'),
    earlier: 'des changements antérieurs ne sont pas montrés',
  },
  claims: {
    title: 'Toutes les affirmations',
    about:
      'D’abord ce que la rédaction a vérifié, puis ce que disent les développements majeurs, puis le reste\u00a0; ce qui a changé en dernier vient avant ce qui n’a pas changé.',
    count: (n) => plural(n, 'affirmation', 'affirmations'),
    chosen: 'Seule une partie des affirmations est montrée.',
    none: 'Aucune affirmation ne correspond, à ce moment.',
    first: 'Premières affirmations',
    previous: 'Affirmations précédentes',
    next: 'Affirmations suivantes',
  },
  timeline: {
    title: 'Développements',
    keyOnly: 'Seulement les développements majeurs',
    all: 'Tous les développements',
    source: 'Source',
    reported: (when) => html`publié : ${when}`,
    occurred: (when) => html`dans le monde : ${when}`,
    place: (where) => html`${where}`,
    evidence: 'Pièce',
    raises: 'Question posée',
    corrected: 'rectifié',
    retracted: {
      us: (when) => html`Retiré par nous le ${when}. Il reste ici comme retiré, et ne compte plus.`,
      outlet: (when) => html`Retiré par son média le ${when}. Il reste ici comme retiré, et ne compte plus.`,
    },
    withheld: {
      killed: (when) => html`Ce développement a été annulé le ${when}.`,
      takenDown: (when) => html`Ce développement a été retiré du public le ${when}.`,
      rest: 'Seul cet avis demeure.',
    },
    authority: (who) => html`Sur ordre de ${who}.`,
    moved: (claim, is, was) =>
      was === null ? html`${claim} : ${is}` : html`${claim} : ${is} (était : ${was})`,
    judged: 'Changement de statut',
    older: 'Développements plus anciens',
    newest: 'Développements les plus récents',
    of: (headline) => html`Tous les développements : ${headline}`,
  },
  chain: {
    whichCites: (who) => html`, qui cite ${who}`,
    askedBy: (who, outlet) => html`${who}, à la question de ${outlet}`,
    for: (who, body) => html`${who} (pour ${body})`,
    unnamed: (who, count) => html`${who} (${count > 1 ? 'sources non nommées' : 'source non nommée'})`,
    noSource: (who) => html`${who} (sans nommer de source)`,
    document: ({ medium, title, issuer, date, seen, authenticity }) => {
      const e = FEMININE.includes(medium) ? 'e' : '';
      const more = [
        issuer && html`, publié${e} par ${issuer}`,
        date && html`, date : ${date}`,
        seen && html`, vu${e} ici : ${seen}`,
        html` (${AUTHENTICITY[authenticity]})`,
      ];
      return html`${MEDIA[medium]} ${title}${more}`;
    },
    eyes: (who) => html`${who} (sur place)`,
    undescribed: (n) => (n === 1 ? 'une source' : `${n} sources`),
  },
  quantity: {
    range: (low, high) => `de ${low} à ${high}`,
    shareOf: (share, whole) => html`${share} de : ${whole}`,
    of: (what) => html`parmi : ${what}`,
    outOf: (what) => html`sur : ${what}`,
    period: (what) => html`période : ${what}`,
    controlled: 'contrôle',
  },
  correctionOf: {
    claim: (claim) => html`de l’affirmation ${claim}`,
    development: (kind, when) => html`du développement du ${when} (${kind})`,
    unknown: 'd’un développement plus ancien',
    was: 'On lisait',
    wasHeading: { headline: 'Le titre disait', lede: 'Le chapeau disait' },
    is: 'On lit à présent',
    changed: (field) => `A changé\u00a0: ${field}. L’état antérieur n’est pas publié.`,
    nothing: 'rien',
  },
  front: {
    title: 'Sujets en cours',
    about:
      'Ce que l’on sait, qui le dit, et ce qu’on ignore\u00a0: chaque sujet dans son état actuel, et tel qu’il était à tout moment.',
    past: (when) => html`Voici les sujets tels qu’ils étaient le ${when}.`,
    search: 'Chercher dans les sujets',
    find: 'Chercher',
    found: (words) => html`Sujets avec ${words}`,
    chosen: 'Seuls certains sujets sont montrés.',
    hint: 'Les autres formes d’un mot sont trouvées aussi. Un astérisque trouve ce qui commence ainsi : évacu*',
    from: 'Dernier développement à partir du',
    to: 'Jusqu’au',
    between: (from, to) =>
      html`dernier développement
      ${from !== null && `à partir du ${from}`}${from !== null && to !== null && ' '}${to !== null && `jusqu’au ${to}`}`,
    sort: 'Ordre',
    sorts: {
      newest: 'Les plus récents d’abord',
      oldest: 'Les plus anciens d’abord',
      relevance: 'Les plus pertinents d’abord',
    },
    count: (n) => plural(n, 'sujet', 'sujets'),
    snippet: {
      headline: 'Titre',
      lede: 'Chapeau',
      development: 'Développement',
      source: 'Source',
      claim: 'Affirmation',
    },
    refused: refusedSearch,
    nothing: 'Aucun sujet ne convient, à ce moment.',
    all: 'Tous les sujets',
    latest: (kind, when) => html`Dernier développement : ${kind}, le ${when}`,
    developments: (n) => plural(n, 'développement', 'développements'),
    next: 'Plus de sujets',
  },
  party: {
    about: (who) => html`${who} : ce qui a été affirmé, confirmé et démenti, et ce qu’il en est advenu.`,
    past: (when) => html`Voici le bilan tel qu’il était le ${when}.`,
    record: 'Le bilan en chiffres',
    recordAbout: 'Ce que les affirmations sont devenues depuis, à ce moment.',
    stance: {
      asserted: { title: 'Affirmé', one: 'Affirmé' },
      confirmed: { title: 'Confirmé', one: 'Confirmé' },
      denied: { title: 'Démenti', one: 'Démenti' },
    },
    total: 'Affirmations',
    takenBack: 'dont retirées',
    became: 'Ce qu’elles sont devenues',
    claims: 'Affirmation par affirmation',
    said: (stance, when) => html`${stance} le ${when}`,
    tookBack: (when) => html`puis retiré le ${when}`,
    inStory: (story) => html`dans le sujet ${story}`,
    namedIn: (who) => html`Les sujets où figure ${who}`,
    next: 'Affirmations plus anciennes',
    nothing: 'Rien, à ce moment.',
  },
  changes: {
    title: 'Rectifications',
    about:
      'Ce que notre rédaction avait de faux, a rétracté ou retiré, tous sujets confondus, du plus récent au plus ancien.',
    feed: 'Flux des rectifications',
    nothing: 'Rien n’a encore été rectifié.',
    withdrawn: 'qui a été retiré',
    claim: 'une affirmation',
    next: 'Rectifications plus anciennes',
  },
  problem: {
    home: 'Tous les sujets',
    noticeStays: 'Rien n’en est montré\u00a0; l’avis demeure.',
    first: (when) => html`Voir le sujet à son début, le ${when}`,
    notice: 'Avis de la rédaction',
    detail: 'En détail',
    title: {
      killed: 'Ce sujet a été annulé car il était faux',
      removed: 'Ce sujet a été retiré',
      takenDown: 'Ce sujet a été retiré du public',
      notFound: 'Il n’y a rien ici',
      notYet: 'Le sujet n’avait pas encore commencé',
      time: 'Ce n’est pas un moment que nous sachions lire',
      wrong: 'Nous ne savons pas lire cette adresse',
      unavailable: 'Les archives ne peuvent pas répondre pour l’instant',
      failed: 'Quelque chose a échoué ici',
    },
    about: {
      notFound: 'L’adresse est peut-être mal écrite, ou ce qu’elle nomme n’a jamais été publié.',
      notYet: 'Au moment demandé, rien n’en était public.',
      time: 'Donnez un moment sous l’une de ces formes, ou choisissez-en un ci-dessous.',
      wrong: 'Quelque chose après le point d’interrogation n’est pas compris. Repartez des sujets.',
      unavailable:
        'Elles sont en retard sur ce que la rédaction a publié, et ne montrent pas ce qui a peut-être été retiré. Réessayez dans un instant.',
      failed: 'La faute est la nôtre, et elle est notée. Réessayez plus tard.',
    },
    forms: [
      { form: '2016-12-01', means: 'un jour\u00a0: sa fin, dans le fuseau de la rédaction' },
      { form: '2016-12-01T10:00:00Z', means: 'un moment en UTC' },
      {
        form: '2016-12-01T11:00:00%2B01:00',
        means: 'un moment dans un fuseau\u00a0; dans une adresse le + s’écrit %2B',
      },
    ],
    reference: (id) => html`Référence de cette requête : ${id}`,
  },
};
