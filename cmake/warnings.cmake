# One interface target that carries the warnings; everything of ours links to it, nothing of others is compiled here.
add_library(onrecord_warnings INTERFACE)
target_compile_options(onrecord_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
                       -Wnon-virtual-dtor -Wold-style-cast)
option(ONRECORD_WERROR "warnings are errors" OFF)
if(ONRECORD_WERROR)
  target_compile_options(onrecord_warnings INTERFACE -Werror)
endif()
