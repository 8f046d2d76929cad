import type { ImplementationStatus } from '../../api/generated/types.gen';
import { useLanguage } from '../../i18n/language';
import type { FieldView } from '../../saving/savedField';
import { Field, TextArea } from '../../ui/Field';
import { SaveMark } from '../../ui/SaveMark';
import { StatusRadios, statusName } from '../../ui/Status';
import { needsText, REASON_MAX, type Recorded } from './fields';

/** The choice, its text where one is wanted, and where both are on their way. Used for rows and for ①, ② … alike. */
export function RecordFields({
  legend,
  view,
  alwaysExplained = false,
  onChoose,
  onType,
  onLeave,
  onKeepMine,
  onTakeTheirs,
  offeredText,
  size,
  isReadOnly,
}: {
  legend: string;
  view: FieldView<Recorded>;
  alwaysExplained?: boolean;
  onChoose: (value: Recorded) => void;
  onType: (value: Recorded) => void;
  onLeave: () => void;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
  /** A text that already stands elsewhere and may be used here too. */
  offeredText?: { label: string; text: string } | null;
  size?: 'normal' | 'small';
  isReadOnly?: boolean;
}) {
  const { t, language } = useLanguage();
  const { value, state, problem, theirs } = view;
  const wantsText = needsText(value.status, alwaysExplained);
  const isMissing = wantsText && value.reason.trim() === '';
  const labels: Record<ImplementationStatus, string> = {
    IMPLEMENTED: t('実施内容', 'What was done'),
    NOT_IMPLEMENTED: t('未実施の理由', 'Why it is not implemented'),
    NOT_APPLICABLE: t('該当なしの理由', 'Why it does not apply'),
  };
  return (
    <div className="space-y-2">
      <StatusRadios
        legend={legend}
        size={size}
        disabled={isReadOnly}
        value={value.status}
        onChoose={(status) => onChoose({ ...value, status })}
      />
      {wantsText && value.status && (
        <Field
          label={labels[value.status]}
          error={isMissing && t(`${labels[value.status]}を入力してください。`, 'Please write it here.')}
        >
          {(attributes) => (
            <TextArea
              {...attributes}
              maxLength={REASON_MAX}
              readOnly={isReadOnly}
              value={value.reason}
              onChange={(event) => onType({ ...value, reason: event.target.value })}
              onBlur={onLeave}
            />
          )}
        </Field>
      )}
      {wantsText && isMissing && offeredText && (
        <button
          type="button"
          className="button button-outline button-small"
          onClick={() => onChoose({ ...value, reason: offeredText.text })}
        >
          {offeredText.label}
        </button>
      )}
      {state === 'conflict' && theirs && (
        <Conflict mine={value} theirs={theirs} onKeepMine={onKeepMine} onTakeTheirs={onTakeTheirs} />
      )}
      {problem && <p className="text-[0.875rem] text-error-2">{problem.messages[language]}</p>}
      <SaveMark state={state} incomplete={t('入力すると保存します', 'Saved once it is written')} />
    </div>
  );
}

/** Both texts, and the choice between them. */
function Conflict({
  mine,
  theirs,
  onKeepMine,
  onTakeTheirs,
}: {
  mine: Recorded;
  theirs: Recorded;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}) {
  const { t } = useLanguage();
  const sides = [
    { key: 'mine', name: t('あなたの入力', 'Yours'), value: mine, act: t('こちらで保存', 'Save this'), on: onKeepMine },
    {
      key: 'theirs',
      name: t('ほかの人が先に保存したもの', 'Saved by someone else first'),
      value: theirs,
      act: t('こちらを使う', 'Use this'),
      on: onTakeTheirs,
    },
  ];
  return (
    <div role="alert" className="grid gap-2 rounded-8 border-2 border-warning-yellow-2 p-3 sm:grid-cols-2">
      {sides.map((side) => (
        <div key={side.key} className="flex flex-col gap-2">
          <p className="font-700 text-[0.875rem]">{side.name}</p>
          <p className="pre flex-1 text-[0.875rem]">
            {statusName(side.value.status, t)}
            {side.value.reason && `\n${side.value.reason}`}
          </p>
          <button type="button" className="button button-outline button-small" onClick={side.on}>
            {side.act}
          </button>
        </div>
      ))}
    </div>
  );
}
