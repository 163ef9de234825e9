// One resumable upload (tus): can be paused and goes on after a reload.
import type { PreviousUpload, Upload, UrlStorage } from 'tus-js-client';
import type { Problem } from '../../api/client';
import { dropOwn, keepOwn, readOwn, unsent } from '../../parts/own_storage';
import { accountHeader } from '../../session.svelte';

const kChunk = 4 * 1024 * 1024;

/** Where an upload that was interrupted goes on: kept as whatever else its sender has not sent yet. */
const ownUrls: UrlStorage = {
  findAllUploads: () => Promise.resolve([]),
  findUploadsByFingerprint: (fingerprint) => {
    const urlStorageKey = unsent(fingerprint);
    const kept = readOwn<PreviousUpload>(urlStorageKey);
    return Promise.resolve(kept ? [{ ...kept, urlStorageKey }] : []);
  },
  addUpload: (fingerprint, upload) => {
    keepOwn(unsent(fingerprint), upload);
    return Promise.resolve(unsent(fingerprint));
  },
  removeUpload: (urlStorageKey) => Promise.resolve(dropOwn(urlStorageKey)),
};

export class FileUpload {
  sent = $state(0);
  state = $state<'going' | 'paused' | 'failed' | 'done'>('going');
  failure = $state('');
  /** Bytes a second, since this start. */
  rate = $state(0);
  #upload: Upload | undefined;

  constructor(
    readonly entry: number,
    readonly purpose: string,
    readonly file: File,
    readonly ondone: () => void,
    readonly onfailed: (failure: string) => void = () => undefined,
  ) {}

  async start(): Promise<void> {
    this.state = 'going';
    const begun = { at: performance.now(), bytes: this.sent };
    const { Upload: Tus } = await import('tus-js-client');
    const upload = new Tus(this.file, {
      endpoint: `/api/entries/${this.entry}/uploads`,
      chunkSize: kChunk,
      retryDelays: [0, 1000, 3000, 5000, 10000, 20000],
      headers: accountHeader(),
      metadata: { filename: this.file.name, purpose: this.purpose },
      fingerprint: (file) =>
        Promise.resolve(
          ['upload', this.entry, this.purpose, file.name, file.size, (file as File).lastModified].join('-'),
        ),
      urlStorage: ownUrls,
      removeFingerprintOnSuccess: true,
      onProgress: (sent) => {
        this.sent = sent;
        this.rate = ((sent - begun.bytes) * 1000) / Math.max(performance.now() - begun.at, 1);
      },
      onSuccess: () => {
        this.state = 'done';
        this.ondone();
      },
      onError: (error) => {
        this.state = 'failed';
        this.failure = detailOf(error);
        this.onfailed(this.failure || error.message);
      },
    });
    this.#upload = upload;
    const [before] = await upload.findPreviousUploads();
    if (before) upload.resumeFromPreviousUpload(before);
    upload.start();
  }

  async pause(): Promise<void> {
    this.state = 'paused';
    await this.#upload?.abort();
  }

  get secondsLeft(): number {
    return this.rate > 0 ? Math.ceil((this.file.size - this.sent) / this.rate) : 0;
  }
}

/** The service's own words, where it gave some. */
function detailOf(error: Error): string {
  const body = (error as { originalResponse?: { getBody(): string } | null }).originalResponse?.getBody();
  try {
    const problem = JSON.parse(body ?? '') as Problem;
    return problem.faults?.map(({ detail }) => detail).join(' ') || problem.detail;
  } catch {
    return '';
  }
}
