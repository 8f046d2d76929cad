import { currentLanguage, type Messages } from '../i18n/language';
import { passage, wantedBy } from './passage';

/** A refusal or fault as the server words it (RFC 9457). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly messages: Messages,
    readonly errors: { pointer: string; code: string; messages: Messages }[] = [],
  ) {
    super(messages.en);
    this.name = 'Problem';
  }
  /** Nothing reached the server, or it could not answer now: the same request may be sent again. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }
}

/** What every write answers. `sequence` is the place in the log that a list can wait for (`after`). */
export interface Written {
  id: string;
  version: number;
  sequence: number;
}

// What is said of every request must be true of each: only fields that save themselves send again, and they say so themselves.
const noConnection = (isRead: boolean) =>
  new Problem(
    0,
    'no-connection',
    isRead
      ? {
          ja: 'サーバーに接続できません。接続を確かめて、もう一度お試しください。',
          en: 'The server cannot be reached. Check the connection and try again.',
        }
      : {
          ja: 'サーバーに接続できず、記録されたことを確認できません。自動では送り直しません。接続を確かめて、もう一度お試しください。',
          en: 'The server cannot be reached: nothing is confirmed as recorded, and it is not sent again by itself. Check the connection and try again.',
        },
  );

interface Options {
  body?: unknown;
  /** The version the change was made from; goes out as If-Match. */
  version?: number;
  /** Names a creation, so that a repeated request creates nothing twice. */
  key?: string;
  signal?: AbortSignal;
  /** Belongs to signing in itself: a refusal is the caller's, nobody is asked to sign in for it. */
  isOutside?: boolean;
}

/**
 * One request. Answers the parsed body; throws a Problem for anything but success. Where the server wants the person to sign
 * in or to prove who is there, the person is asked and the same request is sent again.
 */
export async function request<T>(method: string, path: string, options: Options = {}): Promise<T> {
  for (;;) {
    try {
      return await send<T>(method, path, options);
    } catch (error) {
      const wanted = error instanceof Problem && !options.isOutside ? wantedBy(error.code) : null;
      if (!wanted || !(await passage.ask(wanted))) throw error;
    }
  }
}

async function send<T>(method: string, path: string, options: Options): Promise<T> {
  const { body, version, key, signal } = options;
  const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': currentLanguage() };
  if (version !== undefined) headers['If-Match'] = `"${version}"`;
  if (key) headers['Idempotency-Key'] = key;
  const isRaw = body instanceof FormData || typeof body === 'string';
  if (body !== undefined && !(body instanceof FormData))
    headers['Content-Type'] = typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json';
  let response: Response;
  try {
    response = await fetch(path, { method, headers, body: isRaw ? body : JSON.stringify(body), signal });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw noConnection(method === 'GET');
  }
  const text = await response.text();
  if (!response.ok) throw problemOf(response.status, text);
  return (text ? JSON.parse(text) : undefined) as T;
}

function problemOf(status: number, text: string): Problem {
  try {
    const problem = JSON.parse(text) as Partial<Problem> & { title?: string; detail?: string };
    if (problem.code) {
      const said = problem.detail ?? problem.title ?? problem.code;
      return new Problem(status, problem.code, problem.messages ?? { ja: said, en: said }, problem.errors ?? []);
    }
  } catch {
    // not a problem document: a proxy's page, or nothing at all
  }
  return new Problem(status, `http-${status}`, {
    ja: `サーバーが応答できませんでした（${status}）。しばらくしてからもう一度お試しください。`,
    en: `The server could not answer (${status}). Please try again in a while.`,
  });
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export const get = <T>(path: string, signal?: AbortSignal) => request<T>('GET', path, { signal });
export const put = <T = Written>(path: string, body: unknown, version?: number) =>
  request<T>('PUT', path, { body, version });
export const remove = <T = Written>(path: string, version?: number) => request<T>('DELETE', path, { version });

/** For what comes before a session: signing in, invitations, set-up. */
export const outside = {
  get: <T>(path: string, signal?: AbortSignal) => request<T>('GET', path, { signal, isOutside: true }),
  /** Reads what a link leads to. Its token goes in the body: addresses are noted down by servers and proxies. */
  open: <T>(path: string, body: unknown, signal?: AbortSignal) =>
    request<T>('POST', path, { body, signal, isOutside: true }),
  put: <T>(path: string, body: unknown) => request<T>('PUT', path, { body, isOutside: true }),
  post: <T>(path: string, body?: unknown) =>
    request<T>('POST', path, { body, key: crypto.randomUUID(), isOutside: true }),
  remove: (path: string) => request<undefined>('DELETE', path, { isOutside: true }),
};

/**
 * The keys of one form. The same request that it sends again is the same act, whatever became of the first answer: nothing is
 * recorded twice. Once something is answered for good, the next one is a new act.
 */
export class FormKeys {
  readonly #keys = new Map<string, string>();

  of(request: string): string {
    const key = this.#keys.get(request) ?? crypto.randomUUID();
    this.#keys.set(request, key);
    return key;
  }

  forget(): void {
    this.#keys.clear();
  }
}

let form: FormKeys | null = null;

/** Sends in the name of a form: what is posted right away goes out under its keys. */
export function inForm<T>(keys: FormKeys, send: () => T): T {
  const outer = form;
  form = keys;
  try {
    return send();
  } finally {
    form = outer;
  }
}

// A file is known by what its owner sees of it; its bytes are not read for that.
const named = ([name, value]: [string, FormDataEntryValue]) =>
  typeof value === 'string' ? [name, value] : [name, value.name, value.size, value.lastModified];

const underWay = new Map<string, Promise<unknown>>();

/**
 * A POST. When the answer is lost it is asked again under the same key, so nothing is created twice; and while one is on its
 * way, the same one again (two clicks, Enter twice) is that one.
 */
export function post<T = Written>(path: string, body?: unknown, version?: number): Promise<T> {
  const what = JSON.stringify([path, version, body instanceof FormData ? [...body].map(named) : body]);
  const same = underWay.get(what);
  if (same) return same as Promise<T>;
  const sent = deliver<T>(path, body, version, form?.of(what) ?? crypto.randomUUID()).finally(() =>
    underWay.delete(what),
  );
  underWay.set(what, sent);
  return sent;
}

async function deliver<T>(path: string, body: unknown, version: number | undefined, key: string): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await request<T>('POST', path, { body, version, key });
    } catch (error) {
      if (!(error instanceof Problem) || !error.isPassing || attempt === 3) throw error;
      await wait(500 * attempt);
    }
  }
}
