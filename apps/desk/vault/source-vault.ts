import { Injectable } from '@nestjs/common';
import { Problem } from '#http';
import { mapTexts, type AnyEvent } from '#story';
import type { Vault } from '#vault';

/** The vault of protected sources, if the newsroom has one. */
@Injectable()
export class SourceVault {
  constructor(private readonly vault: Vault | null) {}

  /** @throws Problem `vault-missing` */
  get opened(): Vault {
    if (this.vault) return this.vault;
    throw new Problem(
      'vault-missing',
      'This desk has no vault. Its operator sets DESK_VAULT_KEY_FILE, DESK_VAULT_PASSPHRASE_FILE or DESK_VAULT_KEY_COMMAND.',
    );
  }

  /** The sealed sources of a story, by their origin ids. */
  sealedIn(story: string): ReadonlySet<string> {
    return new Set(this.vault?.referencesOf(story));
  }

  /**
   * Searches the texts of events before they are recorded. An alert is for the custodian alone: who recorded the text gets the
   * same answer in the same time.
   */
  watch(events: readonly AnyEvent[], story: string | null, by: string): void {
    if (!this.vault) return;
    const texts: string[] = [];
    for (const event of events)
      mapTexts(event, (text) => {
        texts.push(text);
        return text;
      });
    const declining = [...new Set(events.flatMap((event) => decliningIn(event)))];
    this.vault.watch({ text: texts.join('\n'), story, declining, by });
  }
}

/** The origins of unnamed sources of which an event says that they declined to comment. */
function decliningIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { stance, origin } = value as { stance?: unknown; origin?: { kind?: unknown; id?: unknown } };
  const declines =
    stance === 'declinesComment' && origin?.kind === 'unnamed' && typeof origin.id === 'string';
  return [...(declines ? [origin.id as string] : []), ...Object.values(value).flatMap(decliningIn)];
}
