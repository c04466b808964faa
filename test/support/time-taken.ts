// Turn a moment into the time of computing since then, whatever else the machine is busy with.

/** Starts now; the answer gives milliseconds: the processor's time of this process, or the time by the clock where that is less. */
export function timeTaken(): () => number {
  const processor = process.cpuUsage();
  const clock = performance.now();
  return () => {
    const { user, system } = process.cpuUsage(processor);
    return Math.min((user + system) / 1000, performance.now() - clock);
  };
}
