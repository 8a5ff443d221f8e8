import { useEffect } from 'react';
import { filesOfDrop } from '../../lib/reading/dropped-files.ts';

/** Takes files and folders dropped anywhere; left to itself the browser would open them instead. */
export function useDroppedFiles(
  onFiles: (files: readonly File[]) => void,
  onUnreadable: () => void,
): void {
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    window.addEventListener('dragover', (event) => event.preventDefault(), { signal });
    window.addEventListener(
      'drop',
      (event) => {
        event.preventDefault();
        if (event.dataTransfer) filesOfDrop(event.dataTransfer).then(onFiles, onUnreadable);
      },
      { signal },
    );
    return () => stop.abort();
  }, [onFiles, onUnreadable]);
}
