import type { ArchiveJob } from '../archive/archive-job.ts';
import type { TakeOutResult } from '../archive/take-out.ts';
import type { ZipResult } from '../archive/zip-job.ts';
import type { MadeFile } from '../fixes/copy-source.ts';
import type { CutterJob } from '../fixes/cutter-job.ts';
import type { TextPart } from '../fixes/record-cutter.ts';
import type { RewriteJob } from '../fixes/rewrite.ts';
import type { Inspection } from '../inspection/inspection.ts';
import { changeAnswerSchema, recollectionSchema } from '../messaging/from-background.ts';
import type { FromAssist, FromPage } from '../messaging/page-port.ts';
import type { TabMessage, ToBackground } from '../messaging/to-background.ts';
import { sha256Hex } from '../reading/sha256.ts';
import { awaitGreeting } from './greeting.ts';
import type { SessionDeps, SessionEvent } from './session.ts';
import { AssistSession } from './session.ts';
import { Workers } from './worker-job.ts';

export interface ConnectDeps {
  readonly window: Window;
  /** False in a tab of its own, where files are checked and saved, and no page is there to greet. */
  readonly hasPage: boolean;
  readonly createInspectWorker: () => Worker;
  readonly createRewriteWorker: () => Worker;
  readonly createArchiveWorker: () => Worker;
  readonly createCutWorker: () => Worker;
  /** Downloads a file; see lib/browser/save-file.ts. */
  readonly save: SessionDeps['save'];
  readonly sendToBackground: (message: ToBackground) => Promise<unknown>;
}

/** Joins a session to its workers, to the background, and, once greeted, to the page. */
export function connectSession(deps: ConnectDeps): {
  readonly session: AssistSession;
  readonly toPage: (message: FromAssist) => void;
} {
  let port: MessagePort | undefined;
  const toPage = (message: FromAssist) => port?.postMessage(message);
  const inspectors = new Workers<File>(deps.createInspectWorker);
  const archivists = new Workers<ArchiveJob>(deps.createArchiveWorker);
  const rewriters = new Workers<RewriteJob>(deps.createRewriteWorker);
  const cutters = new Workers<CutterJob>(deps.createCutWorker);

  const session = new AssistSession({
    toPage,
    hasPage: deps.hasPage,
    cores: deps.window.navigator.hardwareConcurrency || 1,
    now: () => performance.now(),
    inspect: (file, options) => inspectors.run<Inspection>(file, options),
    takeOut: (zip, options) => archivists.run<TakeOutResult>({ kind: 'take out', zip }, options),
    makers: {
      rewrite: (source, rewrite, options) => rewriters.run<Blob>({ source, rewrite }, options),
      zip: (job, options) => archivists.run<ZipResult>({ kind: 'zip', ...job }, options),
      prove: (written, options) => archivists.run<string>({ kind: 'prove', written }, options),
      cut: (job, options) => cutters.run<readonly TextPart[]>({ kind: 'cut', ...job }, options),
      copy: (job, options) => cutters.run<MadeFile>({ kind: 'copy', ...job }, options),
    },
    recall: async (contentHash, reportingLea) =>
      recollectionSchema.parse(
        await deps.sendToBackground({ type: 'recall file', contentHash, reportingLea }),
      ),
    record: async (event) => {
      const answer = changeAnswerSchema.parse(await deps.sendToBackground(toTabMessage(event)));
      if (answer === 'done' || answer === 'private window') return answer;
      throw new Error(`The ledger did not change: ${answer}`);
    },
    sha256: sha256Hex,
    save: deps.save,
  });

  const isGenuine = async (token: string) =>
    (await deps.sendToBackground({ type: 'redeem token', token })) === true;
  void awaitGreeting(deps.window, isGenuine).then((greeted) => {
    port = greeted;
    greeted.onmessage = ({ data }: MessageEvent<FromPage>) => session.hear(data);
    toPage({ type: 'ready' });
  });
  return { session, toPage };
}

function toTabMessage(event: SessionEvent): TabMessage {
  switch (event.kind) {
    case 'attached':
      return { type: 'files attached', how: event.how, files: event.files };
    case 'taken back':
      return { type: 'files taken back' };
    case 'sent anyway':
      return { type: 'files sent anyway', files: event.files, rules: [...event.rules] };
  }
}
