# Stands in for the common.gypi of Node's own source, so that building needs no download: the addon uses only the
# stable C interface, whose headers come from the npm package node-api-headers.
{
  'target_defaults': {
    'default_configuration': 'Release',
    'configurations': {
      'Release': { 'defines': ['NDEBUG'] },
      'Debug': { 'cflags': ['-g'] },
    },
    'cflags_cc': ['-std=c++17', '-O3', '-fno-plt', '-fvisibility=hidden', '-Wall', '-Wextra'],
    'cflags': ['-pthread', '-fPIC'],
    'ldflags': ['-pthread'],
    'cflags!': ['-fno-exceptions'],
  },
}
