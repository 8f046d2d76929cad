import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { FormReadingDetails } from '../../api/generated/types.gen';
import { contractsQuery } from '../../api/queries';
import { useSending } from '../../api/useAct';
import { useText } from '../../i18n/language';
import { SelectField, TextField } from '../../ui/Field';
import { Notice, ProblemNotice } from '../../ui/Notice';

/** Keeps the reading with a contract: it is the report before the first one made here. */
export function KeepReading({ reading }: { reading: FormReadingDetails }) {
  const t = useText();
  const contracts = useQuery(contractsQuery({}));
  const [contractId, setContractId] = useState(reading.contractId ?? '');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const keep = useSending({
    mutationFn: () => call(api.recordPriorReport, { path: { contractId }, body: { from, to, reading } }),
  });
  if (keep.isSuccess)
    return (
      <Notice tone="success" title={t('導入前の記録として残しました', 'Kept as a prior record')}>
        <Link to="/contracts/$id/reports" params={{ id: contractId }} className="link">
          {t('契約の報告を見る', 'See the reports')}
        </Link>
      </Notice>
    );
  return (
    <form
      className="card mt-6 grid gap-4 md:grid-cols-[2fr_1fr_1fr_auto] md:items-end"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        keep.mutate();
      }}
    >
      <SelectField
        label={t('導入前の記録として残す契約', 'Keep with the contract')}
        required
        value={contractId}
        onChange={(event) => setContractId(event.target.value)}
      >
        <option value="">{t('選んでください', 'Choose')}</option>
        {contracts.data?.items.map((contract) => (
          <option key={contract.id} value={contract.id}>
            {contract.name}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t('対象期間の始め', 'From')}
        type="date"
        required
        value={from}
        onChange={(event) => setFrom(event.target.value)}
      />
      <TextField
        label={t('終わり', 'To')}
        type="date"
        required
        value={to}
        onChange={(event) => setTo(event.target.value)}
      />
      <button type="submit" className="button" disabled={keep.isPending}>
        {t('残す', 'Keep')}
      </button>
      <div className="md:col-span-4">
        <ProblemNotice error={keep.error} />
      </div>
    </form>
  );
}
