import { randomUUID } from 'node:crypto';
import type { FileState } from '#database';
import type { Clock } from '#event-store';
import {
  InvalidField,
  MasterKeyUnusable,
  NotAudited,
  ReferenceTaken,
  SourceDamaged,
  SourceErased,
  UnknownReference,
  VaultClosed,
  WrongMasterKey,
} from './failure.js';
import { checkFields, checkFilled, type Identity, type SourceFields } from './fields.js';
import { Findings } from './findings.js';
import { DoesNotOpen, Key, type Place } from './key.js';
import { keyRecordOf, KINDS, type KeyRecord, type MasterKeySource } from './master-key.js';
import { NameIndex } from './name-index.js';
import { openText, sealText } from './padded-text.js';
import { Requests, type OpenRequest, type SourceReference } from './requests.js';
import { Rows, type ReferenceRow, type SourceRow } from './rows.js';
import { UnsealedSource } from './unsealed-source.js';
import { damagedVault, VaultFile } from './vault-file.js';

/** What the audit log must record before a source is shown. `at` is ISO 8601. It has no plaintext of the source. */
export interface Unsealing {
  readonly request: string;
  readonly source: SourceReference;
  readonly purpose: string;
  readonly askedBy: string;
  readonly approvedBy: string;
  readonly at: string;
}

export interface VaultParts {
  /** Path of the database, such as `vault.sqlite` in the data folder. One process has it open. */
  readonly file: string;
  readonly masterKey: MasterKeySource;
  readonly clock: Clock;
  /** Appends to a durable log, and resolves when the entry is durable there. */
  readonly audit: (unsealing: Unsealing) => Promise<void>;
  /** How long to wait for the audit log, in milliseconds. Default: 30,000. */
  readonly auditTimeout?: number;
}

/** A source in a list, without its plaintext. Times are ISO 8601. */
export interface ListedSource {
  /** `damaged`: the people and times cannot be read, or a reference has lost its source. */
  readonly state: 'sealed' | 'erased' | 'damaged';
  /** Null where damaged. */
  readonly custodian: string | null;
  readonly reporter: string | null;
  readonly sealedAt: string | null;
  readonly changedAt: string | null;
  readonly erased: { readonly at: string; readonly reason: string } | null;
  /** One for each story. They show that stories share a source, so only the custodian should see them together. */
  readonly references: readonly SourceReference[];
}

export interface Mentions {
  /** For each source whose name is in the text, its references in all stories. */
  readonly sources: readonly (readonly SourceReference[])[];
  /** How many sources could not be searched for, because they are damaged. */
  readonly unreadable: number;
}

/** A text that may become public. */
export interface Watched {
  readonly text: string;
  /** Its story; null for a text of no story, such as the name of a party. */
  readonly story: string | null;
  /** References of sources of this story that declined to comment, as the text says; sealed or not. */
  readonly declining: readonly string[];
  /** The principal who wrote it. */
  readonly by: string;
}

/** For a custodian: a text names a source, or says that it declined to comment. `at` is ISO 8601. */
export interface Alert {
  readonly id: string;
  readonly at: string;
  readonly kind: 'named' | 'declining';
  readonly story: string | null;
  readonly by: string;
  /** The source, by its reference in each story. */
  readonly source: readonly SourceReference[];
}

/** Who answers for a source, and whose it is. */
export interface Keepers {
  readonly custodian: string;
  readonly reporter: string;
}

export interface Rotated {
  readonly sources: number;
  /** Sources whose data key was damaged before. They remain unreadable. */
  readonly damaged: number;
}

/** The people and times of a source. */
interface SourceRecord {
  readonly custodian: string | null;
  readonly reporter: string | null;
  readonly sealedAt: string | null;
  readonly changedAt: string | null;
  readonly erased: { readonly at: string; readonly reason: string } | null;
}

type Plain = Pick<SourceFields, 'identity' | 'contact' | 'notes'>;

const AUDIT_TIMEOUT = 30_000;
/** The longest text that is searched for names, in characters. */
const LONGEST_TEXT = 200_000;
/** More than the longest name has, in characters. */
const OVERLAP = 2_000;
/** The version in the places of the list key and of links, which never change. */
const ONLY = 1;

