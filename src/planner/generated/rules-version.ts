// Made by npm run gen from the sources of src/planner. Change a rule, not this file.
/** SHA-256 over names and texts of the planner sources, 64 hexadecimal digits. */
export const RULES_VERSION = 'bd697de42b0618c6ebb7e976d54ff0d9e28bcdeff8fb6e8889eb387a43b9c1d2';
