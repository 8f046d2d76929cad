/** Text that has not reached the server yet: one entry for each person and field, in this browser's IndexedDB. */
export interface Draft {
  value: unknown;
  /** What the server had when the person began to type. */
  base: unknown;
}

export interface Drafts {
  /** Every draft whose key starts with the prefix, by the rest of its key. */
  below(prefix: string): Promise<Map<string, Draft>>;
  put(key: string, draft: Draft): Promise<void>;
  remove(key: string): Promise<void>;
}

const STORE = 'drafts';
let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('securitytracker', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opened;
}

async function run<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  return new Promise((resolve, reject) => {
    const request = act(database.transaction(STORE, mode).objectStore(STORE));
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

const range = (prefix: string) => IDBKeyRange.bound(prefix, `${prefix}\uffff`);

export const browserDrafts: Drafts = {
  async below(prefix) {
    const [keys, values] = await Promise.all([
      run('readonly', (store) => store.getAllKeys(range(prefix))),
      run('readonly', (store) => store.getAll(range(prefix))),
    ]);
    return new Map(keys.map((key, i) => [String(key).slice(prefix.length), values[i] as Draft]));
  },
  async put(key, draft) {
    await run('readwrite', (store) => store.put(draft, key));
  },
  async remove(key) {
    await run('readwrite', (store) => store.delete(key));
  },
};
