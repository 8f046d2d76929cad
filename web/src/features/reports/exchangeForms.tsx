import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { ReportDetails } from '../../api/generated/types.gen';
import { addressOf } from '../../api/operation';
import { today } from '../../i18n/dates';
import type { Text } from '../../i18n/language';
import { FileLink } from '../../ui/FileLink';
import { type Form, form } from '../../ui/FormDialog';
import type { FormField } from '../../ui/FormFields';
import { channelName } from '../authority-acts/words';
import { viaName, viasWhere } from '../review/words';

const isElsewhere = (values: Record<string, unknown>) => values.via !== 'SYSTEM';

const submissionByHand = (report: ReportDetails, t: Text) => (
  <div className="space-y-3">
    <p>
      {t(
        '担当課室の方はこのシステムにいません。メール・持参・郵送で実際に提出した後に記録してください。送りましたか。',
        'Nobody of the section is in this system. Record it after it was really sent or handed in. Was it?',
      )}
    </p>
    <FileLink
      className="button button-outline button-small"
      href={addressOf(api.getReportMailFile, { path: { id: report.id } })}
    >
      {t('送付メール（.eml）を保存', 'Save the mail (.eml)')}
    </FileLink>
  </div>
);

/** 提出: by this system today, or by mail, hand or post on the day it really was. */
export const submissionForm = (report: ReportDetails, t: Text): Form =>
  form({
    title: t('提出の記録', 'Submission'),
    confirm: t('提出を記録する', 'Record'),
    above: report.sectionIsHere ? undefined : submissionByHand(report, t),
    start: { via: report.sectionIsHere ? 'SYSTEM' : 'MAIL', on: today() },
    fields: [
      {
        name: 'via',
        label: t('どのように提出したか', 'How it was handed in'),
        kind: 'choice',
        options: viasWhere(report.sectionIsHere).map((value) => ({ value, label: viaName(value, t) })),
      },
      { name: 'on', label: t('提出した日', 'Date handed in'), kind: 'past', required: true, isShown: isElsewhere },
      {
        name: 'fileIds',
        label: t('送ったメール・控え（任意）', 'Mail or copy (optional)'),
        kind: 'files',
        isShown: isElsewhere,
      },
    ],
    send: (body) => call(api.submitReport, { path: { id: report.id }, body, version: report.version }),
  });

/** How the answers to queries reached a section that is not here. */
export const answersSentForm = (report: ReportDetails, t: Text): Form =>
  form({
    title: t('回答を送りましたか', 'Were the answers sent?'),
    confirm: t('送ったと記録する', 'Record that they were sent'),
    above: t(
      'このシステムは何も送りません。実際に送った後に記録してください。まだ送付の記録がない回答すべてについて記録します。',
      'Nothing is sent from here. Record it after you sent them; it holds for every answer not recorded as sent so far.',
    ),
    start: { via: 'MAIL', on: today() },
    fields: [
      {
        name: 'via',
        label: t('どのように送ったか', 'How'),
        kind: 'choice',
        options: viasWhere(false).map((value) => ({ value, label: viaName(value, t) })),
      },
      { name: 'on', label: t('送った日', 'Date sent'), kind: 'past', required: true },
    ],
    send: (body) => call(api.recordAnswersSent, { path: { id: report.id }, body, version: report.version }),
  });

/** 差替え: a whole new report; after submission only the queried rows of it are open. */
export const replacementForm = (report: ReportDetails, t: Text, open: (id: string) => unknown): Form =>
  form({
    title: t('差替えの作成', 'Replacement'),
    confirm: t('差替えの下書きを作る', 'Make the draft'),
    above: report.submission
      ? t(
          '報告書を丸ごと作り直します。直せるのは照会のあった行だけで、日付は新しくなります。もとの報告書も残ります。',
          'A whole new report with its own date. Only queried rows can be changed; the earlier report stays.',
        )
      : t('まだ提出していないため、すべての行を直せます。', 'It was not handed in yet: every row can be changed.'),
    fields: report.submission ? [] : [{ name: 'reason', label: t('理由', 'Reason'), kind: 'area', required: true }],
    send: (body) => call(api.startReplacement, { path: { id: report.id }, body, version: report.version }),
    after: ({ id }) => open(id),
  });

const verdictOf = (number: number) => `verdict ${number}`;
const commentOf = (number: number) => `comment ${number}`;

/** The officer answered by mail or telephone: the contractor writes down, row by row, what was said. Nothing is confirmed that nobody ticked. */
export const outsideReviewForm = (report: ReportDetails, officer: string, t: Text): Form => {
  const open = [...report.rows, ...report.extraRows].filter(({ review }) => !review || review.verdict === 'QUERIED');
  const rowFields = open.flatMap(({ number, label }): FormField[] => [
    {
      name: verdictOf(number),
      label: t(`${label}への回答`, `Answer on ${label}`),
      kind: 'choice',
      options: [
        { value: 'NONE', label: t('まだ', 'Not yet') },
        { value: 'CONFIRMED', label: t('確認済', 'Confirmed') },
        { value: 'QUERIED', label: t('照会', 'Queried') },
      ],
    },
    {
      name: commentOf(number),
      label: t(`${label}の照会の内容`, `The question on ${label}`),
      kind: 'area',
      required: true,
      isShown: (values) => values[verdictOf(number)] === 'QUERIED',
    },
  ]);
  return form({
    title: t('メール・電話での確認結果', 'Results by mail or telephone'),
    start: {
      channel: 'MAIL',
      on: today(),
      officerName: officer,
      ...Object.fromEntries(open.map(({ number }) => [verdictOf(number), 'NONE'])),
    },
    above: t(
      '「受注者が記録」として残り、担当職員が後で確認できます。回答のあった行だけ選んでください。',
      'It stands as recorded by the contractor; an officer can confirm it later. Choose only the rows that were answered.',
    ),
    fields: [
      {
        name: 'channel',
        label: t('どのように', 'How'),
        kind: 'choice',
        options: (['MAIL', 'TELEPHONE', 'PAPER'] as const).map((value) => ({ value, label: channelName(value, t) })),
      },
      { name: 'on', label: t('日付', 'Date'), kind: 'past', required: true },
      { name: 'officerName', label: t('回答された方', 'Who answered'), required: true },
      ...rowFields,
      { name: 'fileIds', label: t('メール・書面（任意）', 'Mail or paper (optional)'), kind: 'files' },
    ],
    send: ({ channel, on, officerName, fileIds, ...said }) => {
      const rows = open.flatMap(({ number }) => {
        const verdict = said[verdictOf(number)];
        if (verdict !== 'CONFIRMED' && verdict !== 'QUERIED') return [];
        return [{ number, verdict, comment: said[commentOf(number)] ?? null } as const];
      });
      return call(api.recordOutsideReview, {
        path: { id: report.id },
        body: { channel, on, officerName, fileIds, rows },
        version: report.version,
      });
    },
  });
};
