import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { type Procedure, proceduresQuery } from '../../api/acts';
import { post } from '../../api/client';
import { useAct } from '../../api/useAct';
import { momentOf } from '../../i18n/dates';
import { type Text, useLanguage, useText } from '../../i18n/language';
import { api } from '../../paths';
import { SelectField } from '../../ui/Field';
import { bodyOf, type FormField, FormFields, type FormValues } from '../../ui/FormFields';
import { Loaded } from '../../ui/Loaded';
import { ProblemNotice } from '../../ui/Notice';
import { useTitle } from '../../ui/Page';
import { useSide } from '../session/session';
import { channelName, wordOf } from './words';

const route = getRouteApi('/contracts/$id/communications/new');
const nameOf = ({ subject, kind }: { subject: string; kind: string }) => `${subject} ${kind}`;

/** Notes what was presented, reported, consulted on, instructed or designated: no decision is in it. */
export function NewCommunication() {
  const t = useText();
  const { id } = route.useParams();
  const { subject, kind } = route.useSearch();
  const procedures = useQuery(proceduresQuery(id));
  const title = t('連絡・協議の記録', 'Note a message or consultation');
  useTitle(title);
  return (
    <div className="page">
      <p className="text-[0.875rem]">
        <Link to="/contracts/$id/procedures" params={{ id }} className="link">
          {t('担当職員への手続', 'Procedures with the officer')}
        </Link>
      </p>
      <h1 className="heading-1 mb-4">{title}</h1>
      <Loaded query={procedures}>
        {(list) => (
          <CommunicationForm
            contractId={id}
            procedures={list.filter((one) => one.isCommunication)}
            first={subject && kind ? nameOf({ subject, kind }) : ''}
          />
        )}
      </Loaded>
    </div>
  );
}

const others = [
  { kind: 'CONSULT', wording: '協議' },
  { kind: 'INFORM', wording: '情報提供' },
  { kind: 'INSTRUCT', wording: '指示' },
] as const;

const fieldsFor = (procedure: Pick<Procedure, 'kind'>, isFromOther: boolean, t: Text): FormField[] => {
  const isConsult = () => procedure.kind === 'CONSULT';
  return [
    { name: 'text', label: t('内容', 'What was said'), kind: 'area', required: true },
    { name: 'actAt', label: t('いつのことか', 'When it happened'), kind: 'moment', required: true },
    {
      name: 'channel',
      label: t('どのように', 'How'),
      kind: 'choice',
      options: (['SYSTEM', 'MAIL', 'TELEPHONE', 'MEETING', 'PAPER'] as const).map((value) => ({
        value,
        label: channelName(value, t),
      })),
    },
    {
      name: 'officerName',
      label: t('担当職員（どなたから）', 'Which officer'),
      required: true,
      isShown: () => isFromOther,
    },
    {
      name: 'ministrySide',
      label: t('当省側の出席者', "Ministry's side"),
      required: true,
      isShown: isConsult,
    },
    {
      name: 'contractorSide',
      label: t('受注者側の出席者', "Contractor's side"),
      required: true,
      isShown: isConsult,
    },
    { name: 'outcome', label: t('結果', 'Outcome'), kind: 'area', required: true, isShown: isConsult },
    { name: 'measure', label: t('講じる対策（任意）', 'Measure (optional)'), kind: 'area', isShown: isConsult },
    { name: 'by', label: t('いつまで（任意）', 'By when (optional)'), kind: 'date', isShown: isConsult },
    {
      name: 'designatedOn',
      label: t('指定された期日', 'Designated day'),
      kind: 'date',
      required: true,
      isShown: () => procedure.kind === 'DESIGNATE',
    },
    { name: 'fileIds', label: t('書類（任意）', 'Papers (optional)'), kind: 'files' },
  ];
};

function CommunicationForm({
  contractId,
  procedures,
  first,
}: {
  contractId: string;
  procedures: Procedure[];
  first: string;
}) {
  const { t, language } = useLanguage();
  const side = useSide();
  const own = side === 'MINISTRY' ? 'FROM_OFFICER' : 'FROM_CONTRACTOR';
  const navigate = useNavigate();
  const [name, setName] = useState(first);
  const [values, setValues] = useState<FormValues>({ actAt: momentOf(), channel: 'MAIL' });
  const procedure = procedures.find((one) => nameOf(one) === name);
  const [subject, kind] = name.split(' ') as [string, Procedure['kind']];
  const fixed = procedure && procedure.direction !== 'BOTH' ? procedure.direction : null;
  const direction = fixed ?? (values.direction as string | undefined) ?? own;
  const fields = fieldsFor({ kind }, direction === 'FROM_OFFICER' && side === 'CONTRACTOR', t);
  const act = useAct(
    () => {
      const { ministrySide, contractorSide, outcome, measure, by, ...body } = bodyOf(fields, values);
      const consultation = kind === 'CONSULT' ? { ministrySide, contractorSide, outcome, measure, by } : undefined;
      return post(api.contractCommunications(contractId), { ...body, subject, kind, direction, consultation });
    },
    [['contract', contractId, 'communications']],
    (written) => navigate({ to: '/communications/$id', params: { id: written.id } }),
  );
  return (
    <form
      className="grid max-w-[46rem] gap-5"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        act.mutate();
      }}
    >
      <SelectField
        label={t('何の記録か', 'What it is')}
        required
        value={name}
        onChange={(event) => setName(event.target.value)}
      >
        <option value="">{t('選んでください', 'Please choose')}</option>
        {procedures.map((one) => (
          <option key={nameOf(one)} value={nameOf(one)}>
            {one.number === null ? '' : `${one.number}) `}
            {one.title[language]}（{wordOf(one.wording, one.kind, t)}）
          </option>
        ))}
        {others.map((one) => (
          <option key={one.kind} value={`OTHER ${one.kind}`}>
            {t('その他', 'Other')}（{wordOf(one.wording, one.kind, t)}）
          </option>
        ))}
      </SelectField>
      {procedure && (
        <blockquote lang="ja" className="border-solid-gray-420 border-l-4 pl-3 text-[0.9375rem]">
          {procedure.sentence}
        </blockquote>
      )}
      {name && (
        <>
          {!fixed && (
            <FormFields
              contractId={contractId}
              values={{ direction, ...values }}
              onChange={setValues}
              fields={[
                {
                  name: 'direction',
                  label: t('どちらから', 'From whom'),
                  kind: 'choice',
                  options: [
                    { value: 'FROM_CONTRACTOR', label: t('受注者から', 'The contractor') },
                    { value: 'FROM_OFFICER', label: t('担当職員から', 'The officer') },
                  ],
                },
              ]}
            />
          )}
          <FormFields contractId={contractId} fields={fields} values={values} onChange={setValues} />
          <ProblemNotice error={act.error} />
          <div className="flex gap-2">
            <button type="submit" className="button" disabled={act.isPending}>
              {t('記録する', 'Record')}
            </button>
            <Link to="/contracts/$id/procedures" params={{ id: contractId }} className="button button-outline">
              {t('やめる', 'Cancel')}
            </Link>
          </div>
        </>
      )}
    </form>
  );
}
