/**
 * The number of a story in the read model: the first 48 bits of its id. It orders stories of one moment alike in
 * every archive, and rows that are written story by story lie in the order of their index.
 */
export function storyNumber(id: string): number {
  const number = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
  if (!Number.isSafeInteger(number))
    throw new Error(`The id of a story is a UUID; found ${JSON.stringify(id)}.`);
  return number;
}