/**
 * The sealed store of protected sources. Everything else of Dateline has references only: a random UUID for each source and
 * story. The plaintext leaves by {@link Vault.approve} alone. docs/vault.md says what each file reveals.
 *
 * - Each source has a data key of 32 random bytes, and a new one at each change. The master key wraps it.
 * - Everything sealed is AES-256-GCM, and bound to vault, row, field and version: copied elsewhere, it does not open.
 *   Texts are padded to a multiple of 256 bytes.
 * - What is erased or replaced leaves the files before the call returns.
 * - Keys are zeroed after use, the master key and the list key at `close`. Strings with plaintext cannot be zeroed.
 *
 * Calls that write may throw FileUnusable or FileGone; those that replace or erase may throw NotPurged. After `close`, all
 * calls throw VaultClosed.
 */
export class Vault {
  readonly #file: VaultFile;
  readonly #rows: Rows;
  readonly #id: string;
  readonly #listKey: Key;
  readonly #parts: VaultParts;
  readonly #requests: Requests;
  readonly #names = new NameIndex();
  readonly #findings: Findings;
  /** Whether the index has the names of all sources that can be read. */
  #isIndexed = false;
  #masterKey: Key;
  #isOpen = true;

  private constructor(parts: VaultParts, file: VaultFile, id: string, masterKey: Key, listKey: Key) {
    this.#parts = parts;
    this.#file = file;
    this.#rows = new Rows(file);
    this.#id = id;
    this.#masterKey = masterKey;
    this.#listKey = listKey;
    this.#requests = new Requests(parts.clock);
    this.#findings = new Findings(file, this.#rows, listKey, id);
  }

  /**
   * Opens a vault, or makes a new one. With a wrong master key, nothing is written.
   *
   * @throws VaultUnusable, MasterKeyUnusable, WrongMasterKey, FileUnusable, NotPurged
   */
  static async open(parts: VaultParts): Promise<Vault> {
    const file = VaultFile.open(parts.file);
    let vault: Vault | undefined;
    try {
      vault = file.isEmpty ? await Vault.#create(parts, file) : await Vault.#unlock(parts, file);
      // A process that was killed after a change had no time for it.
      file.purge();
      return vault;
    } catch (error) {
      if (vault) vault.close();
      else file.close();
      throw error;
    }
  }

