import { untilStopped } from '../../../src/mail/send';

const never = new Promise<void>(() => undefined);

describe('sending', () => {
  it('is waited for while the process goes on', async () => {
    const { signal } = new AbortController();
    await expect(untilStopped(Promise.resolve(), signal)).resolves.toBeUndefined();
    const refused = new Error('Refused');
    await expect(untilStopped(Promise.reject(refused), signal)).rejects.toBe(refused);
  });

  it('is waited for no longer when the process stops', async () => {
    const stopping = new AbortController();
    const waiting = untilStopped(never, stopping.signal);
    stopping.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'ESTOPPED' });
  });

  it('is not waited for at all when the process has stopped', async () => {
    await expect(untilStopped(never, AbortSignal.abort())).rejects.toMatchObject({
      code: 'ESTOPPED',
    });
  });
});
