import { Link } from '@tanstack/react-router';
import type { PortfolioCell } from '../../api/generated/types.gen';
import { useText } from '../../i18n/language';
import { type CellKind, cellWords, glyphOf, kindOf } from './cellWords';

const tones: Record<CellKind, string> = {
  QUERIED: 'bg-yellow-100 border-yellow-900 font-700 text-yellow-1200',
  NOT_IMPLEMENTED: 'bg-solid-gray-700 border-solid-gray-700 font-700 text-white print:text-black',
  UNRECORDED: 'border-dashed border-solid-gray-420 text-solid-gray-700',
  NOT_APPLICABLE: 'bg-solid-gray-100 border-solid-gray-300 text-solid-gray-800',
  CONFIRMED: 'bg-green-100 border-green-800 text-green-1000',
  IMPLEMENTED: 'border-solid-gray-420',
};

/** The sign of a cell; a triangle beside it says that it changed. */
export function Sign({ kind, isChanged }: { kind: CellKind; isChanged: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={`relative inline-flex size-8 items-center justify-center rounded-4 border text-[0.9375rem] leading-none ${tones[kind]}`}
    >
      {glyphOf[kind]}
      {isChanged && (
        <span className="-top-1.5 -right-1 absolute rounded-4 bg-white px-px text-[0.625rem] text-key-900">▲</span>
      )}
    </span>
  );
}

/** One item of one contract; it leads to that item. */
export function ItemCell({
  contractId,
  cell,
  withNumber,
}: {
  contractId: string;
  cell: PortfolioCell;
  withNumber: boolean;
}) {
  const t = useText();
  const words = cellWords(cell, t);
  return (
    <Link
      to="/contracts/$id/obligations/$number"
      params={{ id: contractId, number: String(cell.number) }}
      tabIndex={-1}
      title={`${cell.number}) ${words}`}
      className="inline-flex flex-col items-center no-underline"
    >
      <Sign kind={kindOf(cell)} isChanged={cell.changed} />
      <span className="sr-only">{words}</span>
      {withNumber && <span className="text-[0.6875rem] text-solid-gray-700">{cell.number})</span>}
    </Link>
  );
}