  static async #create(parts: VaultParts, file: VaultFile): Promise<Vault> {
    const { key, record } = await parts.masterKey.create();
    const id = randomUUID();
    const listKey = Key.random();
    file.create(id, JSON.stringify(record), key.wrap(placeOfListKey(id), listKey));
    return new Vault(parts, file, id, key, listKey);
  }

  static async #unlock(parts: VaultParts, file: VaultFile): Promise<Vault> {
    const { id, master, listKey: wrapped } = new Rows(file).vault();
    const record = keyRecordOf(master);
    if (record === null) throw damagedVault(parts.file);
    if (record.kind !== parts.masterKey.kind)
      throw new WrongMasterKey(
        `The vault ${parts.file} is sealed with ${KINDS[record.kind]}, not with ${KINDS[parts.masterKey.kind]}.`,
      );
    const key = await parts.masterKey.open(record);
    try {
      return new Vault(parts, file, id, key, key.unwrap(placeOfListKey(id), wrapped));
    } catch (error) {
      key.destroy();
      if (!(error instanceof DoesNotOpen)) throw error;
      throw new WrongMasterKey(
        `This master key does not open the vault ${parts.file}. Use the key with which it was last sealed.`,
      );
    }
  }

  /**
   * Seals a new source for a story. Returns its reference there: a random UUID, if none is given. A given one must be random
   * too, so that it shows nothing.
   *
   * @throws InvalidField, ReferenceTaken
   */
  seal(story: string, fields: SourceFields, reference: string = randomUUID()): string {
    this.#checkOpen();
    checkFilled('story', story);
    checkFilled('reference', reference);
    checkFields(fields);
    if (this.#rows.reference(reference, story)) throw new ReferenceTaken();
    const now = this.#now();
    const { custodian, reporter } = fields;
    const record = { custodian, reporter, sealedAt: now, changedAt: now, erased: null };
    const row = this.#sealed(randomUUID(), 1, fields, record);
    const link = this.#linkOf({ story, reference }, row.id);
    this.#isIndexed = false;
    this.#file.write(() => {
      this.#rows.setSource(row);
      this.#rows.addReference(link);
    });
    return reference;
  }

  /**
   * Gives another story a reference to the same source. If it has one already, returns that.
   *
   * @throws UnknownReference, SourceErased, SourceDamaged, InvalidField
   */
  passOn(source: SourceReference, otherStory: string): string {
    this.#checkOpen();
    checkFilled('otherStory', otherStory);
    const row = this.#find(source);
    this.#checkReadable(row);
    const has = this.#rows
      .references()
      .find((each) => each.story === otherStory && this.#sourceOf(each) === row.id);
    if (has) return has.reference;
    const link = this.#linkOf({ story: otherStory, reference: randomUUID() }, row.id);
    this.#file.write(() => this.#rows.addReference(link));
    return link.reference;
  }

  /**
   * Changes some fields of a source. All of it is sealed again with a new data key, and the old one leaves the files.
   *
   * @throws UnknownReference, SourceErased, SourceDamaged, InvalidField
   */
  change(source: SourceReference, changes: Partial<SourceFields>): void {
    this.#checkOpen();
    const row = this.#find(source);
    const record = this.#recordOf(row) ?? damaged();
    const { custodian, reporter } = record;
    const fields = { ...this.#open(row), custodian: custodian!, reporter: reporter!, ...changes };
    checkFields(fields);
    const changed = {
      ...record,
      custodian: fields.custodian,
      reporter: fields.reporter,
      changedAt: this.#now(),
    };
    this.#replace(this.#sealed(row.id, row.version + 1, fields, changed));
  }

  /**
   * Destroys the data key and the ciphertexts of a source, for all stories. A second call changes nothing, but purges the
   * files again. Backups that were taken before still hold the wrapped key: see {@link rotate}.
   *
   * @throws UnknownReference, InvalidField; SourceDamaged where it is not known which source it is
   */
  erase(source: SourceReference, reason: string): void {
    this.#checkOpen();
    checkFilled('reason', reason);
    const row = this.#find(source);
    const { id, version } = row;
    const was = this.#recordOf(row) ?? NOBODY;
    if (was.erased) return this.purge();
    const record = { ...was, erased: { at: this.#now(), reason } };
    this.#names.forget(id);
    this.#replace({
      ...{ id, version: version + 1, dataKey: null, identity: null, contact: null, notes: null },
      record: this.#sealedRecord(id, version + 1, record),
    });
  }

  /** All sources, or those of a custodian, without plaintext. Damaged ones are always among them. */
  list(custodian: string | null = null): readonly ListedSource[] {
    this.#checkOpen();
    const { bySource, lost } = this.#references();
    const listed = this.#rows.sources().map((row): ListedSource => {
      const references = bySource.get(row.id) ?? [];
      const record = this.#recordOf(row);
      if (record === null) return { state: 'damaged', ...NOBODY, references };
      return { state: record.erased ? 'erased' : 'sealed', ...record, references };
    });
    return [
      ...listed.filter(
        (each) => custodian === null || each.state === 'damaged' || each.custodian === custodian,
      ),
      ...lost.map((reference): ListedSource => ({ state: 'damaged', ...NOBODY, references: [reference] })),
    ];
  }

  /** The references of the sealed sources of a story, also of those that were erased. */
  referencesOf(story: string): readonly string[] {
    this.#checkOpen();
    return this.#rows.referencesOf(story);
  }

  /** @throws UnknownReference, SourceDamaged */
  keepersOf(source: SourceReference): Keepers {
    this.#checkOpen();
    const { custodian, reporter } = this.#recordOf(this.#find(source)) ?? damaged();
    return { custodian: custodian!, reporter: reporter! };
  }

  /** The requests that wait for a second principal. */
  requests(): readonly OpenRequest[] {
    this.#checkOpen();
    return this.#requests.open();
  }

  /**
   * Asks to see a source. Returns the id of the request, which another principal must approve within ten minutes.
   *
   * @throws UnknownReference, SourceErased, SourceDamaged, InvalidField
   */
  ask({ story, reference }: SourceReference, by: string, purpose: string): string {
    this.#checkOpen();
    checkFilled('by', by);
    checkFilled('purpose', purpose);
    this.#checkReadable(this.#find({ story, reference }));
    return this.#requests.add({ source: { story, reference }, by, purpose });
  }

  /**
   * Approves a request as a second principal, and shows the source after the audit log has confirmed the entry. The request
   * is used even if that fails.
   *
   * @throws RequestUnknown, RequestUsed, RequestExpired, SamePrincipal, NotAudited, SourceErased, SourceDamaged
   */
  async approve(request: string, by: string): Promise<UnsealedSource> {
    this.#checkOpen();
    checkFilled('by', by);
    const { source, by: askedBy, purpose } = this.#requests.use(request, by);
    this.#checkReadable(this.#find(source));
    await this.#audited({ request, source, purpose, askedBy, approvedBy: by, at: this.#now() });
    // Meanwhile the vault may have been closed, or the source erased.
    this.#checkOpen();
    const { identity, contact, notes } = this.#open(this.#find(source));
    return new UnsealedSource(identity.name, identity.otherNames, contact, notes);
  }

  /**
   * Says which sources a text names. A name or other name must be there as whole words, in any order of first and last
   * name. Case, accents, hyphens, apostrophes and script do not matter. Names are decrypted once after each opening and
   * change; {@link NameIndex} says what is kept of them.
   *
   * @throws InvalidField where the text has more than 200,000 characters
   */
  mentions(text: string): Mentions {
    this.#checkOpen();
    if (text.length > LONGEST_TEXT)
      throw new InvalidField('text', `may have at most ${LONGEST_TEXT} characters; search it in parts`);
    const unreadable = this.#indexAll();
    const { bySource } = this.#references();
    return {
      sources: [...this.#names.sourcesIn(text)].map((source) => bySource.get(source) ?? []),
      unreadable,
    };
  }

  /**
   * Searches a text before it becomes public. Keeps an alert if it names a source, or says that a source of this vault declined
   * to comment. It writes a row of the same length in every case: neither its time nor the file shows whether it found one.
   * A vault without sources writes nothing.
   */
  watch({ text, story, declining, by }: Watched): void {
    this.#checkOpen();
    // Once after each opening and change, so that an event does not cost more with more sources.
    if (!this.#isIndexed) this.#indexAll();
    if (this.#names.isEmpty) return;
    const named = new Set<string>();
    // The parts overlap by more than the longest name.
    for (let from = 0; from < text.length; from += LONGEST_TEXT - OVERLAP)
      for (const source of this.#names.sourcesIn(text.slice(from, from + LONGEST_TEXT))) named.add(source);
    const declined = story === null ? [] : declining.flatMap((reference) => this.#sourceIn(story, reference));
    this.#findings.add({ at: this.#now(), story, by, named: [...named], declining: declined });
  }

  /** The alerts of all sources, or of those of a custodian, oldest first. */
  alerts(custodian: string | null = null): readonly Alert[] {
    this.#checkOpen();
    this.#findings.sweep();
    const { bySource } = this.#references();
    const isMine = (source: string): boolean => {
      const of = this.#custodianOf(source);
      return of !== null && (custodian === null || of === custodian);
    };
    return this.#findings
      .all()
      .flatMap(({ named, declining, ...rest }) => [
        ...named.map((source) => ({ ...rest, kind: 'named' as const, source })),
        ...declining.map((source) => ({ ...rest, kind: 'declining' as const, source })),
      ])
      .filter(({ source }) => isMine(source))
      .map((alert) => ({ ...alert, source: bySource.get(alert.source) ?? [] }))
      .toSorted((a, b) => (a.at < b.at ? -1 : 1));
  }

  /** Ends the alerts of one text for a custodian. Those of other custodians remain. */
  dismiss(alert: string, custodian: string): void {
    this.#checkOpen();
    this.#findings.drop(alert, (source) => this.#custodianOf(source) === custodian);
  }

  /**
   * Replaces the master key: wraps all keys with the new one, in one transaction. Afterwards the old one opens nothing here.
   * Destroy it, and no older backup can be read any more.
   *
   * @throws MasterKeyUnusable, also where the new key is the present one
   */
  async rotate(newKey: MasterKeySource): Promise<Rotated> {
    this.#checkOpen();
    if (await this.#isPresent(newKey))
      throw new MasterKeyUnusable('The new master key is the present one. Give another one.');
    const { key, record } = await newKey.create();
    if (!this.#isOpen) key.destroy();
    this.#checkOpen();
    let rotated: Rotated;
    try {
      rotated = this.#file.write(() => this.#rewrapAll(key, record));
    } finally {
      this.#chooseKey(key);
    }
    this.purge();
    return rotated;
  }

  /** Whether its file can be used. */
  get file(): FileState {
    return this.#file.state;
  }

  /** Removes old bytes from the files once more, after a NotPurged. @throws NotPurged */
  purge(): void {
    this.#checkOpen();
    this.#file.purge();
  }

  /**
   * Writes a whole copy of the vault into a new file (0600). It has nothing that was erased or replaced before, and no master
   * key. @throws FileUnusable; InvalidField if the file exists
   */
  backup(copy: string): void {
    this.#checkOpen();
    this.#file.copyTo(copy);
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#masterKey.destroy();
    this.#listKey.destroy();
    this.#names.clear();
    this.#file.close();
  }

  #checkOpen(): void {
    if (!this.#isOpen) throw new VaultClosed();
  }

  #now(): string {
    return new Date(this.#parts.clock.now()).toISOString();
  }

  #place(row: string, field: Place['field'], version: number): Place {
    return { vault: this.#id, row, field, version };
  }

  /** Seals all fields of a source, with a new data key. */
  #sealed(id: string, version: number, { identity, contact, notes }: Plain, record: SourceRecord): SourceRow {
    return Key.random().once((key) => {
      const sealed = (field: Place['field'], text: string): Buffer =>
        sealText(key, this.#place(id, field, version), text);
      return {
        id,
        version,
        dataKey: this.#masterKey.wrap(this.#place(id, 'data-key', version), key),
        identity: sealed('identity', JSON.stringify([identity.name, ...identity.otherNames])),
        contact: sealed('contact', contact),
        notes: sealed('notes', notes),
        record: this.#sealedRecord(id, version, record),
      };
    });
  }

  #sealedRecord(id: string, version: number, record: SourceRecord): Buffer {
    return sealText(this.#listKey, this.#place(id, 'record', version), JSON.stringify(record));
  }

  #replace(row: SourceRow): void {
    this.#isIndexed = false;
    this.#file.write(() => this.#rows.setSource(row));
    this.purge();
  }

  /** @throws UnknownReference, SourceDamaged */
  #find({ story, reference }: SourceReference): SourceRow {
    const found = this.#rows.reference(reference, story);
    if (!found) throw new UnknownReference();
    const id = this.#sourceOf(found);
    return (id === null ? null : this.#rows.source(id)) ?? damaged();
  }

  /** The id of the source; null where the link is damaged. */
  #sourceOf({ reference, story, link }: ReferenceRow): string | null {
    return opened(() => openText(this.#listKey, this.#place(`${reference} ${story}`, 'link', ONLY), link));
  }

  #linkOf({ story, reference }: SourceReference, source: string): ReferenceRow {
    const place = this.#place(`${reference} ${story}`, 'link', ONLY);
    return { reference, story, link: sealText(this.#listKey, place, source) };
  }

  /** The references of each source, and those whose source is not known because the link is damaged. */
  #references(): { bySource: ReadonlyMap<string, readonly SourceReference[]>; lost: SourceReference[] } {
    const bySource = new Map<string, SourceReference[]>();
    const lost: SourceReference[] = [];
    for (const row of this.#rows.references()) {
      const { story, reference } = row;
      const source = this.#sourceOf(row);
      const known = source === null ? lost : (bySource.get(source) ?? []);
      known.push({ story, reference });
      if (source !== null) bySource.set(source, known);
    }
    return { bySource, lost };
  }

  /** Null where damaged. */
  #recordOf({ id, version, record }: SourceRow): SourceRecord | null {
    const text = opened(() => openText(this.#listKey, this.#place(id, 'record', version), record));
    return text === null ? null : (JSON.parse(text) as SourceRecord);
  }

  /** @throws SourceErased, SourceDamaged */
  #checkReadable(row: SourceRow): void {
    const record = this.#recordOf(row) ?? damaged();
    if (record.erased) throw new SourceErased(record.erased.at);
    if (row.dataKey === null) damaged();
  }

  /** @throws SourceErased, SourceDamaged */
  #open(row: SourceRow): Plain {
    this.#checkReadable(row);
    const { id, version, contact, notes } = row;
    return (
      opened(() =>
        this.#dataKeyOf(row).once((key) => ({
          identity: this.#identityOf(row, key),
          contact: openText(key, this.#place(id, 'contact', version), contact!),
          notes: openText(key, this.#place(id, 'notes', version), notes!),
        })),
      ) ?? damaged()
    );
  }

  /** @throws DoesNotOpen */
  #dataKeyOf({ id, version, dataKey }: SourceRow): Key {
    return this.#masterKey.unwrap(this.#place(id, 'data-key', version), dataKey!);
  }

  /** @throws DoesNotOpen */
  #identityOf({ id, version, identity }: SourceRow, key: Key): Identity {
    const text = openText(key, this.#place(id, 'identity', version), identity!);
    const [name, ...otherNames] = JSON.parse(text) as [string, ...string[]];
    return { name, otherNames };
  }

  /** Reads the names of new and changed sources. Returns how many are damaged. */
  #indexAll(): number {
    const missing = this.#rows.versions().filter(({ id, version }) => !this.#names.has(id, version));
    this.#isIndexed = true;
    return missing.filter(({ id }) => !this.#index(this.#rows.source(id)!)).length;
  }

  /** Null for a source that is erased or damaged. */
  #custodianOf(source: string): string | null {
    const row = this.#rows.source(source);
    const record = row && this.#recordOf(row);
    return record === null || record.erased ? null : record.custodian;
  }

  /** The id of a sealed source, or nothing. */
  #sourceIn(story: string, reference: string): readonly string[] {
    const row = this.#rows.reference(reference, story);
    const source = row && this.#sourceOf(row);
    return source === null ? [] : [source];
  }

  /** Whether the names of a source could be read into the index. */
  #index(row: SourceRow): boolean {
    const identity = opened(() => this.#dataKeyOf(row).once((key) => this.#identityOf(row, key)));
    if (identity) this.#names.set(row.id, row.version, [identity.name, ...identity.otherNames]);
    return identity !== null;
  }

  #rewrapAll(key: Key, record: KeyRecord): Rotated {
    this.#rows.setMaster(JSON.stringify(record), key.wrap(placeOfListKey(this.#id), this.#listKey));
    const sources = this.#rows.sources().filter(({ dataKey }) => dataKey !== null);
    const rewrapped = sources.filter((row) => this.#rewrap(row, key));
    return { sources: rewrapped.length, damaged: sources.length - rewrapped.length };
  }

  /** After a rotation. A commit that reports a failure may be in the file all the same, so the file decides. */
  #chooseKey(key: Key): void {
    const [old, present] = this.#isWrappedBy(key) ? [this.#masterKey, key] : [key, this.#masterKey];
    old.destroy();
    this.#masterKey = present;
  }

  #isWrappedBy(key: Key): boolean {
    const list = opened(() => key.unwrap(placeOfListKey(this.#id), this.#rows.vault().listKey));
    list?.destroy();
    return list !== null;
  }

  /** False where the data key was damaged before. */
  #rewrap(row: SourceRow, masterKey: Key): boolean {
    const place = this.#place(row.id, 'data-key', row.version);
    const wrapped = opened(() => this.#dataKeyOf(row).once((key) => masterKey.wrap(place, key)));
    if (wrapped) this.#rows.setDataKey(row.id, wrapped);
    return wrapped !== null;
  }

  /** Whether the present master key comes from there. */
  async #isPresent(source: MasterKeySource): Promise<boolean> {
    const record = keyRecordOf(this.#rows.vault().master);
    if (record?.kind !== source.kind) return false;
    const key = await source.open(record).catch(() => null);
    if (!this.#isOpen) key?.destroy();
    this.#checkOpen();
    return key?.once((same) => this.#isWrappedBy(same)) ?? false;
  }

  /** @throws NotAudited where the log refuses, or does not answer in time */
  async #audited(unsealing: Unsealing): Promise<void> {
    const { audit, auditTimeout = AUDIT_TIMEOUT } = this.#parts;
    const { promise: late, resolve } = Promise.withResolvers<boolean>();
    const timer = setTimeout(() => resolve(false), auditTimeout);
    const recorded = (async () => audit(unsealing))().then(
      () => true,
      () => false,
    );
    const isRecorded = await Promise.race([recorded, late]);
    clearTimeout(timer);
    if (!isRecorded) throw new NotAudited();
  }
}

const NOBODY: SourceRecord = {
  custodian: null,
  reporter: null,
  sealedAt: null,
  changedAt: null,
  erased: null,
};

const placeOfListKey = (vault: string): Place => ({ vault, row: vault, field: 'list-key', version: ONLY });

function damaged(): never {
  throw new SourceDamaged();
}

/** Null where the bytes do not open. */
function opened<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof DoesNotOpen) return null;
    throw error;
  }
}
