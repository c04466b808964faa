// Turn an empty page into the one that its user works in.
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ScreenWords } from '../../language/screen-words.ts';
import { App } from './app.tsx';
import { ask, speak } from './ask-server.ts';
import { useLive } from './use-live.ts';
import { Words } from './words.ts';

/** `issuer/release` that the address names. */
const releaseInAddress = (): string | undefined => /^#([a-z0-9-]+\/[a-z0-9-]+)$/.exec(location.hash)?.[1];

function Page() {
  const [release, setRelease] = useState(releaseInAddress);
  const live = useLive(release);
  const [language, setLanguage] = useState<string>();
  const [words, setWords] = useState<ScreenWords>();
  const spoken = live.hello?.languages;
  const chosen =
    language ?? navigator.languages.map((each) => each.split('-')[0] ?? '').find((each) => spoken?.includes(each)) ?? spoken?.[0];

  useEffect(() => {
    const follow = () => setRelease(releaseInAddress());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);

  useEffect(() => {
    if (chosen === undefined) return;
    document.documentElement.lang = chosen;
    speak(chosen);
    void ask<ScreenWords>(`words/${chosen}`).then(setWords);
  }, [chosen]);

  if (!words || !live.hello) return live.fault ? <p class="fault">{live.fault}</p> : null;
  return (
    <Words.Provider value={words}>
      <App
        live={live}
        release={release ?? live.hello.releases[0]}
        chooseRelease={(name) => {
          location.hash = name;
        }}
        language={chosen ?? ''}
        chooseLanguage={setLanguage}
      />
    </Words.Provider>
  );
}

const root = document.getElementById('page');
if (root) render(<Page />, root);
