// Made by npm run gen from the sources of src/planner. Change a rule, not this file.
/** SHA-256 over names and texts of the planner sources, 64 hexadecimal digits. */
export const RULES_VERSION = '93ac129df2fc9eb080cb6a709d576c76b4e64284d1bd7ffff7f485508e86e45a';
