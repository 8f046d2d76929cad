import type { ReactNode } from 'react';
import type { Act } from '../../api/acts';
import { formatDate } from '../../i18n/dates';
import { useLanguage } from '../../i18n/language';
import { listed, slashed } from '../../i18n/punctuation';
import { FileLinks } from '../../ui/Files';
import { Signed } from '../../ui/Words';
import { CorrectionEntry } from './corrections';

/** What came after the word: uses, kept conditions, corrections, assessments. */
export function ActRecords({ act }: { act: Act }) {
  const { t, language } = useLanguage();
  const day = (date: string) => formatDate(date, language);
  return (
    <>
      {act.uses.length > 0 && (
        <Part title={t(`範囲の中での使用 ${act.uses.length}件`, `Uses within the scope: ${act.uses.length}`)}>
          {act.uses.map((use) => (
            <Entry key={use.number} signed={<Signed by={use.by} at={use.recordedAt} />}>
              <strong>{day(use.on)}</strong>{' '}
              {slashed([use.medium, use.purpose, use.place, listed(use.people, t), use.note], t)}
            </Entry>
          ))}
        </Part>
      )}
      {act.conditionsKept.length > 0 && (
        <Part title={t('条件を守った記録', 'Conditions kept')}>
          {act.conditionsKept.map((kept) => (
            <Entry key={kept.recordedAt} signed={<Signed by={kept.by} at={kept.recordedAt} />}>
              <strong>
                {t('条件', 'Condition')} {kept.condition + 1} {day(kept.on)}
              </strong>{' '}
              {kept.text}
              <FileLinks files={kept.files} />
            </Entry>
          ))}
        </Part>
      )}
      {act.corrections.length > 0 && (
        <Part title={t('訂正', 'Corrections')}>
          {act.corrections.map((correction) => (
            <li key={correction.recordedAt} className="border-solid-gray-300 border-b py-2">
              <CorrectionEntry correction={correction} />
            </li>
          ))}
        </Part>
      )}
      {act.assessments.length > 0 && (
        <Part title={t('担当職員の所見', "Officer's assessments")}>
          {act.assessments.map((one) => (
            <Entry key={one.recordedAt} signed={<Signed by={one.by} at={one.recordedAt} />}>
              <span className="pre">{one.text}</span>
            </Entry>
          ))}
        </Part>
      )}
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-8">
      <h2 className="heading-2 mb-2">{title}</h2>
      <ul className="border-solid-gray-300 border-t">{children}</ul>
    </section>
  );
}

function Entry({ signed, children }: { signed: ReactNode; children: ReactNode }) {
  return (
    <li className="border-solid-gray-300 border-b py-2">
      <div>{children}</div>
      <p>{signed}</p>
    </li>
  );
}
