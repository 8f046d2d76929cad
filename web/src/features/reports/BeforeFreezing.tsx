import type { ReportCheck } from '../../api/generated/types.gen';
import { useLanguage, useText } from '../../i18n/language';
import { TextField } from '../../ui/Field';

const isBlocking = ({ severity }: ReportCheck) => severity === 'BLOCKING';
const isDate = ({ code }: ReportCheck) => code === 'reported-on-missing';

export const blockingOf = (checks: ReportCheck[]) => checks.filter(isBlocking);
export const noticesOf = (checks: ReportCheck[]) => checks.filter((check) => !isBlocking(check));

/** The date is asked for where the report is finalised; all else that blocks is mended in the report first. */
export const lacksDate = (checks: ReportCheck[]) => checks.some(isDate);
export const lacksOnlyDate = (checks: ReportCheck[]) => blockingOf(checks).every(isDate);

/** 報告の日付, where none stands in the report yet. */
export function ReportDate({ value, onChange }: { value: string; onChange: (day: string) => void }) {
  const t = useText();
  return (
    <div className="mt-4 max-w-60">
      <TextField
        label={t('報告の日付', 'Date of the report')}
        hint={t('空欄の報告書に、この日付を印刷します。', 'Printed on a report that has no date yet.')}
        type="date"
        required
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

/** What deserves a look before the words are frozen; nobody finalises past it unseen. */
export function NoticesBeforeFreezing({ checks, title }: { checks: ReportCheck[]; title?: string }) {
  const { t, language } = useLanguage();
  const notices = noticesOf(checks);
  if (notices.length === 0) return null;
  return (
    <section className="mt-4">
      <h3 className="font-700">
        {title && <span className="mr-3">{title}</span>}
        {t(`お知らせ ${notices.length}件`, `Notices: ${notices.length}`)}
      </h3>
      <ul className="list-disc pl-6 text-[0.9375rem]">
        {notices.map((check) => (
          <li key={`${check.code}${check.number}`}>{check.messages[language]}</li>
        ))}
      </ul>
    </section>
  );
}
