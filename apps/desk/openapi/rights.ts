import type { Schemas } from '#http';
import { rolesOf, VERBS, type Verb } from '#roles';

/** How clients of the desk identify themselves. */
export const securitySchemes: Schemas = {
  token: {
    type: 'http',
    scheme: 'bearer',
    description: 'A token of a service. An administrator makes it; it has roles and an end.',
  },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-dateline',
    description:
      'The session of a person, from `POST /desk/v1/sign-in/…`. A write must come from a page of this desk.',
  },
};

/** The roles for an operation, from the table of rights. Operations without a verb are those of the read API. */
export function rolesFor(path: string, verb: string | undefined): readonly string[] | null {
  if (verb === undefined)
    return path.startsWith('/desk/v1/') && !path.startsWith('/desk/v1/sign-in/') ? rolesOf('read') : null;
  return rolesOf(Object.keys(VERBS).find((name) => name === verb) as Verb);
}
