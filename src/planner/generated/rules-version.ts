// Made by npm run gen from the sources of src/planner. Change a rule, not this file.
/** SHA-256 over names and texts of the planner sources, 64 hexadecimal digits. */
export const RULES_VERSION = '2d05337c6d88463d9cb5ba81bfb55ebb71138bdbed5d288caa68abd1010d0dc3';
