import { Problem } from '../api/client';
import type { Drafts } from './drafts';
import type { FieldView, SavedField } from './savedField';
import { endRest, isUnsent, type Slot, same } from './slot';

export interface StreamSaverOptions<Thing> {
  /** Person and thing; drafts are kept below it. */
  key: string;
  thing: Thing;
  /** Reads the thing anew, after a conflict. */
  load(): Promise<Thing>;
  drafts: Drafts;
  onWritten?(): void;
  restMs?: number;
}

const unexpected = (error: unknown) => new Problem(500, 'unexpected', { ja: String(error), en: String(error) });
const [FIRST_RETRY_MS, LAST_RETRY_MS] = [2_000, 30_000];

/**
 * Saves the fields of one thing that has one version: a field goes out when it is chosen, when its text loses the focus
 * or rests, and only one request of the thing is on its way at a time. What is unsent survives reloads as a draft.
 */
export class StreamSaver<Thing extends { version: number }> {
  #thing: Thing;
  readonly #options: StreamSaverOptions<Thing>;
  readonly #slots = new Map<string, Slot<Thing>>();
  readonly #listeners = new Set<() => void>();
  readonly #restored: Promise<Map<string, { value: unknown; base: unknown }>>;
  #inFlight = false;
  #retry: ReturnType<typeof setTimeout> | null = null;
  #retryMs = FIRST_RETRY_MS;

