import type { OrganisationKind, Role, SectionSettings } from '../../api/access';
import { useText } from '../../i18n/language';
import { SelectField } from '../../ui/Field';
import { roleName, rolesOf } from '../session/session';

export interface GivenRole {
  role: Role;
  sectionId: string;
}

/** 担当職員 and 課室長 are of a section; the others of the whole office. */
export const isOfSection = (role: Role) => role === 'SUPERVISING_OFFICER' || role === 'SECTION_HEAD';

export const firstRole = (kind: OrganisationKind, sections: SectionSettings[], only?: Role): GivenRole => ({
  role: only ?? rolesOf(kind)[0] ?? 'ADMINISTRATOR',
  sectionId: sections[0]?.id ?? '',
});

/** Which role, and of which section where the role is of one. */
export function RoleFields({
  kind,
  sections,
  value,
  onChange,
}: {
  kind: OrganisationKind;
  sections: SectionSettings[];
  value: GivenRole;
  onChange: (value: GivenRole) => void;
}) {
  const t = useText();
  return (
    <>
      <SelectField
        label={t('役割', 'Role')}
        value={value.role}
        onChange={(event) => onChange({ ...value, role: event.target.value as Role })}
      >
        {rolesOf(kind).map((role) => (
          <option key={role} value={role}>
            {roleName(role, t)}
          </option>
        ))}
      </SelectField>
      {isOfSection(value.role) && (
        <SelectField
          label={t('課室', 'Section')}
          required
          value={value.sectionId}
          onChange={(event) => onChange({ ...value, sectionId: event.target.value })}
        >
          {sections.map((section) => (
            <option key={section.id} value={section.id}>
              {section.name}
            </option>
          ))}
        </SelectField>
      )}
    </>
  );
}
