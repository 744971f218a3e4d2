// Made by npm run gen from the sources of src/planner. Change a rule, not this file.
/** SHA-256 over names and texts of the planner sources, 64 hexadecimal digits. */
export const RULES_VERSION = '2bc79ab552862e55e6baed47632caa4632a1bf3e3a8586ec8bedac64a65778c9';
