import type { Act } from '../../api/acts';
import type { ConditionDetails } from '../../api/generated/types.gen';
import { formatDate, today } from '../../i18n/dates';
import { type Text, useLanguage } from '../../i18n/language';
import { type FormValues, field } from '../../ui/FormFields';

/** The conditions of a word that is given, each with its day. A day is typed by a person, never guessed from the words. */
export const conditionsField = (t: Text, isShown: (values: FormValues) => boolean = () => true) =>
  field({
    name: 'conditions',
    label: t('条件（任意）', 'Conditions (optional)'),
    kind: 'dated',
    item: t('条件', 'Condition '),
    due: t('期限（任意）', 'Last day (optional)'),
    hint: t(
      '条件ごとに1つずつ。期限は、その条件を果たす日です。回答全体の有効期限とは別です。',
      'One by one. The last day is that of the condition, not of the whole word.',
    ),
    isShown,
  });

/** A condition in one line, for a list to choose from. */
export const conditionLine = ({ text, dueOn }: ConditionDetails, t: Text) =>
  dueOn ? t(`${text}（期限 ${formatDate(dueOn, 'ja')}）`, `${text} (by ${formatDate(dueOn, 'en')})`) : text;

/** What the word was given on, with the days by which each is to be met; `kept` are those of which something is recorded. */
export function Conditions({
  conditions,
  kept = [],
}: {
  conditions: ConditionDetails[];
  kept?: Act['conditionsKept'];
}) {
  const { t, language } = useLanguage();
  if (conditions.length === 0) return null;
  return (
    <div>
      <p className="text-[0.875rem] text-solid-gray-600">{t('条件', 'Conditions')}</p>
      <ol className="list-decimal pl-6">
        {conditions.map(({ text, dueOn }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a condition is known by its place
          <li key={place}>
            <span className="pre">{text}</span>
            {dueOn && (
              <p className="text-[0.875rem]">
                {t('この条件の期限：', 'To be met by ')}
                <time dateTime={dueOn} className="whitespace-nowrap font-700">
                  {formatDate(dueOn, language)}
                </time>
                {dueOn < today() && !kept.some(({ condition }) => condition === place) && (
                  <strong className="ml-2">
                    {t('過ぎています。守った記録はまだありません。', 'has passed; nothing is recorded of it yet.')}
                  </strong>
                )}
              </p>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
