import {
  list,
  object,
  oneOf,
  ref,
  text,
  type ApiDescription,
  type DescribedOperation,
  type Schemas,
} from '#http';
import { json } from './write.js';

const ONE = '/desk/v1/stories/{story}/presence';
const problems: DescribedOperation['problems'] = ['story-unknown', 'store-unavailable', 'event-damaged'];

/** Operations about who is in a story. */
export const presenceOperations: ApiDescription['operations'] = {
  [`GET ${ONE}`]: { id: 'listPresent', answers: { 200: { content: json('PresentStaff') } }, problems },
  [`PUT ${ONE}`]: {
    id: 'enterStory',
    description: 'A page repeats this every 20 seconds. Nothing of it is in a log or a file.',
    answers: { 200: { content: json('PresentStaff') } },
    problems,
  },
  [`DELETE ${ONE}`]: { id: 'leaveStory', answers: { 204: {} }, problems },
};

export const presenceSchemas: Schemas = {
  PresentStaff: object(
    {
      items: list(
        object({
          id: text('The id of the person or service.'),
          name: text('The present name.'),
          doing: oneOf(['reading', 'writing']),
          since: ref('Instant'),
        }),
        'One item for each person, in the order in which they came.',
      ),
    },
    { description: 'Who is in a story now.' },
  ),
};
