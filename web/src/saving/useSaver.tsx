import { createContext, type ReactNode, use, useEffect, useMemo, useSyncExternalStore } from 'react';
import { useDraftOwner } from '../api/session';
import { browserDrafts, type Drafts } from './drafts';
import { StreamSaver } from './StreamSaver';
import type { FieldView, SavedField } from './savedField';

/** Savers outlive the screens that show them, so that leaving a page while a row is on its way loses nothing. */
class SaverRegistry {
  // biome-ignore lint/suspicious/noExplicitAny: savers of different things side by side
  readonly #savers = new Map<string, StreamSaver<any>>();

  get<Thing extends { version: number }>(key: string, make: () => StreamSaver<Thing>): StreamSaver<Thing> {
    const known = this.#savers.get(key);
    if (known) return known;
    const saver = make();
    this.#savers.set(key, saver);
    return saver;
  }

  find(key: string) {
    return this.#savers.get(key);
  }

  get hasUnsent() {
    return [...this.#savers.values()].some((saver) => saver.hasUnsent);
  }

  wake() {
    for (const saver of this.#savers.values()) saver.wake();
  }
}

const SavingContext = createContext<{ registry: SaverRegistry; drafts: Drafts } | null>(null);

export function SavingProvider({ children, drafts = browserDrafts }: { children: ReactNode; drafts?: Drafts }) {
  const value = useMemo(() => ({ registry: new SaverRegistry(), drafts }), [drafts]);
  useEffect(() => {
    const wake = () => value.registry.wake();
    const warn = (event: BeforeUnloadEvent) => {
      if (value.registry.hasUnsent) event.preventDefault();
    };
    addEventListener('online', wake);
    addEventListener('beforeunload', warn);
    return () => {
      removeEventListener('online', wake);
      removeEventListener('beforeunload', warn);
    };
  }, [value]);
  return <SavingContext value={value}>{children}</SavingContext>;
}

/** The saver of a thing: `name` says which one, e.g. `obligation/<contract>/<number>`. */
export function useSaver<Thing extends { version: number }>(
  name: string,
  thing: Thing,
  load: () => Promise<Thing>,
  onWritten: () => void,
): StreamSaver<Thing> {
  const context = use(SavingContext);
  if (!context) throw new Error('SavingProvider is missing');
  const key = `${useDraftOwner()}/${name}`;
  const saver = context.registry.get(
    key,
    () => new StreamSaver<Thing>({ key, thing, load, drafts: context.drafts, onWritten }),
  );
  useEffect(() => saver.receive(thing), [saver, thing]);
  return saver;
}

/** The fields of a saver that the server does not have as they are on the screen, kept up to date: what depends on them waits. */
export function useUnsent<Thing extends { version: number }>(saver: StreamSaver<Thing>): string[] {
  const names = useSyncExternalStore(saver.subscribe, () => saver.unsent.join('\n'));
  return names === '' ? [] : names.split('\n');
}

/** Whether a thing is shown as it was before the last of its fields was written: what stands now is on its way. */
export function useIsBehind<Thing extends { version: number }>(saver: StreamSaver<Thing>, thing: Thing): boolean {
  return useSyncExternalStore(saver.subscribe, () => thing.version < saver.version);
}

/** Where this browser keeps what is not sent yet. */
export function useDrafts(): Drafts {
  const context = use(SavingContext);
  if (!context) throw new Error('SavingProvider is missing');
  return context.drafts;
}

/** Finds the savers of things on screen by their names, for an act on several of them at once. */
export function useFindSaver(): (name: string) => Pick<StreamSaver<never>, 'choose' | 'hasUnsent'> | undefined {
  const context = use(SavingContext);
  if (!context) throw new Error('SavingProvider is missing');
  const owner = useDraftOwner();
  return (name) => context.registry.find(`${owner}/${name}`);
}

/** One field of a saver, kept on screen. */
export function useSavedField<Thing extends { version: number }, Value>(
  saver: StreamSaver<Thing>,
  name: string,
  field: SavedField<Thing, Value>,
): FieldView<Value> {
  saver.add(name, field);
  return useSyncExternalStore(saver.subscribe, () => saver.view<Value>(name));
}
