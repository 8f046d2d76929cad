import { vi } from 'vitest';

export interface Asked {
  method: string;
  path: string;
  body: unknown;
  key: string | null;
}
type Answer = Response | object | null;

/** A refusal as the server words it. */
export const refusal = (status: number, code: string, ja = code) =>
  Response.json({ code, messages: { ja, en: code } }, { status });

/** Stands in for the server: `answers` maps "POST /api/…" to what is answered. What was asked is kept in order. */
export function serve(answers: Record<string, (asked: Asked) => Answer>): Asked[] {
  const all: Asked[] = [];
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
    const path = String(input);
    const asked: Asked = {
      method: init?.method ?? 'GET',
      path,
      body: typeof init?.body === 'string' ? JSON.parse(init.body) : null,
      key: new Headers(init?.headers).get('Idempotency-Key'),
    };
    all.push(asked);
    const answer = answers[`${asked.method} ${path}`]?.(asked);
    if (answer === undefined) return refusal(404, 'not-found');
    return answer instanceof Response
      ? answer
      : answer === null
        ? new Response(null, { status: 204 })
        : Response.json(answer);
  });
  return all;
}
