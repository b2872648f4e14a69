# onrecord_stage(NAME [LINKS target...] [PRIVATE_LINKS target...])
#
# The folder NAME below src as the static library onrecord_NAME: every .cpp in it (and one folder deeper) that is no test, and beside it the test
# program NAME_test made of every *_test.cpp. LINKS are what its headers need; both only point to earlier folders.
function(onrecord_stage name)
  cmake_parse_arguments(STAGE "" "" "LINKS;PRIVATE_LINKS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*/*.cpp)
  set(tests ${sources})
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  add_library(onrecord_${name} STATIC ${sources})
  target_include_directories(onrecord_${name} PUBLIC ${PROJECT_SOURCE_DIR}/include ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(onrecord_${name} PUBLIC ${STAGE_LINKS} PRIVATE onrecord_warnings ${STAGE_PRIVATE_LINKS})
  if(ONRECORD_TESTS AND tests)
    add_executable(${name}_test ${tests})
    target_link_libraries(${name}_test PRIVATE onrecord_${name} onrecord_warnings ${STAGE_PRIVATE_LINKS} GTest::gtest_main GTest::gmock)
    gtest_discover_tests(${name}_test TEST_PREFIX ${name}. DISCOVERY_TIMEOUT 60 PROPERTIES TIMEOUT 300)
  endif()
endfunction()
