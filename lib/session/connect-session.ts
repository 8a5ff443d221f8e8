import type { ArchiveJob } from '../archive/archive-job.ts';
import type { TakeOutResult } from '../archive/take-out.ts';
import type { ZipResult } from '../archive/zip-job.ts';
import type { MadeFile } from '../fixes/copy-source.ts';
import type { CutByYear } from '../fixes/cut-by-year.ts';
import type { CutterJob } from '../fixes/cutter-job.ts';
import type { TextPart } from '../fixes/record-cutter.ts';
import type { RewriteJob } from '../fixes/rewrite.ts';
import { hashesOf } from '../inspection/content-hash.ts';
import type { Inspection } from '../inspection/inspection.ts';
import type { Ask } from '../messaging/messages.ts';
import type { FromPage, FromPanel } from '../messaging/page-port.ts';
import { awaitGreeting } from './greeting.ts';
import { PanelDocking } from './panel-docking.ts';
import type { SessionDeps } from './session.ts';
import { Session } from './session.ts';
import { Workers } from './worker-job.ts';

export interface ConnectDeps {
  readonly window: Window;
  /** False in a tab of its own. There, files are only checked and saved. */
  readonly hasPage: boolean;
  readonly createInspectWorker: () => Worker;
  readonly createRewriteWorker: () => Worker;
  readonly createArchiveWorker: () => Worker;
  readonly createCutWorker: () => Worker;
  /** Downloads a file; see lib/browser/save-file.ts. */
  readonly save: SessionDeps['save'];
  readonly ask: Ask<'panel'>;
}

/** Joins a session to its workers, to the background, and, once greeted, to the page. */
export function connectSession(deps: ConnectDeps): {
  readonly session: Session;
  readonly docking: PanelDocking;
  readonly toPage: (message: FromPanel) => void;
} {
  let port: MessagePort | undefined;
  const toPage = (message: FromPanel) => port?.postMessage(message);
  const inspectors = new Workers<File>(deps.createInspectWorker);
  const archivists = new Workers<ArchiveJob>(deps.createArchiveWorker);
  const rewriters = new Workers<RewriteJob>(deps.createRewriteWorker);
  const cutters = new Workers<CutterJob>(deps.createCutWorker);

  const session = new Session({
    toPage,
    hasPage: deps.hasPage,
    cores: deps.window.navigator.hardwareConcurrency || 1,
    now: () => performance.now(),
    inspect: (file, options) => inspectors.run<Inspection>(file, options),
    takeOut: (zip, options) => archivists.run<TakeOutResult>({ kind: 'take out', zip }, options),
    cutByYear: (job, options) => cutters.run<CutByYear>({ kind: 'cut by year', ...job }, options),
    makers: {
      rewrite: (source, rewrite, options) => rewriters.run<Blob>({ source, rewrite }, options),
      zip: (job, options) => archivists.run<ZipResult>({ kind: 'zip', ...job }, options),
      prove: (written, options) => archivists.run<string>({ kind: 'prove', written }, options),
      cut: (job, options) => cutters.run<readonly TextPart[]>({ kind: 'cut', ...job }, options),
      copy: (job, options) => cutters.run<MadeFile>({ kind: 'copy', ...job }, options),
    },
    recall: (file) => deps.ask('recall file', file),
    hashes: hashesOf,
    save: deps.save,
  });

  const docking = new PanelDocking({
    toPage,
    ask: deps.ask,
    hasFocus: () => deps.window.document.hasFocus(),
  });
  if (deps.hasPage) void docking.recall();

  const isGenuine = (token: string) => deps.ask('redeem token', { token });
  void awaitGreeting(deps.window, isGenuine).then((greeted) => {
    port = greeted;
    greeted.onmessage = ({ data }: MessageEvent<FromPage>) => {
      if (data.type === 'are you there') toPage({ type: 'here' });
      else if (data.type === 'surroundings') docking.hear(data.surroundings);
      else session.hear(data);
    };
    toPage({ type: 'ready' });
  });
  return { session, docking, toPage };
}
