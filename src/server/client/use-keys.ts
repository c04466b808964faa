// Turn single keys into what they do, wherever nothing is being typed.
import { useEffect, useRef } from 'preact/hooks';

/** By key. Escape leaves a field that is searched in. */
export function useKeys(does: Readonly<Record<string, () => void>>): void {
  const latest = useRef(does);
  latest.current = does;
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const [target] = event.composedPath();
      if (event.key === 'Escape' && target instanceof HTMLInputElement) target.blur();
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (target instanceof Element && target.closest('input:not([type="checkbox"]), select, textarea, dialog, .cm-editor')) return;
      const act = Object.hasOwn(latest.current, event.key) ? latest.current[event.key] : undefined;
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, []);
}
