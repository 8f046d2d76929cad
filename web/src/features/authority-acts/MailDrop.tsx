import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { contractActsQuery } from '../../api/acts';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { ActSummary, MailReadingDetails } from '../../api/generated/types.gen';
import { contractQuery } from '../../api/queries';
import { useSending } from '../../api/useAct';
import { formatInstant, momentOf } from '../../i18n/dates';
import { useLanguage, useText } from '../../i18n/language';
import { labelled, listed } from '../../i18n/punctuation';
import { FileDrop } from '../../ui/FileDrop';
import { Notice, ProblemNotice } from '../../ui/Notice';
import { useTitleIn } from '../../ui/Page';
import { MailRecord } from './MailRecord';
import { dkimSentence, smimeSentence } from './words';

const route = getRouteApi('/contracts/$id/mail');

/** A mail of the officer is dropped in; what was read from it is checked by a person before anything is recorded. */
export function MailDrop() {
  const t = useText();
  const { id } = route.useParams();
  useTitleIn(id, t('届いたメールを取り込む', 'Drop a mail in'));
  const reading = useSending({
    mutationFn: (file: File) => call(api.readMail, { path: { contractId: id }, body: { file } }),
  });
  return (
    <div className="page">
      <p className="text-[0.875rem]">
        <Link to="/contracts/$id/procedures" params={{ id }} className="link">
          {t('担当職員への手続', 'Procedures with the officer')}
        </Link>
      </p>
      <h1 className="heading-1 mb-4">{t('届いたメールを取り込む', 'Drop a mail in')}</h1>
      {reading.data ? (
        <Read contractId={id} reading={reading.data} onAnother={() => reading.reset()} />
      ) : (
        <FileDrop
          title={t('担当職員からのメール（.eml・.msg）をここへ', "Drop the officer's mail (.eml or .msg) here")}
          hint={t(
            'メールソフトから保存したファイルです。読み取った内容を確かめてから記録します。',
            'The file that your mail program saves. You check what was read before it is recorded.',
          )}
          accept=".eml,.msg,message/rfc822"
          isBusy={reading.isPending}
          onFiles={([file]) => file && reading.mutate(file)}
        />
      )}
      <ProblemNotice error={reading.error} />
    </div>
  );
}

const who = (box: { name: string | null; address: string }) =>
  box.name ? `${box.name} <${box.address}>` : box.address;

function Read({
  contractId,
  reading,
  onAnother,
}: {
  contractId: string;
  reading: MailReadingDetails;
  onAnother: () => void;
}) {
  const { t, language } = useLanguage();
  const acts = useQuery(contractActsQuery(contractId));
  const navigate = useNavigate();
  const { dkim } = reading;
  const facts: [string, string | null][] = [
    [t('差出人', 'From'), reading.from && who(reading.from)],
    [t('宛先', 'To'), listed(reading.to.map(who), t)],
    [t('日時', 'Date'), reading.date && formatInstant(reading.date, language)],
    [t('件名', 'Subject'), reading.subject],
    [
      t('添付', 'Attached'),
      listed(
        reading.attachments.map((file) => file.name),
        t,
      ),
    ],
  ];
  const contract = useQuery(contractQuery(contractId)).data;
  const known = [...(contract?.officers ?? []).map(({ mail }) => mail), contract?.sectionMail]
    .filter((address): address is string => Boolean(address))
    .map((address) => address.toLowerCase());
  const sender = reading.from?.address.toLowerCase();
  const isOfficers = sender !== undefined && known.includes(sender);
  const isSure = dkim.result === 'PASS' && dkim.aligned && dkim.uncovered.length === 0;
  return (
    <div className="grid gap-8 lg:grid-cols-2">
      <section>
        <h2 className="heading-2 mb-2">{t('読み取った内容', 'What was read')}</h2>
        <dl className="grid grid-cols-[6rem_1fr] gap-x-3 gap-y-1">
          {facts.map(([label, value]) => (
            <div key={label} className="contents">
              <dt className="text-solid-gray-600">{label}</dt>
              <dd className="font-700">{value || t('なし', 'none')}</dd>
            </div>
          ))}
        </dl>
        {contract && !isOfficers && (
          <div className="mt-3">
            <Notice
              tone="warning"
              title={t('差出人はこの契約の担当職員ではありません', 'The sender is no officer of this contract')}
            >
              {t(
                '差出人のアドレスは、この契約に記録された担当職員・担当課室のものと一致しません。誰の回答かを確かめてから記録してください。',
                'The address is none of those recorded for the officers and the section of this contract. Check whose answer it is before you record it.',
              )}
            </Notice>
          </div>
        )}
        <Notice tone={isSure ? 'success' : 'info'} title={dkimSentence(dkim.result, dkim.domain, t)}>
          {dkim.result === 'PASS' && !dkim.aligned && (
            <p>
              {t(
                '署名した組織は、差出人のアドレスの組織とは別です。',
                "It was signed by another domain than the sender's.",
              )}
            </p>
          )}
          {dkim.uncovered.length > 0 && (
            <p>{labelled(t('署名の対象外の項目', 'Not covered by the signature'), listed(dkim.uncovered, t), t)}</p>
          )}
        </Notice>
        <Smime smime={reading.smime} />
        {reading.notKept.map((one) => (
          <p key={one.name} className="hint">
            {labelled(one.name, one.messages[language], t)}
          </p>
        ))}
        {reading.textGuessed && <Notice tone="warning" title={reading.textGuessed.messages[language]} />}
        {reading.textNotRead ? (
          <Notice tone="warning" title={reading.textNotRead.messages[language]} />
        ) : (
          <p className="pre max-h-96 overflow-y-auto rounded-8 bg-solid-gray-50 p-3" tabIndex={-1}>
            {reading.text}
          </p>
        )}
        <button type="button" className="button button-text mt-2" onClick={onAnother}>
          {t('別のメールを取り込む', 'Drop another mail')}
        </button>
      </section>
      <section>
        <h2 className="heading-2 mb-2">{t('確かめて記録する', 'Check and record')}</h2>
        {acts.data && (
          <MailRecord
            contractId={contractId}
            reading={reading}
            acts={acts.data.items.filter(isOpen)}
            onDone={(actId) => navigate({ to: '/authority-acts/$id', params: { id: actId } })}
            actAt={momentOf(reading.date ?? undefined)}
          />
        )}
      </section>
    </div>
  );
}

/** Whose certificate signed the mail, who issued it, and what that is worth. */
function Smime({ smime }: { smime: MailReadingDetails['smime'] }) {
  const t = useText();
  const sentence = smimeSentence(smime?.result, t);
  if (!smime || !sentence) return null;
  return (
    <Notice
      tone={smime.result === 'VALID' ? 'success' : smime.result === 'OTHER_SENDER' ? 'warning' : 'info'}
      title={sentence}
    >
      {smime.signer && <p>{labelled(t('証明書の名義', 'Certificate of'), smime.signer, t)}</p>}
      {smime.issuer && <p>{labelled(t('証明書の発行元', 'Issued by'), smime.issuer, t)}</p>}
      {smime.signer && (
        <p>
          {t(
            '署名の対象は本文と添付です。件名・日時は含みません。証明書の失効は確かめていません。',
            'Text and files are signed, subject and date are not. Whether the certificate was withdrawn was not asked.',
          )}
        </p>
      )}
    </Notice>
  );
}

const isOpen = (act: ActSummary) => !['CANCELLED', 'WITHDRAWN'].includes(act.state);
