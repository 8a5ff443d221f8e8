import { useEffect, useState } from 'react';
import { filesOfDrop } from '../../lib/reading/dropped-files.ts';

/**
 * Takes files and folders dropped anywhere; left to itself the browser would open them instead.
 * @returns whether files are held over the page right now
 */
export function useDroppedFiles(
  onFiles: (files: readonly File[]) => void,
  onUnreadable: () => void,
): boolean {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const hold = (event: DragEvent) => {
      event.preventDefault();
      setIsOver(event.dataTransfer?.types.includes('Files') ?? false);
    };
    const leave = ({ relatedTarget }: DragEvent) => {
      if (!relatedTarget) setIsOver(false); // otherwise it only moves from one element to the next
    };
    const take = (event: DragEvent) => {
      event.preventDefault();
      setIsOver(false);
      if (event.dataTransfer) filesOfDrop(event.dataTransfer).then(onFiles, onUnreadable);
    };
    window.addEventListener('dragover', hold, { signal });
    window.addEventListener('dragleave', leave, { signal });
    window.addEventListener('drop', take, { signal });
    return () => stop.abort();
  }, [onFiles, onUnreadable]);
  return isOver;
}
