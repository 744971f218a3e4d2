# zstd, libdeflate and libcrypto are linked statically and hidden: the node binary exports an OpenSSL of its own, and symbols of the
# two must never meet.
{
  'target_defaults': {
    'defines': ['_GNU_SOURCE', '_FILE_OFFSET_BITS=64'],
  },
  'targets': [
    {
      'target_name': 'engine_core',
      'type': 'static_library',
      'sources': ['<!@(ls src/core/*.cc)'],
    },
    {
      'target_name': 'reinstate_native',
      'type': 'loadable_module',
      'dependencies': ['engine_core'],
      'sources': ['<!@(ls src/addon/*.cc)'],
      'include_dirs': [
        '<!(node -p "require(\'node-api-headers\').include_dir")',
        '<!(node -p "require(\'node-addon-api\').include_dir")',
      ],
      'defines': ['NAPI_CPP_EXCEPTIONS', 'NAPI_VERSION=8'],
      'libraries': ['-l:libzstd.a', '-l:libdeflate.a', '-l:libcrypto.a', '-ldl'],
      'ldflags': ['-Wl,--exclude-libs,ALL', '-Wl,-Bsymbolic', '-Wl,-z,now'],
    },
    {
      'target_name': 'bench-engine',
      'type': 'executable',
      'dependencies': ['engine_core'],
      'sources': ['<!@(ls src/bench/*.cc)'],
      'libraries': ['-l:libzstd.a', '-l:libdeflate.a', '-l:libcrypto.a', '-ldl'],
    },
  ],
}
