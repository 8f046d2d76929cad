import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { type Act, actQuery, contractActsQuery } from '../../api/acts';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { ProcedureDetails } from '../../api/generated/types.gen';
import { useSending } from '../../api/useAct';
import { today } from '../../i18n/dates';
import { useLanguage } from '../../i18n/language';
import { bodyOf, FormFields, type FormValues, fields } from '../../ui/FormFields';
import { Notice, ProblemNotice } from '../../ui/Notice';
import { oneOf } from './contractorForms';
import { ScopeList } from './ScopeList';

/** What a 包括 act in force already allows needs no new request: its scope, and whether something planned lies inside. */
export function StandingCover({ contractId, procedure }: { contractId: string; procedure: ProcedureDetails }) {
  const acts = useQuery(contractActsQuery(contractId)).data?.items ?? [];
  const standing = acts.filter(
    (act) => act.mode === 'STANDING' && act.state === 'GRANTED' && act.subject === procedure.subject,
  );
  const found = useQueries({ queries: standing.map(({ id }) => actQuery(id)) }).flatMap(({ data }) => data ?? []);
  return found.length > 0 ? <Cover contractId={contractId} procedure={procedure} acts={found} /> : null;
}

function Cover({ contractId, procedure, acts }: { contractId: string; procedure: ProcedureDetails; acts: Act[] }) {
  const { t, language } = useLanguage();
  const { wording, subject } = procedure;
  const [values, setValues] = useState<FormValues>({ on: today() });
  const elsewhere = t('それ以外', 'something else');
  const all = (part: 'media' | 'purposes' | 'places' | 'people') => {
    const named = [...new Set(acts.flatMap(({ scope }) => scope?.[part] ?? []))];
    return named.length > 0 ? [...named, elsewhere] : [];
  };
  const of = <const Name extends string>(name: Name, label: string, within: string[]) =>
    within.length > 0 ? [oneOf(name, label, within)] : [];
  const asked = fields(
    { name: 'on', label: t('日', 'Day'), kind: 'date', required: true },
    ...of('medium', t('媒体', 'Medium'), all('media')),
    ...of('purpose', t('目的', 'Purpose'), all('purposes')),
    ...of('place', t('場所', 'Place'), all('places')),
    ...of('people', t('扱う者', 'Who'), all('people')),
  );
  const check = useSending({
    mutationFn: () => {
      const { people, ...body } = bodyOf(asked, values);
      return call(api.getCoverage, {
        path: { contractId },
        body: { subject, ...body, people: people ? [people] : [] },
      });
    },
  });
  return (
    <div className="max-w-[46rem]">
      <Notice title={t(`包括の${wording}があります`, `There is a standing ${wording}`)}>
        <p>{t('その範囲の中なら、新しいお願いは要りません。', 'What lies inside it needs no new request.')}</p>
        {acts.map((act) => (
          <div key={act.id} className="mt-2">
            <Link to="/authority-acts/$id" params={{ id: act.id }} className="link font-700">
              {act.title}
            </Link>
            {act.scope && <ScopeList scope={act.scope} />}
          </div>
        ))}
        <details className="mt-3">
          <summary className="w-fit cursor-pointer font-700 underline">
            {t('これからすることが範囲の中か確かめる', 'Check whether something planned lies inside')}
          </summary>
          <form
            className="mt-2 grid gap-3 sm:grid-cols-2"
            onChange={() => check.reset()}
            onSubmit={(event: FormEvent) => {
              event.preventDefault();
              check.mutate();
            }}
          >
            <FormFields contractId={contractId} fields={asked} values={values} onChange={setValues} />
            <button
              type="submit"
              className="button button-outline self-end justify-self-start"
              disabled={check.isPending}
            >
              {t('確かめる', 'Check')}
            </button>
          </form>
          <ProblemNotice error={check.error} />
          {check.data && (
            <div role="status" className="mt-3">
              <p className="font-700">
                {check.data.covered
                  ? t(`範囲の中です。新しい${wording}は要りません。`, 'It lies inside: no new request is needed.')
                  : t(`範囲の外です。${wording}をお願いしてください。`, 'It lies outside: please ask.')}
              </p>
              {!check.data.covered && (
                <ul className="list-disc pl-6">
                  {check.data.acts.flatMap((act) =>
                    act.messages.map((message) => <li key={`${act.id}${message.ja}`}>{message[language]}</li>),
                  )}
                </ul>
              )}
            </div>
          )}
        </details>
      </Notice>
    </div>
  );
}
