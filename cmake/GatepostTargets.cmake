# SPDX-License-Identifier: GPL-3.0-or-later
# How this house makes a layer and a test. A layer is one static library; what it may see is what it links.

option(GATEPOST_WARNINGS_AS_ERRORS "Treat compiler warnings as errors" OFF)
set(GATEPOST_SANITIZE "" CACHE STRING "Sanitizers for -fsanitize, for example address,undefined")

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)

add_library(gatepost_build INTERFACE)
target_include_directories(gatepost_build INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_definitions(gatepost_build INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
  QT_NO_FOREACH QT_NO_KEYWORDS GATEPOST_VERSION="${PROJECT_VERSION}")
target_compile_options(gatepost_build INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual
  $<$<BOOL:${GATEPOST_WARNINGS_AS_ERRORS}>:-Werror>)
if(GATEPOST_SANITIZE)
  target_compile_options(gatepost_build INTERFACE
    -fsanitize=${GATEPOST_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(gatepost_build INTERFACE -fsanitize=${GATEPOST_SANITIZE})
endif()

# gatepost_layer(NAME): an empty static library that the folders below fill with target_sources.
function(gatepost_layer name)
  add_library(${name} STATIC)
  target_link_libraries(${name} PUBLIC gatepost_build)
  set_target_properties(${name} PROPERTIES AUTOMOC ON)
endfunction()

# gatepost_test(NAME LIBS lib...): one QtTest program tests/<layer>/NAME.cpp, run with a time limit.
function(gatepost_test name)
  cmake_parse_arguments(ARG "" "TIMEOUT" "LIBS;SOURCES;LABELS" ${ARGN})
  add_executable(${name} ${name}.cpp ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE gatepost_build Qt6::Test ${ARG_LIBS})
  set_target_properties(${name} PROPERTIES AUTOMOC ON)
  target_compile_definitions(${name} PRIVATE GATEPOST_TEST_DATA="${CMAKE_SOURCE_DIR}/tests/data")
  add_test(NAME ${name} COMMAND ${name})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 120)
  endif()
  set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT}
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8")
  if(ARG_LABELS)
    set_tests_properties(${name} PROPERTIES LABELS "${ARG_LABELS}")
  endif()
endfunction()
