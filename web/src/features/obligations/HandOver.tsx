import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { ObligationDetails } from '../../api/generated/types.gen';
import { candidatesQuery } from '../../api/queries';
import { useAct } from '../../api/useAct';
import { useText } from '../../i18n/language';
import { may } from '../../ui/can';
import { SelectField } from '../../ui/Field';
import { Notice, ProblemNotice } from '../../ui/Notice';

/** Items of somebody who has left: they are named, and given to somebody else all at once. */
export function HandOver({ contractId, obligations }: { contractId: string; obligations: ObligationDetails[] }) {
  const gone = new Map<string, { name: string; numbers: number[] }>();
  for (const { assignees, number, can } of obligations)
    for (const { id, name, left } of may(can.assignObligation) ? assignees : [])
      if (left) gone.set(id, { name, numbers: [...(gone.get(id)?.numbers ?? []), number] });
  return [...gone].map(([id, { name, numbers }]) => (
    <OfOne key={id} contractId={contractId} personId={id} name={name} numbers={numbers} />
  ));
}

function OfOne({
  contractId,
  personId,
  name,
  numbers,
}: {
  contractId: string;
  personId: string;
  name: string;
  numbers: number[];
}) {
  const t = useText();
  const staff = useQuery(candidatesQuery(contractId)).data?.staff ?? [];
  const [to, setTo] = useState('');
  const give = useAct(() =>
    call(api.handOverObligations, { path: { contractId }, body: { fromPersonId: personId, toPersonId: to } }),
  );
  return (
    <Notice
      tone="warning"
      title={t(`${name}さん（離任）が担当のままの事項があります`, `${name} has left and still looks after items`)}
    >
      <form
        className="space-y-2"
        onSubmit={(event) => {
          event.preventDefault();
          give.mutate(undefined);
        }}
      >
        <p>{numbers.map((number) => `${number})`).join(t('、', ', '))}</p>
        <SelectField
          label={t('引き継ぐ方', 'Who takes over')}
          required
          value={to}
          onChange={(event) => setTo(event.target.value)}
        >
          <option value="">{t('選んでください', 'Please choose')}</option>
          {staff.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </SelectField>
        <ProblemNotice error={give.error} />
        <button type="submit" className="button button-small" disabled={give.isPending}>
          {t('まとめて引き継ぐ', 'Hand over all of them')}
        </button>
      </form>
    </Notice>
  );
}
