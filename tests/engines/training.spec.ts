/** What is trained here is what is trained anywhere, to the last bit. */
import type { FitReply } from '../../src/chapter/fit/fit-protocol.ts';
import type { PairView } from '../../src/train/pair.ts';
import { REPLAY_SETUPS, REPLAY_STEPS, replayedInNode, workerFile } from '../training-setups.ts';
import { expect, test } from './fixtures.ts';

test('the worker of this engine comes to the very same bits as Node', async ({ reader }) => {
  await reader.openAt('what-the-crease-buys');
  for (const setup of REPLAY_SETUPS) {
    // No bigint goes through the driver.
    const rows = setup.rows.map((row) => row.map(({ n, d }) => [String(n), String(d)] as const));
    const there = await reader.evaluate(
      (url: string, asked: object, texts: typeof rows, step: number) =>
        new Promise<PairView>((resolve, reject) => {
          const port = new Worker(url, { type: 'module' });
          port.onmessage = ({ data }: MessageEvent<FitReply>) => resolve(data.view);
          port.onerror = () => reject(new Error('the worker has failed'));
          const exact = texts.map((row) => row.map(([n, d]) => ({ n: BigInt(n), d: BigInt(d) })));
          port.postMessage({ id: 1, setup: { ...asked, rows: exact }, step, ms: 60_000 });
        }),
      workerFile(),
      { ...setup, rows: [] },
      rows,
      REPLAY_STEPS,
    );
    expect(there).toEqual(JSON.parse(JSON.stringify(replayedInNode(setup))));
  }
});
