// The explorer's page: GraphiQL with a token that lives in this page only, and subscriptions over server-sent events.
const { React, ReactDOM, GraphiQL } = globalThis;

const FIRST_QUERY = `# Newest restore points and what became of what they should hold.
{
  viewer {
    name
    role
    capabilities
    capabilityNotes
  }
  restorePoints(first: 5) {
    nodes {
      id
      capturedAt
      state
      vm {
        name
      }
      capturedItems {
        item
        state
        reason
      }
    }
  }
}
`;

let token = '';

function isSubscription(parameters) {
  const operations = parameters.query.replace(/#.*$/gm, '');
  return /^\s*subscription\b/m.test(operations);
}

async function post(parameters, accept) {
  return fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept, authorization: `Bearer ${token}` },
    body: JSON.stringify(parameters),
  });
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

async function* subscribe(parameters) {
  const response = await post(parameters, 'text/event-stream');
  if (response.headers.get('content-type')?.startsWith('text/event-stream')) yield* readEvents(response);
  else yield await response.json();
}

async function fetcher(parameters) {
  if (isSubscription(parameters)) return subscribe(parameters);
  const response = await post(parameters, 'application/json');
  return response.json();
}

const root = ReactDOM.createRoot(document.getElementById('explorer'));

/** A new key makes GraphiQL load the schema again with the new token. */
function show(key) {
  root.render(React.createElement(GraphiQL, { key, fetcher, defaultQuery: FIRST_QUERY, shouldPersistHeaders: false }));
}

document.getElementById('access').addEventListener('submit', (event) => {
  event.preventDefault();
  token = document.getElementById('token').value.trim();
  document.getElementById('state').textContent = token === '' ? 'No token.' : 'Token in use.';
  show(String(Date.now()));
});

show('start');
