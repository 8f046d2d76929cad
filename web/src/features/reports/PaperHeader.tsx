import type { ReactNode } from 'react';
import type { ReportDetails, ReportHeaderDetails } from '../../api/generated/types.gen';
import { formatDate } from '../../i18n/dates';
import { useLanguage } from '../../i18n/language';
import type { StreamSaver } from '../../saving/StreamSaver';
import { useSavedField } from '../../saving/useSaver';
import { TextField } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { SaveMark } from '../../ui/SaveMark';
import { headerField } from './fields';

interface Props {
  report: ReportDetails;
  saver: StreamSaver<ReportDetails>;
  isDraft: boolean;
}

/** 文書番号, date, addressee, and who reports: where they stand on paper. */
export function PaperHeader(props: Props) {
  return props.isDraft ? <EditedHeader {...props} /> : <PrintedHeader header={props.report.header} />;
}

function PrintedHeader({ header }: { header: ReportHeaderDetails }) {
  const representative = [header.representativeTitle, header.representativeName].filter(Boolean).join('　');
  return (
    <div className="mt-2">
      {header.documentNumber && <p className="text-right">{header.documentNumber}</p>}
      <p className="text-right">{header.reportedOn ? formatDate(header.reportedOn, 'ja') : '令和　年　月　日'}</p>
      <p className="mt-4">{header.addressee}</p>
      <div className="mt-4 ml-auto w-fit max-w-full">
        <p>住所　{header.contractorAddress}</p>
        <p>名称　{header.contractorName}</p>
        <p>代表者氏名　{representative}</p>
      </div>
    </div>
  );
}

function EditedHeader({ report, saver }: Props) {
  const { t, language } = useLanguage();
  const view = useSavedField(saver, 'header', headerField(report.id));
  const { value, state, problem } = view;
  const field = (key: keyof ReportHeaderDetails, label: ReactNode, isRequired = true) => (
    <TextField
      label={label}
      value={value[key] ?? ''}
      required={isRequired}
      error={isRequired && !value[key]?.trim() && t('入力してください。', 'Please fill this in.')}
      onChange={(event) => saver.type('header', { ...value, [key]: event.target.value || (isRequired ? '' : null) })}
      onBlur={() => saver.leave('header')}
    />
  );
  return (
    <div className="mt-2 grid gap-x-6 gap-y-3 sm:grid-cols-2">
      <div className="grid gap-3 sm:col-start-2 sm:grid-cols-2">
        {field('documentNumber', t('文書番号（任意）', 'Document number (optional)'), false)}
        <TextField
          label={t('報告日', 'Date')}
          type="date"
          value={value.reportedOn ?? ''}
          hint={value.reportedOn ? formatDate(value.reportedOn, language) : undefined}
          onChange={(event) => saver.choose('header', { ...value, reportedOn: event.target.value || null })}
        />
      </div>
      <div className="sm:col-start-1">{field('addressee', t('宛先', 'Addressee'))}</div>
      <div className="grid gap-3 sm:col-start-2">
        {field('contractorAddress', t('住所', 'Address'))}
        {field('contractorName', t('名称', 'Name'))}
        <div className="grid grid-cols-[1fr_1.4fr] gap-3">
          {field('representativeTitle', t('役職', 'Title'), false)}
          {field('representativeName', t('代表者氏名', 'Representative'))}
        </div>
      </div>
      <div className="sm:col-span-2">
        {state === 'conflict' && (
          <Notice tone="warning" title={t('ほかの人が先に宛先等を変えました', 'Someone else changed the head first')}>
            <div className="flex gap-2">
              <button
                type="button"
                className="button button-outline button-small"
                onClick={() => saver.keepMine('header')}
              >
                {t('自分の入力で保存', 'Save mine')}
              </button>
              <button
                type="button"
                className="button button-outline button-small"
                onClick={() => saver.takeTheirs('header')}
              >
                {t('ほかの人のものを使う', 'Use theirs')}
              </button>
            </div>
          </Notice>
        )}
        {problem && <p className="text-[0.875rem] text-error-2">{problem.messages[language]}</p>}
        <SaveMark state={state} />
      </div>
    </div>
  );
}
