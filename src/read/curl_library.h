// libcurl, loaded when something is first asked of another machine: it brings a dozen and a half further libraries, and
// loading those would take more than half of the start of every command that asks nobody.
#pragma once

#include <curl/curl.h>

namespace onrecord {

inline constexpr char curl_library_name[] = "libcurl.so.4";

// The functions in use, each as libcurl's header declares it.
struct CurlLibrary {
  decltype(&curl_global_init) global_init = nullptr;
  decltype(&curl_url) url = nullptr;
  decltype(&curl_url_cleanup) url_cleanup = nullptr;
  decltype(&curl_url_set) url_set = nullptr;
  decltype(&curl_url_get) url_get = nullptr;
  decltype(&curl_free) free = nullptr;
  decltype(&curl_slist_append) slist_append = nullptr;
  decltype(&curl_slist_free_all) slist_free_all = nullptr;
  decltype(&curl_easy_init) easy_init = nullptr;
  decltype(&curl_easy_cleanup) easy_cleanup = nullptr;
  decltype(&curl_easy_reset) easy_reset = nullptr;
  decltype(&curl_easy_setopt) easy_setopt = nullptr;
  decltype(&curl_easy_perform) easy_perform = nullptr;
  decltype(&curl_easy_getinfo) easy_getinfo = nullptr;
  decltype(&curl_easy_strerror) easy_strerror = nullptr;
};

// The library, set up for use; null where this machine does not have it. Loaded once, by whichever thread asks first, and
// never unloaded.
const CurlLibrary* curl_library();

}  // namespace onrecord
