// Made by npm run gen from the sources of src/planner. Change a rule, not this file.
/** SHA-256 over names and texts of the planner sources, 64 hexadecimal digits. */
export const rulesVersion = '9223c8b84261359790e113f71511bfb194050c35fd28dcc99b213ff44699c6a5';
