import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { ObligationDetails } from '../../api/generated/types.gen';
import { candidatesQuery } from '../../api/queries';
import { useAct } from '../../api/useAct';
import { useText } from '../../i18n/language';
import { ActDialog } from '../../ui/ActDialog';
import { may } from '../../ui/can';
import { Loaded } from '../../ui/Loaded';

/** Who of the staff looks after the item: they see and record it, and nothing else of the contract. */
export function Assignees({ obligation }: { obligation: ObligationDetails }) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const { assignees } = obligation;
  const canAssign = may(obligation.can.assignObligation);
  if (!canAssign && assignees.length === 0) return null;
  return (
    <div className="mt-2 flex flex-wrap items-center gap-x-2 font-400 text-[0.8125rem]">
      <span className="text-solid-gray-700">
        {t('担当者：', 'Looked after by ')}
        {assignees
          .map(({ name, left }) => (left ? `${name}${t('（離任）', ' (has left)')}` : name))
          .join(t('、', ', ')) || t('未定', 'nobody')}
      </span>
      {canAssign && (
        <button
          type="button"
          className="link cursor-pointer"
          aria-label={t(`${obligation.number})の担当者を決める`, `Assign ${obligation.number})`)}
          onClick={() => setOpen(true)}
        >
          {t('決める', 'Assign')}
        </button>
      )}
      {isOpen && <AssignDialog obligation={obligation} onClose={() => setOpen(false)} />}
    </div>
  );
}

function AssignDialog({ obligation, onClose }: { obligation: ObligationDetails; onClose: () => void }) {
  const t = useText();
  const { contractId, number, version } = obligation;
  const candidates = useQuery(candidatesQuery(contractId));
  const [chosen, setChosen] = useState(() => obligation.assignees.filter(({ left }) => !left).map(({ id }) => id));
  const gone = obligation.assignees.filter(({ left }) => left);
  const assign = useAct(
    () => call(api.assignObligation, { path: { contractId, number }, body: { personIds: chosen }, version }),
    onClose,
  );
  return (
    <ActDialog title={t(`${number})の担当者`, `Who looks after ${number})`)} act={assign} onClose={onClose}>
      <Loaded query={candidates}>
        {({ staff }) => (
          <fieldset className="grid gap-2">
            <legend className="mb-3">
              {t(
                '「受注者の担当者」の役割の方は、担当する事項だけを見て、記録できます。担当者がここにいないときは、組織と利用者の画面で招待してください。',
                'Contractor staff see and record only the items they look after. To add someone, invite them under “Organisation and people”.',
              )}
            </legend>
            {gone.length > 0 && (
              <p className="font-700">
                {gone.map(({ name }) => name).join(t('、', ', '))}
                {t(
                  'さんは離任しています。記録すると担当から外れます。後任を選んでください。',
                  ' has left and is taken off when you record this. Choose who takes over.',
                )}
              </p>
            )}
            {staff.map(({ id, name }) => (
              <label key={id} className="flex items-center gap-2">
                <input
                  type="checkbox"
                  className="size-5"
                  checked={chosen.includes(id)}
                  onChange={(event) =>
                    setChosen(event.target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
                  }
                />
                {name}
              </label>
            ))}
          </fieldset>
        )}
      </Loaded>
    </ActDialog>
  );
}
