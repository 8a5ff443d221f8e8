import type { ChangeEvent } from 'react';
import { useRef } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { isClutter } from '../../lib/reading/dropped-files.ts';

/** Not in React's types, but in both browsers: the person picks a folder and gives all that is in it. */
const PICKS_FOLDER = { webkitdirectory: '' };

interface Props {
  readonly onFiles: (files: readonly File[]) => void;
}

/** Two buttons that open the browser's own choosers; the inputs behind them are never seen. */
export function ChooseFiles({ onFiles }: Props) {
  const filesInput = useRef<HTMLInputElement>(null);
  const folderInput = useRef<HTMLInputElement>(null);
  const take = ({ target }: ChangeEvent<HTMLInputElement>, isWanted: (file: File) => boolean) => {
    const files = [...(target.files ?? [])].filter(isWanted);
    target.value = ''; // so that choosing the same files again is a choice too
    onFiles(files);
  };
  return (
    <div className="choose-files">
      <button type="button" className="button" onClick={() => filesInput.current?.click()}>
        {t('check_files_choose')}
      </button>
      <button type="button" className="button" onClick={() => folderInput.current?.click()}>
        {t('check_files_choose_folder')}
      </button>
      <span className="soft">{t('check_files_drop')}</span>
      <input ref={filesInput} hidden type="file" multiple onChange={(event) => take(event, all)} />
      <input
        ref={folderInput}
        hidden
        type="file"
        multiple
        {...PICKS_FOLDER}
        onChange={(event) => take(event, ({ name }) => !isClutter(name))}
      />
    </div>
  );
}

function all(): boolean {
  return true;
}
