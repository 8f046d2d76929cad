import { call } from '../../api/client';
import type { ConfirmationDocument } from '../../api/documents';
import * as api from '../../api/generated/operations.gen';
import type { DocumentContentDetails, MethodDetails } from '../../api/generated/types.gen';
import { useAct } from '../../api/useAct';
import { useLanguage, useText } from '../../i18n/language';
import type { SavedField } from '../../saving/savedField';
import { useSavedField, useUnsent } from '../../saving/useSaver';
import { TextAreaField } from '../../ui/Field';
import { LongText } from '../../ui/LongText';
import { ProblemNotice } from '../../ui/Notice';
import { SaveMark } from '../../ui/SaveMark';
import { TakeOver } from '../../ui/TakeOver';
import { Chip } from '../../ui/Words';
import type { DocumentSaver } from './DraftEditor';

const methodField = (contractId: string, number: number): SavedField<ConfirmationDocument, string> => ({
  read: ({ draft }) => draft?.methods.find((one) => one.number === number)?.method ?? '',
  isComplete: () => true,
  write: async (method, version) =>
    await call(api.changeDocumentMethod, {
      path: { contractId, number },
      body: { method: method.trim() || null },
      version,
    }),
});

interface Props {
  contractId: string;
  document: ConfirmationDocument;
  saver: DocumentSaver;
  isEdited: boolean;
}

/** 遵守の方法 of 2)–17), taken from the record; where the two differ it says so. */
export function Methods(props: Props & { draft: DocumentContentDetails }) {
  const t = useText();
  const differing = props.draft.methods.filter((one) => one.differsFromRecord).length;
  return (
    <div id="methods" className="mt-8">
      <h3 className="heading-3">{t('遵守の方法', 'Methods of compliance')}</h3>
      <p className="hint">
        {t(
          '遵守事項の記録から写しています。ここで直しても記録は変わりません。',
          'Copied from the records, which stay as they are.',
        )}
        {differing > 0 && t(`記録と異なるもの ${differing}件。`, ` ${differing} differ from the record.`)}
      </p>
      {props.draft.methods.map((one) => (
        <Method key={one.number} {...props} method={one} />
      ))}
    </div>
  );
}

function Method({ contractId, document, saver, isEdited, method }: Props & { method: MethodDetails }) {
  const { t, language } = useLanguage();
  const { number } = method;
  const name = `method:${number}`;
  const { value, state, problem } = useSavedField(saver, name, methodField(contractId, number));
  const unsent = useUnsent(saver);
  const takeOver = useAct(() =>
    call(api.takeOverDocumentMethod, { path: { contractId, number }, version: document.version }),
  );
  return (
    <div
      id={`method-${number}`}
      className="grid gap-x-6 gap-y-2 border-solid-gray-300 border-b py-4 target:bg-yellow-50 lg:grid-cols-2"
    >
      <div>
        <p className="font-700">
          {number}) {method.heading}
        </p>
        <div lang="ja" className="text-solid-gray-700">
          <LongText text={method.text} lines={3} />
        </div>
      </div>
      <div className="space-y-2">
        <TextAreaField
          label={t(`${number})の遵守の方法`, `Method for ${number})`)}
          readOnly={!isEdited}
          value={value}
          onChange={(event) => saver.type(name, event.target.value)}
          onBlur={() => saver.leave(name)}
        />
        {method.differsFromRecord && (
          <div className="space-y-1 rounded-8 bg-solid-gray-50 p-3 text-[0.9375rem]">
            <p>
              <Chip tone="ask">{t('記録と異なる', 'Differs from the record')}</Chip>
            </p>
            <p className="pre">{method.recorded?.method ?? t('（記録は空です）', '(the record is empty)')}</p>
          </div>
        )}
        {isEdited && (
          <TakeOver
            written={value}
            hasText={value.trim() !== ''}
            isOffered={method.differsFromRecord}
            isEmpty={!method.recorded?.method?.trim()}
            isBusy={takeOver.isPending || unsent.length > 0}
            onTake={() => takeOver.mutate()}
            onUndo={(before) => saver.choose(name, before)}
          />
        )}
        <ProblemNotice error={takeOver.error} />
        {problem && <p className="text-error-2">{problem.messages[language]}</p>}
        <SaveMark state={state} />
      </div>
    </div>
  );
}
