// Made by npm run gen from the sources of src/planner. Change a rule, not this file.
/** SHA-256 over names and texts of the planner sources, 64 hexadecimal digits. */
export const RULES_VERSION = 'eebea0800a3694112e8c394a5a66fd2dede01e2d4fe6e3fb76c0f66d2020b2ab';
