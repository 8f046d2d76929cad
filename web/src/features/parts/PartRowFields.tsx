import type { PartDetails, PartRowDetails } from '../../api/generated/types.gen';
import { useText } from '../../i18n/language';
import { useSavedField } from '../../saving/useSaver';
import { Field, TextArea } from '../../ui/Field';
import { LongText } from '../../ui/LongText';
import { RecordFields } from '../obligations/RecordFields';
import { type EnteredRow, rowField, usePartSaver } from './part';

/** One item: its words, how the firm keeps it, and how it stands. */
export function PartRowFields({
  part,
  row,
  paperId,
  isReadOnly,
}: {
  part: PartDetails;
  row: PartRowDetails;
  paperId: string | null;
  isReadOnly: boolean;
}) {
  const t = useText();
  const saver = usePartSaver(part);
  const name = `row:${row.number}`;
  const view = useSavedField(saver, name, rowField(part.id, row.number, paperId));
  const typed = (change: Partial<EnteredRow>) => saver.type(name, { ...view.value, ...change });
  return (
    <section
      aria-labelledby={`item-${row.number}`}
      className="grid gap-x-8 gap-y-4 rounded-12 border border-solid-gray-420 p-4 lg:grid-cols-2"
    >
      <div className="min-w-0">
        <h2 id={`item-${row.number}`} className="heading-3 mb-1">
          {row.number}) {row.heading}
        </h2>
        <LongText text={row.rowText ?? row.clauseText} />
        {row.enteredBy === 'CONTRACTOR' && (
          <p className="hint mt-2">
            {t('元請が署名済みの書面から記入しました。', 'Entered by the contractor from the signed paper.')}
          </p>
        )}
      </div>
      <div className="grid content-start gap-4">
        <Field label={t('遵守の方法', 'How you comply')}>
          {(attributes) => (
            <TextArea
              {...attributes}
              maxLength={4000}
              readOnly={isReadOnly}
              value={view.value.method}
              onChange={(event) => typed({ method: event.target.value })}
              onBlur={() => saver.leave(name)}
            />
          )}
        </Field>
        <RecordFields
          legend={t(`${row.number})の実施状況`, `Status of ${row.number})`)}
          view={view}
          isReadOnly={isReadOnly}
          onChoose={(value) => saver.choose(name, { ...view.value, ...value })}
          onType={typed}
          onLeave={() => saver.leave(name)}
          onKeepMine={() => saver.keepMine(name)}
          onTakeTheirs={() => saver.takeTheirs(name)}
        />
      </div>
    </section>
  );
}
