import type { Mention, Reason, Verdict } from '#story';
import { mentioned, textIn } from './mentions.js';
import { clause, listed } from './phrase.js';

export const explainInFrench = (reason: Reason): string =>
  `${ofStatus(reason)}${ofDecision(reason.decision)}`;

function ofStatus(reason: Reason): string {
  switch (reason.status) {
    case 'denied':
      return `Démenti par ${names(reason.denying)}\u00a0; plus personne ne le soutient.`;
    case 'withdrawn':
      return ofWithdrawn(reason);
    case 'unsupported':
      return 'Personne ne l’a affirmé.';
    case 'disputed':
      return `Affirmé par ${names(reason.supporting)}\u00a0; démenti par ${names(reason.denying)}.`;
    case 'announced':
      return `Annoncé par ${names(reason.announcing)}, à qui il revient d’en décider.`;
    case 'confirmed':
      return `Confirmé par des responsables, dont deux au moins sont indépendants l’un de l’autre\u00a0: ${names(reason.responsible)}.`;
    case 'party-confirmed':
      return reason.sided
        ? `Confirmé par le responsable d’un seul camp, ${names(reason.responsible)}, et affirmé par ${reason.origins} origines en tout\u00a0; aucun autre camp ne l’a confirmé.`
        : `Confirmé par des responsables, ${names(reason.responsible)}, et affirmé par ${reason.origins} origines en tout\u00a0; on ne sait pas quels camps l’ont confirmé.`;
    case 'corroborated':
      return `Affirmé par ${reason.origins} origines, dont deux au moins sont indépendantes\u00a0: ${names(reason.supporting)}\u00a0; aucun responsable ne l’a confirmé.`;
    case 'claimed':
      return `Affirmé par ${names(reason.responsible)} seulement, ${reason.responsible.some((one) => one.several) ? 'parties prenantes' : 'partie prenante'}.`;
    case 'reported':
      return reason.origins === 1
        ? `Rapporté d’une seule origine\u00a0: ${names(reason.supporting)}\u00a0; personne d’autre ne l’a confirmé.`
        : `Rapporté de ${reason.origins} origines qui ne sont pas indépendantes entre elles\u00a0: ${names(reason.supporting)}.`;
    case 'unverified':
      return `Cela circule (${names(reason.supporting)}), et personne qui puisse le savoir ne l’a affirmé.`;
    default:
      return ofVerdict(reason);
  }
}

type Of<S extends Reason['status']> = Extract<Reason, { readonly status: S }>;

function ofWithdrawn({ by, takingBack }: Of<'withdrawn'>): string {
  if (takingBack.length > 0)
    return `Retiré par ${names(takingBack)}, à l’origine de l’affirmation\u00a0; plus personne ne le soutient.`;
  switch (by) {
    case 'us':
      return 'Retiré par nous\u00a0: notre rédaction est revenue sur ce qu’elle avait consigné à l’appui.';
    case 'outlet':
      return 'Retiré par le média qui l’avait rapporté.';
    case 'origin':
    case null:
      return 'Retiré par la source, qui est revenue sur ses propos.';
  }
}

const FOUND: Readonly<Record<Verdict, string>> = {
  verified: 'qui l’a trouvé exact',
  'mostly-true': 'qui l’a trouvé plutôt exact',
  'missing-context': 'qui a trouvé qu’il y manque l’essentiel du contexte',
  misleading: 'qui l’a trouvé trompeur',
  refuted: 'qui l’a trouvé faux',
  unproven: 'qui n’a pu ni l’établir ni l’écarter',
};

function ofVerdict({ status, method, judgedOn }: Of<Verdict>): string {
  const how = method === null ? '' : `\u00a0: ${clause(method)}`;
  const again =
    judgedOn === null
      ? ''
      : ` Ce verdict est du ${judgedOn}\u00a0: il vaut de nouveau depuis qu’un autre, plus récent, a été annulé.`;
  return `Vérifié par notre rédaction, ${FOUND[status]}${how}.${again}`;
}

function ofDecision(decision: Reason['decision']): string {
  if (!decision) return '';
  if ('notAnnouncedBy' in decision) {
    const deciders = listed(
      decision.notAnnouncedBy.map((name) => textIn(name, 'fr')),
      'ou',
    );
    return ` Ce n’est pas annoncé par ${deciders}, à qui il revient d’en décider.`;
  }
  const by = names(decision.by);
  return decision.ended === 'annulled'
    ? ` Ce n’est plus en vigueur\u00a0: annulé par ${by}.`
    : ` Ce n’est plus en vigueur\u00a0: remplacé par une décision de ${by}.`;
}

const names = (mentions: readonly Mention[]): string => mentioned(mentions, 'fr');
