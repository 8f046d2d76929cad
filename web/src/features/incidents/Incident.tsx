import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { call, Problem } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { IncidentAnswer } from '../../api/generated/types.gen';
import { addressOf } from '../../api/operation';
import { contractQuery } from '../../api/queries';
import { useSession } from '../../api/session';
import { useAct } from '../../api/useAct';
import { formatInstant } from '../../i18n/dates';
import { useLanguage, useText } from '../../i18n/language';
import { useFormDraft } from '../../saving/useFormDraft';
import { TextAreaField } from '../../ui/Field';
import { Notice, ProblemNotice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { Restored } from '../../ui/Restored';
import { communicationDelivery, SendByHand } from '../authority-acts/delivery';

const route = getRouteApi('/contracts/$id/incident');

type NotedOn = IncidentAnswer & { contractId: string };

interface Contacts {
  officers: { post: string; name: string; telephone: string | null; mail: string | null }[];
  sectionName: string | null;
  sectionMail?: string | null;
}

/** 11) 第一報: one field, one button; nothing stands before it, and the telephone numbers are on the screen. */
export function Incident() {
  const { t } = useLanguage();
  const { id } = route.useParams();
  const contract = useQuery(contractQuery(id));
  const title = t('事故の第一報', 'Incident: first word');
  const draft = useFormDraft(`incident/${id}`, '', (written) => written.trim() !== '');
  const note = useAct(
    () => call(api.reportIncident, { path: { contractId: id }, body: { text: draft.value } }),
    draft.forget,
  );
  return (
    <Page title={title} tab={[title, contract.data?.name]}>
      {note.data ? (
        <Noted noted={{ ...note.data, contractId: id }} />
      ) : (
        <div className="grid gap-8 lg:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)]">
          <form
            className="space-y-4"
            onSubmit={(event: FormEvent) => {
              event.preventDefault();
              note.mutate();
            }}
          >
            <Restored draft={draft} />
            <TextAreaField
              label={t('何が起きたか（分かる範囲で）', 'What happened, as far as known')}
              hint={t(
                '「おそれ」の段階でかまいません。詳しいことは後で加えられます。',
                'A suspicion is enough. Details can follow.',
              )}
              required
              rows={6}
              autoFocus
              value={draft.value}
              onChange={(event) => draft.set(event.target.value)}
            />
            <ProblemNotice error={note.error} />
            {note.error && (
              <p className="font-700">
                {note.error instanceof Problem && note.error.isPassing
                  ? t(
                      '第一報が記録されたことを確認できていません。まず電話でお伝えください。接続が戻ったら、もう一度押してください（二重には記録されません）。',
                      'It is not confirmed as recorded. Please telephone first, and press again once the connection is back; it is not recorded twice.',
                    )
                  : t(
                      '第一報はまだ記録されていません。まず電話でお伝えください。',
                      'Nothing is recorded yet. Please telephone first.',
                    )}{' '}
                {t('書いた文はこのブラウザーに残っています。', 'What you wrote is kept in this browser.')}
              </p>
            )}
            <button type="submit" className="button w-full text-[1.125rem] sm:w-auto" disabled={note.isPending}>
              {t('第一報を記録する', 'Record it')}
            </button>
          </form>
          {contract.data && <Telephones contacts={contract.data} />}
        </div>
      )}
    </Page>
  );
}

function Telephones({ contacts }: { contacts: Contacts }) {
  const t = useText();
  return (
    <section className="rounded-12 border-2 border-solid-gray-800 p-4">
      <h2 className="heading-2 mb-2">{t('いますぐ電話する', 'Telephone at once')}</h2>
      {contacts.officers.length === 0 && (
        <p>{t('担当職員がまだ記録されていません。', 'No officer is recorded yet.')}</p>
      )}
      <ul className="space-y-3">
        {contacts.officers.map((officer) => (
          <li key={`${officer.post}${officer.name}`}>
            <p>
              <span className="mr-2">{officer.post === 'PRIMARY' ? t('主', 'Primary') : t('副', 'Deputy')}</span>
              <strong>{officer.name}</strong>
            </p>
            {officer.telephone ? (
              <a className="link font-700 text-[1.75rem] leading-[1.4]" href={`tel:${officer.telephone}`}>
                {officer.telephone}
              </a>
            ) : (
              <span className="hint">{t('電話番号は未記録', 'no number recorded')}</span>
            )}
            {officer.mail && (
              <p>
                <a className="link" href={`mailto:${officer.mail}`}>
                  {officer.mail}
                </a>
              </p>
            )}
          </li>
        ))}
      </ul>
      {(contacts.sectionName || contacts.sectionMail) && (
        <p className="mt-3 border-solid-gray-300 border-t pt-3">
          {contacts.sectionName}{' '}
          {contacts.sectionMail && (
            <a className="link" href={`mailto:${contacts.sectionMail}`}>
              {contacts.sectionMail}
            </a>
          )}
        </p>
      )}
    </section>
  );
}

function Noted({ noted }: { noted: NotedOn }) {
  const { t, language } = useLanguage();
  const { can } = useSession();
  const now = new Date().toISOString();
  return (
    <div className="grid gap-8 lg:grid-cols-2">
      <section role="status">
        <h2 className="heading-2">{t('第一報を記録しました', 'Recorded')}</h2>
        <p className="mt-1 font-700">{formatInstant(now, language)}</p>
        {noted.sectionIsHere ? (
          <p className="mt-3">
            {t(
              '担当職員の要対応一覧の先頭に出ます。電話でもすぐにお伝えください。',
              "It stands first in the officer's inbox. Please telephone at once, too.",
            )}
          </p>
        ) : (
          <NotTold noted={noted} />
        )}
        {can.readActs && (
          <p className="mt-4">
            <Link
              to="/communications/$id"
              params={{ id: noted.id }}
              className={`button ${noted.sectionIsHere ? '' : 'button-outline'}`}
            >
              {t('続報・指示を記録する', 'Add what follows')}
            </Link>
          </p>
        )}
      </section>
      <Telephones contacts={noted} />
    </div>
  );
}

/** Where the section is not here, the record has reached nobody: a person telephones or sends the mail, and says so. */
function NotTold({ noted }: { noted: NotedOn }) {
  const t = useText();
  return (
    <div className="mt-3 space-y-3">
      <Notice tone="warning" title={t('まだ担当職員に伝わっていません', 'No officer has been told yet')}>
        {t(
          '担当課室の方はこのシステムにいないため、ここに記録しただけです。すぐに電話し、メールを送ってください。',
          'Nobody of the section is in this system: it is only written down here. Please telephone at once, and send the mail.',
        )}
      </Notice>
      <SendByHand
        mail={addressOf(api.getCommunicationMailFile, { path: { id: noted.id } })}
        canSend={noted.sectionMail !== null || noted.officers.some(({ mail }) => mail !== null)}
        form={communicationDelivery(noted, t)}
        contractId={noted.contractId}
      />
    </div>
  );
}
