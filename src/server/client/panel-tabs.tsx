// Turn the panels beside the pages into tabs, of which one is open.
import { useWords } from './words.ts';

/** In the order of the keys that open them. */
export const panels = ['figure', 'suppose', 'findings', 'source', 'changes', 'review'] as const;
export type Panel = (typeof panels)[number];

interface PanelTabsProps {
  readonly panel: Panel;
  readonly choose: (panel: Panel) => void;
  /** Shown beside the name where there are any. */
  readonly counts: Partial<Readonly<Record<Panel, number>>>;
}

export function PanelTabs({ panel, choose, counts }: PanelTabsProps) {
  const words = useWords();
  return (
    <div role="tablist" aria-label={words.panels}>
      {panels.map((each, index) => (
        <button
          type="button"
          role="tab"
          key={each}
          id={`tab-${each}`}
          aria-selected={panel === each}
          aria-controls="panel"
          tabIndex={panel === each ? 0 : -1}
          onClick={() => choose(each)}
          onKeyDown={(event) => {
            const by = ({ ArrowLeft: -1, ArrowRight: 1 } as const)[event.key];
            const next = by && panels[(index + by + panels.length) % panels.length];
            if (!next) return;
            choose(next);
            document.getElementById(`tab-${next}`)?.focus();
          }}
        >
          {words[each]}
          {counts[each] ? ` (${counts[each]})` : ''}
        </button>
      ))}
    </div>
  );
}
