// Turn keys, clicks, filters and the slider of the report into what it shows and steps from change to change. Runs in the reader's browser.
import { language } from '../../language/languages.ts';
import type { ReportPhrase } from '../../language/report-words.ts';
import type { Lang } from '../../model/language.ts';

/** What the script says itself, as the reader goes on. */
const spoken: readonly ReportPhrase[] = ['current', 'shown', 'zoomed'];

/** Plain script without anything from outside; its hash stands in the page's policy. */
export function reportScript(languages: readonly Lang[]): string {
  const words = languages.map((lang) => {
    const { phrases } = language(lang).report;
    return [lang, Object.fromEntries(spoken.map((name) => [name, phrases[name]]))] as const;
  });
  const json = JSON.stringify(Object.fromEntries(words)).replaceAll('<', '\\u003c');
  return `(() => {
  const words = ${json};
${program}
})();`;
}

const program = `  const root = document.documentElement;
  const body = document.body;
  const all = (selector, from) => [...(from || document).querySelectorAll(selector)];
  const links = all('nav section > details > ol > li > a[data-change]');
  const marks = new Map();
  for (const mark of all('.mark')) {
    const known = marks.get(mark.dataset.mark);
    if (known) known.push(mark); else marks.set(mark.dataset.mark, [mark]);
  }
  const status = document.querySelector('.at');
  const field = document.querySelector('input[type=search]');
  const filters = all('.tally input');
  const total = filters.reduce((sum, box) => sum + Number(box.parentElement.querySelector('strong').textContent), 0);
  const steps = [1, 1.25, 1.5, 2, 3, 4];
  let current;
  let zoom = 0;
  let told = { name: 'shown' };

  const say = (name, filling) => words[root.lang][name].replace(/\\{(\\w+)\\}/g, (whole, key) => filling[key]);
  const shown = () => links.filter((link) => !link.parentElement.hidden);

  function tell(name, filling) {
    told = { name, filling };
    status.textContent = say(name, filling);
  }
  const tellShown = () => tell('shown', { n: shown().length, all: total });

  // Whatever the pages look like afterwards, what was under the reader's eyes stays there: the current mark, or the page in the middle.
  function keepingPlace(change) {
    const bar = document.querySelector('.controls').getBoundingClientRect().bottom;
    const inView = ({ top, bottom }) => bottom > bar && top < innerHeight;
    const place = (element) => element.getBoundingClientRect();
    const mark = all('.mark.current').find((each) => each.offsetParent !== null && inView(place(each)));
    const eye = mark ? place(mark).top : bar + (innerHeight - bar) / 3;
    const papers = all('.sheet').filter((each) => place(each).height > 0);
    const paper = mark
      ? mark.closest('.paper').querySelector('.sheet')
      : papers.find((each) => place(each).top <= eye && place(each).bottom >= eye) || papers.find((each) => place(each).bottom > eye);
    const share = paper && (eye - place(paper).top) / place(paper).height;
    change();
    if (!paper || (!mark && scrollY === 0)) return;
    const now = place(paper);
    scrollBy(0, now.top + share * now.height - eye);
  }

  function show(view) {
    keepingPlace(() => {
      body.dataset.view = view;
      for (const button of all('button[data-view]')) button.setAttribute('aria-pressed', String(button.dataset.view === view));
    });
  }

  function magnify(step) {
    zoom = step === 0 ? 0 : Math.max(0, Math.min(steps.length - 1, zoom + step));
    // The middle of what is seen of a sheet stays its middle, or the current mark comes to it.
    const middles = all('.frame').map((frame) => {
      const mark = frame.querySelector('.mark.current');
      const left = mark ? mark.offsetLeft + mark.offsetWidth / 2 : frame.scrollLeft + frame.clientWidth / 2;
      return [frame, left / frame.scrollWidth];
    });
    keepingPlace(() => {
      body.style.setProperty('--zoom', steps[zoom]);
      for (const frame of all('.frame')) {
        if (zoom > 0) frame.tabIndex = 0; else frame.removeAttribute('tabindex');
      }
      for (const [frame, share] of middles) frame.scrollLeft = share * frame.scrollWidth - frame.clientWidth / 2;
    });
    tell('zoomed', { n: steps[zoom] * 100 });
  }

  function speak(lang) {
    keepingPlace(() => {
      root.lang = lang;
      for (const element of all('[data-said]')) {
        element.setAttribute(element.dataset.said, element.getAttribute('data-said-' + lang));
      }
      document.title = document.querySelector('meta[name=description]').content;
      for (const button of all('button[data-language]')) button.setAttribute('aria-pressed', String(button.dataset.language === lang));
      for (const link of links) {
        const text = (link.querySelector(':scope > .w[lang="' + lang + '"]') || link).textContent;
        for (const mark of marks.get(link.dataset.change) || []) {
          mark.title = text;
          mark.setAttribute('aria-label', text);
        }
      }
    });
    if (told.filling) tell(told.name, told.filling);
  }

  // Width of letters, case and the commas of figures make no other word.
  const plain = (text) => text.normalize('NFKC').toLowerCase().replace(/(\\d),(?=\\d{3})/g, '$1').replace(/\\s+/g, ' ');
  const texts = new Map();
  function textOf(item) {
    if (!texts.has(item)) texts.set(item, plain(item.textContent));
    return texts.get(item);
  }

  function filter() {
    const wanted = plain(field.value).split(' ').filter((word) => word !== '');
    const classes = new Set(filters.filter((box) => box.checked).map((box) => box.value));
    const hidden = new Set();
    for (const link of links) {
      const item = link.parentElement;
      item.hidden = !classes.has(item.closest('section').dataset.class) || !wanted.every((word) => textOf(item).includes(word));
      if (item.hidden) hidden.add(link.dataset.change);
      else if (wanted.length > 0) link.closest('details').open = true;
    }
    for (const section of all('nav section')) section.hidden = !section.querySelector('li[id]:not([hidden])');
    for (const [id, own] of marks) {
      // A change that the list has no room for goes with its class.
      const off = hidden.has(id) || !classes.has(id.replace(/-\\d+$/, ''));
      for (const mark of own) mark.hidden = off;
    }
    for (const pair of all('.pair')) {
      const own = pair.dataset.changes.split(' ');
      pair.hidden = own.every((id) => hidden.has(id) || !classes.has(id.replace(/-\\d+$/, '')));
    }
    document.querySelector('button[data-all]').disabled = wanted.length === 0 && classes.size === filters.length;
    if (current && current.parentElement.hidden) leave();
    tellShown();
  }

  function leave() {
    if (current) current.removeAttribute('aria-current');
    for (const mark of all('.mark.current')) mark.classList.remove('current');
    current = undefined;
  }

  function go(link, focus) {
    if (!link) return;
    leave();
    current = link;
    link.setAttribute('aria-current', 'true');
    link.closest('details').open = true;
    if (focus) link.focus({ preventScroll: true });
    link.scrollIntoView({ block: 'nearest' });
    const own = marks.get(link.dataset.change) || [];
    for (const mark of own) mark.classList.add('current');
    const seen = own.find((mark) => mark.closest('figure.new')) || own[0];
    if (seen) seen.scrollIntoView({ block: 'center', inline: 'nearest' });
    const listed = shown();
    tell('current', { n: listed.indexOf(link) + 1, all: listed.length });
  }

  function step(by, focus) {
    const listed = shown();
    const at = listed.indexOf(current);
    go(listed[at < 0 ? (by > 0 ? 0 : listed.length - 1) : (at + by + listed.length) % listed.length], focus);
  }

  function showAll() {
    field.value = '';
    for (const box of filters) box.checked = true;
    filter();
  }

  function find(id) {
    const link = links.find((each) => each.dataset.change === id);
    if (link && link.parentElement.hidden) showAll();
    go(link, true);
  }

  document.addEventListener('click', (event) => {
    const target = event.target.closest('button, a[data-change], a[data-mark]');
    if (!target) return;
    const { view, step: by, language, zoom: size, all: every, change, mark } = target.dataset;
    if (view) show(view);
    else if (by) step(Number(by), false);
    else if (language) speak(language);
    else if (size) magnify(Number(size));
    else if (every !== undefined) showAll();
    else if (change || mark) {
      event.preventDefault();
      find(change || mark);
    }
  });

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const { target, key } = event;
    if (target === field) {
      if (key === 'Escape') {
        field.value = '';
        field.blur();
        filter();
      }
      return;
    }
    const own = target instanceof HTMLInputElement || target.classList.contains('frame');
    const arrows = own ? [] : ['ArrowRight', 'ArrowLeft'];
    if (key === 'j' || key === arrows[0]) step(1, true);
    else if (key === 'k' || key === arrows[1]) step(-1, true);
    else if (key === '1') show('side');
    else if (key === '2') show('overlay');
    else if (key === '3') show('slider');
    else if (key === '+') magnify(1);
    else if (key === '-') magnify(-1);
    else if (key === '0') magnify(0);
    else if (key === '/') field.focus();
    else return;
    event.preventDefault();
  });

  document.addEventListener('input', (event) => {
    const { target } = event;
    if (target.type === 'range') target.closest('.pair').style.setProperty('--cut', 100 - Number(target.value) + '%');
    else filter();
  });

  // Both sheets of a page show the same part of it.
  document.addEventListener('scroll', (event) => {
    const frame = event.target;
    if (!frame.classList || !frame.classList.contains('frame')) return;
    for (const other of all('.frame', frame.closest('.pair'))) if (other !== frame) other.scrollLeft = frame.scrollLeft;
  }, true);

  // The list stands below the bar, however many lines the bar has.
  const bar = document.querySelector('.controls');
  new ResizeObserver(() => body.style.setProperty('--bar', bar.offsetHeight + 'px')).observe(bar);

  // On paper nothing can be opened.
  let closed = [];
  addEventListener('beforeprint', () => {
    closed = all('details:not([open])');
    for (const details of closed) details.open = true;
  });
  addEventListener('afterprint', () => {
    for (const details of closed) details.open = false;
  });

  if (links.length > 0) tellShown();`;
