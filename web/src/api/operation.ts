/**
 * An operation of the API: its method and address (`GET /api/contracts/{id}`), and, for the compiler alone, what is sent with
 * it and what is answered.
 */
export type Operation<Data, Responses> = string & { readonly sent?: Data; readonly answered?: Responses };

/** What an operation is asked with: the parts of its address, its body, and the version that a change was made from. */
export type Asked<Data> = Omit<Data, 'url' | 'headers'> &
  (Data extends { headers: { 'If-Match': string } } ? { version: number } : unknown);

/** The arguments for it; who takes nothing need not be given anything. */
export type Asking<Data> = Partial<Asked<Data>> extends Asked<Data> ? [asked?: Asked<Data>] : [asked: Asked<Data>];

/** What it answers when it is done. */
export type Answer<Responses> = Responses[keyof Responses];

/** What a request is made of, whichever the operation. */
export interface Parts {
  path?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
  version?: number;
}

export const methodOf = (operation: string): string => operation.slice(0, operation.indexOf(' '));

const givenOf = (query: Record<string, unknown> = {}) =>
  Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === null || value === '' ? [] : [[name, String(value)]],
  );

const pathOf = (operation: string, path: Record<string, unknown> = {}) =>
  operation
    .slice(operation.indexOf(' ') + 1)
    .replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(path[name])));

/** Its address, e.g. for a link. */
export function addressOf<Data>(operation: Operation<Data, unknown>, ...asking: Asking<Data>): string {
  const { path, query }: Parts = asking[0] ?? {};
  const given = givenOf(query);
  return pathOf(operation, path) + (given.length > 0 ? `?${new URLSearchParams(given)}` : '');
}

/**
 * Under which key its answer is kept: its address in pieces, so that the key of a contract begins those of all that stands
 * below the contract.
 */
export function keyOf<Data>(operation: Operation<Data, unknown>, ...asking: Asking<Data>): unknown[] {
  const { path, query, body }: Parts = asking[0] ?? {};
  const given = givenOf(query);
  const rest = [given.length > 0 ? Object.fromEntries(given) : undefined, body];
  return [...pathOf(operation, path).split('/').slice(2), ...rest.filter((part) => part !== undefined)];
}
