import { useQuery } from '@tanstack/react-query';
import type { EditionHistoryEntry } from '../../api/generated/types.gen';
import { editionHistoryQuery } from '../../api/queries';
import { formatInstant } from '../../i18n/dates';
import { type Text, useLanguage } from '../../i18n/language';
import { inBrackets } from '../../i18n/punctuation';
import { Loaded } from '../../ui/Loaded';

const actName = ({ type, revision }: EditionHistoryEntry, t: Text): string =>
  ({
    edition_published: t('公表', 'Published'),
    edition_revised: t(`改訂 ${revision}`, `Revision ${revision}`),
    edition_adoption_requested: t('採用の依頼', 'Adoption requested'),
    edition_adopted: t('採用', 'Adopted'),
    edition_adoption_withdrawn: t('採用の取消し', 'Adoption taken back'),
    edition_withdrawn: t('取下げ', 'Withdrawn'),
  })[type] ?? t('記録', 'Record');

const sideName = ({ side, organisationName, personName }: EditionHistoryEntry, t: Text): string => {
  if (side === 'PROGRAM') return t('このシステムに同梱', 'Came with this system');
  const organisation =
    organisationName ?? (side === 'FIRM' ? t('公表した組織', 'The publisher') : t('省・局', 'An office'));
  return personName ? `${personName}${inBrackets(organisation, t)}` : organisation;
};

/** Who published, adopted and withdrew the edition, when, and why. */
export function EditionHistory({ code }: { code: string }) {
  const { t, language } = useLanguage();
  const history = useQuery(editionHistoryQuery(code));
  return (
    <section className="my-8" aria-labelledby="edition-history">
      <h2 id="edition-history" className="heading-2 mb-3">
        {t('この版の履歴', 'History of this edition')}
      </h2>
      <Loaded query={history}>
        {(entries) => (
          <ol className="border-solid-gray-300 border-t">
            {entries.map((entry) => (
              <li key={`${entry.type}${entry.recordedAt}`} className="border-solid-gray-300 border-b py-3">
                <p className="flex flex-wrap items-baseline gap-x-4">
                  <span className="font-700">{actName(entry, t)}</span>
                  <span className="text-[0.875rem] text-solid-gray-700">
                    {sideName(entry, t)}
                    <time className="ml-2" dateTime={entry.recordedAt}>
                      {formatInstant(entry.recordedAt, language)}
                    </time>
                  </span>
                </p>
                {entry.reason && <p className="pre mt-1 text-[0.9375rem]">{entry.reason}</p>}
              </li>
            ))}
          </ol>
        )}
      </Loaded>
    </section>
  );
}
