import type { ObligationDetails } from '../../api/generated/types.gen';
import { useText } from '../../i18n/language';
import type { StreamSaver } from '../../saving/StreamSaver';
import { useSavedField } from '../../saving/useSaver';
import { may } from '../../ui/can';
import { Field, TextArea } from '../../ui/Field';
import { overrideField, REASON_MAX } from './fields';
import { RecordFields } from './RecordFields';

/** Saying something else than the roll-up, and why. */
export function OverrideFields({
  obligation,
  saver,
}: {
  obligation: ObligationDetails;
  saver: StreamSaver<ObligationDetails>;
}) {
  const t = useText();
  const { contractId, number } = obligation;
  const view = useSavedField(saver, 'override', overrideField(contractId, number));
  const { value } = view;
  const choose = (change: Partial<typeof value>) => saver.choose('override', { ...value, ...change });
  const type = (change: Partial<typeof value>) => saver.type('override', { ...value, ...change });
  if (!may(obligation.can.overrideStatus) && obligation.source !== 'OVERRIDDEN') return null;
  if (!value.isOn)
    return (
      <button
        type="button"
        className="button button-outline button-small"
        onClick={() => type({ isOn: true, status: obligation.status, reason: obligation.reason ?? '' })}
      >
        {t('集計と違う実施状況にする', 'Say something else')}
      </button>
    );
  return (
    <div className="space-y-2 rounded-8 bg-solid-gray-50 p-3">
      <Field
        label={t('集計と違う実施状況にする理由', 'Why it differs from the roll-up')}
        error={value.overrideReason.trim() === '' && t('理由を入力してください。', 'Please give a reason.')}
      >
        {(attributes) => (
          <TextArea
            {...attributes}
            maxLength={REASON_MAX}
            value={value.overrideReason}
            onChange={(event) => type({ overrideReason: event.target.value })}
            onBlur={() => saver.leave('override')}
          />
        )}
      </Field>
      <RecordFields
        legend={t(`${number})の実施状況（上書き）`, `Status of ${number}) (override)`)}
        view={view}
        onChoose={({ status, reason }) => choose({ status, reason })}
        onType={({ status, reason }) => type({ status, reason })}
        onLeave={() => saver.leave('override')}
        onKeepMine={() => saver.keepMine('override')}
        onTakeTheirs={() => saver.takeTheirs('override')}
      />
      <button
        type="button"
        className="button button-text button-small"
        onClick={() => saver.choose('override', { isOn: false, status: null, reason: '', overrideReason: '' })}
      >
        {t('上書きをやめて集計に戻す', 'Go back to the roll-up')}
      </button>
    </div>
  );
}
