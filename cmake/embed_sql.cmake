# onrecord_embed_sql(TARGET FOLDER)
#
# Compiles the .sql files of FOLDER into TARGET as onrecord::ledger::migrations(): one entry a file, in the order of their
# names, with the version that the name begins with ("1_record.sql"). A file of version 1 with triggers ("…append_only")
# comes when the tables stand: the order within a version is that of the list below.
function(onrecord_embed_sql target folder)
  file(GLOB files CONFIGURE_DEPENDS ${folder}/*.sql)
  # Tables before what refers to them.
  set(topics record search ties verdicts append_only reading revisions tallies sounds places)
  set(entries "")
  set(count 0)
  foreach(version RANGE 1 99)
    foreach(topic IN LISTS topics)
      set(file ${folder}/${version}_${topic}.sql)
      if(file IN_LIST files)
        file(READ ${file} sql)
        string(APPEND entries "    {${version}, \"${version}_${topic}\", R\"sql(${sql})sql\"},\n")
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
        list(REMOVE_ITEM files ${file})
        math(EXPR count "${count} + 1")
      endif()
    endforeach()
  endforeach()
  if(files)
    message(FATAL_ERROR "schema files without a known topic: ${files}; add the topic in cmake/embed_sql.cmake")
  endif()
  set(made ${CMAKE_CURRENT_BINARY_DIR}/${target}_schema.cpp)
  file(CONFIGURE OUTPUT ${made} @ONLY CONTENT
"// Made from the .sql files of the folder src/ledger/schema; change those.
#include \"ledger/schema.h\"

#include <array>

namespace onrecord::ledger {

std::span<const Migration> migrations() {
  static constexpr std::array<Migration, @count@> all{{
@entries@  }};
  return all;
}

}  // namespace onrecord::ledger
")
  target_sources(${target} PRIVATE ${made})
endfunction()
