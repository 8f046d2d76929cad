import { call } from '../../api/client';
import type { ConfirmationDocument } from '../../api/documents';
import * as api from '../../api/generated/operations.gen';
import { useLanguage } from '../../i18n/language';
import type { SavedField } from '../../saving/savedField';
import { useSavedField } from '../../saving/useSaver';
import { TextAreaField } from '../../ui/Field';
import { SaveMark } from '../../ui/SaveMark';
import type { DocumentSaver } from './DraftEditor';

type Organization = Pick<NonNullable<ConfirmationDocument['draft']>, 'structure' | 'places' | 'capitalAndDirectors'>;

const organizationField = (contractId: string): SavedField<ConfirmationDocument, Organization> => ({
  read: ({ draft }) => ({
    structure: draft?.structure ?? '',
    places: draft?.places ?? '',
    capitalAndDirectors: draft?.capitalAndDirectors ?? '',
  }),
  isComplete: () => true,
  write: async ({ structure, places, capitalAndDirectors }, version) =>
    await call(api.changeDocumentOrganization, {
      path: { contractId },
      body: {
        structure: structure?.trim() || null,
        places: places?.trim() || null,
        capitalAndDirectors: capitalAndDirectors?.trim() || null,
      },
      version,
    }),
});

/** 情報セキュリティを確保するための体制, in words. */
export function OrganizationFields({
  contractId,
  saver,
  isEdited,
}: {
  contractId: string;
  saver: DocumentSaver;
  isEdited: boolean;
}) {
  const { t, language } = useLanguage();
  const { value, state, problem } = useSavedField(saver, 'organization', organizationField(contractId));
  const area = (key: keyof Organization, label: string, hint: string) => (
    <TextAreaField
      label={label}
      hint={hint}
      readOnly={!isEdited}
      value={value[key] ?? ''}
      onChange={(event) => saver.type('organization', { ...value, [key]: event.target.value })}
      onBlur={() => saver.leave('organization')}
    />
  );
  return (
    <div id="organization" className="mt-4 grid gap-4">
      <h3 className="heading-3">{t('情報セキュリティを確保するための体制', 'Security organisation')}</h3>
      {area(
        'structure',
        t('体制の説明', 'Structure'),
        t('責任者から従事者までの指揮と連絡の流れ', 'Who leads and who reports to whom'),
      )}
      {area('places', t('実施場所', 'Places of work'), t('事項4)：情報を扱う場所', 'Item 4)'))}
      {area(
        'capitalAndDirectors',
        t('資本関係・役員', 'Capital ties and directors'),
        t('事項4)：資本関係及び役員等の情報', 'Item 4)'),
      )}
      {problem && <p className="text-error-2">{problem.messages[language]}</p>}
      <SaveMark state={state} />
    </div>
  );
}
