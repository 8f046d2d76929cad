import type { PortfolioCell } from '../../api/generated/types.gen';
import type { Text } from '../../i18n/language';
import { dotted } from '../../i18n/punctuation';
import { statusName } from '../../ui/Status';

/** What a cell of the table shows: one thing, that which an officer looks for first. */
export type CellKind = 'QUERIED' | 'NOT_IMPLEMENTED' | 'UNRECORDED' | 'NOT_APPLICABLE' | 'CONFIRMED' | 'IMPLEMENTED';

export const cellKinds: CellKind[] = [
  'QUERIED',
  'NOT_IMPLEMENTED',
  'UNRECORDED',
  'NOT_APPLICABLE',
  'CONFIRMED',
  'IMPLEMENTED',
];

export const kindOf = ({ status, review }: PortfolioCell): CellKind =>
  review === 'QUERIED'
    ? 'QUERIED'
    : status === null
      ? 'UNRECORDED'
      : status !== 'IMPLEMENTED'
        ? status
        : review === 'CONFIRMED'
          ? 'CONFIRMED'
          : 'IMPLEMENTED';

export const kindName = (kind: CellKind, t: Text): string =>
  kind === 'QUERIED'
    ? t('照会中', 'Asked about')
    : kind === 'CONFIRMED'
      ? t('実施・確認済', 'Implemented, confirmed')
      : statusName(kind === 'UNRECORDED' ? null : kind, t);

/** A sign for each kind, so that nobody has to tell colours apart. */
export const glyphOf: Record<CellKind, string> = {
  QUERIED: '？',
  NOT_IMPLEMENTED: '×',
  UNRECORDED: '・',
  NOT_APPLICABLE: '－',
  CONFIRMED: '◎',
  IMPLEMENTED: '○',
};

export const changedName = (t: Text) => t('変更あり', 'changed');

/** All that a cell says, in words: for who hears it, and for who points at it. */
export const cellWords = (cell: PortfolioCell, t: Text): string => {
  const kind = kindOf(cell);
  const isConfirmed = cell.review === 'CONFIRMED' && kind !== 'CONFIRMED';
  return dotted(
    [
      kindName(kind, t),
      kind === 'QUERIED' && statusName(cell.status, t),
      isConfirmed && t('確認済', 'confirmed'),
      cell.changed && changedName(t),
      cell.reasonMissing && t('理由なし', 'without a reason'),
      cell.lookWanted && t('条文変更のため見直し', 'words changed: to look at'),
    ],
    t,
  );
};
