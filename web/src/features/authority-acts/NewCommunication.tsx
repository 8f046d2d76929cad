import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { proceduresQuery } from '../../api/acts';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { CommunicationKind, Direction, ProcedureDetails, ProcedureSubject } from '../../api/generated/types.gen';
import { contractQuery } from '../../api/queries';
import { useSide } from '../../api/session';
import { useAct } from '../../api/useAct';
import { momentOf } from '../../i18n/dates';
import { useLanguage, useText } from '../../i18n/language';
import { inBrackets } from '../../i18n/punctuation';
import { useFormDraft } from '../../saving/useFormDraft';
import { may } from '../../ui/can';
import { SelectField } from '../../ui/Field';
import { bodyOf, FormFields, type FormValues, hasLongText } from '../../ui/FormFields';
import { Loaded } from '../../ui/Loaded';
import { ProblemNotice } from '../../ui/Notice';
import { useTitleIn } from '../../ui/Page';
import { Restored } from '../../ui/Restored';
import { communicationFields, directionOf, freeKinds } from './communicationFields';
import { wordOf } from './words';

const route = getRouteApi('/contracts/$id/communications/new');
const nameOf = ({ subject, kind }: { subject: string; kind: string }) => `${subject} ${kind}`;

/** Notes what was presented, reported, consulted on, instructed or designated: no decision is in it. */
export function NewCommunication() {
  const t = useText();
  const { id } = route.useParams();
  const { subject, kind, inReplyTo } = route.useSearch();
  const procedures = useQuery(proceduresQuery(id));
  const title = t('連絡・協議の記録', 'Note a message or consultation');
  useTitleIn(id, title);
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
            procedures={list.filter(
              (one) => one.isCommunication && may(one.can) && (!inReplyTo || one.subject === subject),
            )}
            first={subject && kind ? nameOf({ subject, kind }) : ''}
            inReplyTo={inReplyTo}
          />
        )}
      </Loaded>
    </div>
  );
}

function CommunicationForm({
  contractId,
  procedures,
  first,
  inReplyTo,
}: {
  contractId: string;
  procedures: ProcedureDetails[];
  first: string;
  inReplyTo?: string;
}) {
  const { t, language } = useLanguage();
  const side = useSide();
  const navigate = useNavigate();
  const draft = useFormDraft<{ name: string; values: FormValues }>(
    `communication/${contractId}/${inReplyTo ?? ''}/${first}`,
    { name: first, values: { actAt: momentOf() } },
    ({ name: what, values: typed }) =>
      hasLongText(communicationFields(what.split(' ')[1] as ProcedureDetails['kind'], false, false, t), typed),
  );
  const { name, values } = draft.value;
  const setName = (next: string) => draft.set({ name: next, values });
  const setValues = (next: FormValues) => draft.set({ name, values: next });
  const procedure = procedures.find((one) => nameOf(one) === name);
  const [subject, kind] = name.split(' ') as [ProcedureSubject, CommunicationKind];
  const fixed = directionOf(procedure, kind);
  const chosen = values.direction as Direction | undefined;
  const direction = fixed ?? chosen ?? (side === 'MINISTRY' ? 'FROM_OFFICER' : 'FROM_CONTRACTOR');
  const sectionIsHere = useQuery(contractQuery(contractId)).data?.sectionIsHere ?? false;
  const ours = side === 'MINISTRY' || sectionIsHere ? 'SYSTEM' : 'UNSENT';
  const isTheirs = direction === 'FROM_OFFICER' && side === 'CONTRACTOR';
  const fields = communicationFields(kind, isTheirs, sectionIsHere, t);
  const filled: FormValues = { channel: direction === 'BOTH' ? 'MEETING' : isTheirs ? 'MAIL' : ours, ...values };
  const act = useAct(
    () => {
      const { ministrySide, contractorSide, outcome, measure, by, ...body } = bodyOf(fields, filled);
      const consultation = kind === 'CONSULT' ? { ministrySide, contractorSide, outcome, measure, by } : undefined;
      return call(api.recordCommunication, {
        path: { contractId },
        body: {
          ...body,
          subject,
          kind,
          direction,
          consultation,
          inReplyTo,
        },
      });
    },
    (written) => {
      draft.forget();
      return navigate({ to: '/communications/$id', params: { id: written.id } });
    },
  );
  const offersFree = !inReplyTo || first.startsWith('OTHER ');
  return (
    <form
      className="grid max-w-[46rem] gap-5"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        act.mutate();
      }}
    >
      <Restored draft={draft} />
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
            {one.title[language]}
            {inBrackets(wordOf(one.wording, one.kind, t), t)}
          </option>
        ))}
        {offersFree &&
          freeKinds.map((one) => (
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
          {!fixed && side === 'CONTRACTOR' && (
            <FormFields
              contractId={contractId}
              values={{ ...values, direction }}
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
          <FormFields contractId={contractId} fields={fields} values={filled} onChange={setValues} />
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
