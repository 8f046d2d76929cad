import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type Communication, communicationQuery } from '../../api/acts';
import { post } from '../../api/client';
import { formatDate, formatInstant, momentOf } from '../../i18n/dates';
import { type Text, useLanguage } from '../../i18n/language';
import { api } from '../../paths';
import { FileLinks } from '../../ui/Files';
import { type Form, FormButtons } from '../../ui/FormDialog';
import type { FormBody } from '../../ui/FormFields';
import { Loaded } from '../../ui/Loaded';
import { Page } from '../../ui/Page';
import { Chip, Said, Signed } from '../../ui/Words';
import { ReadingBar } from '../inbox/ReadingBar';
import { reason } from './actForms';
import { useOpening } from './useOpening';
import { channelName, recordName, wordOf } from './words';

const route = getRouteApi('/communications/$id');

export function CommunicationPage() {
  const { id } = route.useParams();
  const { reading } = route.useSearch();
  const communication = useQuery(communicationQuery(id));
  return (
    <Loaded query={communication}>
      {(data) => <CommunicationOf communication={data} bar={<ReadingBar reading={reading} id={id} />} />}
    </Loaded>
  );
}

function CommunicationOf({ communication, bar }: { communication: Communication; bar: React.ReactNode }) {
  const { t } = useLanguage();
  const { id, contractId, wording, kind } = communication;
  const touched = [
    ['communication', id],
    ['contract', contractId, 'communications'],
  ];
  useOpening(api.communicationStep(id, 'opening'), { opened: true, ...communication }, ['communication', id]);
  const others = communication.thread?.filter((one) => one.id !== id) ?? [];
  return (
    <Page
      title={
        communication.urgent
          ? t('事故の第一報', 'Incident: first word')
          : t(`${wording}の記録`, wordOf(wording, kind, t))
      }
      above={
        <>
          {bar}
          <p className="text-[0.875rem]">
            <Link to="/contracts/$id/procedures" params={{ id: contractId }} className="link">
              {t('担当職員への手続', 'Procedures with the officer')}
            </Link>
          </p>
        </>
      }
    >
      <One communication={communication} />
      <div className="mt-6">
        <FormButtons forms={formsOf(communication, t)} contractId={contractId} touched={touched} />
      </div>
      {others.length > 0 && (
        <section className="mt-8">
          <h2 className="heading-2 mb-2">{t('一連のやりとり', 'What belongs together')}</h2>
          <ol className="space-y-6">
            {others.map((one) => (
              <li key={one.id}>
                <One communication={one} />
              </li>
            ))}
          </ol>
        </section>
      )}
    </Page>
  );
}

function One({ communication }: { communication: Communication }) {
  const { t, language } = useLanguage();
  const { consultation, direction, recordedBy, status, channel } = communication;
  const fromOfficer = direction === 'FROM_OFFICER';
  return (
    <article className="space-y-2 rounded-8 border border-solid-gray-420 p-4">
      <p className="flex flex-wrap items-center gap-2">
        <Chip tone={fromOfficer ? 'ask' : 'plain'}>
          {fromOfficer ? t('担当職員から', 'from the officer') : t('受注者から', 'from the contractor')}
        </Chip>
        <time dateTime={communication.actAt} className="font-700">
          {formatInstant(communication.actAt, language)}
        </time>
        <span>{channelName(channel, t)}</span>
        {communication.officerName && <span>{communication.officerName}</span>}
        {(fromOfficer && recordedBy === 'CONTRACTOR') || status !== 'RECORDED' ? (
          <Chip tone={status === 'CONFIRMED' ? 'good' : 'dashed'}>
            {status === 'OBJECTED'
              ? t('担当職員から異議あり', 'the officer objects')
              : recordName(recordedBy, status === 'CONFIRMED', t)}
          </Chip>
        ) : null}
      </p>
      <p className="pre">{communication.text}</p>
      {consultation && (
        <dl className="grid gap-2 sm:grid-cols-2">
          <Said label={t('出席者', 'Present')}>
            {consultation.ministrySide}／{consultation.contractorSide}
          </Said>
          <Said label={t('結果', 'Outcome')}>{consultation.outcome}</Said>
          {consultation.measure && <Said label={t('対策', 'Measure')}>{consultation.measure}</Said>}
          {consultation.by && <Said label={t('いつまで', 'By')}>{formatDate(consultation.by, language)}</Said>}
        </dl>
      )}
      {communication.designatedOn && (
        <Said label={t('指定された期日', 'Designated day')}>{formatDate(communication.designatedOn, language)}</Said>
      )}
      {communication.objection && <Said label={t('異議の理由', 'Objection')}>{communication.objection}</Said>}
      <FileLinks files={communication.files} />
      {communication.corrections.map((one) => (
        <p key={one.recordedAt} className="text-[0.9375rem]">
          <strong>{t('訂正', 'Correction')}</strong> <del>{one.oldValue}</del> → {one.newValue}（{one.reason}）
        </p>
      ))}
      <p>
        <Signed by={communication.by} at={communication.recordedAt} />
      </p>
    </article>
  );
}

