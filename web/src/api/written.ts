import type { QueryClient } from '@tanstack/react-query';

/** Nouns of addresses that move together: an act on one of them can show in all of them, and in those beside. */
export const areas = [
  {
    nouns: [
      'contracts',
      'authority-acts',
      'decision-drafts',
      'communications',
      'reports',
      'report-batches',
      'prior-reports',
      'parts',
      'files',
      'inbox',
      'deadlines',
      'portfolio',
      'portfolio-choices',
    ],
    beside: ['deliveries'],
  },
  {
    nouns: ['organisations', 'sections', 'memberships', 'people', 'invitations', 'service-accounts'],
    beside: ['contracts', 'inbox', 'deadlines', 'portfolio', 'portfolio-choices', 'deliveries'],
  },
  { nouns: ['editions', 'edition-names', 'edition-drafts'], beside: ['inbox'] },
  { nouns: ['deliveries'], beside: ['organisations'] },
  // One's telephone stands below the letters of all that one asks, tells and reports.
  { nouns: ['account'], beside: ['session', 'authority-acts', 'communications', 'reports'] },
  { nouns: ['reminders'], beside: [] },
];

const touched = new Set<string>();
let sequence: number | undefined;

/** An act was carried out: what it can have moved is read anew when the screens next do so. */
export function noteWritten(operation: string, answer: unknown): void {
  const noun = operation.split('/')[2] ?? '';
  const area = areas.find(({ nouns }) => nouns.includes(noun));
  for (const one of area ? [...area.nouns, ...area.beside] : []) touched.add(one);
  if (typeof answer === 'object' && answer && 'sequence' in answer)
    sequence = Math.max(sequence ?? 0, Number(answer.sequence));
}

/** Lists across contracts may lag behind a write; they wait for the last one that this page made. */
export const lastSequence = (): number | undefined => sequence;

/** Reads what acts have moved anew: at once what is on the screen, the rest when it is looked at. */
export async function readAnew(queryClient: QueryClient): Promise<void> {
  const nouns = new Set<unknown>(touched);
  touched.clear();
  await queryClient.invalidateQueries({ predicate: ({ queryKey }) => nouns.has(queryKey[0]) });
}
