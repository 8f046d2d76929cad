import { useQuery } from '@tanstack/react-query';
import { organisationsQuery } from '../../api/queries';
import { useSession } from '../../api/session';
import { useText } from '../../i18n/language';
import { SelectField } from '../../ui/Field';

/** A 課室 of an office, in the words of a contract. */
export interface SectionChoice {
  officeId: string;
  officeName: string;
  sectionId: string;
  sectionName: string;
  sectionMail: string;
}

/** The sections that are registered here; for somebody of a section, their own. */
export function useSections(): SectionChoice[] {
  const { acting } = useSession();
  const offices = useQuery(organisationsQuery('MINISTRY_OFFICE'));
  return (offices.data ?? [])
    .flatMap((office) =>
      (office.sections ?? []).map((section) => ({
        officeId: office.id,
        officeName: office.name,
        sectionId: section.id,
        sectionName: section.name,
        sectionMail: section.mail ?? '',
      })),
    )
    .filter(({ sectionId }) => acting.sectionId === null || sectionId === acting.sectionId);
}

/** Chooses among them, so that the section's officers see the contract; null for a section that is entered by name. */
export function SectionSelect({
  sections,
  value,
  className,
  onChange,
}: {
  sections: SectionChoice[];
  value: string | null;
  className?: string;
  onChange: (choice: SectionChoice | null) => void;
}) {
  const t = useText();
  if (sections.length === 0) return null;
  return (
    <SelectField
      label={t('担当課室', 'Responsible section')}
      hint={t(
        '登録済みの課室を選ぶと、その担当職員もこの契約を見ることができます。',
        'If you choose a registered section, its officers can see this contract too.',
      )}
      className={className}
      value={value ?? ''}
      onChange={(event) => onChange(sections.find(({ sectionId }) => sectionId === event.target.value) ?? null)}
    >
      <option value="">{t('登録されていない（名称を入力する）', 'Not registered (enter its name)')}</option>
      {sections.map(({ sectionId, officeName, sectionName }) => (
        <option key={sectionId} value={sectionId}>
          {officeName} {sectionName}
        </option>
      ))}
    </SelectField>
  );
}
