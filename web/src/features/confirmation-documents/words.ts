import type { ConfirmationDocument, PersonFields } from '../../api/documents';
import type { DocumentVersionDetails, OrganizationRole } from '../../api/generated/types.gen';
import type { Text } from '../../i18n/language';
import type { Tone } from '../../ui/Words';

export const personRoles: OrganizationRole[] = ['INFORMATION_MANAGER', 'HANDLING_MANAGER', 'WORKER', 'SUBCONTRACTOR'];

export const personRoleName = (role: OrganizationRole, t: Text): string =>
  ({
    INFORMATION_MANAGER: t('情報管理責任者', 'Information manager'),
    HANDLING_MANAGER: t('情報取扱管理者', 'Handling manager'),
    WORKER: t('業務従事者', 'Worker'),
    SUBCONTRACTOR: t('再委託先', 'Subcontractor'),
  })[role];

export const personFields: (keyof PersonFields)[] = [
  'name',
  'affiliation',
  'position',
  'duty',
  'expertise',
  'achievements',
  'nationality',
  'birthDate',
  'address',
];

/** How a version stands, in the word that the edition prints for it. */
export const versionState = ({ state, word, kind, unsent }: DocumentVersionDetails, t: Text): string =>
  unsent
    ? t('固定済み・まだ送っていません', 'Fixed, not sent yet')
    : {
        PRESENTED:
          kind === 'CHANGE'
            ? t(`変更案を提出済み・${word}待ち`, `Proposed, waiting (${word})`)
            : t(`提示済み・${word}待ち`, `Presented, waiting (${word})`),
        AGREED: t(`${word}済み`, kind === 'RE_PRESENTATION' ? 'Shown again' : `Given (${word})`),
        DECLINED: t('不可とされた', 'Declined'),
        WITHDRAWN: t(`${word}の取消し`, 'Withdrawn'),
        CANCELLED: t('取下げ', 'Taken back'),
      }[state];

/** Whether nothing is left to do with the draft but to show the roster again, as was agreed. */
export const isRosterOnly = ({ needs }: ConfirmationDocument): boolean =>
  needs.length > 0 && needs.every(({ kind }) => kind === 'RE_PRESENTATION');

export const versionTone = ({ state, unsent }: DocumentVersionDetails): Tone =>
  unsent ? 'strong' : state === 'AGREED' ? 'good' : state === 'PRESENTED' ? 'dashed' : 'strong';
