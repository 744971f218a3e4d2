// The explorer's page: GraphiQL with a token that lives in this page only, and subscriptions over server-sent events.
import { FIRST_TABS } from './first-queries.mjs';

const { React, ReactDOM, GraphiQL } = globalThis;

// GraphiQL's dialogs write a style element of their own; the page's policy lets it in by this number alone.
globalThis.__webpack_nonce__ = document.querySelector('link[nonce]').nonce;

const NO_TOKEN = 'Give an access token at the top of this page first: nothing was sent.';
let token = '';

function failure(message) {
  return { errors: [{ message }] };
}

function isSubscription(parameters) {
  const operations = parameters.query.replace(/#.*$/gm, '');
  return /^\s*subscription\b/m.test(operations);
}

function post(parameters, accept, signal) {
  return fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept, authorization: `Bearer ${token}` },
    body: JSON.stringify(parameters),
    signal,
  });
}

async function readAnswer(response) {
  try {
    return await response.json();
  } catch {
    return failure(`The service answered with status ${response.status} and no JSON.`);
  }
}

async function ask(parameters) {
  if (token === '') return failure(NO_TOKEN);
  try {
    return await readAnswer(await post(parameters, 'application/json'));
  } catch (error) {
    return failure(`The service does not answer (${error.message}). Is "reinstate serve" running?`);
  }
}

/** Yields the data of each `next` event until `complete`. */
async function* readEvents(response) {
  let rest = '';
  for (const reader = response.body.pipeThrough(new TextDecoderStream()).getReader(); ; ) {
    const { value, done } = await reader.read();
    if (done) return;
    const events = (rest + value).split('\n\n');
    rest = events.pop();
    for (const event of events) {
      const name = /^event: (.*)$/m.exec(event)?.[1];
      const data = /^data: (.*)$/m.exec(event)?.[1];
      if (name === 'complete') return;
      if (name === 'next' && data) yield JSON.parse(data);
    }
  }
}

async function* follow(parameters, signal) {
  if (token === '') {
    yield failure(NO_TOKEN);
    return;
  }
  try {
    const response = await post(parameters, 'text/event-stream', signal);
    if (response.headers.get('content-type')?.startsWith('text/event-stream')) yield* readEvents(response);
    else yield await readAnswer(response);
  } catch (error) {
    if (!signal.aborted) yield failure(`The stream broke off (${error.message}). Run it again with "after".`);
  }
}

/** A generator alone could not be stopped while it waits for the next event. */
function subscribe(parameters) {
  const stop = new AbortController();
  const events = follow(parameters, stop.signal);
  return {
    next: () => events.next(),
    return: () => {
      stop.abort();
      return events.return();
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** Just after a change of tabs GraphiQL still names the operation of the tab before. */
function withoutStaleName(parameters) {
  const { operationName, ...rest } = parameters;
  const isThere = operationName && new RegExp(`\\b${operationName}\\b`).test(parameters.query);
  return isThere ? parameters : rest;
}

function fetcher(given) {
  const parameters = withoutStaleName(given);
  return isSubscription(parameters) ? subscribe(parameters) : ask(parameters);
}

const root = ReactDOM.createRoot(document.getElementById('explorer'));

/** A new key makes GraphiQL load the schema again with the new token. */
function show(key) {
  root.render(
    React.createElement(GraphiQL, {
      key,
      fetcher,
      defaultTabs: FIRST_TABS,
      defaultQuery: FIRST_TABS[0].query,
      defaultEditorToolsVisibility: 'variables',
      isHeadersEditorEnabled: false,
    }),
  );
}

function say(text, isGood) {
  const state = document.getElementById('state');
  state.textContent = text;
  state.className = isGood ? 'good' : 'bad';
}

async function useToken(text) {
  token = text;
  if (token === '') {
    say('No token given.', false);
    return;
  }
  say('Asking …', true);
  const { data, errors } = await ask({ query: '{ viewer { name role } }' });
  if (token !== text) return;
  if (data?.viewer) {
    say(`You are "${data.viewer.name}", role ${data.viewer.role}.`, true);
    document.getElementById('hint').hidden = true;
    show(String(Date.now()));
  } else {
    token = '';
    say(errors?.[0]?.extensions?.code === 'UNAUTHENTICATED' ? 'This token is not valid.' : errors?.[0]?.message, false);
    document.getElementById('hint').hidden = false;
  }
}

document.getElementById('access').addEventListener('submit', (event) => {
  event.preventDefault();
  void useToken(document.getElementById('token').value.trim());
});

show('start');
document.getElementById('token').focus();
