import { useState } from 'react';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { FileDetails, PartDetails } from '../../api/generated/types.gen';
import { useAct } from '../../api/useAct';
import { formatInstant } from '../../i18n/dates';
import { useLanguage, useText } from '../../i18n/language';
import { useFormDraft } from '../../saving/useFormDraft';
import { ActDialog } from '../../ui/ActDialog';
import { may, WhyNot } from '../../ui/can';
import { ErasureFields } from '../../ui/ErasureFields';
import { FileButton } from '../../ui/FileButton';
import { FileLinks, takenTypes } from '../../ui/Files';
import { ProblemNotice } from '../../ui/Notice';
import { Chip, Signed } from '../../ui/Words';
import { useKeepPartFile } from './part';

/** The files that were put to a part: to be saved, and erased by whoever put them there. */
export function PartFiles({ part }: { part: PartDetails }) {
  const t = useText();
  const [erasing, setErasing] = useState<FileDetails | null>(null);
  const keep = useKeepPartFile(part.id);
  // Who enters from the signed paper adds that paper where it is entered from.
  const isAdding = may(part.can.keepPartFile) && !part.paperWanted;
  if (part.files.length === 0 && !isAdding) return null;
  return (
    <section className="mt-6" aria-labelledby="part-files">
      <h2 id="part-files" className="heading-2">
        {t('資料', 'Files')}
      </h2>
      {isAdding && (
        <p className="hint mt-1">
          {t(
            '誓約書や規程など、この契約の分担に関する資料を添付できます（PDF・Word・Excel・画像など、1つ10MBまで）。元請も閲覧できます。',
            'Attach pledges, rules and the like for your part of this contract (PDF, Word, Excel, pictures; 10 MB each). The contractor sees them too.',
          )}
        </p>
      )}
      {part.files.length > 0 && (
        <ul className="mt-2 border-solid-gray-300 border-t">
          {part.files.map((file) => (
            <PartFile key={file.id} file={file} onErase={() => setErasing(file)} />
          ))}
        </ul>
      )}
      {isAdding && (
        <p className="mt-3">
          <FileButton
            label={t('資料を添付', 'Attach a file')}
            accept={takenTypes}
            isBusy={keep.isPending}
            onFile={(file) => keep.mutate(file)}
          />
        </p>
      )}
      <ProblemNotice error={keep.error} />
      {erasing && <EraseDialog file={erasing} onClose={() => setErasing(null)} />}
    </section>
  );
}

function PartFile({ file, onErase }: { file: FileDetails; onErase: () => void }) {
  const { t, language } = useLanguage();
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-solid-gray-300 border-b py-3">
      <div className="min-w-0 flex-1 basis-72">
        {file.erased ? (
          <>
            <p>
              <span className="break-words">{file.name}</span> <Chip>{t('消去済み', 'erased')}</Chip>
            </p>
            <Signed by={file.keptBy} at={file.keptAt} />
            <p className="hint">
              {t('消去：', 'Erased ')}
              <time dateTime={file.erased.at}>{formatInstant(file.erased.at, language)}</time>
              {t('　理由：', '. Reason: ')}
              {file.erased.reason}
            </p>
          </>
        ) : (
          <>
            <FileLinks files={[file]} />
            <Signed by={file.keptBy} at={file.keptAt} />
            <WhyNot can={file.can.eraseFile} />
          </>
        )}
      </div>
      {may(file.can.eraseFile) && (
        <button
          type="button"
          className="button button-text button-small"
          aria-label={t(`「${file.name}」を消去`, `Erase “${file.name}”`)}
          onClick={onErase}
        >
          {t('消去', 'Erase')}
        </button>
      )}
    </li>
  );
}

function EraseDialog({ file, onClose }: { file: FileDetails; onClose: () => void }) {
  const t = useText();
  const draft = useFormDraft(
    `file-erasure/${file.id}`,
    { reason: '', isSure: false },
    ({ reason }) => reason.trim() !== '',
  );
  const erasure = draft.value;
  const erase = useAct(
    () => call(api.eraseFile, { path: { fileId: file.id }, body: { reason: erasure.reason }, version: file.version }),
    () => {
      draft.forget();
      onClose();
    },
  );
  return (
    <ActDialog
      title={t(`「${file.name}」を消去する`, `Erase “${file.name}”`)}
      act={{ ...erase, isPending: erase.isPending || !erasure.isSure }}
      draft={draft}
      onClose={onClose}
      confirm={t('消去する', 'Erase')}
      isDangerous
    >
      <p>
        {t(
          'ファイルの中身を消去します。名称とハッシュ値、消去の日時と理由は記録に残ります。',
          'The content of the file is erased. Its name and hash, and when and why it was erased, stay on record.',
        )}
      </p>
      <ErasureFields value={erasure} onChange={draft.set} />
    </ActDialog>
  );
}
