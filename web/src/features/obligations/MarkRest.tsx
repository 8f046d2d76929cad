import { useState } from 'react';
import type { ObligationDetails } from '../../api/generated/types.gen';
import { useText } from '../../i18n/language';
import { useFindSaver } from '../../saving/useSaver';
import { may } from '../../ui/can';
import { Dialog } from '../../ui/Dialog';
import type { Recorded } from './fields';
import { ItemChoice, useItemChoice } from './ItemChoice';
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
  const choice = useItemChoice(items);
  const implemented: Recorded = { status: 'IMPLEMENTED', reason: '' };
  const record = () => {
    for (const one of choice.chosen) saverOf(one)?.choose('status', implemented);
    onClose();
  };
  return (
    <Dialog title={t('次の項目を「実施」として記録します', 'Record these items as implemented')} onClose={onClose}>
      <p className="hint">
        {t(
          '実施していない項目は印を外してください。後から1項目ずつ変えられます。内容の説明が要る細目は、記録のあとも説明を求めます。',
          'Untick what is not implemented. Each can be changed later. Sub-items that need an explanation still ask for it.',
        )}
      </p>
      <ItemChoice choice={choice} />
      <div className="mt-4 flex flex-wrap justify-end gap-2">
        <button type="button" className="button button-outline" onClick={onClose}>
          {t('やめる', 'Cancel')}
        </button>
        <button type="button" className="button" disabled={choice.chosen.length === 0} onClick={record}>
          {t(`${choice.chosen.length}項目を「実施」にする`, `Mark ${choice.chosen.length} as implemented`)}
        </button>
      </div>
    </Dialog>
  );
}
