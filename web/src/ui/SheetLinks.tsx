import { useText } from '../i18n/language';
import { FileLink } from './FileLink';

/** A document of tables as its two files: `of` says which, where more than one stands on a screen. */
export function SheetLinks({
  of = '',
  file,
  hint,
}: {
  of?: string;
  file: (extension: string) => string;
  hint?: string;
}) {
  const t = useText();
  return (
    <p className="my-3 flex flex-wrap items-center gap-2 print:hidden">
      <FileLink className="button button-outline button-small" href={file('pdf')} isOpened>
        {of ? t(`${of}をPDFで開く`, `${of} as PDF`) : t('PDFで開く', 'Open as PDF')}
      </FileLink>
      <FileLink className="button button-outline button-small" href={file('xlsx')}>
        {of ? t(`${of}をExcelで保存`, `${of} as Excel`) : t('Excelで保存', 'Save as Excel')}
      </FileLink>
      {hint && <span className="hint">{hint}</span>}
    </p>
  );
}
