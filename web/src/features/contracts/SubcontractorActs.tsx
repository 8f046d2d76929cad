import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { ContractDetails, SubcontractorDetails, SubcontractorKind } from '../../api/generated/types.gen';
import { candidatesQuery, obligationsQuery } from '../../api/queries';
import { useAct } from '../../api/useAct';
import { readAnew } from '../../api/written';
import { today } from '../../i18n/dates';
import { useText } from '../../i18n/language';
import { ActDialog } from '../../ui/ActDialog';
import { may, WhyNot } from '../../ui/can';
import { SelectField, TextField } from '../../ui/Field';
import { kindName } from '../parts/part';

/** The firm is not known here yet: it becomes an organisation, whose officer can then be invited. */
const NEW = 'new';

const kindsOf = (contract: ContractDetails): SubcontractorKind[] =>
  contract.consortium === 'JOINT'
    ? ['SUBCONTRACTOR', 'JOINT_MEMBER']
    : contract.consortium === 'LEAD_ONLY'
      ? ['SUBCONTRACTOR', 'CONSORTIUM_MEMBER']
      : ['SUBCONTRACTOR'];

/** Names a firm and the items that flow down to it, or changes them. */
export function SubcontractorDialog({
  contract,
  firm,
  onClose,
}: {
  contract: ContractDetails;
  firm?: SubcontractorDetails;
  onClose: () => void;
}) {
  const t = useText();
  const candidates = useQuery(candidatesQuery(contract.id));
  const obligations = useQuery(obligationsQuery(contract.id));
  const [name, setName] = useState(firm?.name ?? '');
  const [organisationId, setOrganisationId] = useState(firm?.organisationId ?? '');
  const [kind, setKind] = useState<SubcontractorKind>(firm?.kind ?? 'SUBCONTRACTOR');
  const [from, setFrom] = useState(today);
  const [chosen, setChosen] = useState<number[] | null>(firm?.numbers ?? null);
  const all = (obligations.data ?? []).filter((one) => one.reported).map((one) => one.number);
  const firms = candidates.data?.firms ?? [];
  const queryClient = useQueryClient();
  const act = useAct(async () => {
    const values = { organisationId: organisationId || null, name };
    if (organisationId === NEW) {
      values.organisationId = (await call(api.registerOrganisation, { body: { kind: 'CONTRACTOR', name } })).id;
      setOrganisationId(values.organisationId);
      void readAnew(queryClient);
    }
    const numbers = kind === 'JOINT_MEMBER' ? [] : chosen;
    const { id, version } = contract;
    // Nothing chosen: everything that is reported on flows down.
    return firm
      ? call(api.changeSubcontractor, {
          path: { id, subcontractorId: firm.id },
          body: { ...values, numbers: numbers ?? firm.numbers },
          version,
        })
      : call(api.engageSubcontractor, { path: { id }, body: { ...values, numbers, kind, from }, version });
  }, onClose);
  return (
    <ActDialog
      title={firm ? t('登録を変える', 'Change the firm') : t('再委託先・構成員の登録', 'Add a firm')}
      act={act}
      onClose={onClose}
    >
      <TextField label={t('名称', 'Name')} required value={name} onChange={(event) => setName(event.target.value)} />
      {!firm && kindsOf(contract).length > 1 && (
        <SelectField
          label={t('立場', 'Role in the contract')}
          value={kind}
          onChange={(event) => setKind(event.target.value as SubcontractorKind)}
        >
          {kindsOf(contract).map((one) => (
            <option key={one} value={one}>
              {kindName(one, t)}
            </option>
          ))}
        </SelectField>
      )}
      {firm && !may(firm.organisationChoice) ? (
        <div>
          <p className="font-700 text-[0.9375rem]">{t('このシステムでの組織', 'Organisation in this system')}</p>
          <p>{firms.find(({ id }) => id === firm.organisationId)?.name ?? firm.name}</p>
          <WhyNot can={firm.organisationChoice} />
        </div>
      ) : (
        <SelectField
          label={t('このシステムでの組織（任意）', 'Organisation in this system (optional)')}
          hint={t(
            '選ぶと、その会社の責任者が自分の行を記入できます。選ばなくても、署名済みの書面から代わりに記入できます。',
            'If you choose one, the firm’s own officer can record its rows. Otherwise you enter them from its signed paper.',
          )}
          value={organisationId}
          onChange={(event) => setOrganisationId(event.target.value)}
        >
          <option value="">{t('なし（書面で受け取る）', 'None (on paper)')}</option>
          <option value={NEW}>{t('新しい組織として登録する', 'Register it as a new organisation')}</option>
          {firms
            .filter(({ id, can }) => may(can.engageSubcontractor) || id === firm?.organisationId)
            .map((organisation) => (
              <option key={organisation.id} value={organisation.id}>
                {organisation.name}
              </option>
            ))}
        </SelectField>
      )}
      {!firm && (
        <TextField
          label={t('この日から', 'From')}
          type="date"
          required
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        />
      )}
      {kind !== 'JOINT_MEMBER' && <Numbers all={all} chosen={chosen ?? all} onChange={setChosen} />}
    </ActDialog>
  );
}

/** The items that flow down. */
function Numbers({
  all,
  chosen,
  onChange,
}: {
  all: number[];
  chosen: number[];
  onChange: (numbers: number[]) => void;
}) {
  const t = useText();
  return (
    <fieldset>
      <legend className="font-700 text-[0.9375rem]">{t('遵守させる事項', 'Items to be complied with')}</legend>
      <div className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
        {all.map((number) => (
          <label key={number} className="flex min-w-16 items-center gap-2">
            <input
              type="checkbox"
              className="size-5"
              checked={chosen.includes(number)}
              onChange={(event) =>
                onChange(
                  event.target.checked ? [...chosen, number].sort((a, b) => a - b) : chosen.filter((n) => n !== number),
                )
              }
            />
            {number})
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** The firm takes part no more, from today on; its rows stay as they are. */
export function ReleaseDialog({
  contract,
  firm,
  onClose,
}: {
  contract: ContractDetails;
  firm: SubcontractorDetails;
  onClose: () => void;
}) {
  const t = useText();
  const act = useAct(
    () =>
      call(api.releaseSubcontractor, {
        path: { id: contract.id, subcontractorId: firm.id },
        version: contract.version,
      }),
    onClose,
  );
  return (
    <ActDialog
      title={t(`${firm.name}の参加を終了する`, `End the part of ${firm.name}`)}
      act={act}
      onClose={onClose}
      confirm={t('終了する', 'End')}
      isDangerous
    >
      <p>
        {t(
          '本日付けで終了します。これまでの記録は残り、以後は変更できません。',
          'It ends today. What was recorded stays and can no longer be changed.',
        )}
      </p>
    </ActDialog>
  );
}
