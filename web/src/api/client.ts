import { currentLanguage, type Messages } from '../i18n/language';
import { type Answer, type Asking, addressOf, methodOf, type Operation, type Parts } from './operation';
import { passage, wantedBy } from './passage';
import { noteWritten } from './written';

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
async function request<D, R>(operation: Operation<D, R>, asking: Asking<D>, options: Options): Promise<Answer<R>> {
  for (;;) {
    try {
      const answer = await send<Answer<R>>(
        methodOf(operation),
        addressOf(operation, ...asking),
        asking[0] ?? {},
        options,
      );
      if (!isRead(operation)) noteWritten(operation, answer);
      return answer;
    } catch (error) {
      const wanted = error instanceof Problem && !options.isOutside ? wantedBy(error.code) : null;
      if (!wanted || !(await passage.ask(wanted))) throw error;
    }
  }
}

const isRead = (operation: string) => methodOf(operation) === 'GET';

async function send<T>(method: string, path: string, { body, version }: Parts, { key, signal }: Options): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': currentLanguage() };
  if (version !== undefined) headers['If-Match'] = `"${version}"`;
  if (key) headers['Idempotency-Key'] = key;
  const content = contentOf(body);
  if (content?.type) headers['Content-Type'] = content.type;
  let response: Response;
  try {
    response = await fetch(path, { method, headers, body: content?.bytes, signal });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw noConnection(method === 'GET');
  }
  const text = await response.text();
  if (!response.ok) throw problemOf(response.status, text);
  return (text ? JSON.parse(text) : undefined) as T;
}

/** Files go out as a form, a text as it stands, and everything else as JSON. */
function contentOf(body: unknown): { type?: string; bytes: BodyInit } | null {
  if (body === undefined) return null;
  if (typeof body === 'string') return { type: 'text/plain; charset=utf-8', bytes: body };
  const parts = Object.entries(body as object).flatMap(([name, value]) => [value].flat().map((part) => [name, part]));
  if (!parts.some(([, part]) => part instanceof Blob)) return { type: 'application/json', bytes: JSON.stringify(body) };
  const form = new FormData();
  for (const [name, part] of parts) form.append(name, part);
  return { bytes: form };
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

/**
 * Carries out an operation of the API. A POST whose answer is lost is asked again under the same key, so nothing is created
 * twice; and while one is on its way, the same one again (two clicks, Enter twice) is that one.
 */
export function call<D, R>(operation: Operation<D, R>, ...asking: Asking<D>): Promise<Answer<R>> {
  if (methodOf(operation) !== 'POST') return request(operation, asking, {});
  const what = JSON.stringify([operation, asking[0] ?? {}], named);
  const same = underWay.get(what);
  if (same) return same as Promise<Answer<R>>;
  const sent = deliver(operation, asking, form?.of(what) ?? crypto.randomUUID()).finally(() => underWay.delete(what));
  underWay.set(what, sent);
  return sent;
}

/** Reads what a screen shows, until it is shown no more. */
export const read = <D, R>(operation: Operation<D, R>, asking: Asking<D>, signal: AbortSignal): Promise<Answer<R>> =>
  request(operation, asking, { signal });

/** For what comes before a session: signing in, invitations, set-up. */
export const outside = {
  /** Reads also what a link leads to. Its token goes in the body: addresses are noted down by servers and proxies. */
  read: <D, R>(operation: Operation<D, R>, asking: Asking<D>, signal?: AbortSignal): Promise<Answer<R>> =>
    request(operation, asking, { signal, isOutside: true }),
  call: <D, R>(operation: Operation<D, R>, ...asking: Asking<D>): Promise<Answer<R>> =>
    request(operation, asking, {
      key: methodOf(operation) === 'POST' ? crypto.randomUUID() : undefined,
      isOutside: true,
    }),
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
const named = (_: string, value: unknown) =>
  value instanceof File ? [value.name, value.size, value.lastModified] : value;

const underWay = new Map<string, Promise<unknown>>();

async function deliver<D, R>(operation: Operation<D, R>, asking: Asking<D>, key: string): Promise<Answer<R>> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await request(operation, asking, { key });
    } catch (error) {
      if (!(error instanceof Problem) || !error.isPassing || attempt === 3) throw error;
      await wait(500 * attempt);
    }
  }
}
