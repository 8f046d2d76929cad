import { expect, test } from 'vitest';

const sources = import.meta.glob<string>(['../**/*.ts', '../**/*.tsx', '!../**/*.test.*', '!./**'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** features/reports for what belongs to a noun; ui, saving, api, i18n for what all of them use. */
const nounOf = (path: string) => {
  const [area, noun, file] = path.split('/');
  return area === 'features' && file ? `${area}/${noun}` : (area as string);
};

const known = new Map<string, Set<string>>();
for (const [file, text] of Object.entries(sources)) {
  const path = file.slice('../'.length);
  const noun = nounOf(path);
  const others = known.get(noun) ?? new Set();
  known.set(noun, others);
  for (const [, target] of text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)) {
    const other = nounOf(new URL(target as string, `file:///${path}`).pathname.slice(1));
    if (other !== noun) others.add(other);
  }
}

const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
  [...(known.get(from) ?? [])].some(
    (next) => next === to || (!seen.has(next) && seen.add(next) && reaches(next, to, seen)),
  );

test('what all nouns use knows none of them', () => {
  expect(known.size).toBeGreaterThan(15);
  for (const shared of ['ui', 'saving', 'api', 'i18n'])
    expect([...(known.get(shared) ?? [])].filter((other) => other.startsWith('features/'))).toEqual([]);
});

test('the nouns form no circle', () => {
  expect([...known.keys()].filter((noun) => reaches(noun, noun))).toEqual([]);
});
