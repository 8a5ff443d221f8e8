import type { ChangeEvent } from 'react';
import { useRef } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { isClutter } from '../../lib/reading/dropped-files.ts';

/** Not in React's types, but in both browsers: the person picks a folder and gives all that is in it. */
const PICKS_FOLDER = { webkitdirectory: '' };

interface Props {
  /** Files are held over the page right now. */
  readonly isOver: boolean;
  /** `small` once there are files: the list needs the room. */
  readonly size: 'large' | 'small';
  readonly onFiles: (files: readonly File[]) => void;
}

/** Where files are dropped, with two buttons that open the browser's own choosers instead. */
export function DropZone({ isOver, size, onFiles }: Props) {
  const filesInput = useRef<HTMLInputElement>(null);
  const folderInput = useRef<HTMLInputElement>(null);
  const take = ({ target }: ChangeEvent<HTMLInputElement>, isWanted: (file: File) => boolean) => {
    const files = [...(target.files ?? [])].filter(isWanted);
    target.value = ''; // so that choosing the same files again is a choice too
    onFiles(files);
  };
  return (
    <div className={`drop-zone ${size} ${isOver ? 'over' : ''}`}>
      <DropIcon />
      <p className="drop-words">{t(isOver ? 'check_files_drop_now' : 'check_files_drop')}</p>
      <div className="drop-buttons">
        <button
          type="button"
          className={`button ${size === 'large' ? 'primary' : ''}`}
          onClick={() => filesInput.current?.click()}
        >
          {t('check_files_choose')}
        </button>
        <button type="button" className="button" onClick={() => folderInput.current?.click()}>
          {t('check_files_choose_folder')}
        </button>
      </div>
      {size === 'large' && <p className="soft">{t('check_files_formats')}</p>}
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

/** An arrow into a tray. */
function DropIcon() {
  return (
    <svg viewBox="0 0 24 24" width="32" height="32" aria-hidden="true">
      <path
        d="M12 3v11M7.5 10l4.5 4.5l4.5-4.5M4 16v4h16v-4"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
