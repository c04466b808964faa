// Turn keys, clicks and the slider of the report into views and steps from change to change. Runs in the reader's browser.

/** Plain script without anything from outside; its hash stands in the page's policy. */
export const reportScript = `(() => {
  const body = document.body;
  const links = [...document.querySelectorAll('nav section > details > ol > li > a[data-change]')];
  const status = document.querySelector('.at');
  let current = -1;

  function show(view) {
    body.dataset.view = view;
    for (const button of document.querySelectorAll('button[data-view]')) button.setAttribute('aria-pressed', String(button.dataset.view === view));
  }

  function go(index, focus) {
    if (links.length === 0) return;
    const next = (index + links.length) % links.length;
    if (links[current]) links[current].removeAttribute('aria-current');
    for (const mark of document.querySelectorAll('.mark.current')) mark.classList.remove('current');
    current = next;
    const link = links[current];
    link.setAttribute('aria-current', 'true');
    link.closest('details').open = true;
    if (focus) link.focus({ preventScroll: true });
    link.scrollIntoView({ block: 'nearest' });
    const marks = [...document.querySelectorAll('.mark')].filter((mark) => mark.dataset.mark === link.dataset.change);
    for (const mark of marks) mark.classList.add('current');
    const seen = marks.find((mark) => mark.closest('figure.new')) || marks[0];
    if (seen) seen.scrollIntoView({ block: 'center', inline: 'nearest' });
    status.textContent = 'Change ' + (current + 1) + ' of ' + links.length;
  }

  const indexOf = (id) => links.findIndex((link) => link.dataset.change === id);

  document.addEventListener('click', (event) => {
    const target = event.target.closest('button[data-view], button[data-step], a[data-change], a[data-mark]');
    if (!target) return;
    if (target.dataset.view) return show(target.dataset.view);
    if (target.dataset.step) return go(current < 0 && target.dataset.step === '-1' ? -1 : current + Number(target.dataset.step), false);
    event.preventDefault();
    go(indexOf(target.dataset.change || target.dataset.mark), true);
  });

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrows = event.target instanceof HTMLInputElement ? [] : ['ArrowRight', 'ArrowLeft'];
    if (event.key === 'j' || event.key === arrows[0]) go(current + 1, true);
    else if (event.key === 'k' || event.key === arrows[1]) go(current < 0 ? -1 : current - 1, true);
    else if (event.key === '1') show('side');
    else if (event.key === '2') show('overlay');
    else if (event.key === '3') show('slider');
    else return;
    event.preventDefault();
  });

  document.addEventListener('input', (event) => {
    if (event.target.type !== 'range') return;
    event.target.closest('.pair').style.setProperty('--cut', 100 - Number(event.target.value) + '%');
  });
})();`;
