// Turn single keys into what they do, wherever nothing is being typed.
import { useEffect, useRef } from 'preact/hooks';

/** By key. Escape leads away from fields and from the editor too, unless these have a use for it themselves. */
export function useKeys(does: Readonly<Record<string, () => void>>): void {
  const latest = useRef(does);
  latest.current = does;
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const [target] = event.composedPath();
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.defaultPrevented) return;
      const typing = 'input:not([type="checkbox"]), select, textarea, .cm-editor';
      if (target instanceof Element && target.closest(event.key === 'Escape' ? 'dialog' : `${typing}, dialog`)) return;
      const act = Object.hasOwn(latest.current, event.key) ? latest.current[event.key] : undefined;
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, []);
}
