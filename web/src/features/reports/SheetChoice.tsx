import { type ReactNode, useState } from 'react';
import type { FormReadingDetails } from '../../api/generated/types.gen';
import { useText } from '../../i18n/language';
import { RadioField } from '../../ui/Field';

/** Readings by file, in their order: a workbook with several forms gives one reading for each sheet. */
export function filesOf(readings: FormReadingDetails[]): { name: string; forms: FormReadingDetails[] }[] {
  const files: { name: string; forms: FormReadingDetails[] }[] = [];
  for (const reading of readings) {
    const name = `${reading.fileName}${reading.sha256}`;
    const last = files.at(-1);
    if (reading.sheet !== null && last?.name === name) last.forms.push(reading);
    else files.push({ name, forms: [reading] });
  }
  return files;
}

/** Several forms in one file: none is taken before a person has chosen it, for one of them may be a sample. */
export function SheetChoice({
  forms,
  children,
}: {
  forms: FormReadingDetails[];
  children: (chosen: FormReadingDetails) => ReactNode;
}) {
  const t = useText();
  const [sheet, setSheet] = useState<string | null>(null);
  const chosen = forms.find((form) => form.sheet === sheet);
  const fileName = forms[0]?.fileName;
  return (
    <section className="mt-10" aria-label={fileName}>
      <RadioField
        legend={t(
          `${fileName}：別紙が${forms.length}枚あります。使うシートを選んでください。`,
          `${fileName}: ${forms.length} forms. Choose the sheet to use.`,
        )}
        options={forms.map((form) => ({
          value: form.sheet ?? '',
          label: form.sheet,
          hint: form.header.contractName ?? t('契約件名なし', 'No contract name'),
        }))}
        value={sheet}
        onChange={setSheet}
      />
      {chosen && children(chosen)}
    </section>
  );
}
