import { useId } from 'react';
import { call } from '../api/client';
import * as api from '../api/generated/operations.gen';
import type { FileRef } from '../api/generated/types.gen';
import { addressOf } from '../api/operation';
import { useSending } from '../api/useAct';
import { useText } from '../i18n/language';
import { FileLink } from './FileLink';
import { ProblemNotice } from './Notice';

const size = (bytes: number) =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;

export function FileLinks({ files }: { files: FileRef[] }) {
  if (files.length === 0) return null;
  return (
    <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-[0.9375rem]">
      {files.map((file) => (
        <li key={file.id}>
          <FileLink
            className="link"
            href={addressOf(api.getFileContent, { path: { fileId: file.id } })}
            download={file.name}
            title={`SHA-256 ${file.sha256}`}
          >
            {file.name}
          </FileLink>
          <span className="hint ml-1 nowrap">{size(file.bytes)}</span>
        </li>
      ))}
    </ul>
  );
}

/** The endings of the files that the server takes. */
export const takenTypes = '.pdf,.docx,.xlsx,.pptx,.txt,.csv,.eml,.msg,.png,.jpg,.jpeg';

/** Files that go with what is being recorded; each is kept as soon as it is chosen. */
export function AttachFiles({
  contractId,
  files,
  onChange,
  label,
  hint,
}: {
  contractId: string;
  files: FileRef[];
  onChange: (files: FileRef[]) => void;
  label: string;
  hint?: string;
}) {
  const t = useText();
  const id = useId();
  const keep = useSending({
    mutationFn: async (chosen: File[]) => {
      const kept: FileRef[] = [];
      for (const file of chosen) kept.push(await call(api.keepFile, { path: { contractId }, body: { file } }));
      return kept;
    },
    onSuccess: (kept) => onChange([...files, ...kept]),
  });
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-700 text-[0.9375rem]">
        {label}
      </label>
      <p id={`${id}-hint`} className="hint">
        {hint ?? t('PDF・Word・Excel・画像・メールなど、1つ10MBまで', 'PDF, Word, Excel, pictures, mail; 10 MB each')}
      </p>
      {files.length > 0 && (
        <ul className="space-y-1">
          {files.map((file) => (
            <li key={file.id} className="flex flex-wrap items-center gap-x-3 text-[0.9375rem]">
              <span>{file.name}</span>
              <span className="hint">{size(file.bytes)}</span>
              <button
                type="button"
                className="button button-text button-small"
                onClick={() => onChange(files.filter((one) => one.id !== file.id))}
              >
                {t('外す', 'Remove')}
                <span className="sr-only"> {file.name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        id={id}
        type="file"
        multiple
        accept={takenTypes}
        aria-describedby={`${id}-hint`}
        disabled={keep.isPending}
        className="input file:mr-3 file:cursor-pointer file:rounded-4 file:border file:border-key-900 file:border-solid file:bg-white file:px-3 file:py-1 file:text-key-900"
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])];
          event.target.value = '';
          if (chosen.length > 0) keep.mutate(chosen);
        }}
      />
      {keep.isPending && (
        <p role="status" className="hint">
          {t('送っています…', 'Sending…')}
        </p>
      )}
      <ProblemNotice error={keep.error} />
    </div>
  );
}
