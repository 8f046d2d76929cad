import type { ReviewRowDetails } from '../../api/generated/types.gen';
import type { Text } from '../../i18n/language';
import { counted, listed } from '../../i18n/punctuation';

/** Under which heading a row stands: what an officer looks at first comes first. */
export const rowGroups = ['moved', 'contradicting', 'unrecorded', 'other', 'unchanged', 'settled'] as const;
export type RowGroup = (typeof rowGroups)[number];

/** What there is nothing to look at in is folded. */
export const isFolded = (group: RowGroup): boolean => group === 'unchanged' || group === 'settled';

/** A draft moves no row: whoever is writing stays where they are. */
export function groupOf({ review, attention, unchanged, status }: ReviewRowDetails): RowGroup {
  if (review?.verdict === 'QUERIED' || review?.verdict === 'INSUFFICIENT') return 'moved';
  if (review) return 'settled';
  if (attention.includes('CHANGED')) return 'moved';
  if (attention.includes('CONTRADICTION')) return 'contradicting';
  if (attention.includes('NOT_RECORDED')) return 'unrecorded';
  // 未実施 stays in sight however long it has been so.
  return unchanged && status !== 'NOT_IMPLEMENTED' ? 'unchanged' : 'other';
}

export const groupName = (group: RowGroup, rows: number, t: Text): string =>
  ({
    moved: t(`変わった行・やりとりのある行 ${rows}件`, `Changed, or under discussion: ${rows}`),
    contradicting: t(`記録と食い違う行 ${rows}件`, `Contradicting the records: ${rows}`),
    unrecorded: t(`記録なしの行 ${rows}件`, `Without a record: ${rows}`),
    other: t(`そのほかの行 ${rows}件`, `Other rows: ${rows}`),
    unchanged: t(`前回から変わらない行 ${rows}件`, `As last time: ${counted(rows, 'row')}`),
    settled: t(`確認を終えた行 ${rows}件`, `Confirmed: ${counted(rows, 'row')}`),
  })[group];

/** What was said already stays said; an answered query is open again, and so is a measure that was agreed. */
export const isUndecided = ({ review }: ReviewRowDetails): boolean =>
  review === null || (review.verdict === 'QUERIED' && review.answered) || review.verdict === 'INSUFFICIENT';

export const numbered = (rows: Pick<ReviewRowDetails, 'number'>[], t: Text): string =>
  listed(
    rows.map(({ number }) => `${number})`),
    t,
  );
