// Made by npm run gen from the sources of src/planner. Change a rule, not this file.
/** SHA-256 over names and texts of the planner sources, 64 hexadecimal digits. */
export const RULES_VERSION = 'd3b6a67cfffeddf5bc54a1148e2bc3828b07a7a0388567a34603c69299c2d60e';
