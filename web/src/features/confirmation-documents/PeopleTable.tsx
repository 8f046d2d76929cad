import type { ReactNode } from 'react';
import type { PersonFields } from '../../api/documents';
import type { RosterPersonDetails } from '../../api/generated/types.gen';
import { formatDate } from '../../i18n/dates';
import { useLanguage } from '../../i18n/language';
import { dotted, labelled, listed } from '../../i18n/punctuation';
import { personFieldName } from '../changes/personFields';
import { personFields, personRoleName } from './words';

const shownUnder = personFields.filter((field) => field !== 'name');
const isoDate = /^\d{4}-\d{2}-\d{2}$/;

export function PeopleTable({
  people,
  seen,
  onOpen,
  beside,
}: {
  people: RosterPersonDetails[];
  seen?: Partial<Record<keyof PersonFields, boolean>>;
  onOpen?: (person: RosterPersonDetails) => void;
  /** What else can be done about a person. */
  beside?: (person: RosterPersonDetails) => ReactNode;
}) {
  const { t, language } = useLanguage();
  const hidden = shownUnder.filter((field) => seen?.[field] === false);
  const names = listed(
    hidden.map((field) => personFieldName(field, t)),
    t,
  );
  if (people.length === 0) return <p>{t('まだ入力されていません。', 'Nobody yet.')}</p>;
  return (
    <>
      <ul className="mt-2 border-solid-gray-300 border-t">
        {people.map((person) => (
          <li
            key={person.id}
            className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 border-solid-gray-300 border-b py-2"
          >
            <div className="min-w-0 flex-1 basis-64">
              <p>
                <strong>{person.name}</strong>
                <span className="ml-3 text-[0.875rem] text-solid-gray-700">
                  {dotted(
                    person.roles.map((role) => personRoleName(role, t)),
                    t,
                  )}
                </span>
              </p>
              <p className="text-[0.875rem] text-solid-gray-700">
                {shownUnder
                  .filter((field) => person[field] && !person.erased && !hidden.includes(field))
                  .map((field) => {
                    const value = person[field] ?? '';
                    return labelled(
                      personFieldName(field, t),
                      isoDate.test(value) ? formatDate(value, language) : value,
                      t,
                    );
                  })
                  .join('　')}
              </p>
            </div>
            <span className="flex gap-1">
              {onOpen && !person.erased && (
                <button type="button" className="button button-text button-small" onClick={() => onOpen(person)}>
                  {t('直す', 'Change')}
                  <span className="sr-only"> {person.name}</span>
                </button>
              )}
              {beside?.(person)}
            </span>
          </li>
        ))}
      </ul>
      {hidden.length > 0 && (
        <p className="hint mt-1">
          {t(`${names}は、この利用者には表示されません。`, `Not shown to this reader: ${names}.`)}
        </p>
      )}
    </>
  );
}
