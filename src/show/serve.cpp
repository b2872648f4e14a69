// `onrecord serve`: the page and the API, until the program is told to stop.
#include <fmt/format.h>

#include <algorithm>
#include <boost/asio/ip/address.hpp>
#include <thread>

#include "show/asking.h"
#include "show/commands.h"
#include "show/http/http_server.h"
#include "show/http/service.h"

namespace onrecord {

int serve(const ServeChoices& choices, Console& console) {
  boost::system::error_code wrong;
  const bool loopback = boost::asio::ip::make_address(choices.address, wrong).is_loopback() && !wrong;
  const auto service = Service::open({choices.ledger, loopback, "page"});
  if (!service) return refuse(service.error(), console);
  const std::atomic<bool> stop{false};
  const auto served = serve_http(
      {choices.address, choices.port}, {}, std::max(4u, 2 * std::thread::hardware_concurrency()),
      [&](const Request& request) { return (*service)->answer(request); },
      [&](std::uint16_t port) {
        const bool six = choices.address.find(':') != std::string::npos;
        console.out.write(fmt::format("http://{}:{}/\n", six ? "[" + choices.address + "]" : choices.address, port));
        console.out.flush();
        if (!loopback) note("whoever reaches this machine can read the ledger and give verdicts", console);
      },
      stop);
  if (!served) return refuse(served.error(), console);
  return 0;
}

}  // namespace onrecord
