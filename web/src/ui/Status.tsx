import { useId } from 'react';
import type { ContractCounts, ContractStage, ImplementationStatus } from '../api/generated/types.gen';
import { type Text, useText } from '../i18n/language';

export const statuses: ImplementationStatus[] = ['IMPLEMENTED', 'NOT_IMPLEMENTED', 'NOT_APPLICABLE'];

/** The form's three words; what is not recorded yet has none of them. */
export const statusName = (status: ImplementationStatus | null, t: Text): string => {
  switch (status) {
    case 'IMPLEMENTED':
      return t('実施', 'Implemented');
    case 'NOT_IMPLEMENTED':
      return t('未実施', 'Not implemented');
    case 'NOT_APPLICABLE':
      return t('該当なし', 'Not applicable');
    default:
      return t('未記録', 'Not recorded');
  }
};

export const stageName = (stage: ContractStage, t: Text): string =>
  ({
    PREPARING: t('契約準備中', 'Preparing'),
    ACTIVE: t('契約期間中', 'Active'),
    ENDED: t('終了', 'Ended'),
    TERMINATED: t('契約解除', 'Terminated'),
  })[stage];

const stageTone: Record<ContractStage, string> = {
  PREPARING: 'border-solid-gray-600 border-dashed text-solid-gray-700',
  ACTIVE: 'border-green-800 bg-green-50 text-green-1000',
  ENDED: 'border-solid-gray-400 bg-solid-gray-50 text-solid-gray-700',
  TERMINATED: 'border-solid-gray-800 bg-solid-gray-100 text-solid-gray-900',
};

export function StageChip({ stage }: { stage: ContractStage }) {
  const t = useText();
  return <span className={`chip ${stageTone[stage]}`}>{stageName(stage, t)}</span>;
}

export function StatusMark({ status }: { status: ImplementationStatus | null }) {
  const t = useText();
  const tone =
    status === 'IMPLEMENTED'
      ? 'border-green-800 bg-green-50 text-green-1000'
      : status
        ? 'border-solid-gray-700 bg-solid-gray-50'
        : 'border-solid-gray-420 border-dashed text-solid-gray-600';
  return <span className={`chip ${tone}`}>{statusName(status, t)}</span>;
}

/** 実施／未実施／該当なし. 未実施 is a fact, not an alarm: it has no warning colour. */
export function StatusRadios({
  legend,
  value,
  onChoose,
  disabled,
  size = 'normal',
}: {
  legend: string;
  value: ImplementationStatus | null;
  onChoose: (status: ImplementationStatus) => void;
  disabled?: boolean;
  size?: 'normal' | 'small';
}) {
  const t = useText();
  const name = useId();
  return (
    <fieldset className="min-w-0" disabled={disabled}>
      <legend className="sr-only">{legend}</legend>
      <div className="flex flex-wrap gap-1.5">
        {statuses.map((status) => (
          <label
            key={status}
            className={`flex cursor-pointer items-center gap-1.5 whitespace-nowrap rounded-8 border-2 border-solid-gray-420 pr-3 pl-2 text-[0.9375rem] hover:bg-solid-gray-50 has-checked:font-700 has-disabled:cursor-not-allowed ${
              status === 'IMPLEMENTED'
                ? 'has-checked:border-green-800 has-checked:bg-green-50 has-checked:text-green-1000'
                : 'has-checked:border-solid-gray-800 has-checked:bg-solid-gray-100'
            } ${size === 'small' ? 'min-h-9' : 'min-h-11'}`}
          >
            <input
              type="radio"
              name={name}
              className="size-4.5 accent-current"
              checked={value === status}
              onChange={() => onChoose(status)}
            />
            {statusName(status, t)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** How the rows stand, as one small bar with its numbers in words beside it. */
export function CountsBar({ counts }: { counts: ContractCounts }) {
  const t = useText();
  const parts = [
    { key: 'implemented', n: counts.implemented, tone: 'bg-green-700', name: statusName('IMPLEMENTED', t) },
    { key: 'not', n: counts.notImplemented, tone: 'bg-solid-gray-800', name: statusName('NOT_IMPLEMENTED', t) },
    { key: 'na', n: counts.notApplicable, tone: 'bg-solid-gray-400', name: statusName('NOT_APPLICABLE', t) },
    { key: 'look', n: counts.lookWanted, tone: 'bg-yellow-400', name: t('見直し', 'to look at') },
    { key: 'none', n: counts.unrecorded, tone: 'bg-white', name: statusName(null, t) },
  ];
  const total = Math.max(
    1,
    parts.reduce((sum, part) => sum + part.n, 0),
  );
  return (
    <div className="min-w-36">
      <div
        className="flex h-2.5 overflow-hidden rounded-4 border border-solid-gray-600 [forced-color-adjust:none]"
        aria-hidden="true"
      >
        {parts.map((part) => (
          <div key={part.key} className={part.tone} style={{ width: `${(part.n * 100) / total}%` }} />
        ))}
      </div>
      <p className="mt-1 text-[0.8125rem] text-solid-gray-700 leading-[1.5]">
        {parts
          .filter((part) => part.n > 0)
          .map((part) => `${part.name} ${part.n}`)
          .join(t('・', ', '))}
      </p>
    </div>
  );
}
