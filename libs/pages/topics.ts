import type { Language } from '#wordings';

/** Names of some IPTC Media Topics (cv.iptc.org/newscodes/mediatopic): the top level, and diplomacy and war. */
const TOPICS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'medtop:01000000': {
    en: 'Arts, culture, entertainment and media',
    fr: 'Arts, culture, divertissement et médias',
  },
  'medtop:02000000': { en: 'Crime, law and justice', fr: 'Criminalité, droit et justice' },
  'medtop:03000000': { en: 'Disasters and accidents', fr: 'Désastres et accidents' },
  'medtop:04000000': { en: 'Economy, business and finance', fr: 'Économie et finances' },
  'medtop:05000000': { en: 'Education', fr: 'Éducation' },
  'medtop:06000000': { en: 'Environment', fr: 'Environnement' },
  'medtop:07000000': { en: 'Health', fr: 'Santé' },
  'medtop:08000000': { en: 'Human interest', fr: 'Gens, animaux, insolite' },
  'medtop:09000000': { en: 'Labour', fr: 'Social' },
  'medtop:10000000': { en: 'Lifestyle and leisure', fr: 'Vie quotidienne et loisirs' },
  'medtop:11000000': { en: 'Politics', fr: 'Politique' },
  'medtop:12000000': { en: 'Religion', fr: 'Religion' },
  'medtop:13000000': { en: 'Science and technology', fr: 'Science et technologie' },
  'medtop:14000000': { en: 'Society', fr: 'Société' },
  'medtop:15000000': { en: 'Sport', fr: 'Sport' },
  'medtop:16000000': { en: 'Conflict, war and peace', fr: 'Conflits, guerre et paix' },
  'medtop:17000000': { en: 'Weather', fr: 'Météo' },
  'medtop:20000063': { en: 'Civil war', fr: 'Guerre civile' },
  'medtop:20000076': { en: 'Peace talks', fr: 'Pourparlers de paix' },
  'medtop:20000639': { en: 'Diplomacy', fr: 'Diplomatie' },
};

/** The name of a topic; its code without a name. */
export const topicName = (topic: string, language: Language): string => TOPICS[topic]?.[language] ?? topic;
