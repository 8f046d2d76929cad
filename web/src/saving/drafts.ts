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

/** Acts on the store; done is what the disk has, which is more than what the request has answered. */
async function run<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, mode);
    const request = act(transaction.objectStore(STORE));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}

/**
 * What is on its way into the store. A page that is left or closed ends its transactions, and with them the last words that
 * were typed; what stands here stands at once. A draft that is to go is `null`.
 */
const AHEAD = 'draft-ahead/';

async function ahead(key: string, draft: Draft | null, store: () => Promise<unknown>): Promise<void> {
  const text = JSON.stringify(draft);
  try {
    localStorage.setItem(AHEAD + key, text);
  } catch {
    // larger than this place holds: older words of the same draft may not stand before these
    localStorage.removeItem(AHEAD + key);
  }
  await store();
  // What was typed in the meantime is on its way itself.
  if (localStorage.getItem(AHEAD + key) === text) localStorage.removeItem(AHEAD + key);
}

const range = (prefix: string) => IDBKeyRange.bound(prefix, `${prefix}\uffff`);

export const browserDrafts: Drafts = {
  async below(prefix) {
    const [keys, values] = await Promise.all([
      run('readonly', (store) => store.getAllKeys(range(prefix))),
      run('readonly', (store) => store.getAll(range(prefix))),
    ]);
    const found = new Map(keys.map((key, i) => [String(key).slice(prefix.length), values[i] as Draft]));
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith(AHEAD + prefix)) continue;
      const draft = JSON.parse(localStorage.getItem(key) ?? 'null') as Draft | null;
      const rest = key.slice(AHEAD.length + prefix.length);
      if (draft) found.set(rest, draft);
      else found.delete(rest);
    }
    return found;
  },
  async put(key, draft) {
    await ahead(key, draft, () => run('readwrite', (store) => store.put(draft, key)));
  },
  async remove(key) {
    await ahead(key, null, () => run('readwrite', (store) => store.delete(key)));
  },
};
