// The demo feed's own script: grows the feed while it is scrolled, and moves
// between feed and thread without loading a page, as most feeds do.

const main = document.querySelector('main');
let kept = null; // the feed's nodes and scroll position, while a thread is open

const watcher = new IntersectionObserver(async (entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    watcher.unobserve(target);
    const answer = await fetch(`/feed?from=${target.dataset.from}`);
    const part = document.createElement('template');
    part.innerHTML = await answer.text();
    target.replaceWith(part.content);
    watchEnd();
  }
}, { rootMargin: '400px' });

function watchEnd() {
  const end = main.querySelector('.more');
  if (end) watcher.observe(end);
}

async function show(address, { restore = false } = {}) {
  const url = new URL(address, location.href);
  const wantsFeed = url.pathname === '/';
  if (!wantsFeed && main.dataset.view === 'feed') {
    kept = { nodes: [...main.childNodes], top: scrollY };
  }
  if (wantsFeed && kept && restore) {
    fill('feed', kept.nodes);
    scrollTo(0, kept.top);
    return;
  }
  const answer = await fetch(`${url.pathname}${url.search}`, { headers: { accept: 'text/x-part' } });
  const part = document.createElement('template');
  part.innerHTML = await answer.text();
  fill(wantsFeed ? 'feed' : 'thread', [part.content]);
  const aim = url.hash && document.getElementById(url.hash.slice(1));
  if (aim) aim.scrollIntoView();
  else scrollTo(0, 0);
}

function fill(view, nodes) {
  main.dataset.view = view;
  if (view === 'feed') {
    main.setAttribute('role', 'feed');
    main.setAttribute('aria-label', 'Posts');
  } else {
    main.removeAttribute('role');
    main.removeAttribute('aria-label');
  }
  main.replaceChildren(...nodes);
  document.title = view === 'feed' ? 'Harbour' : `${main.querySelector('.author')?.textContent} · Harbour`;
  watchEnd();
}

document.addEventListener('click', (event) => {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
  const like = event.target.closest('button.like');
  if (like) {
    const on = like.getAttribute('aria-pressed') !== 'true';
    like.setAttribute('aria-pressed', on);
    const data = like.querySelector('data');
    data.value = String(Number(data.value) + (on ? 1 : -1));
    if (Number(data.value) < 1000) data.textContent = data.value;
    return;
  }
  const link = event.target.closest('a.permalink, a.reply, a.inside');
  if (!link || link.origin !== location.origin) return;
  event.preventDefault();
  const restore = link.getAttribute('href') === '/';
  history.pushState(null, '', link.href);
  show(link.href, { restore });
});

addEventListener('popstate', () => show(location.href, { restore: true }));
document.addEventListener('submit', (event) => event.preventDefault());
watchEnd();
