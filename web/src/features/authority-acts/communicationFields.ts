import type { Communication } from '../../api/communications';
import type { ProcedureDetails } from '../../api/generated/types.gen';
import type { Text } from '../../i18n/language';
import { fields } from '../../ui/FormFields';
import { channelName } from './words';

/** What may be noted outside the sentences of the edition. */
export const freeKinds = [
  { kind: 'CONSULT', wording: '協議' },
  { kind: 'INFORM', wording: '情報提供' },
  { kind: 'INSTRUCT', wording: '指示' },
] as const;

/** Who says it: the edition says so for its own kinds; a 協議 belongs to both. Undefined: the person chooses. */
export function directionOf(
  procedure: ProcedureDetails | undefined,
  kind: string,
): Communication['direction'] | undefined {
  if (procedure) return procedure.direction;
  return kind === 'CONSULT' ? 'BOTH' : kind === 'INSTRUCT' ? 'FROM_OFFICER' : undefined;
}

/** The fields of one kind; `isTheirs`: the contractor writes down what an officer said elsewhere. */
export function communicationFields(
  kind: ProcedureDetails['kind'],
  isTheirs: boolean,
  sectionIsHere: boolean,
  t: Text,
) {
  const channels = (['SYSTEM', 'MAIL', 'TELEPHONE', 'MEETING', 'PAPER', 'UNSENT'] as const).filter((value) =>
    value === 'SYSTEM' ? sectionIsHere && !isTheirs : value === 'UNSENT' ? !sectionIsHere && !isTheirs : true,
  );
  return fields(
    { name: 'text', label: t('内容', 'What was said'), kind: 'area', required: true },
    { name: 'actAt', label: t('いつのことか', 'When it happened'), kind: 'moment', required: true },
    {
      name: 'channel',
      label: t('どのように', 'How'),
      kind: 'choice',
      options: channels.map((value) => ({ value, label: channelName(value, t) })),
    },
    ...(isTheirs
      ? fields({ name: 'officerName', label: t('担当職員（どなたから）', 'Which officer'), required: true })
      : []),
    ...(kind === 'CONSULT'
      ? fields(
          { name: 'ministrySide', label: t('当省側の出席者', "Ministry's side"), required: true },
          { name: 'contractorSide', label: t('受注者側の出席者', "Contractor's side"), required: true },
          { name: 'outcome', label: t('結果', 'Outcome'), kind: 'area', required: true },
          { name: 'measure', label: t('講じる対策（任意）', 'Measure (optional)'), kind: 'area' },
          { name: 'by', label: t('いつまで（任意）', 'By when (optional)'), kind: 'date' },
        )
      : []),
    ...(kind === 'DESIGNATE'
      ? fields({ name: 'designatedOn', label: t('指定された期日', 'Designated day'), kind: 'date', required: true })
      : []),
    {
      name: 'fileIds',
      label: isTheirs
        ? t('メールのファイル・書面の写し', 'The mail file or a scan')
        : t('書類（任意）', 'Papers (optional)'),
      hint: isTheirs ? t('メール・書面のときは添えてください。', 'Wanted for mail and paper.') : undefined,
      kind: 'files',
    },
  );
}
