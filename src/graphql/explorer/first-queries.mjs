// What a first visitor finds in the tabs: look, plan, follow.

const LOOK = `# The newest restore points, and what they hold.
query Look {
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

const PLAN = `# How would this restore go? It moves nothing.
# Put the id of a restore point into the variables below.
mutation Plan($input: PlanRestoreInput!) {
  planRestore(input: $input) {
    plan {
      id
      digest
      verdict
      text
    }
    userErrors {
      code
      message
      remedy
    }
  }
}
`;

const PLAN_VARIABLES = {
  input: {
    restorePoint: { restorePointId: 'ID' },
    target: { localFiles: { location: 'restores', folder: 'first-try' } },
  },
};

const FOLLOW = `# Follows an operation to its end; "after" resumes.
# { operations(first: 5) { nodes { id kind state } } } lists them.
subscription Follow($id: ID!, $after: Int) {
  operationEvents(operationId: $id, after: $after) {
    sequence
    state
    deviceKey
    diskState
    phase
    percent
    bytesDone
    bytesTotal
    message
  }
}
`;

export const FIRST_TABS = [
  { query: LOOK },
  { query: PLAN, variables: JSON.stringify(PLAN_VARIABLES, null, 2) },
  { query: FOLLOW, variables: JSON.stringify({ id: 'ID', after: null }, null, 2) },
];
