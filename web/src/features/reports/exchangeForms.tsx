import { post, type Written } from '../../api/client';
import type { Report } from '../../api/types';
import { today } from '../../i18n/dates';
import type { Text } from '../../i18n/language';
import { api } from '../../paths';
import { FileLink } from '../../ui/FileLink';
import type { Form } from '../../ui/FormDialog';
import { channelName } from '../acts/words';
import { viaName, viasWhere } from '../review/words';

const isElsewhere = (values: Record<string, unknown>) => values.via !== 'SYSTEM';

const submissionByHand = (report: Report, t: Text) => (
  <div className="space-y-3">
    <p>
      {t(
        '担当課室の方はこのシステムにいません。メール・持参・郵送で実際に提出した後に記録してください。送りましたか。',
        'Nobody of the section is in this system. Record it after it was really sent or handed in. Was it?',
      )}
    </p>
    <FileLink className="button button-outline button-small" href={api.reportMailFile(report.id)}>
      {t('送付メール（.eml）を保存', 'Save the mail (.eml)')}
    </FileLink>
  </div>
);

/** 提出: by this system today, or by mail, hand or post on the day it really was. */
export const submissionForm = (report: Report, t: Text): Form => ({
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
  send: (body) => post(api.submission(report.id), body, report.version),
});

/** 差替え: a whole new report; after submission only the queried rows of it are open. */
export const replacementForm = (report: Report, t: Text, open: (id: string) => unknown): Form<Written> => ({
  title: t('差替えの作成', 'Replacement'),
  confirm: t('差替えの下書きを作る', 'Make the draft'),
  above: report.submission
    ? t(
        '報告書を丸ごと作り直します。直せるのは照会のあった行だけで、日付は新しくなります。もとの報告書も残ります。',
        'A whole new report with its own date. Only queried rows can be changed; the earlier report stays.',
      )
    : t('まだ提出していないため、すべての行を直せます。', 'It was not handed in yet: every row can be changed.'),
  fields: report.submission ? [] : [{ name: 'reason', label: t('理由', 'Reason'), kind: 'area', required: true }],
  send: (body) => post(api.replacement(report.id), body, report.version),
  after: ({ id }) => open(id),
});

const numbersOf = (text: unknown): number[] =>
  (
    String(text ?? '')
      .normalize('NFKC')
      .match(/\d+/g) ?? []
  ).map(Number);

/** The officer answered by mail or telephone: the contractor writes down which rows were confirmed and which were queried. */
export const outsideReviewForm = (report: Report, officer: string, t: Text): Form => {
  const open = [...report.rows, ...report.extraRows].filter(({ review }) => !review || review.verdict === 'QUERIED');
  return {
    title: t('メール・電話での確認結果', 'Results by mail or telephone'),
    start: { channel: 'MAIL', on: today(), officerName: officer, rest: 'CONFIRMED' },
    above: t(
      '「受注者が記録」として残り、担当職員が後で確認できます。',
      'It stands as recorded by the contractor; an officer can confirm it later.',
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
      {
        name: 'queries',
        label: t('照会のあった行（1行に「番号 内容」）', 'Queried rows (one per line: number and question)'),
        kind: 'lines',
        hint: t('例：6 許可の日付をお知らせください。', 'e.g. 6 Please tell the date of the permission.'),
      },
      {
        name: 'rest',
        label: t('そのほかの行', 'The other rows'),
        kind: 'choice',
        options: [
          { value: 'CONFIRMED', label: t('すべて確認済', 'All confirmed') },
          { value: 'NONE', label: t('まだ', 'Not yet') },
        ],
      },
      { name: 'fileIds', label: t('メール・書面（任意）', 'Mail or paper (optional)'), kind: 'files' },
    ],
    send: ({ queries, rest, ...body }) => {
      const queried = ((queries as string[] | null) ?? []).flatMap((line) => {
        const [number] = numbersOf(line);
        const comment = line.replace(/^[\s\d０-９)）．.、:：]+/, '');
        return number === undefined ? [] : [{ number, verdict: 'QUERIED', comment }];
      });
      const others = open.filter(({ number }) => !queried.some((one) => one.number === number));
      const confirmed = others.map(({ number }) => ({ number, verdict: 'CONFIRMED', comment: null }));
      return post(
        api.outsideReviews(report.id),
        { ...body, rows: rest === 'CONFIRMED' ? [...queried, ...confirmed] : queried },
        report.version,
      );
    },
  };
};
