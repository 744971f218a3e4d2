// Made by npm run gen from the sources of src/planner. Change a rule, not this file.
/** SHA-256 over names and texts of the planner sources, 64 hexadecimal digits. */
export const RULES_VERSION = 'fc93c1cf7f04cb3d0eb791ccf644b74f3c8ea203ca0902533f981a1d0eadf7cc';