function formsOf(
  communication: Communication,
  t: Text,
): { label: string; isOffered: boolean; isMain?: boolean; form: Form }[] {
  const { id, version, can, contractId, kind, subject, direction } = communication;
  const send = (step: string) => (body: FormBody) => post(api.communicationStep(id, step), body, version);
  const back = direction === 'FROM_OFFICER' ? 'FROM_CONTRACTOR' : 'FROM_OFFICER';
  return [
    {
      label: t('この記録のとおりと確認する', 'Confirm this record'),
      isOffered: can.confirm === true,
      isMain: true,
      form: {
        title: t('記録の確認', 'Confirm'),
        confirm: t('確認する', 'Confirm'),
        fields: [],
        send: send('confirmation'),
      },
    },
    {
      label: t('返事・続報を記録', 'Reply'),
      isOffered: can.reply === true,
      isMain: true,
      form: {
        title: t('返事・続報', 'Reply'),
        start: { actAt: momentOf(), kind: kind === 'REPORT' ? 'REPORT' : 'INFORM', direction: back },
        fields: [
          {
            name: 'kind',
            label: t('種類', 'Kind'),
            kind: 'choice',
            options: (
              [
                ['REPORT', '報告'],
                ['INFORM', '情報提供'],
                ['INSTRUCT', '指示'],
              ] as const
            ).map(([value, wording]) => ({ value, label: wordOf(wording, value, t) })),
          },
          { name: 'text', label: t('内容', 'Text'), kind: 'area', required: true },
          { name: 'actAt', label: t('いつのことか', 'When'), kind: 'moment', required: true },
          { name: 'fileIds', label: t('書類（任意）', 'Papers (optional)'), kind: 'files' },
        ],
        send: (body) =>
          post(api.contractCommunications(contractId), {
            ...body,
            subject,
            direction: body.kind === 'INSTRUCT' ? 'FROM_OFFICER' : body.kind === 'REPORT' ? 'FROM_CONTRACTOR' : back,
            inReplyTo: id,
          }),
      },
    },
    {
      label: t('訂正する', 'Correct'),
      isOffered: can.correct === true,
      form: {
        title: t('訂正', 'Correction'),
        start: { value: communication.text },
        fields: [{ name: 'value', label: t('正しい内容', 'Right text'), kind: 'area', required: true }, reason(t)],
        send: (body) => post(api.communicationStep(id, 'corrections'), { ...body, field: 'TEXT' }, version),
      },
    },
    {
      label: t('記録に異議がある', 'Object'),
      isOffered: can.object === true,
      form: { title: t('記録への異議', 'Objection'), fields: [reason(t)], send: send('objection') },
    },
  ];
}
