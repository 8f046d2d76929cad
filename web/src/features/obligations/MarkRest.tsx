import { useState } from 'react';
import type { ObligationDetails } from '../../api/generated/types.gen';
import { useText } from '../../i18n/language';
import { useFindSaver } from '../../saving/useSaver';
import { may } from '../../ui/can';
import { Dialog } from '../../ui/Dialog';
import type { Recorded } from './fields';
import { isByParts } from './ObligationRow';
import { obligationSaver } from './useObligationSaver';

/** Most items are implemented: the unrecorded ones at once, after looking at which they are; then the few are changed. */
export function MarkRest({ obligations }: { obligations: ObligationDetails[] }) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const open = obligations.filter(
    (one) => one.reported && one.status === null && may(one.can.setStatus) && !isByParts(one),
  );
  if (open.length < 2) return null;
  return (
    <div className="mb-4">
      <button type="button" className="button button-outline button-small" onClick={() => setOpen(true)}>
        {t(
          `未記録の${open.length}項目をすべて「実施」にする…`,
          `Mark all ${open.length} unrecorded items as implemented…`,
        )}
      </button>
      {isOpen && <MarkRestDialog open={open} onClose={() => setOpen(false)} />}
    </div>
  );
}

/** Each item goes out as its row would send it: under its own version, and what fails stays visible in its row. */
function MarkRestDialog({ open, onClose }: { open: ObligationDetails[]; onClose: () => void }) {
  const t = useText();
  const findSaver = useFindSaver();
  const saverOf = ({ contractId, number }: ObligationDetails) => findSaver(obligationSaver(contractId, number));
  const [items] = useState(() => open.filter((one) => !saverOf(one)?.hasUnsent));
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const marked = items.filter((one) => !left.has(one.number));
  const implemented: Recorded = { status: 'IMPLEMENTED', reason: '' };
  const record = () => {
    for (const one of marked) saverOf(one)?.choose('status', implemented);
    onClose();
  };
  const toggle = (number: number) => {
    const next = new Set(left);
    if (!next.delete(number)) next.add(number);
    setLeft(next);
  };
  return (
    <Dialog title={t('次の項目を「実施」として記録します', 'Record these items as implemented')} onClose={onClose}>
      <p className="hint">
        {t(
          '実施していない項目は印を外してください。後から1項目ずつ変えられます。内容の説明が要る細目は、記録のあとも説明を求めます。',
          'Untick what is not implemented. Each can be changed later. Sub-items that need an explanation still ask for it.',
        )}
      </p>
      <ul className="mt-3 max-h-[50vh] overflow-y-auto border-solid-gray-300 border-y">
        {items.map(({ number, rowText, clauseText }) => (
          <li key={number} className="py-1">
            <label className="flex items-start gap-2">
              <input
                type="checkbox"
                className="mt-1 size-5 shrink-0"
                checked={!left.has(number)}
                onChange={() => toggle(number)}
              />
              <span className="min-w-0">
                <strong className="font-700">
                  {number > 100 ? t(`追加${number - 100}`, `Added ${number - 100}`) : `${number})`}
                </strong>{' '}
                {(rowText ?? clauseText).slice(0, 44)}…
              </span>
            </label>
          </li>
        ))}
      </ul>
      <div className="mt-4 flex flex-wrap justify-end gap-2">
        <button type="button" className="button button-outline" onClick={onClose}>
          {t('やめる', 'Cancel')}
        </button>
        <button type="button" className="button" disabled={marked.length === 0} onClick={record}>
          {t(`${marked.length}項目を「実施」にする`, `Mark ${marked.length} as implemented`)}
        </button>
      </div>
    </Dialog>
  );
}
