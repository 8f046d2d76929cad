import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { proceduresQuery } from '../../api/acts';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { ActKind, ProcedureDetails } from '../../api/generated/types.gen';
import { useAct } from '../../api/useAct';
import { useLanguage, useText } from '../../i18n/language';
import { useFormDraft } from '../../saving/useFormDraft';
import { bodyOf, FormFields, type FormValues, fields, hasLongText } from '../../ui/FormFields';
import { Loaded } from '../../ui/Loaded';
import { ProblemNotice } from '../../ui/Notice';
import { useTitleIn } from '../../ui/Page';
import { Restored } from '../../ui/Restored';
import { StandingCover } from './StandingCover';
import { wordOf } from './words';

const route = getRouteApi('/contracts/$id/procedures/new');

/** Asks the officer for one of her words, in one short form. */
export function NewRequest() {
  const t = useText();
  const { id } = route.useParams();
  const { subject, kind } = route.useSearch();
  const procedures = useQuery(proceduresQuery(id));
  return (
    <div className="page">
      <p className="text-[0.875rem]">
        <Link to="/contracts/$id/procedures" params={{ id }} className="link">
          {t('担当職員への手続', 'Procedures with the officer')}
        </Link>
      </p>
      <Loaded query={procedures}>
        {(list) => {
          const procedure = list.find((one) => one.subject === subject && (!kind || one.kind === kind));
          return procedure ? (
            <RequestForm contractId={id} procedure={procedure} />
          ) : (
            <p>{t('この契約の版にはない手続です。', "This contract's edition does not ask for it.")}</p>
          );
        }}
      </Loaded>
    </div>
  );
}

const isStanding = (values: FormValues) => values.mode === 'STANDING';

function useFields(procedure: ProcedureDetails) {
  const t = useText();
  const perLine = t('1行に1つ。空なら限定しません。', 'One per line; empty means not limited.');
  return {
    head: fields(
      { name: 'title', label: t('件名', 'Title'), required: true },
      {
        name: 'text',
        label: t('内容', 'What is asked for'),
        kind: 'area',
        required: true,
        hint: t('個人の名前は書かず、役割で書いてください。', 'Please name roles, not individuals.'),
      },
    ),
    scope: fields(
      {
        name: 'what',
        label: t('対象の情報・サービス', 'Information or service'),
        required: true,
      },
      { name: 'media', label: t('媒体', 'Media'), kind: 'lines', hint: perLine },
      { name: 'purposes', label: t('目的', 'Purposes'), kind: 'lines', hint: perLine },
      { name: 'places', label: t('場所', 'Places'), kind: 'lines', hint: perLine },
      { name: 'people', label: t('扱う者', 'People'), kind: 'lines', hint: perLine },
      { name: 'until', label: t('いつまで', 'Valid until'), kind: 'date', required: true },
    ),
    rest: fields(
      {
        name: 'startsOn',
        label: procedure.before
          ? t('始める予定の日', 'Planned start')
          : t('予定の日（任意）', 'Planned day (optional)'),
        kind: 'date',
        hint: procedure.before
          ? t('この日の前に回答が要るものとして並びます。', 'The answer is wanted before this day.')
          : undefined,
      },
      { name: 'fileIds', label: t('添える書類（任意）', 'Papers (optional)'), kind: 'files' },
    ),
  };
}

function RequestForm({ contractId, procedure }: { contractId: string; procedure: ProcedureDetails }) {
  const { t, language } = useLanguage();
  const navigate = useNavigate();
  const { wording, kind } = procedure;
  const title = t(`${wording}のお願い`, `Request: ${wordOf(wording, kind, t)}`);
  useTitleIn(contractId, title);
  const { head, scope, rest } = useFields(procedure);
  const start: FormValues = { title: procedure.title.ja, mode: 'INDIVIDUAL' };
  const draft = useFormDraft(`request/${contractId}/${procedure.subject}/${kind}`, start, (written) =>
    hasLongText([...head, ...scope, ...rest], written),
  );
  const { value: values, set: setValues } = draft;
  const act = useAct(
    () => {
      const sent = bodyOf([...head, ...rest], values);
      return call(api.requestAct, {
        path: { contractId },
        body: {
          ...sent,
          subject: procedure.subject,
          kind: procedure.isCommunication ? null : (kind as ActKind),
          mode: isStanding(values) ? 'STANDING' : 'INDIVIDUAL',
          scope: isStanding(values) ? bodyOf(scope, values) : undefined,
        },
      });
    },
    (written) => {
      draft.forget();
      return navigate({ to: '/authority-acts/$id', params: { id: written.id } });
    },
  );
  return (
    <>
      <h1 className="heading-1">{title}</h1>
      <p className="mt-1 font-700">{procedure.title[language]}</p>
      <blockquote lang="ja" className="my-3 border-solid-gray-420 border-l-4 pl-3 text-[0.9375rem]">
        {procedure.sentence}
      </blockquote>
      <StandingCover contractId={contractId} procedure={procedure} />
      <form
        className="grid max-w-[46rem] gap-5"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          act.mutate();
        }}
      >
        <Restored draft={draft} />
        {procedure.standingPossible && (
          <FormFields
            contractId={contractId}
            values={values}
            onChange={setValues}
            fields={[
              {
                name: 'mode',
                label: t('個別か包括か', 'Once or standing'),
                kind: 'choice',
                options: [
                  { value: 'INDIVIDUAL', label: t('個別', 'Once'), hint: t('この1件について', 'for this one case') },
                  {
                    value: 'STANDING',
                    label: t('包括', 'Standing'),
                    hint: t('範囲の中は、その都度のお願いが要りません', 'what lies inside needs no new request'),
                  },
                ],
              },
            ]}
          />
        )}
        <FormFields contractId={contractId} fields={head} values={values} onChange={setValues} />
        {isStanding(values) && (
          <fieldset className="grid gap-4 rounded-8 border border-solid-gray-420 p-4 sm:grid-cols-2">
            <legend className="px-1 font-700">{t('包括の範囲', 'Scope')}</legend>
            <FormFields contractId={contractId} fields={scope} values={values} onChange={setValues} />
          </fieldset>
        )}
        <FormFields contractId={contractId} fields={rest} values={values} onChange={setValues} />
        <ProblemNotice error={act.error} />
        <div className="flex flex-wrap gap-2">
          <button type="submit" className="button" disabled={act.isPending}>
            {t(`${wording}をお願いする`, 'Ask for it')}
          </button>
          <Link to="/contracts/$id/procedures" params={{ id: contractId }} className="button button-outline">
            {t('やめる', 'Cancel')}
          </Link>
        </div>
        <p className="hint">
          {t(
            '次の画面で、担当職員あてのメールの案も作れます。',
            'The next screen also composes a mail to the officer.',
          )}
        </p>
      </form>
    </>
  );
}
