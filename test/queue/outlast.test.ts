// Turn steps that fail into what whoever waits is told: what passes is waited for, what lasts is refused at once.
import { JetStreamApiError } from '@nats-io/jetstream';
import { TimeoutError } from '@nats-io/transport-node';
import { describe, expect, it, vi } from 'vitest';
import { UsageError } from '../../src/model/finding.ts';
import { BrokenOffError, outlast } from '../../src/queue/outlast.ts';

const told = (code: number, description: string) => new JetStreamApiError({ code, err_code: 10000, description });

describe('outlast', () => {
  it.each([
    ['a request without an answer', new TimeoutError()],
    ['a server that starts', told(503, 'JetStream system temporarily unavailable')],
    ['an object that broke off', new BrokenOffError('it broke off')],
    ['one of these beneath another', new Error('wrapped', { cause: new TimeoutError() })],
  ])('takes the step again after %s', async (_, fault) => {
    vi.useFakeTimers();
    const step = vi.fn().mockRejectedValueOnce(fault).mockRejectedValueOnce(fault).mockResolvedValue('done');
    const done = outlast(step);
    await vi.runAllTimersAsync();
    expect(await done).toBe('done');
    expect(step).toHaveBeenCalledTimes(3);
    vi.useRealTimers();
  });

  it('refuses what waiting does not mend', async () => {
    const step = vi.fn().mockRejectedValue(told(400, 'maximum bytes exceeded'));
    await expect(outlast(step)).rejects.toThrow(new UsageError('the server of the queue refuses: maximum bytes exceeded'));
    expect(step).toHaveBeenCalledTimes(1);
  });

  it('leaves a fault of ours as it is', async () => {
    const fault = new TypeError('it is no function');
    await expect(outlast(() => Promise.reject(fault))).rejects.toBe(fault);
  });
});
