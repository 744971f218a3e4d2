// Made by npm run gen from the sources of src/planner. Change a rule, not this file.
/** SHA-256 over names and texts of the planner sources, 64 hexadecimal digits. */
export const RULES_VERSION = '751751e1c669bbaeac59f9200ef56c3b52459b1e4f743a283aff12b0786d3735';
