import { Matches } from 'class-validator';
import { LANGUAGE_TAG } from '../answers/asked-languages.js';

export const IsLanguageTag = (): PropertyDecorator =>
  Matches(LANGUAGE_TAG, { message: 'must be a language tag, such as fr or pt-BR' });
