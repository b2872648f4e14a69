# One interface target that carries the warnings; everything of ours links to it, nothing of others is compiled here.
add_library(onrecord_warnings INTERFACE)
target_compile_options(onrecord_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
                       -Wnon-virtual-dtor -Wold-style-cast)
# At -O3 g++ 12 sees overlaps and uninitialised bytes inside std::string where there are none (its bugs 105651, 105562).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(onrecord_warnings INTERFACE -Wno-restrict -Wno-maybe-uninitialized)
endif()
option(ONRECORD_WERROR "warnings are errors" OFF)
if(ONRECORD_WERROR)
  target_compile_options(onrecord_warnings INTERFACE -Werror)
endif()
