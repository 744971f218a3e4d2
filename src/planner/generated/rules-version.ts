// Made by npm run gen from the sources of src/planner. Change a rule, not this file.
/** SHA-256 over names and texts of the planner sources, 64 hexadecimal digits. */
export const RULES_VERSION = '2d8ce763ff3a393f10f76c5c8136d4f98b6c587a678c737be3d678c5fa5522d8';