  constructor(options: StreamSaverOptions<Thing>) {
    this.#options = options;
    this.#thing = options.thing;
    this.#restored = options.drafts.below(`${options.key}/`).catch(() => new Map());
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get hasUnsent(): boolean {
    return this.unsent.length > 0;
  }

  /** The fields of which the server does not have what is on the screen. */
  get unsent(): string[] {
    return [...this.#slots].flatMap(([name, slot]) => (isUnsent(slot.view.state) ? name : []));
  }

  /** The last version that is known, read or written. */
  get version(): number {
    return this.#thing.version;
  }

  /** Declares a field once; a draft of it from an earlier visit comes back by itself. */
  add<Value>(name: string, field: SavedField<Thing, Value>): void {
    const known = this.#slots.get(name);
    if (known) {
      known.field = field;
      return;
    }
    const value = field.read(this.#thing);
    const slot: Slot<Thing> = {
      field,
      base: value,
      view: { value, state: 'clean', problem: null, theirs: null },
      rest: null,
    };
    this.#slots.set(name, slot);
    this.#restored.then((drafts) => {
      const draft = drafts.get(name);
      if (!draft || isUnsent(slot.view.state)) return;
      if (same(draft.value, slot.base)) return this.#forget(name);
      const isConflict = !same(draft.base, slot.base);
      this.#show(slot, {
        value: draft.value,
        state: isConflict ? 'conflict' : 'queued',
        theirs: isConflict ? slot.base : null,
      });
      if (!isConflict) this.#queue(slot);
    });
  }

  view<Value>(name: string): FieldView<Value> {
    return this.#slot(name).view as FieldView<Value>;
  }

  /** A choice: goes out at once. */
  choose(name: string, value: unknown): void {
    const slot = this.#set(name, value);
    this.#queue(slot);
  }

  /** A keystroke: goes out when the text has rested. */
  type(name: string, value: unknown): void {
    const slot = this.#set(name, value);
    slot.rest = setTimeout(() => this.#queue(slot), this.#options.restMs ?? 3_000);
  }

  /** The focus left the field: goes out now if anything is unsent. */
  leave(name: string): void {
    const slot = this.#slot(name);
    if (slot.view.state === 'editing') this.#queue(slot);
  }

  keepMine(name: string): void {
    const slot = this.#slot(name);
    if (slot.view.state !== 'conflict') return;
    slot.base = slot.view.theirs;
    this.#queue(slot);
  }

  takeTheirs(name: string): void {
    const slot = this.#slot(name);
    if (slot.view.state !== 'conflict') return;
    this.#adopt(name, slot, slot.view.theirs);
  }

  /** The thing as the server has it now, from whichever query. Older versions are ignored. */
  receive(thing: Thing): void {
    if (this.#inFlight || thing.version < this.#thing.version) return;
    this.#merge(thing);
  }

  /** The connection is back. */
  wake(): void {
    if (this.#retry) clearTimeout(this.#retry);
    this.#retry = null;
    for (const slot of this.#slots.values()) if (slot.view.state === 'waiting') this.#show(slot, { state: 'queued' });
    void this.#next();
  }

  #slot(name: string): Slot<Thing> {
    const slot = this.#slots.get(name);
    if (!slot) throw new Error(`no field ${name}`);
    return slot;
  }

  #set(name: string, value: unknown): Slot<Thing> {
    const slot = this.#slot(name);
    endRest(slot);
    const isConflict = slot.view.state === 'conflict';
    this.#show(slot, { value, state: isConflict ? 'conflict' : 'editing', problem: null });
    void this.#options.drafts.put(`${this.#options.key}/${name}`, { value, base: slot.base }).catch(() => {});
    return slot;
  }

  #queue(slot: Slot<Thing>): void {
    endRest(slot);
    const { value, state } = slot.view;
    if (state === 'conflict' && !same(slot.base, slot.view.theirs)) return;
    if (same(value, slot.base) && !this.#inFlight) this.#settle(slot, state === 'editing' ? 'clean' : 'saved');
    else if (!slot.field.isComplete(value)) this.#show(slot, { state: 'incomplete', theirs: null });
    else {
      this.#show(slot, { state: 'queued', theirs: null });
      void this.#next();
    }
  }

  async #next(): Promise<void> {
    if (this.#inFlight || this.#retry) return;
    const slot = [...this.#slots.values()].find((s) => s.view.state === 'queued');
    if (!slot) return;
    this.#inFlight = true;
    const sent = slot.view.value;
    const sentVersion = this.#thing.version;
    this.#show(slot, { state: 'saving', problem: null });
    try {
      const { version } = await slot.field.write(sent, sentVersion);
      this.#inFlight = false;
      this.#retryMs = FIRST_RETRY_MS;
      this.#thing = { ...this.#thing, version };
      slot.base = sent;
      if (same(slot.view.value, sent)) this.#settle(slot, 'saved');
      this.#options.onWritten?.();
    } catch (error) {
      await this.#afterFailure(slot, sentVersion, error);
      this.#inFlight = false;
    }
    void this.#next();
  }

  async #afterFailure(slot: Slot<Thing>, sentVersion: number, error: unknown): Promise<void> {
    const problem = error instanceof Problem ? error : unexpected(error);
    if (problem.status === 412) {
      try {
        const fresh = await this.#options.load();
        if (fresh.version !== sentVersion) {
          if (slot.view.state === 'saving') this.#show(slot, { state: 'queued' });
          this.#merge(fresh);
          return;
        }
      } catch {
        return this.#waitAndRetry(slot);
      }
    }
    if (problem.isPassing) this.#waitAndRetry(slot);
    else if (slot.view.state === 'saving') this.#show(slot, { state: 'refused', problem });
  }

  #waitAndRetry(slot: Slot<Thing>): void {
    this.#show(slot, { state: 'waiting' });
    this.#retry = setTimeout(() => this.wake(), this.#retryMs);
    this.#retryMs = Math.min(this.#retryMs * 2, LAST_RETRY_MS);
  }

  /** Takes the server's state over where nothing is unsent; finds the real conflicts where something is. */
  #merge(thing: Thing): void {
    this.#thing = thing;
    for (const [name, slot] of this.#slots) {
      const theirs = slot.field.read(thing);
      if (!isUnsent(slot.view.state)) {
        if (!same(theirs, slot.view.value)) this.#adopt(name, slot, theirs);
        slot.base = theirs;
      } else if (same(theirs, slot.view.value)) this.#settle(slot, 'saved', theirs);
      else if (!same(theirs, slot.base)) {
        endRest(slot);
        this.#show(slot, { state: 'conflict', theirs });
      }
    }
  }

  #adopt(name: string, slot: Slot<Thing>, value: unknown): void {
    slot.base = value;
    this.#show(slot, { value, state: 'clean', problem: null, theirs: null });
    this.#forget(name);
  }

  #settle(slot: Slot<Thing>, state: 'clean' | 'saved', base: unknown = slot.base): void {
    endRest(slot);
    slot.base = base;
    this.#show(slot, { state, problem: null, theirs: null });
    for (const [name, candidate] of this.#slots) if (candidate === slot) this.#forget(name);
  }

  #forget(name: string): void {
    void this.#options.drafts.remove(`${this.#options.key}/${name}`).catch(() => {});
  }

  #show(slot: Slot<Thing>, change: Partial<FieldView<unknown>>): void {
    slot.view = { ...slot.view, ...change };
    for (const listener of this.#listeners) listener();
  }
}
